#pragma once

#include <map>
#include <set>

#include "resolve/resolution.h"
#include "resolve/selection.h"
#include "terms/name.h"

namespace yomikae {

/// For each matter those its value may ask for: what the expressions of its rules name, what its declaration does (what
/// happens to each item, what holds where no rule does, how it is rounded, the lines of a statement), and its parts.
std::map<MatterId, std::set<MatterId>> mentioned_matters(const Selection& selection);

}  // namespace yomikae
