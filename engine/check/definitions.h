#pragma once

#include "check/check.h"

namespace yomikae {

/// 定義: terms defined twice, defined and not used, used under another spelling, or used and not defined any more.
void check_definitions(const Checked& checked, Findings& findings);

}  // namespace yomikae
