#pragma once

#include <vector>

#include "base/finding.h"
#include "check/cases.h"

namespace yomikae {

/// 通知と終わりの日: walks every ending and every time limit over two years with a leap day in them. A later notice
/// must not end a contract earlier (`matter/later-notice-ends-earlier`), some notice must end it at all
/// (`matter/ending-impossible`), and notice cannot be due after what it gives notice of
/// (`matter/deadline-after-effect`). What an example contract cannot tell is passed over.
void walk_endings(const Checked& checked, const std::vector<Case>& cases, Findings& findings);

}  // namespace yomikae
