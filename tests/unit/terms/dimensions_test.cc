#include "terms/dimensions.h"

#include <doctest/doctest.h>

namespace yomikae::test {
namespace {

std::string listed(const Dimensions& dimensions) {
  std::string all;
  for (const auto& [name, value] : dimensions) all += name + "=" + value + " ";
  return all;
}

TEST_CASE("dimensions stand in the order of their names, however they were fixed") {
  Dimensions dimensions{{"service", "mail"}, {"ground", "notice"}};
  dimensions["option"] = "archive";
  dimensions["customer"] = "person";
  CHECK(listed(dimensions) == "customer=person ground=notice option=archive service=mail ");
  CHECK(dimensions ==
        Dimensions{{"customer", "person"}, {"option", "archive"}, {"service", "mail"}, {"ground", "notice"}});
  CHECK(dimensions.at("option") == "archive");
}

TEST_CASE("a dimension has one value: the last it was given, or the first where only the others are to be fixed") {
  Dimensions dimensions{{"ground", "notice"}};
  dimensions["ground"] = "special";
  CHECK(listed(dimensions) == "ground=special ");
  dimensions.try_emplace("ground", "notice");
  dimensions.try_emplace("cause", "other");
  CHECK(listed(dimensions) == "cause=other ground=special ");
}

TEST_CASE("what is taken out is not there, and nothing else is gone with it") {
  Dimensions dimensions{{"ground", "notice"}, {"option", "archive"}};
  dimensions.erase("ground");
  dimensions.erase("service");
  CHECK(listed(dimensions) == "option=archive ");
  CHECK_FALSE(dimensions.contains("ground"));
  CHECK(dimensions.find("ground") == dimensions.end());
}

TEST_CASE("what is done to a copy is not done to what it was copied from") {
  const Dimensions dimensions{{"ground", "notice"}, {"option", "archive"}};
  Dimensions copy = dimensions;
  CHECK(copy == dimensions);
  copy["ground"] = "special";
  Dimensions without = dimensions;
  without.erase("option");
  Dimensions with = dimensions;
  with.try_emplace("service", "mail");
  CHECK(listed(dimensions) == "ground=notice option=archive ");
  CHECK(listed(copy) == "ground=special option=archive ");
  CHECK(listed(without) == "ground=notice ");
  CHECK(listed(with) == "ground=notice option=archive service=mail ");
}

TEST_CASE("a value of the same dimensions may be handed on") {
  Dimensions dimensions{{"item", "archive"}};
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) {
    dimensions.try_emplace(name, dimensions.at("item"));
  }
  CHECK(dimensions.at("a") == "archive");
  CHECK(dimensions.at("i") == "archive");
}

}  // namespace
}  // namespace yomikae::test
