#include "rules/rule.h"

#include <doctest/doctest.h>

#include <string>

#include "small_world.h"

namespace yomikae {
namespace {

std::string order(const Scope& a, const Scope& b) {
  switch (compare_scopes(a, b)) {
    case ScopeOrder::same: return "same";
    case ScopeOrder::narrower: return "narrower";
    case ScopeOrder::wider: return "wider";
    case ScopeOrder::overlap: return "overlap";
  }
  return "";
}

TEST_CASE("a scope that names more, or admits less, is the narrower one") {
  struct Case {
    Scope a;
    Scope b;
    std::string order;
  };
  const Case cases[] = {
      {{}, {}, "same"},
      {{{{"option", {"x"}}}}, {{{"option", {"x"}}}}, "same"},
      {{{{"option", {"x", "y"}}}}, {{{"option", {"y", "x"}}}}, "same"},
      {{{{"option", {}}}}, {{{"option", {}}}}, "same"},
      {{{{"option", {"x"}}}}, {}, "narrower"},
      {{{{"option", {}}}}, {}, "narrower"},
      {{{{"option", {"x"}}}}, {{{"option", {}}}}, "narrower"},
      {{{{"option", {"x"}}}}, {{{"option", {"x", "y"}}}}, "narrower"},
      {{{{"ground", {"g"}}, {"option", {"x"}}}}, {{{"option", {"x"}}}}, "narrower"},
      {{{{"ground", {"g"}}, {"option", {"x"}}}}, {{{"ground", {}}, {"option", {"x", "y"}}}}, "narrower"},
      {{{{"option", {"x", "y"}}}}, {{{"option", {"y", "z"}}}}, "overlap"},
      {{{{"option", {"x"}}}}, {{{"ground", {"g"}}}}, "overlap"},
      {{{{"ground", {"g"}}, {"option", {"x", "y"}}}}, {{{"option", {"x"}}}}, "overlap"},
      {{{{"ground", {"g"}}, {"option", {}}}}, {{{"option", {"x"}}}}, "overlap"},
  };
  for (const Case& c : cases) {
    CHECK(order(c.a, c.b) == c.order);
    const std::string turned = c.order == "narrower" ? "wider" : c.order;
    CHECK(order(c.b, c.a) == turned);
  }
}

/// Every scope over two dimensions with up to two values each: none, any, one, the other, both.
std::vector<Scope> all_scopes() {
  const std::vector<std::optional<std::vector<std::string>>> choices{
      std::nullopt, std::vector<std::string>{}, std::vector<std::string>{"x"}, std::vector<std::string>{"y"},
      std::vector<std::string>{"x", "y"}};
  std::vector<Scope> scopes;
  for (const auto& first : choices) {
    for (const auto& second : choices) {
      Scope scope;
      if (first) scope.admits["ground"] = *first;
      if (second) scope.admits["option"] = *second;
      scopes.push_back(std::move(scope));
    }
  }
  return scopes;
}

TEST_CASE(
    "scopes are partially ordered: each is itself, no two are narrower than each other, narrower of narrower is "
    "narrower") {
  const std::vector<Scope> scopes = all_scopes();
  int wrong = 0;
  for (std::size_t i = 0; i < scopes.size(); ++i) {
    for (std::size_t j = 0; j < scopes.size(); ++j) {
      const ScopeOrder ab = compare_scopes(scopes[i], scopes[j]);
      const ScopeOrder ba = compare_scopes(scopes[j], scopes[i]);
      const bool mirrored = (ab == ScopeOrder::narrower && ba == ScopeOrder::wider) ||
                            (ab == ScopeOrder::wider && ba == ScopeOrder::narrower) ||
                            (ab == ba && (ab == ScopeOrder::same || ab == ScopeOrder::overlap));
      if (!mirrored || (ab == ScopeOrder::same) != (i == j)) ++wrong;
      for (const Scope& third : scopes) {
        const ScopeOrder bc = compare_scopes(scopes[j], third);
        if (ab != ScopeOrder::narrower || bc != ScopeOrder::narrower) continue;
        if (compare_scopes(scopes[i], third) != ScopeOrder::narrower) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
}

Expr expression(std::string_view text) {
  Findings findings;
  auto expr = parse_expression({std::string(text), {}, 0}, findings);
  REQUIRE_MESSAGE(expr.has_value(), text);
  return std::move(*expr);
}

Alternatives values(std::initializer_list<std::string_view> texts) {
  Alternatives result;
  for (const auto text : texts)
    result.readings.push_back({std::string(text), expression(text), "because " + std::string(text), ""});
  return result;
}

Rule rule(Alternatives value) {
  Rule result;
  result.body = std::move(value);
  return result;
}

TEST_CASE("two expressions are the same where they say the same, spaces and brackets apart") {
  const std::pair<std::string_view, std::string_view> same[] = {
      {"a + b", " a  +\n b"},
      {"1 year", "12 months"},
      {"14 days", "2 weeks"},
      {"(a)", "a"},
      {"0.50", "0.5"},
      {"[a, b]", "[a,b]"},
      {"f[x = 1]", "f[ x = 1 ]"},
      {"days(a, b)", "days(a,b)"},
      {"not a", "not (a)"},
      {"if a then b else c", "if (a) then (b) else (c)"},
      {"- a", "-(a)"},
      {"2026-04-15", "2026-04-15"},
      {"\"x\"", "\"x\""},
  };
  for (const auto& [a, b] : same) {
    CAPTURE(a);
    CHECK(same_expression(expression(a), expression(b)));
  }
  const std::pair<std::string_view, std::string_view> different[] = {
      {"a + b", "b + a"},
      {"1 month", "30 days"},
      {"a", "b"},
      {"a - b", "a + b"},
      {"days(a, b)", "days(b, a)"},
      {"[a]", "[a, b]"},
      {"f[x = 1]", "f[x = 2]"},
      {"f[x = 1]", "f[y = 1]"},
      {"f[x = 1]", "f"},
      {"1", "true"},
      {"\"a\"", "a"},
      {"earlier-of(a, b)", "later-of(a, b)"},
      {"not a", "a"},
      {"a + (b + c)", "(a + b) + c"},
      {"if a then b else c", "if a then c else b"},
      {"none", "false"},
      {"days(a, b)", "days(a)"},
  };
  for (const auto& [a, b] : different) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK_FALSE(same_expression(expression(a), expression(b)));
    CHECK_FALSE(same_expression(expression(b), expression(a)));
  }
}

TEST_CASE("two rules lay down the same where value, readings and parts are the same") {
  CHECK(same_content(rule(values({"1 year"})), rule(values({"12 months"}))));
  CHECK_FALSE(same_content(rule(values({"1 year"})), rule(values({"6 months"}))));
  CHECK_FALSE(same_content(rule(values({"a", "b"})), rule(values({"a"}))));
  CHECK_FALSE(same_content(rule(values({"a", "b"})), rule(values({"b", "a"}))));  // another one is preferred
  CHECK_FALSE(same_content(rule(values({"a"})), Rule{}));                         // a quote
  CHECK(same_content(Rule{}, Rule{}));

  Rule with_part = rule(values({"p"}));
  with_part.where.push_back({"p", values({"1"}), {}});
  Rule other_part = rule(values({"p"}));
  other_part.where.push_back({"p", values({"2"}), {}});
  CHECK(same_content(with_part, with_part));
  CHECK_FALSE(same_content(with_part, other_part));
  CHECK_FALSE(same_content(with_part, rule(values({"p"}))));
}

TEST_CASE("where a rule stands, for whom, and in what words does not make it another") {
  Rule one = rule(values({"a"}));
  Rule two = rule(values({"a"}));
  two.document.value = "usen/secure-mx";
  two.at.path.head = "9";
  two.scope.admits["option"] = {"x"};
  two.says = "other words";
  std::get<Alternatives>(two.body).readings.front().because = "another reason";
  CHECK(same_content(one, two));
}

TEST_CASE("two ways of ending are the same where they fall on the same days and require the same") {
  const auto ending = [](Ending::Falls falls, std::initializer_list<std::string_view> requirements) {
    Ending way;
    way.falls = falls;
    for (const auto text : requirements) way.requirements.push_back({expression(text), "words"});
    Rule result;
    result.body = std::move(way);
    return result;
  };
  using Falls = Ending::Falls;
  const Rule base = ending(Falls::last_of_month, {"effect >= elapses(notice, 30 days)"});
  CHECK(same_content(base, ending(Falls::last_of_month, {"effect  >=  elapses(notice,30 days)"})));
  CHECK_FALSE(same_content(base, ending(Falls::any_day, {"effect >= elapses(notice, 30 days)"})));
  CHECK_FALSE(same_content(base, ending(Falls::last_of_month, {"effect >= elapses(notice, 1 month)"})));
  CHECK_FALSE(same_content(base, ending(Falls::last_of_month, {})));
  CHECK_FALSE(same_content(base, rule(values({"effect >= elapses(notice, 30 days)"}))));
}

TEST_CASE("readings are open where there are several") {
  CHECK_FALSE(values({"a"}).open());
  CHECK(values({"a", "b"}).open());
}

}  // namespace
}  // namespace yomikae
