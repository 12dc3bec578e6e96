#include "check/matters.h"

namespace yomikae {

void check_matters(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
