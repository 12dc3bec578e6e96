#pragma once

#include "check/check.h"

namespace yomikae {

/// 注と番号: numbers of notes that are missing, twice, or referred to and not there; rows and items that do not run on.
void check_notes(const Checked& checked, Findings& findings);

}  // namespace yomikae
