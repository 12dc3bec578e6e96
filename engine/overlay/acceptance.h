#pragma once

#include <span>
#include <string>
#include <vector>

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
  Date until;         ///< the last day on which it holds
  Place place;        ///< where it names the finding
  Place until_place;  ///< where it says how long
};

/// A finding, and who lives with it.
struct JudgedFinding {
  Finding finding;
  const Acceptance* accepted = nullptr;  ///< null where nobody has accepted it
  [[nodiscard]] bool counts() const { return accepted == nullptr; }
};

/// What somebody has said of the subject of a finding, whether it still holds or not; null where nobody has.
const Acceptance* acceptance_of(const Finding& finding, std::span<const Acceptance> acceptances);

/// Holds a finding against what has been accepted by the day in question. One whose acceptance has run out counts
/// again, and points to where that stands.
JudgedFinding judge(const Finding& finding, std::span<const Acceptance> acceptances, Date day);
std::vector<JudgedFinding> judge(const Findings& findings, std::span<const Acceptance> acceptances, Date day);

}  // namespace yomikae
