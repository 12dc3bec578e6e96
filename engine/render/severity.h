#pragma once

#include <string_view>

#include "base/finding.h"

namespace yomikae {

/// `error`, `warning`, `note`
std::string_view to_string(Severity severity);
/// `エラー`, `error`
std::string_view severity_word(Severity severity, Language language);
/// Red for what must be put right, yellow for what somebody must look at, blue for what is good to know; as `painted`
/// takes it.
std::string_view color_of(Severity severity);

}  // namespace yomikae
