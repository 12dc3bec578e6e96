#pragma once

#include "base/finding.h"
#include "check/check.h"

namespace yomikae {

/// 働かない印と語彙: provisions that are said to lay down nothing and have rules all the same (`matter/marked-idle`);
/// rules whose time is over (`matter/spent`); what is left to a quote that cannot state it (`matter/unfillable`);
/// assumptions nothing asks for (`matter/unused-assumption`).
void check_idle_marks(const Checked& checked, Findings& findings);

}  // namespace yomikae
