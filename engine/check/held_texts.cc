#include "check/held_texts.h"

#include <algorithm>

namespace yomikae {

std::vector<const HeldVersion*> texts_in_force(const Checked& checked) {
  std::vector<const HeldVersion*> result;
  for (const HeldVersion& held : checked.terms.versions) {
    const bool governs = std::any_of(checked.states.begin(), checked.states.end(), [&](const State& state) {
      return std::any_of(state.selection.layers.begin(), state.selection.layers.end(),
                         [&](const Layer& layer) { return layer.held == &held; });
    });
    if (governs) result.push_back(&held);
  }
  return result;
}

}  // namespace yomikae
