#include "effective/rounding.h"

namespace yomikae {

std::optional<Symbol> rounding_of(const Matter& matter, const Rational& amount, Calculation& calculation,
                                  const Ontology& ontology) {
  if (matter.rounding.empty() || amount.is_whole()) return std::nullopt;
  const Matter& how = *ontology.matter(matter.rounding.value);
  Dimensions dimensions;
  if (!how.by.empty()) dimensions[how.by.front()] = matter.id.value;
  const Outcome said = calculation.value(how, dimensions, {});
  const auto* symbol = said.has_value() ? std::get_if<Symbol>(&said.value) : nullptr;
  return symbol == nullptr ? Symbol{} : *symbol;
}

std::optional<Rational> rounded(const Rational& amount, std::string_view how) {
  if (how == truncate_choice) return Rational{amount.floor()};
  if (how == half_up_choice) return Rational{amount.round_half_up()};
  return std::nullopt;
}

std::string rounding_assumption(const Matter& matter, const Ontology& ontology) {
  const Matter* how = ontology.matter(matter.rounding.value);
  for (const AssumptionSpec& spec : ontology.assumptions) {
    if (how != nullptr && spec.type == how->type) return spec.name;
  }
  return {};
}

}  // namespace yomikae
