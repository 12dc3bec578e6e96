#pragma once

#include "check/check.h"

namespace yomikae {

/// 価格の行と表: every amount of a row stands in the cell it comes from, and every figure of a table in a row.
void check_price_rows(const Checked& checked, Findings& findings);

}  // namespace yomikae
