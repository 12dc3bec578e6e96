#include "check/channels.h"

namespace yomikae {

void check_channels(const Checked& checked, Findings& findings) {
  for (const State& state : checked.states) {
    for (const Finding& each : state.selection.findings.all()) {
      // Told in full, with their places, by the checks of versions (version/gap) and of exclusions.
      const bool told = each.rule->id == "version/none-in-force" || each.rule->id.starts_with("exclusion/");
      if (!told) findings.append(each);
    }
  }
}

}  // namespace yomikae
