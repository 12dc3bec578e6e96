#pragma once

#include "check/check.h"

namespace yomikae {

/// 置換え・追加: places one overlay words twice, and places the newer base has no longer, has as something else, or
/// words otherwise than when the overlay was drawn up.
void check_amended_places(const Checked& checked, Findings& findings);

}  // namespace yomikae
