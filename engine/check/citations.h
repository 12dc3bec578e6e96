#pragma once

#include "check/check.h"

namespace yomikae {

/// 引用: labels against headings, and whether what is cited for a matter lays it down.
void check_citations(const Checked& checked, Findings& findings);

}  // namespace yomikae
