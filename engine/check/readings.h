#pragma once

#include "base/finding.h"
#include "check/check.h"

namespace yomikae {

/// 読み方と未決の点: readings without a reason, that are one and the same, or share a name; open points that share one.
void check_readings(const Checked& checked, Findings& findings);

}  // namespace yomikae
