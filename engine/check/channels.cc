#include "check/channels.h"

namespace yomikae {

void check_channels(const Checked& checked, Findings& findings) {
  for (const State& state : checked.states) {
    for (const Finding& each : state.selection.findings.all()) {
      const bool told_with_its_place = each.rule->id == "version/none-in-force";  // version/gap, by the versions
      if (!told_with_its_place) findings.append(each);
    }
  }
}

}  // namespace yomikae
