#include "check/charges.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "check/provision_names.h"
#include "rules/subexpressions.h"

namespace yomikae {
namespace {

/// By dimension, the values a text names.
using Named = std::map<std::string, std::set<std::string>>;

/// The expressions of a rule as it is read by preference: its condition, its parts and its value.
template <class See>
void read_by_preference(const Rule& rule, See see) {
  const auto first = [&](const Alternatives& alternatives) {
    for_each_subexpression(alternatives.readings.front().value, see);
  };
  if (rule.when) first(*rule.when);
  for (const Part& part : rule.where) first(part.value);
  if (const auto* value = std::get_if<Alternatives>(&rule.body)) first(*value);
}

void add_names(const Expr& expr, std::set<std::string>& names) {
  for_each_subexpression(expr, [&](const Expr& each) {
    const auto* literal = std::get_if<Expr::Literal>(&each.node);
    if (literal == nullptr) return;
    if (const auto* symbol = std::get_if<Symbol>(&literal->value)) names.insert(symbol->name);
    const auto* list = std::get_if<SymbolList>(&literal->value);
    if (list == nullptr) return;
    for (const Symbol& symbol : *list) names.insert(symbol.name);
  });
}

/// The values a rule sets apart by comparing: `ground in [a, b]`.
Named set_apart_by(const Rule& rule) {
  Named named;
  read_by_preference(rule, [&](const Expr& expr) {
    const auto* binary = std::get_if<Expr::Binary>(&expr.node);
    if (binary == nullptr) return;
    for (std::size_t side = 0; side < 2; ++side) {
      const auto* dimension = std::get_if<Expr::DimensionValue>(&binary->operands[side].node);
      if (dimension != nullptr) add_names(binary->operands[1 - side], named[dimension->name]);
    }
  });
  return named;
}

/// The sums a rule reckons with whole, and those of which it takes one option's part.
struct Sums {
  std::map<std::string, Place> whole;
  std::set<std::string> of_option;
};

Sums sums_in(const Rule& rule, const Ontology& ontology) {
  Sums sums;
  for_each_subexpression(rule, [&](const Expr& expr) {
    const auto* value = std::get_if<Expr::MatterValue>(&expr.node);
    const Matter* matter = value == nullptr ? nullptr : ontology.matter(value->matter.value);
    if (matter == nullptr || matter->combine != Matter::Combine::sum || !matter->of_option) return;
    const auto item = std::find_if(value->arguments.begin(), value->arguments.end(),
                                   [&](const Expr::Argument& each) { return each.name == matter->sum_by; });
    if (item == value->arguments.end()) {
      sums.whole.try_emplace(matter->id.value, expr.place);
      return;
    }
    const auto* dimension = std::get_if<Expr::DimensionValue>(&item->value.front().node);
    const bool of_option = dimension != nullptr && ontology.is_option_dimension(*ontology.dimension(dimension->name));
    if (of_option) sums.of_option.insert(matter->id.value);
  });
  return sums;
}

bool is_money(const Rule& rule, const Ontology& ontology) {
  return ontology.matter(rule.matter.value)->type.kind == ValueType::Kind::money;
}

/// Whether a dimension tells what is charged from what it is charged for: that differs between contract and option.
bool tells_items(const Dimension& dimension, const Ontology& ontology) {
  return std::find(dimension.sets.begin(), dimension.sets.end(), ontology.option_set) != dimension.sets.end();
}

/// Values for which a document has a rule on options of their own.
std::set<std::string> ruled_apart(const Rule& option, const std::string& dimension, const RuleBook& book) {
  std::set<std::string> values;
  for (const Rule& other : book.rules) {
    const auto scope = other.scope.admits.find(dimension);
    if (other.matter != option.matter || !other.of_option || scope == other.scope.admits.end()) continue;
    values.insert(scope->second.begin(), scope->second.end());
  }
  return values;
}

void report_carve_outs(const Rule& main, const Rule& option, const RuleBook& book, const Terms& terms,
                       Findings& findings) {
  const Named by_option = set_apart_by(option);
  for (const auto& [name, values] : set_apart_by(main)) {
    const Matter& matter = *terms.ontology.matter(main.matter.value);
    const Dimension& dimension = *terms.ontology.dimension(name);
    if (!matter.has_dimension(name) || tells_items(dimension, terms.ontology)) continue;
    const std::set<std::string> elsewhere = ruled_apart(option, name, book);
    const auto found = by_option.find(name);
    std::string missing;
    std::string labels;
    for (const std::string& value : values) {
      if (elsewhere.contains(value) || (found != by_option.end() && found->second.contains(value))) continue;
      missing += fmt::format("{}{}", missing.empty() ? "" : ", ", value);
      labels += fmt::format("{}{}", labels.empty() ? "" : "、", terms.ontology.label_of(dimension.sets.front(), value));
    }
    if (missing.empty()) continue;
    Finding& finding = findings.add(
        "matter/carve-out-missing", content_place(option),
        {fmt::format("「{}」：{}が別に扱う場合（{}）を、オプションについての定めは挙げない", matter.label,
                     provision_name(main, terms), labels),
         fmt::format("`{}`: `{}` sets these cases apart, the rule on options does not: {}", matter.id.value,
                     address_of(main), missing)},
        {"約款が本当に分けないのかを確かめる。類推の余地があれば `readings` に書き、落ちていれば条項の改定を検討する",
         "see whether the text means it: write `readings` where it may be read by analogy, else have it amended"});
    finding.related.push_back({content_place(main), {"契約についての定め", "the rule on the contract"}});
    finding.about(address_of(option), matter.id.value);
  }
}

void report_double_count(const Rule& main, const Rule& option, const Terms& terms, Findings& findings) {
  const Sums of_main = sums_in(main, terms.ontology);
  for (const std::string& sum : sums_in(option, terms.ontology).of_option) {
    const auto whole = of_main.whole.find(sum);
    if (whole == of_main.whole.end()) continue;
    const Matter& matter = *terms.ontology.matter(main.matter.value);
    const std::string& sum_by = terms.ontology.matter(sum)->sum_by;
    Finding& finding = findings.add(
        "matter/counted-twice", whole->second,
        {fmt::format("「{}」：契約の額の基礎とする `{}` の合計にはオプションの分も入り、{}がそれを別に課す",
                     matter.label, sum, provision_name(option, terms)),
         fmt::format("`{}`: the total of `{}` it is reckoned from holds the options too, and `{}` charges those again",
                     matter.id.value, sum, address_of(option))},
        {fmt::format("品目を限る（例: `{}[{} = …]`）か、二重にならない読み方を `readings` で分ける", sum, sum_by),
         fmt::format("name the item (such as `{}[{} = …]`), or write as `readings` how it is not due twice", sum,
                     sum_by)});
    finding.related.push_back({content_place(option), {"オプションについての定め", "the rule on options"}});
    finding.about(address_of(main), fmt::format("{} {}", matter.id.value, sum));
  }
}

}  // namespace

void check_charges(const Checked& checked, Findings& findings) {
  const Ontology& ontology = checked.terms.ontology;
  for (const HeldVersion& held : checked.terms.versions) {
    for (const Rule& main : held.rules.rules) {
      const bool of_contract = main.of_contract && !main.of_option && is_money(main, ontology);
      if (!of_contract || !std::holds_alternative<Alternatives>(main.body) || main.like) continue;
      for (const Rule& option : held.rules.rules) {
        const bool of_option = option.of_option && !option.of_contract && option.matter == main.matter;
        if (!of_option || !std::holds_alternative<Alternatives>(option.body) || option.like) continue;
        report_carve_outs(main, option, held.rules, checked.terms, findings);
        report_double_count(main, option, checked.terms, findings);
      }
    }
  }
}

}  // namespace yomikae
