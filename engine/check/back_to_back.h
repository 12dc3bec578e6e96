#pragma once

#include "check/check.h"

namespace yomikae {

/// 仕入れと販売のずれ: where a reseller owes its customer more than the wholesaler owes it.
void check_back_to_back(const Checked& checked, Findings& findings);

}  // namespace yomikae
