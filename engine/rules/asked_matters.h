#pragma once

#include <functional>

#include "rules/rule.h"

namespace yomikae {

/// Shows `look` every matter an expression asks for, wherever in it: what one reading needs, the rule rests on.
void for_each_matter(const Alternatives& alternatives, const std::function<void(const Expr::MatterValue&)>& look);

/// The same of all a rule computes: its condition, its parts, its value, what it requires.
void for_each_matter(const Rule& rule, const std::function<void(const Expr::MatterValue&)>& look);

}  // namespace yomikae
