#include "check/page.h"

namespace yomikae::pages {

std::span<const FindingPage> of_substitutions() { return {}; }

}  // namespace yomikae::pages
