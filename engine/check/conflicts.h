#pragma once

#include <vector>

#include "base/finding.h"
#include "check/cases.h"

namespace yomikae {

/// 抵触: rules none of which goes before the other, and which lay down different things of one question
/// (`matter/conflict` where every contract meets it, `matter/conflict-on-condition` where it takes a fact).
void find_conflicts(const Checked& checked, const std::vector<Case>& cases, Findings& findings);

}  // namespace yomikae
