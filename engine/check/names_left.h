#pragma once

#include "base/finding.h"
#include "check/renamed_texts.h"

namespace yomikae {

/// What a 読替え表 forgets: names of the wholesaler that stand in the words as they read in the end, and options of the
/// base of which the overlay says nothing.
void check_names_left(const RenamedTexts& texts, Findings& findings);

}  // namespace yomikae
