#pragma once

#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/channel.h"
#include "overlay/terms.h"

namespace yomikae {

struct ExcludedProvision;

/// Finds what the exclusions of a channel name in the versions in force. Number and label are both looked at; where
/// they disagree the label decides and `exclusion/label-mismatch` says so; a label that is nowhere excludes nothing
/// (`exclusion/not-found`), however near another name is.
std::vector<ExcludedProvision> resolve_exclusions(const Channel& channel, const Terms& terms, Date day,
                                                  Findings& findings);

}  // namespace yomikae
