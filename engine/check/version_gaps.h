#pragma once

#include "check/check.h"

namespace yomikae {

/// 版の欠け: days on which a channel has no complete set of versions, in the past and now.
void check_version_gaps(const Checked& checked, Findings& findings);

/// 有効期間: rules on one question that hold one after the other (`valid:`), and days on which two of them hold, or
/// none.
void check_periods(const Checked& checked, Findings& findings);

}  // namespace yomikae
