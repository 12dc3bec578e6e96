#include "render/color.h"

#include <fmt/format.h>

namespace yomikae {

std::string painted(std::string_view text, std::string_view code, TextStyle style) {
  return style.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace yomikae
