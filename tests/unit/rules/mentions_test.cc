#include "rules/mentions.h"

#include <doctest/doctest.h>

#include "small_world.h"

namespace yomikae {
namespace {

Expr bound(const std::string& text, const std::vector<std::pair<std::string, ValueType>>& locals = {}) {
  static const Ontology world = small_world();
  Findings findings;
  auto expr = parse_expression({text, {SourceId{0}, 0, 0}, 0}, findings);
  REQUIRE_MESSAGE(expr.has_value(), text);
  REQUIRE_MESSAGE(bind_expression(*expr, {world, world.matter("late-charge"), locals}, {}, findings),
                  described(findings));
  return std::move(*expr);
}

Alternatives one_reading(Expr expr) { return {{Reading{{}, std::move(expr), {}, {}}}}; }

/// Of a rule without parts.
bool asks_for(const std::string& text, std::string_view fact) { return mentions(one_reading(bound(text)), fact, {}); }

TEST_CASE("an expression asks for the facts it names, wherever in it they stand") {
  for (const char* text :
       {"amount", "-amount", "2 * (1 + amount)", "amount > 1 and agreed", "not (amount = 1)",
        "if agreed then 1 else amount", "if amount > 1 then 1 else 2", "smaller-of(1, amount)", "given(amount)"}) {
    CAPTURE(text);
    CHECK(asks_for(text, "amount"));
    CHECK_FALSE(asks_for(text, "rate"));
  }
  CHECK_FALSE(asks_for("1 + 2", "amount"));
}

TEST_CASE("every reading counts") {
  Alternatives two = one_reading(bound("1"));
  two.readings.push_back(one_reading(bound("amount")).readings.front());
  CHECK(mentions(two, "amount", {}));
  CHECK_FALSE(mentions(two, "rate", {}));
}

TEST_CASE("a part asks for what the parts it names ask for") {
  const ValueType number{ValueType::Kind::number, {}};
  const std::vector<Part> where{{"twice", one_reading(bound("2 * amount")), number},
                                {"more", one_reading(bound("twice + 1", {{"twice", number}})), number},
                                {"other", one_reading(bound("rate")), number}};
  CHECK(mentions(where[1].value, "amount", where));
  CHECK_FALSE(mentions(where[1].value, "rate", where));
  CHECK_FALSE(mentions(where[2].value, "amount", where));
}

TEST_CASE("parts that name each other end the search") {
  const ValueType number{ValueType::Kind::number, {}};
  const std::vector<Part> where{{"one", one_reading(bound("two", {{"two", number}})), number},
                                {"two", one_reading(bound("one", {{"one", number}})), number}};
  CHECK_FALSE(mentions(where[0].value, "amount", where));
}

}  // namespace
}  // namespace yomikae
