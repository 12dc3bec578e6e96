#pragma once

#include <cstddef>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/acceptance.h"

namespace yomikae {

/// What `check` says: every finding with who lives with it, and the day for which it was looked at.
struct CheckReport {
  Date day;
  std::vector<JudgedFinding> findings;  ///< by file and place

  /// How many of a severity count; with those somebody has accepted apart.
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] std::size_t accepted() const;
};

}  // namespace yomikae
