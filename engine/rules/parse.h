#pragma once

#include <optional>

#include "base/finding.h"
#include "base/source.h"
#include "rules/expression.h"

namespace yomikae {

/// Reads one expression:
///
///     if end >= minimum-term.end then 0 else fee.monthly[item = base] * residual
///     effect >= elapses(notice, 30 days)
///     ground in [customer-notice, provider-after-demand]
///
/// Names may hold hyphens and dots, so operators need spaces around them. What is wrong is reported as `rule/syntax`
/// at the character where it goes wrong; nothing is returned then. Nesting is limited to 100.
std::optional<Expr> parse_expression(const Scalar& text, Findings& findings);

}  // namespace yomikae
