#include "check/channels.h"

namespace yomikae {

void check_channels(const Checked& checked, Findings& findings) {
  for (const State& state : checked.states) findings.append(state.selection.findings);
}

}  // namespace yomikae
