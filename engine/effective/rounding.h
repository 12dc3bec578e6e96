#pragma once

#include <optional>
#include <string>

#include "effective/calculation.h"

namespace yomikae {

/// 端数処理: how a fraction of a yen of this matter is rounded, as the terms or the assumptions say; nothing where the
/// amount is whole or the matter knows no rounding, an empty name where nobody says how.
std::optional<Symbol> rounding_of(const Matter& matter, const Rational& amount, Calculation& calculation,
                                  const Ontology& ontology);
/// The amount rounded; nothing where `how` is no way to round.
std::optional<Rational> rounded(const Rational& amount, std::string_view how);
/// The assumption that would settle how this matter is rounded; empty where there is none.
std::string rounding_assumption(const Matter& matter, const Ontology& ontology);

/// The two usual ways, by their names in the terms.
inline constexpr std::string_view truncate_choice = "truncate";
inline constexpr std::string_view half_up_choice = "half-up";

}  // namespace yomikae
