#pragma once

#include "check/check.h"

namespace yomikae {

/// 名称: the name of what a rule is about stands at the provision it is laid down by: not in another row, and not under
/// another spelling.
void check_names(const Checked& checked, Findings& findings);

}  // namespace yomikae
