#pragma once

#include <vector>

#include "base/finding.h"
#include "check/cases.h"

namespace yomikae {

/// 定めなし: matters of money and days on which no text of a service says anything (`matter/unregulated`, once a
/// channel and matter), and matters of which no rule of any document speaks (`matter/unused`).
void find_silence(const Checked& checked, const std::vector<Case>& cases, Findings& findings);

}  // namespace yomikae
