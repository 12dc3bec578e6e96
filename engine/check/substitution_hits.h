#pragma once

#include "base/finding.h"
#include "check/renamed_texts.h"

namespace yomikae {

/// What each row of a 読替え表 did to the texts it is for: rows that never apply, and places that were left alone.
void check_hits(const RenamedTexts& texts, const Sources& sources, Findings& findings);

}  // namespace yomikae
