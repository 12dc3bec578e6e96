#include "check/check.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "check/back_to_back.h"
#include "check/catalogue.h"
#include "check/channels.h"
#include "check/citations.h"
#include "check/coverage.h"
#include "check/errata.h"
#include "check/exclusions.h"
#include "check/matters.h"
#include "check/order.h"
#include "check/substitutions.h"
#include "check/versions.h"

namespace yomikae {
namespace {

constexpr std::array<Check, 11> checks{check_coverage,  check_channels,  check_exclusions,  check_substitutions,
                                       check_citations, check_catalogue, check_matters,     check_order,
                                       check_versions,  check_errata,    check_back_to_back};

}  // namespace

Findings check(const Checked& checked) {
  Findings found;
  for (const Check each : checks) each(checked, found);
  const auto key = [](const Finding& finding) {
    return std::tie(finding.place, finding.rule->id, finding.subject, finding.message.ja);
  };
  std::vector<Finding> sorted = found.all();
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  const auto same = [](const Finding& a, const Finding& b) {
    // Without a subject only the words tell two findings at one place apart.
    const bool alike = a.subject.at.empty() ? a.message.ja == b.message.ja : a.subject == b.subject;
    return a.rule == b.rule && a.place == b.place && alike;
  };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  Findings once;
  for (Finding& each : sorted) once.append(std::move(each));
  return once;
}

}  // namespace yomikae
