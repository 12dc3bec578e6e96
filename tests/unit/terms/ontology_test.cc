#include "terms/ontology.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

Matter matter(std::string id, Matter::Shape shape) {
  Matter result;
  result.id.value = std::move(id);
  result.shape = shape;
  return result;
}

Ontology sample() {
  Ontology ontology;
  ontology.sets = {{"option", {{"archive", "アーカイブ", {}}, {"audit", "", {}}}},
                   {"item", {{"base", "基本料金", {}}}},
                   {"option-2", {{"other", "ほか", {}}}}};
  ontology.dimensions = {{"item", {"item", "option"}, ""}, {"option", {"option"}, ""}};
  ontology.option_set = "option";
  ontology.dates = {{"end", "終了日", {Kind::date, {}}, true}};
  ontology.declarations = {{"switch", "切替", {Kind::date, {}}, true}};
  ontology.quantities = {{"accounts", "アカウント数", "アカウント"}};
  ontology.assumptions.resize(1);
  ontology.assumptions[0].name = "closed-days";
  using Shape = Matter::Shape;
  ontology.matters = {matter("term", Shape::term),          matter("term.length", Shape::part),
                      matter("term.start", Shape::part),    matter("leaving", Shape::ending),
                      matter("leaving.form", Shape::value), matter("claim", Shape::deadline),
                      matter("fee.monthly", Shape::value)};
  return ontology;
}

TEST_CASE("a question is a matter, or a matter and an aspect its shape has") {
  using Aspect = Question::Aspect;
  struct Case {
    std::string_view text;
    std::string_view matter;
    Aspect aspect;
  };
  const Case cases[] = {
      {"term", "term", Aspect::whole},
      {"term.end", "term", Aspect::end},
      {"term.length", "term.length", Aspect::whole},
      {"leaving.effect", "leaving", Aspect::effect},
      {"leaving.latest-notice", "leaving", Aspect::latest_notice},
      {"leaving.form", "leaving.form", Aspect::whole},
      {"claim.latest", "claim", Aspect::latest},
      {"fee.monthly", "fee.monthly", Aspect::whole},
  };
  const Ontology ontology = sample();
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto question = find_question(ontology, c.text);
    REQUIRE(question.has_value());
    CHECK(question->matter->id.value == c.matter);
    CHECK((question->aspect == c.aspect));
  }
  for (const std::string_view text :
       {"", ".", "term.", "term.effect", "leaving.end", "claim.effect", "fee", "fee.monthly.end", "term.length.end",
        "nothing", "nothing.end", ".end", "term.end.end"}) {
    CAPTURE(text);
    CHECK_FALSE(find_question(ontology, text).has_value());
  }
}

TEST_CASE("every question that is named can be asked, and every matter is among them once") {
  const Ontology ontology = sample();
  const auto names = question_names(ontology);
  const std::vector<std::string> expected{
      "term.end",     "term.length",  "term.start", "leaving.effect", "leaving.latest-notice",
      "leaving.form", "claim.latest", "fee.monthly"};
  CHECK((names == expected));
  for (const std::string& name : names) CHECK(find_question(ontology, name).has_value());
}

TEST_CASE("what is declared is found by its whole name, in its own kind only") {
  const Ontology ontology = sample();
  CHECK(ontology.set("option") == &ontology.sets[0]);
  CHECK(ontology.set("option-2") == &ontology.sets[2]);
  CHECK(ontology.dimension("item") == &ontology.dimensions[0]);
  CHECK(ontology.matter("term.length") == &ontology.matters[1]);
  CHECK(ontology.date("end") == &ontology.dates[0]);
  CHECK(ontology.declaration("switch") == &ontology.declarations[0]);
  CHECK(ontology.quantity("accounts") == &ontology.quantities[0]);
  CHECK(ontology.assumption("closed-days") == &ontology.assumptions[0]);
  CHECK(ontology.set("optio") == nullptr);
  CHECK(ontology.date("switch") == nullptr);
  CHECK(ontology.declaration("end") == nullptr);
  CHECK(ontology.quantity("end") == nullptr);
  CHECK(ontology.assumption("accounts") == nullptr);
  CHECK(ontology.matter("term.end") == nullptr);
  CHECK(ontology.dimension("ground") == nullptr);
}

TEST_CASE("a dimension admits the members of every set it takes values from") {
  const Ontology ontology = sample();
  const Dimension& item = *ontology.dimension("item");
  CHECK(ontology.admits(item, "base"));
  CHECK(ontology.admits(item, "archive"));
  CHECK_FALSE(ontology.admits(item, "other"));
  CHECK_FALSE(ontology.admits(*ontology.dimension("option"), "base"));
  CHECK_FALSE(ontology.admits({"broken", {"no-such-set"}, ""}, "base"));
}

TEST_CASE("an option is a member of the set the terms name for options") {
  Ontology ontology = sample();
  CHECK(ontology.is_option("archive"));
  CHECK_FALSE(ontology.is_option("base"));
  ontology.option_set = "option-2";
  CHECK_FALSE(ontology.is_option("archive"));
  CHECK(ontology.is_option("other"));
  ontology.option_set.clear();
  CHECK_FALSE(ontology.is_option("archive"));
}

TEST_CASE("a name nobody labelled is its own label") {
  const Ontology ontology = sample();
  CHECK(ontology.label_of("option", "archive") == "アーカイブ");
  CHECK(ontology.label_of("option", "audit") == "audit");
  CHECK(ontology.label_of("option", "unknown") == "unknown");
  CHECK(ontology.label_of("no-such-set", "archive") == "archive");
}

TEST_CASE("a matter has the dimensions it lists") {
  Matter fee = matter("fee.monthly", Matter::Shape::value);
  fee.by = {"item", "occasion"};
  CHECK(fee.has_dimension("item"));
  CHECK(fee.has_dimension("occasion"));
  CHECK_FALSE(fee.has_dimension("occ"));
}

TEST_CASE("types are told apart in messages") {
  std::set<std::string> names;
  const Kind kinds[] = {Kind::boolean, Kind::number, Kind::money, Kind::date,  Kind::month,  Kind::period,
                        Kind::choice,  Kind::list,   Kind::dates, Kind::words, Kind::nothing};
  for (const Kind kind : kinds) {
    const std::string name = to_string(ValueType{kind, {}});
    CHECK_FALSE(name.empty());
    CHECK(names.insert(name).second);
  }
  CHECK(to_string(ValueType{Kind::choice, "ground"}) == "choice of ground");
  CHECK(to_string(ValueType{Kind::list, "ground"}) == "list of ground");
}

}  // namespace
}  // namespace yomikae
