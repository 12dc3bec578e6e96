#pragma once

#include <vector>

#include "base/source.h"
#include "effective/answer.h"
#include "resolve/selection.h"

namespace yomikae::bench {

/// Every date and amount the terms declare, asked of the contract and of each option it lists. Facts of a question are
/// what follows from the contract: notice arrives on its day, and what asks for a day is told the first on which such a
/// notice ends it; a fact that may be left out is asked both ways. What the terms refuse to be asked is left out.
std::vector<StatedQuestion> questionnaire(const Selection& selection, Sources& sources);

}  // namespace yomikae::bench
