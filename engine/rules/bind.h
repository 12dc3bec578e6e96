#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "rules/expression.h"
#include "terms/ontology.h"

namespace yomikae {

/// What the names of an expression can mean, in the order they are looked up: parts of the same rule, facts of the
/// matter's question, facts of the contract, assumptions, dimensions, matters, members of closed sets.
struct NameScope {
  const Ontology& ontology;
  const Matter* matter = nullptr;
  std::vector<std::pair<std::string, ValueType>> locals;
};

/// Gives every name its meaning and every part its type. What does not fit is reported (`rule/unknown-name`,
/// `rule/type`) at its place; all mistakes of the expression are. `expected` of kind `nothing` accepts any type.
/// Holds after success: no `Unbound` is left, and evaluation meets no type it does not expect.
bool bind_expression(Expr& expr, const NameScope& scope, const ValueType& expected, Findings& findings);

/// Facts every contract has beside those the terms declare: `as-of` (the day in question) and `stated` (the contract
/// lists the option that is asked about).
inline constexpr std::string_view as_of_fact = "as-of";
inline constexpr std::string_view stated_fact = "stated";
/// Whether `[on = …]` named the day on which things are counted.
inline constexpr std::string_view day_named_fact = "day-named";
/// How many of the option the contract lists.
inline constexpr std::string_view option_quantity_fact = "option-quantity";
/// In brackets behind a matter: the day on which its quantities are counted. As a fact: that day itself.
inline constexpr std::string_view counting_day = "on";

}  // namespace yomikae
