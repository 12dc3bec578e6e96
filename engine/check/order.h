#pragma once

#include "check/check.h"

namespace yomikae {

/// 優先順位: layers nothing ranks.
void check_order(const Checked& checked, Findings& findings);

}  // namespace yomikae
