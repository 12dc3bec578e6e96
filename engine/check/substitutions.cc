#include "check/substitutions.h"

namespace yomikae {

void check_substitutions(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
