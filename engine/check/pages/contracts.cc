#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_contracts() { return {}; }

}  // namespace yomikae::pages
