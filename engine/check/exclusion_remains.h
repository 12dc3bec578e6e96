#pragma once

#include "base/finding.h"
#include "check/exclusion_case.h"

namespace yomikae {

/// What still leans on a provision that is cut: citations and rules, names, and terms it defined.
void check_remains(const ExclusionCase& line, Findings& findings);

}  // namespace yomikae
