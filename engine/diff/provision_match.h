#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "terms/document.h"

namespace yomikae {

/// Everything a provision says, its heading and number apart.
std::string printed_words(const Provision& provision);

/// For each provision of the later list which one of the earlier it is; none where it is new. In this order:
/// 1. the same address with the same words,
/// 2. the same words at another address, in the order of the document (a renumbering moves what follows it),
/// 3. the same address with like words, or with the same name,
/// 4. the likest words at another address, as far as they are like at all.
std::vector<std::optional<std::size_t>> match_provisions(const std::vector<Provision>& before,
                                                         const std::vector<Provision>& after);

}  // namespace yomikae
