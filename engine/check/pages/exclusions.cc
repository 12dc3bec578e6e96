#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_exclusions() { return {}; }

}  // namespace yomikae::pages
