#pragma once

#include <string>

#include "base/date.h"
#include "effective/calculation.h"
#include "terms/ontology.h"

namespace yomikae {

/// Facts to ask a question with that no contract tells: by the type of each, the same for every contract and on both
/// sides. Days follow each other in the order in which the matter declares its facts.
Facts sample_facts(const Question& question, Date day);

/// `amount=10000 due=2026-12-31`
std::string to_string(const Facts& facts);

}  // namespace yomikae
