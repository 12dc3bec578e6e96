#pragma once

#include "base/finding.h"
#include "check/check.h"

namespace yomikae {

/// 順位のない文書: texts of one contract that can collide and that nothing ranks (`order/unranked`).
void find_unranked(const Checked& checked, Findings& findings);

}  // namespace yomikae
