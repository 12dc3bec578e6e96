#include "check/catalogue.h"

namespace yomikae {

void check_catalogue(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
