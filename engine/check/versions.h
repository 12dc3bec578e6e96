#pragma once

#include "check/check.h"

namespace yomikae {

/// 版: overlays older than their base, days without a complete set, versions of one day.
void check_versions(const Checked& checked, Findings& findings);

}  // namespace yomikae
