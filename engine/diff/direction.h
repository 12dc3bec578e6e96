#pragma once

#include <optional>

#include "effective/answer.h"
#include "terms/ontology.h"

namespace yomikae {

/// Which way a change goes for the customer.
enum class Direction {
  worse,
  better,
  undirected,  ///< nobody says which way is better, or there is no value on a side to compare
  wording,     ///< the words are others and nothing that could be compared is
};

/// By what the ontology declares of a matter. An end that comes earlier after a notice is better for who gives it, and
/// so is a notice that may arrive later; nothing counts as no time and no money at all.
Direction direction_of(const Question& question, const std::optional<Value>& before, const std::optional<Value>& after);

}  // namespace yomikae
