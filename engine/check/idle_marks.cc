#include "check/idle_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "check/provision_names.h"
#include "check/worlds.h"
#include "rules/subexpressions.h"

namespace yomikae {
namespace {

/// A mark on what contains the rule's provision speaks of the rest of it; one on the provision itself of all of it.
/// That a provision out of force is ruled, the checks of versions say (`version/not-in-force-ruled`).
void check_marks(const HeldVersion& held, Findings& findings) {
  for (const Rule& rule : held.rules.rules) {
    if (rule.kind == Rule::Kind::pointer) continue;
    for (const BareProvision& mark : held.rules.bare) {
      if (!(mark.at == rule.at)) continue;
      Finding& finding = findings.add(
          "matter/marked-idle", mark.place,
          {fmt::format("#{}は計算できることを定めない（`nothing-computable`）とされているのに、「{}」の定めがある",
                       to_string(rule.at.path), rule.matter.value),
           fmt::format("#{} is said to lay down nothing computable, and has a rule on `{}`", to_string(rule.at.path),
                       rule.matter.value)},
          {"定めが生きているなら印を消し、生きていないなら定めを消す（印は定めを止めない）",
           "take the mark away where the rule holds, the rule where it does not: a mark stops no rule"});
      finding.related.push_back({rule.place, {"その定め", "the rule"}});
      finding.about(address_of(rule), rule.matter.value);
    }
  }
}

/// Whether the condition of a rule can hold on some day.
bool can_hold(const Rule& rule, AskedOn days) {
  const Dimensions unasked;
  Worlds worlds({&rule}, unasked, days);
  if (worlds.too_many()) return true;
  do {
    if (worlds.holds(rule)) return true;
  } while (worlds.next());
  return false;
}

/// A condition on the day that is asked about, which held once and never will again. Where another rule takes over from
/// there, the two are a history and mean what they say.
void check_spent(const HeldVersion& held, const Checked& checked, Findings& findings) {
  for (const Rule& rule : held.rules.rules) {
    if (!rule.when || can_hold(rule, {checked.day, {}}) || !can_hold(rule, {held.text.from, {}})) continue;
    const bool followed = std::any_of(held.rules.rules.begin(), held.rules.rules.end(), [&](const Rule& other) {
      return &other != &rule && other.matter == rule.matter && other.when &&
             compare_scopes(other.scope, rule.scope) == ScopeOrder::same;
    });
    if (followed) continue;
    const std::string& condition = rule.when->readings.front().value.source;
    findings
        .add("matter/spent", rule.when->readings.front().value.place,
             {fmt::format("この定め（{}）の条件 `{}` は、{} 以後は成り立たない", rule.matter.value, condition,
                          to_string(checked.day)),
              fmt::format("the condition `{}` of this rule on `{}` holds no more from {} on", condition,
                          rule.matter.value, to_string(checked.day))},
             {"過去の日についての答えに要らなければ消す", "take it away unless past days are asked about"})
        .about(address_of(rule), rule.matter.value);
  }
}

/// Whether an order form can state a value for the questions a rule speaks of: a price of an item, or a matter for the
/// contract as a whole.
bool can_be_stated(const Rule& rule, const Matter& matter) {
  if (!matter.sum_by.empty()) return true;
  return rule.of_contract && matter.shape != Matter::Shape::ending && matter.shape != Matter::Shape::statement;
}

void check_quoted(const HeldVersion& held, const Ontology& ontology, Findings& findings) {
  for (const Rule& rule : held.rules.rules) {
    const Matter& matter = *ontology.matter(rule.matter.value);
    if (!std::holds_alternative<Quoted>(rule.body) || rule.like || rule.kind == Rule::Kind::pointer) continue;
    if (can_be_stated(rule, matter)) continue;
    findings
        .add("matter/unfillable", rule.place,
             {fmt::format("「{}」は見積（`quoted`）に委ねられているが、申込書にはオプション毎の値を書けない",
                          matter.label),
              fmt::format("`{}` is left to a quote, and no order form can state it for an option", matter.id.value)},
             {"値を定めるか、委ねる先の文書を `left-to` で示す",
              "lay the value down, or name by `left-to` where it stands"})
        .about(address_of(rule), rule.matter.value);
  }
}

void check_assumptions(const Terms& terms, Findings& findings) {
  std::set<std::string> asked;
  const SeeExpression see = [&](const Expr& expr) {
    if (const auto* assumption = std::get_if<Expr::Assumption>(&expr.node)) asked.insert(assumption->name);
  };
  for (const HeldVersion& held : terms.versions) {
    for (const Rule& rule : held.rules.rules) for_each_subexpression(rule, see);
  }
  for (const MatterExpressions& each : terms.expressions) {
    if (each.each) for_each_subexpression(*each.each, see);
    if (each.fallback) for_each_subexpression(*each.fallback, see);
  }
  for (const AssumptionSpec& spec : terms.ontology.assumptions) {
    if (asked.contains(spec.name)) continue;
    findings
        .add("matter/unused-assumption", spec.place,
             {fmt::format("前提 `{}`（{}）を用いる定めがない。契約に書いても何も変わらない", spec.name, spec.label),
              fmt::format("no rule asks for the assumption `{}`, stating it changes nothing", spec.name)},
             {"用いる定めを書くか、宣言を消す", "write the rule that uses it, or take the declaration away"})
        .about(fmt::format("assumption/{}", spec.name));
  }
}

}  // namespace

void check_idle_marks(const Checked& checked, Findings& findings) {
  for (const HeldVersion& held : checked.terms.versions) {
    check_marks(held, findings);
    check_spent(held, checked, findings);
    check_quoted(held, checked.terms.ontology, findings);
  }
  check_assumptions(checked.terms, findings);
}

}  // namespace yomikae
