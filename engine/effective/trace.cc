#include "effective/trace.h"

#include <algorithm>
#include <utility>

namespace yomikae {

void Trace::source(const Rule& rule) {
  const bool known = std::any_of(sources.begin(), sources.end(), [&](const Rule* each) {
    return each->document == rule.document && each->at == rule.at;  // the order form is one source
  });
  if (!known) sources.push_back(&rule);
}

void Trace::assume(UsedAssumption assumption) {
  const bool known = std::any_of(assumptions.begin(), assumptions.end(),
                                 [&](const UsedAssumption& each) { return each.name == assumption.name; });
  if (!known) assumptions.push_back(std::move(assumption));
}

void Trace::step(std::string text, std::string value, const Rule* rule) {
  const bool known = std::any_of(steps.begin(), steps.end(), [&](const ComputationStep& each) {
    return each.text == text && each.value == value && each.source == rule;
  });
  if (!known) steps.push_back({std::move(text), std::move(value), rule});
}

void Trace::take_over(const Trace& other) {
  for (const Rule* rule : other.sources) source(*rule);
  for (const UsedAssumption& each : other.assumptions) assume(each);
  for (const ComputationStep& each : other.steps) step(each.text, each.value, each.source);
  for (const Rule* rule : other.conflicting) {
    if (std::find(conflicting.begin(), conflicting.end(), rule) == conflicting.end()) conflicting.push_back(rule);
  }
  if (other.refusal) refusal = other.refusal;
  if (other.partial) partial = other.partial;
}

}  // namespace yomikae
