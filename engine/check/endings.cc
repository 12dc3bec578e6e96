#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>

#include "check/held_texts.h"
#include "check/offers.h"
#include "check/rule_subject.h"

namespace yomikae {
namespace {

/// The last day a rule admits: what it compares some day with.
struct LastDay {
  Date day;
  Place place;
};

std::optional<LastDay> last_day(const Rule& rule) {
  const auto* body = std::get_if<Alternatives>(&rule.body);
  if (body == nullptr) return std::nullopt;
  const Expr& value = body->readings.front().value;
  const auto* comparison = std::get_if<Expr::Binary>(&value.node);
  if (comparison == nullptr || comparison->op != Operator::at_most) return std::nullopt;
  const auto* literal = std::get_if<Expr::Literal>(&comparison->operands.back().node);
  const auto* day = literal == nullptr ? nullptr : std::get_if<Date>(&literal->value);
  if (day == nullptr) return std::nullopt;
  return LastDay{*day, value.place};
}

/// Whether two rules name one service or option in common.
bool name_the_same(const Rule& a, const Rule& b, const Ontology& ontology) {
  const auto in_common = [&](std::string_view dimension) {
    const auto& others = admitted(b, dimension);
    return std::any_of(admitted(a, dimension).begin(), admitted(a, dimension).end(), [&](const std::string& name) {
      return std::find(others.begin(), others.end(), name) != others.end();
    });
  };
  const Dimension* option = ontology.option_dimension();
  return in_common("service") || (option != nullptr && in_common(option->name));
}

std::string named(const Rule& rule, const Ontology& ontology) {
  std::string names;
  for (const std::string& label : labels_of(rule, ontology)) {
    names += fmt::format("{}{}", names.empty() ? "" : "・", label);
  }
  return names;
}

}  // namespace

void check_endings(const Checked& checked, Findings& findings) {
  const Ontology& ontology = checked.terms.ontology;
  for (const HeldVersion* held : texts_in_force(checked)) {
    for (const Rule& rule : held->rules.rules) {
      const bool closes = requires_for(rule, "catalogue/closed", ontology);
      const bool ends = requires_for(rule, "catalogue/ended", ontology);
      const auto last = closes || ends ? last_day(rule) : std::nullopt;
      if (!last || checked.day <= last->day) continue;
      const Rule* price = nullptr;
      for (const Rule& each : held->rules.rules) {
        if (price == nullptr && prices(each, ontology) && name_the_same(rule, each, ontology)) price = &each;
      }
      if (price == nullptr) continue;
      const std::string day = to_string(last->day);
      const std::string names = named(rule, ontology);
      Finding& finding =
          ends ? findings.add("offer/ended", last->place,
                              {fmt::format("{} に終わる予定とされた「{}」に、今も料金の定めがある", day, names),
                               fmt::format("what was announced to end on {} is still priced ({})", day, names)},
                              {"終了したなら新しい版で除き、続くなら予定を改めた条項を挙げる",
                               "where it has ended a new version leaves it out, where it goes on a provision says so"})
               : findings.add(
                     "offer/closed", last->place,
                     {fmt::format("{} に新規受付を終えた「{}」の料金の定めが残る", day, names),
                      fmt::format("what was closed to new applications on {} is still priced ({})", day, names)},
                     {"既存の契約のための料金なら、そのままでよい", "well where it is for those who have it"});
      finding.about(fmt::format("{}#{}", held->text.document.value, to_string(rule.at.path)), names);
      finding.related.push_back({price->at_place, {"料金の定め", "the price"}});
    }
  }
}

}  // namespace yomikae
