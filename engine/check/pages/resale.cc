#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_resale() { return {}; }

}  // namespace yomikae::pages
