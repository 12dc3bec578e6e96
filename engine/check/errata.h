#pragma once

#include "check/check.h"

namespace yomikae {

/// 正誤: misprints nobody has verified.
void check_errata(const Checked& checked, Findings& findings);

}  // namespace yomikae
