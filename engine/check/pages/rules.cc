#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_rules() { return {}; }

}  // namespace yomikae::pages
