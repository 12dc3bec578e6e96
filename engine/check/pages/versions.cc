#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_versions() { return {}; }

}  // namespace yomikae::pages
