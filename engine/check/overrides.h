#pragma once

#include <vector>

#include "base/finding.h"
#include "check/cases.h"

namespace yomikae {

/// 同じことを定める上書き: rules of a reseller's own text that lay down what the text it takes over lays down anyway,
/// and displace nothing (`matter/same-as-base`).
void find_idle_overrides(const Checked& checked, const std::vector<Case>& cases, Findings& findings);

}  // namespace yomikae
