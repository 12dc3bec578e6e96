#pragma once

#include "check/check.h"

namespace yomikae {

/// 提供: what a channel sells is described and priced, its requirements can be met, and what has ended is not sold.
void check_offers(const Checked& checked, Findings& findings);

/// 受付と提供の終わり: plans closed to new applications and plans whose announced end has passed, while a price list or
/// a channel still has them.
void check_endings(const Checked& checked, Findings& findings);

/// 前提を失ったとき: of the options that need something, only some are said to end with it, or none.
void check_cascades(const Checked& checked, Findings& findings);

}  // namespace yomikae
