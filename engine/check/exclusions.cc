#include "check/exclusions.h"

namespace yomikae {

void check_exclusions(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
