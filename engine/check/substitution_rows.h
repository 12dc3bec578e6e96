#pragma once

#include "base/finding.h"
#include "check/renamed_texts.h"

namespace yomikae {

/// The rows of a 読替え表 against each other and against what else bears a name: whatever the texts say.
void check_rows(const RenamedTexts& texts, Findings& findings);

}  // namespace yomikae
