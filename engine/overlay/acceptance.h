#pragma once

#include <string>

#include "base/date.h"
#include "base/finding.h"
#include "base/source.h"

namespace yomikae {

/// 了承: somebody has looked at a finding and lives with it, for a reason and until a day. It speaks of one rule at one
/// subject; a finding about anything else is as new as ever.
struct Acceptance {
  const FindingRule* rule = nullptr;
  Subject subject;
  std::string because;
  Date until;  ///< the last day on which it holds
  Place place;
};

}  // namespace yomikae
