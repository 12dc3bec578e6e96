#pragma once

#include <functional>

#include "rules/rule.h"

namespace yomikae {

using SeeExpression = std::function<void(const Expr&)>;

/// Shows an expression and everything it is made of, the outer before the inner.
void for_each_subexpression(const Expr& expr, const SeeExpression& see);
/// The same for every reading.
void for_each_subexpression(const Alternatives& alternatives, const SeeExpression& see);
/// The same for what a rule lays down, its condition apart: its parts, its value or its requirements. That is what a
/// rule that is like another (準ずる) has from it.
void for_each_subexpression_laid_down(const Rule& rule, const SeeExpression& see);
/// The same for everything a rule says: its condition, and what it lays down.
void for_each_subexpression(const Rule& rule, const SeeExpression& see);

}  // namespace yomikae
