#pragma once

#include "check/check.h"

namespace yomikae {

/// 提供するものと料金: what is offered, described and priced, and what only some of these.
void check_catalogue(const Checked& checked, Findings& findings);

}  // namespace yomikae
