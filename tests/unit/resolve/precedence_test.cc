#include "resolve/precedence.h"

#include <doctest/doctest.h>

#include "base/finding.h"

namespace yomikae {
namespace {

PrecedenceRule rank(std::vector<std::vector<std::string>> order, std::uint32_t at = 0) {
  PrecedenceRule rule;
  rule.order = std::move(order);
  rule.place = {SourceId{0}, at, 1};
  return rule;
}

TEST_CASE("a layer goes before all that come later in the list, by that provision") {
  const PrecedenceRule rule = rank({{"a"}, {"b"}, {"c"}});
  Findings findings;
  const Precedence precedence({"a", "b", "c"}, {&rule}, findings);
  CHECK(precedence.before(0, 1) == &rule);
  CHECK(precedence.before(0, 2) == &rule);
  CHECK(precedence.before(1, 2) == &rule);
  CHECK(precedence.before(1, 0) == nullptr);
  CHECK(precedence.before(2, 0) == nullptr);
  CHECK(precedence.before(0, 0) == nullptr);
  CHECK(findings.all().empty());
}

TEST_CASE("what goes before a layer goes before all below it, across provisions, by the first step") {
  const PrecedenceRule low = rank({{"c"}, {"d"}});
  const PrecedenceRule middle = rank({{"b"}, {"c"}});
  const PrecedenceRule high = rank({{"a"}, {"b"}});
  Findings findings;
  const Precedence precedence({"d", "c", "b", "a"}, {&low, &middle, &high}, findings);
  CHECK(precedence.before(3, 0) == &high);
  CHECK(precedence.before(2, 0) == &middle);
  CHECK(precedence.before(0, 3) == nullptr);
  CHECK(precedence.rank(3) == 1);
  CHECK(precedence.rank(2) == 2);
  CHECK(precedence.rank(1) == 3);
  CHECK(precedence.rank(0) == 4);
  CHECK(precedence.from_the_top() == std::vector<std::size_t>{3, 2, 1, 0});
}

TEST_CASE("layers in one entry are not ranked among themselves") {
  const PrecedenceRule rule = rank({{"a"}, {"b", "c"}, {"d"}});
  Findings findings;
  const Precedence precedence({"a", "b", "c", "d"}, {&rule}, findings);
  CHECK(precedence.before(1, 2) == nullptr);
  CHECK(precedence.before(2, 1) == nullptr);
  CHECK(precedence.before(1, 3) == &rule);
  CHECK(precedence.before(2, 3) == &rule);
  CHECK(precedence.rank(1) == 2);
  CHECK(precedence.rank(2) == 2);
  CHECK(precedence.rank(3) == 3);
}

TEST_CASE("a layer no provision names stays unranked and keeps its place in the list") {
  const PrecedenceRule rule = rank({{"c"}, {"a"}});
  Findings findings;
  const Precedence precedence({"a", "b", "c"}, {&rule}, findings);
  for (const std::size_t other : {std::size_t{0}, std::size_t{2}}) {
    CHECK(precedence.before(1, other) == nullptr);
    CHECK(precedence.before(other, 1) == nullptr);
  }
  CHECK(precedence.rank(1) == 1);
  CHECK(precedence.from_the_top() == std::vector<std::size_t>{1, 2, 0});
}

TEST_CASE("without provisions all stay in the order of the list, each of rank one") {
  Findings findings;
  const Precedence precedence({"a", "b"}, {}, findings);
  CHECK(precedence.size() == 2);
  CHECK(precedence.from_the_top() == std::vector<std::size_t>{0, 1});
  CHECK(precedence.rank(0) == 1);
  CHECK(precedence.rank(1) == 1);
}

TEST_CASE("layers that are not there are passed over, and rank nothing between those that are") {
  const PrecedenceRule rule = rank({{"a"}, {"gone"}});
  const PrecedenceRule other = rank({{"gone"}, {"b"}});
  Findings findings;
  const Precedence precedence({"a", "b"}, {&rule, &other}, findings);
  CHECK(precedence.before(0, 1) == nullptr);
  CHECK(findings.all().empty());
}

TEST_CASE("of two provisions that rank a pair the first is the reason") {
  const PrecedenceRule first = rank({{"a"}, {"b"}});
  const PrecedenceRule second = rank({{"a"}, {"b"}});
  Findings findings;
  CHECK(Precedence({"a", "b"}, {&first, &second}, findings).before(0, 1) == &first);
}

TEST_CASE("two layers that each go before the other are a circle with both places, and are not ranked") {
  const PrecedenceRule one = rank({{"a"}, {"b"}}, 3);
  const PrecedenceRule other = rank({{"b"}, {"a"}}, 9);
  Findings findings;
  const Precedence precedence({"a", "b"}, {&one, &other}, findings);
  REQUIRE(findings.all().size() == 1);
  const Finding& finding = findings.all().front();
  CHECK(finding.rule->id == "precedence/circle");
  CHECK(finding.place.offset == 3);
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related.front().place.offset == 9);
  CHECK(precedence.before(0, 1) == nullptr);
  CHECK(precedence.before(1, 0) == nullptr);
  CHECK(precedence.rank(0) == 1);
  CHECK(precedence.rank(1) == 1);
}

TEST_CASE("a circle of three leaves none of the three ranked, and a layer below them stays below") {
  const PrecedenceRule ab = rank({{"a"}, {"b"}});
  const PrecedenceRule bc = rank({{"b"}, {"c"}});
  const PrecedenceRule ca = rank({{"c"}, {"a"}});
  const PrecedenceRule cd = rank({{"c"}, {"d"}});
  Findings findings;
  const Precedence precedence({"a", "b", "c", "d"}, {&ab, &bc, &ca, &cd}, findings);
  CHECK(findings.has_errors());
  for (std::size_t x = 0; x < 3; ++x) {
    for (std::size_t y = 0; y < 3; ++y) CHECK(precedence.before(x, y) == nullptr);
    CHECK(precedence.before(x, 3) != nullptr);
    CHECK(precedence.rank(x) == 1);
  }
  CHECK(precedence.rank(3) == 2);
}

}  // namespace
}  // namespace yomikae
