#include "check/overrides.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/provision_names.h"

namespace yomikae {
namespace {

/// What a rule of an overlay changes.
struct Override {
  const Rule* equal = nullptr;  ///< a rule of what is taken over that says the same
  bool differs = false;         ///< somewhere it says something of its own
};

/// Whether a channel takes a document over as a part of its contracts.
bool is_taken_over(const DocumentId& document, const Channel& channel) {
  return std::any_of(channel.levels.begin(), channel.levels.end(), [&](const OverlayLevel& level) {
    return std::any_of(level.adoptions.begin(), level.adoptions.end(), [&](const Adoption& each) {
      return each.document == document && each.extent == Incorporation::full;
    });
  });
}

/// The rule of what is taken over that stands beside this one with the same content; null where none does.
const Rule* equal_of(const Rule& rule, const Resolution& outcome, const State& state) {
  const Selection& selection = state.selection;
  const auto found = std::find_if(outcome.winners.begin(), outcome.winners.end(), [&](const Rule* other) {
    return other->document != rule.document && is_taken_over(other->document, *state.channel) &&
           same_content(words_of(rule, selection), words_of(*other, selection));
  });
  return found == outcome.winners.end() ? nullptr : *found;
}

}  // namespace

void find_idle_overrides(const Checked& checked, const std::vector<Case>& cases, Findings& findings) {
  std::map<const Rule*, Override> overrides;
  for (const Case& each : cases) {
    if (each.matter->combine == Matter::Combine::all) continue;
    for (const Resolution& outcome : each.outcomes) {
      for (const Rule* rule : outcome.winners) {
        if (rule->document.empty() || is_taken_over(rule->document, *each.state->channel)) continue;
        Override& found = overrides[rule];
        const bool displaces = std::any_of(outcome.losses.begin(), outcome.losses.end(),
                                           [&](const Loss& loss) { return loss.to == rule; });
        const Rule* equal = is_quoted(*rule, each.state->selection) ? nullptr : equal_of(*rule, outcome, *each.state);
        found.differs = found.differs || displaces || equal == nullptr;
        if (found.equal == nullptr) found.equal = equal;
      }
    }
  }
  for (const auto& [rule, found] : overrides) {
    if (found.differs || found.equal == nullptr) continue;
    Finding& finding = findings.add(
        "matter/same-as-base", content_place(*rule),
        {fmt::format("この定め（{}）は、元の{}と同じことを定める", rule->matter.value,
                     provision_name(*found.equal, checked.terms)),
         fmt::format("this rule on `{}` says what `{}` says anyway", rule->matter.value, address_of(*found.equal))},
        {"元が変わっても自社の定めを残すなら了承する。元に従うつもりなら定めを消す",
         "accept it where your own text is to stay when the base changes, else take it away"});
    finding.related.push_back({content_place(*found.equal), {"元の定め", "the rule of the base"}});
    finding.about(address_of(*rule), rule->matter.value);
  }
}

}  // namespace yomikae
