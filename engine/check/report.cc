#include "check/report.h"

#include <algorithm>

namespace yomikae {

std::size_t CheckReport::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const JudgedFinding& each) {
    return each.counts() && each.finding.rule->severity == severity;
  }));
}

std::size_t CheckReport::accepted() const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const JudgedFinding& each) { return !each.counts(); }));
}

}  // namespace yomikae
