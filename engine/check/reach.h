#pragma once

#include <vector>

#include "base/finding.h"
#include "check/cases.h"

namespace yomikae {

/// 及ばない定め: rules no contract meets, because nothing their scope asks for is sold, because their condition cannot
/// hold or because another rule of their own document always goes before them (`matter/unreachable`), or because in
/// every channel another document does (`matter/always-displaced`).
void find_unreachable(const Checked& checked, const std::vector<Case>& cases, Findings& findings);

}  // namespace yomikae
