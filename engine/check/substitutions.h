#pragma once

#include "check/check.h"

namespace yomikae {

/// 読替え: rows that hit nothing, names left standing, rows that hide, contradict or undo each other.
void check_substitutions(const Checked& checked, Findings& findings);

}  // namespace yomikae
