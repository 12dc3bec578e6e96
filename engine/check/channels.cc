#include "check/channels.h"

namespace yomikae {

void check_channels(const Checked& checked, Findings& findings) {
  for (const State& state : checked.states) {
    for (const Finding& each : state.selection.findings.all()) {
      const bool told_in_full = each.rule->id.starts_with("exclusion/");  // by the check of exclusions
      if (!told_in_full) findings.append(each);
    }
  }
}

}  // namespace yomikae
