#pragma once

#include <vector>

#include "base/finding.h"
#include "check/state.h"
#include "overlay/terms.h"

namespace yomikae {

/// What the checks look at: the terms, how they come together in every state from the day in question on, and the texts
/// they were read from (a cure that moves lines needs those).
struct Checked {
  const Terms& terms;
  const std::vector<State>& states;
  const Sources& sources;
  Date day;
};

/// One family of checks. What several states have alike is found once: by rule, place and subject.
using Check = void (*)(const Checked& checked, Findings& findings);

/// 検査: everything that can be seen of the terms without a customer, by file and place. None of the checks reads prose
/// where data says it.
Findings check(const Checked& checked);

}  // namespace yomikae
