#pragma once

#include "check/check.h"

namespace yomikae {

/// 適用除外: what an overlay cuts out, in every state: number against label, names that are nowhere, what moved, what
/// still refers to what is gone, definitions that go with it.
void check_exclusions(const Checked& checked, Findings& findings);

}  // namespace yomikae
