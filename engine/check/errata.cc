#include "check/errata.h"

namespace yomikae {

void check_errata(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
