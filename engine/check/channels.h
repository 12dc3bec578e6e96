#pragma once

#include "check/check.h"

namespace yomikae {

/// What is found when the texts of a channel are put together (versions, order of precedence, exclusions).
void check_channels(const Checked& checked, Findings& findings);

}  // namespace yomikae
