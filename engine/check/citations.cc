#include "check/citations.h"

namespace yomikae {

void check_citations(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
