#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "rules/bind.h"
#include "rules/expression.h"
#include "rules/parse.h"
#include "terms/ontology.h"

namespace yomikae {

/// A few declarations of every kind, for tests of expressions.
inline Ontology small_world() {
  using Kind = ValueType::Kind;
  using Shape = Matter::Shape;
  Ontology world;
  world.sets = {{"ground", {{"customer-notice", "", {}}, {"provider", "", {}}, {"anti-social", "", {}}}},
                {"occasion", {{"at-start", "", {}}, {"at-end", "", {}}}},
                {"proration", {{"actual-days", "", {}}, {"thirty-days", "", {}}}},
                {"item", {{"base", "", {}}, {"mailbox", "", {}}}},
                {"option", {{"mail-audit", "", {}}, {"archive", "", {}}}},
                {"weekday", {{"saturday", "", {}}, {"sunday", "", {}}}},
                {"holding", {{"iij-id", "", {}}}}};
  world.dimensions = {{"ground", {"ground"}, ""},
                      {"occasion", {"occasion"}, ""},
                      {"item", {"item", "option"}, ""},
                      {"option", {"option"}, ""}};
  world.dates = {{"billing-start", "", {Kind::date, {}}, true}, {"end", "", {Kind::date, {}}, true}};
  world.declarations = {{"switch-request", "", {Kind::date, {}}, true}};
  world.quantities = {{"accounts", "", ""}};
  world.assumptions.resize(3);
  world.assumptions[0].name = "closed-days";
  world.assumptions[0].type.kind = Kind::dates;
  world.assumptions[1].name = "proration";
  world.assumptions[1].type = {Kind::choice, "proration"};
  world.assumptions[2].name = "weekly";
  world.assumptions[2].type = {Kind::list, "weekday"};
  world.weekday_set = "weekday";
  world.option_set = "option";
  world.holding_set = "holding";
  world.item_set = "item";
  const auto add = [&](std::string id, Shape shape, ValueType type, std::vector<FactSpec> facts = {}) -> Matter& {
    Matter matter;
    matter.id.value = std::move(id);
    matter.shape = shape;
    matter.type = std::move(type);
    matter.facts = std::move(facts);
    world.matters.push_back(std::move(matter));
    return world.matters.back();
  };
  add("minimum-term", Shape::term, {Kind::period, {}});
  add("minimum-term.length", Shape::part, {Kind::period, {}});
  add("minimum-term.start", Shape::part, {Kind::date, {}});
  add("leaving", Shape::ending, {Kind::date, {}},
      {{"notice", "", {Kind::date, {}}, false}, {"effect", "", {Kind::date, {}}, false}})
      .by = {"ground"};
  auto& fee = add("fee.monthly", Shape::value, {Kind::money, {}}, {{"month", "", {Kind::month, {}}, true}});
  fee.sum_by = "item";
  fee.by = {"item"};
  fee.of_option = true;
  add("proration", Shape::value, {Kind::choice, "proration"}).by = {"occasion"};
  add("late-charge", Shape::value, {Kind::money, {}},
      {{"amount", "", {Kind::money, {}}, false},
       {"rate", "", {Kind::number, {}}, false},
       {"agreed", "", {Kind::boolean, {}}, true},
       {"size", "", {Kind::number, {}}, true},
       {"cause", "", {Kind::choice, "ground"}, true},
       {"length", "", {Kind::period, {}}, true}});
  add("tax-rate", Shape::value, {Kind::number, {}});
  add("offered", Shape::value, {Kind::boolean, {}});
  add("area", Shape::value, {Kind::words, {}});
  add("grounds", Shape::value, {Kind::list, "ground"});
  add("main-ground", Shape::value, {Kind::choice, "ground"});
  add("holidays", Shape::value, {Kind::dates, {}});
  add("claim", Shape::deadline, {Kind::date, {}});
  return world;
}

/// A text with `«` where something is expected to be found.
struct Marked {
  explicit Marked(std::string_view marked) : text(marked) {
    constexpr std::string_view mark = "«";
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) return;
    offset = at;
    text.erase(at, mark.size());
  }
  std::string text;
  std::size_t offset = std::string::npos;
};

/// What a finding says and where: `rule/type at 5`, the place in bytes from the beginning of the text.
inline std::string described(const Findings& findings, std::size_t beginning = 0) {
  std::string all;
  for (const Finding& finding : findings.all()) {
    if (!all.empty()) all += "; ";
    all += std::string(finding.rule->id) + " at " + std::to_string(finding.place.offset - beginning);
  }
  return all;
}

/// Parses and binds what must be right.
inline Expr bound(std::string_view text, const Ontology& world,
                  const std::vector<std::pair<std::string, ValueType>>& locals = {}, const ValueType& expected = {}) {
  Findings findings;
  auto expr = parse_expression({std::string(text), {SourceId{0}, 0, 0}, 0}, findings);
  REQUIRE_MESSAGE(expr.has_value(), text);
  const bool fits = bind_expression(*expr, {world, world.matter("late-charge"), locals}, expected, findings);
  CAPTURE(described(findings));
  REQUIRE_MESSAGE(fits, text);
  return std::move(*expr);
}

}  // namespace yomikae
