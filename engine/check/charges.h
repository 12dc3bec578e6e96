#pragma once

#include "base/finding.h"
#include "check/check.h"

namespace yomikae {

/// 契約の金額とオプションの金額: where one document rules an amount for the contract and again for its options, and the
/// second names fewer exceptions (`matter/carve-out-missing`), or the first is reckoned from a sum that holds what the
/// second charges again (`matter/counted-twice`).
void check_charges(const Checked& checked, Findings& findings);

}  // namespace yomikae
