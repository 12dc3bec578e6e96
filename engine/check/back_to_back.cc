#include "check/back_to_back.h"

namespace yomikae {

void check_back_to_back(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
