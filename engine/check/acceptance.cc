#include "check/acceptance.h"

#include <algorithm>

namespace yomikae {
namespace {

const Acceptance* acceptance_of(const Finding& finding, std::span<const Acceptance> acceptances) {
  const auto found = std::find_if(acceptances.begin(), acceptances.end(), [&](const Acceptance& each) {
    return each.rule == finding.rule && each.subject == finding.subject;
  });
  return found == acceptances.end() ? nullptr : &*found;
}

}  // namespace

std::vector<JudgedFinding> judge(const Findings& findings, std::span<const Acceptance> acceptances, Date day) {
  std::vector<JudgedFinding> judged;
  for (const Finding& each : findings.all()) {
    const Acceptance* accepted = each.subject.at.empty() ? nullptr : acceptance_of(each, acceptances);
    const bool holds = accepted != nullptr && day <= accepted->until;
    judged.push_back({each, holds ? accepted : nullptr});
  }
  return judged;
}

}  // namespace yomikae
