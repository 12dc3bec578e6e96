#pragma once

#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/value.h"

namespace yomikae {

/// The provisions of 民法 by which a function came to its result for these arguments, each sentence by itself:
/// `民法140条ただし書・141条・143条1項・2項本文`. Empty where no article stands behind the function.
std::string law_behind(Function function, const std::vector<Value>& arguments);

}  // namespace yomikae
