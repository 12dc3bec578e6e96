#pragma once

#include <span>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/acceptance.h"

namespace yomikae {

/// What is to be said of the acceptances themselves, held against everything that was found: one that has run out
/// (`acceptance/expired`), one nothing was found for (`acceptance/unused`), and one that holds longer than anybody can
/// answer for (`acceptance/far-off`). `found` must be whole: what was not looked for was not found either.
void check_acceptances(std::span<const Acceptance> acceptances, const Findings& found, Date day, Findings& findings);

}  // namespace yomikae
