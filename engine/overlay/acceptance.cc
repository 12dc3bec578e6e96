#include "overlay/acceptance.h"

#include <fmt/format.h>

#include <algorithm>

namespace yomikae {

const Acceptance* acceptance_of(const Finding& finding, std::span<const Acceptance> acceptances) {
  if (finding.subject.at.empty()) return nullptr;
  const auto found = std::find_if(acceptances.begin(), acceptances.end(), [&](const Acceptance& each) {
    return each.rule == finding.rule && each.subject == finding.subject;
  });
  return found == acceptances.end() ? nullptr : &*found;
}

JudgedFinding judge(const Finding& finding, std::span<const Acceptance> acceptances, Date day) {
  const Acceptance* acceptance = acceptance_of(finding, acceptances);
  if (acceptance == nullptr || day <= acceptance->until) return {finding, acceptance};
  JudgedFinding judged{finding, nullptr};
  const std::string until = to_string(acceptance->until);
  judged.finding.related.push_back(
      {acceptance->until_place,
       {fmt::format("{} まで了承されていた", until), fmt::format("was accepted until {}", until)}});
  return judged;
}

std::vector<JudgedFinding> judge(const Findings& findings, std::span<const Acceptance> acceptances, Date day) {
  std::vector<JudgedFinding> judged;
  judged.reserve(findings.all().size());
  for (const Finding& each : findings.all()) judged.push_back(judge(each, acceptances, day));
  return judged;
}

}  // namespace yomikae
