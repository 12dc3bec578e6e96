#pragma once

#include <span>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/acceptance.h"

namespace yomikae {

/// A finding, and who lives with it.
struct JudgedFinding {
  Finding finding;
  const Acceptance* accepted = nullptr;  ///< null where nobody has accepted it
  [[nodiscard]] bool counts() const { return accepted == nullptr; }
};

/// Holds findings against what has been accepted by the day in question. An acceptance that has run out counts for
/// nothing and is a finding itself (`acceptance/expired`), as is one nothing was found for (`acceptance/unused`).
std::vector<JudgedFinding> judge(const Findings& findings, std::span<const Acceptance> acceptances, Date day);

}  // namespace yomikae
