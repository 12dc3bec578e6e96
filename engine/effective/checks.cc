// Holds a contract against what its terms ask of it. Which matters are such requirements, and what finding their breach
// is, the terms declare.
#include <fmt/format.h>

#include <algorithm>

#include "effective/effective_terms.h"

namespace yomikae {
namespace {

class ContractChecks {
 public:
  ContractChecks(const Selection& selection, Findings& findings) : selection_(selection), findings_(findings) {}

  void run() {
    demand_type();
    for (const Matter& matter : selection_.ontology().matters) {
      if (matter.check.empty()) continue;
      if (matter.of_contract) check(matter, {}, selection_.contract().place_of("service"), {});
      if (!matter.of_option) continue;
      for (const HeldOption& option : selection_.contract().options) {
        check(matter, option_dimension(option.option), option.place, option.option);
      }
    }
  }

 private:
  /// A service that comes in types, and a contract that does not say which.
  void demand_type() {
    const Contract& contract = selection_.contract();
    if (selection_.offering->types.empty() || contract.dimensions.contains("type")) return;
    findings_.add("check/undecided", contract.place_of("service"),
                  {"種類（`type`）がないため、種類に応じた定めを判定できない",
                   "without a `type` the rules for each type cannot be decided"});
  }

  Dimensions option_dimension(const std::string& option) const {
    const Dimension* dimension = selection_.ontology().option_dimension();
    return dimension == nullptr ? Dimensions{} : Dimensions{{dimension->name, option}};
  }

  void check(const Matter& matter, const Dimensions& dimensions, Place place, const std::string& option) {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    if (matter.combine == Matter::Combine::all) {
      for (const auto& [rule, outcome] : calculation.each_rule(matter, dimensions))
        report(matter, rule, outcome, place, option);
      return;
    }
    const Outcome outcome = calculation.value(matter, dimensions, {});
    const Rule* rule = trace.sources.empty() ? nullptr : trace.sources.front();
    report(matter, rule, outcome, place, option);
  }

  /// `第6条第1項` of the rule's document, for people.
  std::string provision_label(const Rule& rule) const {
    const HeldVersion* held = selection_.terms->in_force(rule.document, selection_.day);
    const Provision* provision = held == nullptr ? nullptr : held->text.find(rule.at.path);
    const std::string label = provision == nullptr ? to_string(rule.at) : provision->label;
    return held == nullptr ? label : fmt::format("{} {}", held->text.title, label);
  }

  void report(const Matter& matter, const Rule* rule, const Outcome& outcome, Place place, const std::string& option) {
    if (outcome.has_value() && std::get<bool>(outcome.value)) return;
    if (outcome.status == Status::silent || outcome.status == Status::delegated) return;
    const std::string label =
        option.empty() ? matter.label
                       : fmt::format("{}（{}）", matter.label,
                                     selection_.ontology().label_of(selection_.ontology().option_set, option));
    std::string because;
    if (rule != nullptr && !rule->document.empty()) because = fmt::format("（{}）", provision_label(*rule));
    const ExcludedProvision* cut = option.empty() ? nullptr : excluded_definition(option);
    const std::string words = rule == nullptr || rule->says.empty() ? std::string{} : fmt::format("：{}", rule->says);
    if (!outcome.has_value()) {
      std::string names;
      for (const auto& name : outcome.names) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", name);
      auto& finding = findings_.add("check/undecided", place,
                                    {fmt::format("{}{} を判定できない。{} がない", label, words, names),
                                     fmt::format("{} cannot be decided without {}", matter.id.value, names)});
      if (rule != nullptr) finding.related.push_back({rule->place, {"この定めによる", "required here"}});
      return;
    }
    auto& finding = findings_.add(
        matter.check, place,
        {fmt::format("{}を満たさない{}{}{}", label, words, because, cut == nullptr ? "" : "。適用除外とされている"),
         fmt::format("the contract does not meet `{}`{}{}", matter.id.value,
                     option.empty() ? "" : fmt::format(" for `{}`", option), because)});
    if (rule != nullptr) finding.related.push_back({rule->place, {"この定めによる", "required here"}});
  }

  /// The exclusion that cuts out the provision which describes an option; null where none does.
  const ExcludedProvision* excluded_definition(const std::string& option) const {
    for (const Layer& layer : selection_.layers) {
      if (layer.held == nullptr) continue;
      for (const Rule& rule : layer.held->rules.rules) {
        const Matter* matter = selection_.ontology().matter(rule.matter.value);
        if (matter->check != "catalogue/not-offered") continue;
        const bool names = std::any_of(rule.scope.admits.begin(), rule.scope.admits.end(), [&](const auto& entry) {
          return std::find(entry.second.begin(), entry.second.end(), option) != entry.second.end();
        });
        if (!names) continue;
        if (const auto* cut = selection_.exclusion_of(rule.document, rule.at.path)) return cut;
      }
    }
    return nullptr;
  }

  const Selection& selection_;
  Findings& findings_;
};

}  // namespace

void check_contract(const Selection& selection, Findings& findings) { ContractChecks(selection, findings).run(); }

}  // namespace yomikae
