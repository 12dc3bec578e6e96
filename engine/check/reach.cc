#include "check/reach.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "check/provision_names.h"
#include "check/rule_subject.h"

namespace yomikae {
namespace {

/// What becomes of one rule in all the cases there are.
struct Fate {
  bool spoken = false;         ///< some question falls under its scope
  bool unknown = false;        ///< some case has too many outcomes to be looked at
  bool stands = false;         ///< some outcome rests on it
  const Loss* lost = nullptr;  ///< a contest it lost: to another document where there is such a one
  std::map<std::string, std::set<std::string>> met;  ///< by dimension, the values of the questions it speaks of
};

using Fates = std::map<const Rule*, Fate>;

void note_losses(const Resolution& outcome, Fates& fates) {
  for (const Loss& loss : outcome.losses) {
    Fate& fate = fates[loss.rule];
    const bool abroad = loss.to->document != loss.rule->document;
    const bool already_abroad = fate.lost != nullptr && fate.lost->to->document != loss.rule->document;
    if (fate.lost == nullptr || (abroad && !already_abroad)) fate.lost = &loss;
  }
}

void note_scope(const Rule& rule, const Dimensions& question, Fate& fate) {
  for (const auto& [name, values] : rule.scope.admits) {
    if (!values.empty()) fate.met[name].insert(question.at(name));
  }
}

Fates fates_of(const std::vector<Case>& cases) {
  Fates fates;
  for (const Case& each : cases) {
    const bool one_by_one = each.matter->combine == Matter::Combine::all;  // none goes before another
    for (const Rule* rule : each.speaking) {
      Fate& fate = fates[rule];
      fate.spoken = true;
      fate.unknown = fate.unknown || each.outcomes.empty();
      note_scope(*rule, each.dimensions, fate);
    }
    for (const Resolution& outcome : each.outcomes) {
      for (const auto* list : {&outcome.winners, &outcome.quoted, &outcome.conflicting}) {
        for (const Rule* rule : *list) fates[rule].stands = true;
      }
      note_losses(outcome, fates);
      for (const Loss& loss : outcome.losses) {
        const bool survives = one_by_one && loss.reason != LossReason::notwithstanding;
        if (survives) fates[loss.rule].stands = true;
      }
    }
  }
  return fates;
}

/// Every rule that is part of some contract, by place.
std::vector<const Rule*> rules_in_use(const Checked& checked) {
  std::vector<const Rule*> used;
  for (const State& state : checked.states) {
    for (const Layer& layer : state.selection.layers) {
      if (layer.held == nullptr || !state.complete()) continue;
      for (const Rule& rule : layer.held->rules.rules) {
        const bool there =
            rule.kind == Rule::Kind::candidate && state.selection.exclusion_of(rule.document, rule.at.path) == nullptr;
        if (there) used.push_back(&rule);
      }
    }
  }
  std::sort(used.begin(), used.end(),
            [](const Rule* a, const Rule* b) { return std::tie(a->place, a->index) < std::tie(b->place, b->index); });
  used.erase(std::unique(used.begin(), used.end()), used.end());
  return used;
}

Message help() {
  return {"定めを消すか、`scope`・`when`・`notwithstanding` を約款の文言に合わせる",
          "take the rule away, or make `scope`, `when` or `notwithstanding` say what the text does"};
}

/// A rule of which every question goes to another.
void report_loser(const Rule& rule, const Fate& fate, const Terms& terms, Findings& findings) {
  const Rule& winner = *fate.lost->to;
  const bool own = winner.document == rule.document;
  const std::string to = provision_name(winner, terms);
  Finding& finding = findings.add(
      own ? "matter/unreachable" : "matter/always-displaced", content_place(rule),
      {fmt::format("この定め（{}）は、どの契約でも{}に退けられる", rule.matter.value, to),
       fmt::format("this rule on `{}` gives way to `{}` in every contract", rule.matter.value, address_of(winner))},
      own ? help()
          : Message{"元の文書の一般の定めなら了承する。生きるはずの定めなら優先順位か `scope` を確かめる",
                    "accept it where it is the general rule behind special ones, else look at the order or the scope"});
  finding.related.push_back({content_place(winner), {"優先する定め", "what goes before it"}});
  if (fate.lost->because != nullptr) {
    finding.related.push_back({fate.lost->because->place, {"順位の定め", "by this order"}});
  }
  finding.about(address_of(rule), rule.matter.value);
}

void report_idle(const Rule& rule, Place place, const Message& why, const std::string& of, Findings& findings) {
  findings.add("matter/unreachable", place, why, help()).about(address_of(rule), of);
}

/// The values of a scope that no contract has: services, kinds and options none of the channels sells.
void report_values(const Rule& rule, const Fate& fate, const Ontology& ontology, Findings& findings) {
  if (prices(rule, ontology)) return;  // what is priced and not sold, the checks of prices say (`price/not-offered`)
  std::set<std::string> told;          // an option and the item of that name are one
  for (const auto& [name, values] : rule.scope.admits) {
    const auto met = fate.met.find(name);
    for (const std::string& value : values) {
      if (met == fate.met.end() || met->second.contains(value) || !told.insert(value).second) continue;
      report_idle(rule, rule.place,
                  {fmt::format("`scope` の `{}` は、この文書による契約では提供されていない", value),
                   fmt::format("no contract under this document has `{}`, which its scope names", value)},
                  fmt::format("{} {}", rule.matter.value, value), findings);
    }
  }
}

}  // namespace

void find_unreachable(const Checked& checked, const std::vector<Case>& cases, Findings& findings) {
  const Fates fates = fates_of(cases);
  for (const Rule* rule : rules_in_use(checked)) {
    const auto found = fates.find(rule);
    if (found == fates.end() || !found->second.spoken) {
      if (prices(*rule, checked.terms.ontology) && !options_of(*rule, checked.terms.ontology).empty()) continue;
      report_idle(
          *rule, rule->place,
          {fmt::format("この定め（{}）の `scope` に当たる契約がない（提供されていないものに及ぶ）", rule->matter.value),
           fmt::format("no contract falls under the scope of this rule on `{}`", rule->matter.value)},
          rule->matter.value, findings);
      continue;
    }
    const Fate& fate = found->second;
    if (fate.unknown) continue;
    if (fate.stands) {
      report_values(*rule, fate, checked.terms.ontology, findings);
    } else if (fate.lost != nullptr) {
      report_loser(*rule, fate, checked.terms, findings);
    } else if (rule->when) {
      const Expr& condition = rule->when->readings.front().value;
      report_idle(
          *rule, condition.place,
          {fmt::format("この定め（{}）の条件 `{}` は成り立ち得ない", rule->matter.value, condition.source),
           fmt::format("the condition `{}` of this rule on `{}` can never hold", condition.source, rule->matter.value)},
          rule->matter.value, findings);
    }
  }
}

}  // namespace yomikae
