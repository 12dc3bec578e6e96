#pragma once

#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace yomikae {

/// Whether some reading of an expression asks for a fact: by its name, or by a part (`where`) that does. Another matter
/// sees only what is handed to it in brackets.
bool mentions(const Alternatives& alternatives, std::string_view fact, const std::vector<Part>& where);
bool mentions(const Expr& expr, std::string_view fact, const std::vector<Part>& where);

}  // namespace yomikae
