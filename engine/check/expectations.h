#pragma once

#include "base/finding.h"
#include "overlay/agreement.h"
#include "overlay/expectation.h"
#include "overlay/terms.h"

namespace yomikae {

/// Holds what comes out for a contract against what is expected of it; every difference is reported at its line
/// (`answers/differ`), with what came out.
void check_expectations(const ExpectationSheet& sheet, const Agreement& agreement, const Terms& terms, Date day,
                        Findings& findings);

}  // namespace yomikae
