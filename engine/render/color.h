#pragma once

#include <string>
#include <string_view>

#include "render/output.h"

namespace yomikae {

// How parts of a text stand out on a terminal: codes of its graphic rendition.
inline constexpr std::string_view emphasis = "1";
inline constexpr std::string_view dim = "2";

/// The text as it is where the style has no colour.
std::string painted(std::string_view text, std::string_view code, TextStyle style);

}  // namespace yomikae
