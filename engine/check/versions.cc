#include "check/versions.h"

namespace yomikae {

void check_versions(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
