#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_citations() { return {}; }

}  // namespace yomikae::pages
