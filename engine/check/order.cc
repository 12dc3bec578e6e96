#include "check/order.h"

namespace yomikae {

void check_order(const Checked& /*checked*/, Findings& /*findings*/) {}

}  // namespace yomikae
