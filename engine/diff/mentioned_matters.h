#pragma once

#include <map>
#include <set>

#include "resolve/resolution.h"
#include "resolve/selection.h"
#include "terms/name.h"

namespace yomikae {

/// What stands among the matters a rule asks for where it asks which days are holidays.
inline const MatterId holidays_asked_for{"#holidays"};

/// For each matter those its value may ask for: what the expressions of its rules name, what its declaration does (what
/// happens to each item, what holds where no rule does, how it is rounded, the lines of a statement), and its parts.
std::map<MatterId, std::set<MatterId>> mentioned_matters(const Selection& selection);

}  // namespace yomikae
