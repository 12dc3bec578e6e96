#pragma once

#include "base/finding.h"
#include "overlay/terms.h"

namespace yomikae {

/// Puts the texts of every channel and service together, for a contract that states nothing, on the first day on which
/// all of them are in force, and reports what is found about how they come together (exclusions, order of precedence,
/// versions). Each finding once.
void check_channels(const Terms& terms, Findings& findings);

}  // namespace yomikae
