#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "check/held_texts.h"
#include "check/offers.h"
#include "check/rule_subject.h"
#include "check/satisfiable.h"

namespace yomikae {
namespace {

/// Whether what a rule asks for can be lost: another contract, or another option.
bool can_be_lost(const Rule& rule, const Ontology& ontology) {
  const auto* body = std::get_if<Alternatives>(&rule.body);
  return body != nullptr && (!holdings_in(rule).empty() || !options_in(body->readings.front().value, ontology).empty());
}

std::string labels(const std::map<std::string, const Rule*>& options, const Ontology& ontology) {
  std::string text;
  for (const auto& [option, rule] : options) {
    text += fmt::format("{}「{}」", text.empty() ? "" : "・", ontology.label_of(ontology.option_set, option));
  }
  return text;
}

std::string subject(const HeldVersion& held, const Rule& rule) {
  return fmt::format("{}#{}", held.text.document.value, to_string(rule.at.path));
}

void check_version(const HeldVersion& held, const Matter& loss, const Ontology& ontology, Findings& findings) {
  std::vector<const Rule*> cascades;
  std::map<std::string, const Rule*> open;  // options that need something, without a word on its loss
  const Rule* first = nullptr;
  for (const Rule& rule : held.rules.rules) {
    if (rule.matter == loss.id) cascades.push_back(&rule);
    if (rule.matter != loss.on_loss_of || !can_be_lost(rule, ontology)) continue;
    if (first == nullptr) first = &rule;
    for (const std::string& option : options_of(rule, ontology)) open.try_emplace(option, &rule);
  }
  if (first == nullptr) return;
  if (cascades.empty()) {
    findings
        .add("offer/cascade-missing", first->at_place,
             {"前提の契約やオプションが終わったときにどうなるかを、どの条項も定めていない",
              "nothing says what becomes of it when what is asked for ends"},
             {"共に終わるのか、要件を欠いたまま続くのかを定めるか、`open-points` に挙げる",
              "say whether it ends too or goes on without, or name it among the `open-points`"})
        .about(fmt::format("document/{}", held.text.document.value), loss.id.value);
    return;
  }
  const std::size_t all = open.size();
  for (const Rule* each : cascades) {
    if (options_of(*each, ontology).empty()) return;  // whatever the option
    for (const std::string& option : options_of(*each, ontology)) open.erase(option);
  }
  if (open.empty()) return;
  Finding& finding =
      findings
          .add("offer/cascade-partial", cascades.front()->at_place,
               {fmt::format("前提を失ったときの定めが、前提のある{}のオプションのうち{}に及ばない", all,
                            labels(open, ontology)),
                fmt::format("of {} options that need something, {} are not said to end with it", all, open.size())},
               {"及ばないものを加えるか、及ばないことを `open-points` に挙げる",
                "add those it leaves out, or name them among the `open-points`"})
          .about(subject(held, *cascades.front()));
  for (const auto& [option, rule] : open) {
    finding.related.push_back({rule->at_place,
                               {fmt::format("「{}」の要件", ontology.label_of(ontology.option_set, option)),
                                fmt::format("what `{}` needs", option)}});
  }
}

}  // namespace

void check_cascades(const Checked& checked, Findings& findings) {
  const Ontology& ontology = checked.terms.ontology;
  for (const Matter& loss : ontology.matters) {
    if (loss.on_loss_of.empty()) continue;
    for (const HeldVersion* held : texts_in_force(checked)) check_version(*held, loss, ontology, findings);
  }
}

}  // namespace yomikae
