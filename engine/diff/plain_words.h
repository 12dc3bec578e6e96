#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// Words as far as they can lay anything down: folded (base/text.h), without punctuation. What two texts share here
/// they differ from each other in spelling only.
///
///   `（最低利用期間は、１ヶ月とする。）`  →  `最低利用期間は1ヶ月とする`
std::u32string plain_words(std::string_view text);

/// The figures in plain words, in their order: `1000` of `月1,000円`.
std::vector<std::u32string> figures_of(const std::u32string& plain);

/// The same words with every figure as one and the same mark: equal where nothing but figures differs.
std::u32string without_figures(const std::u32string& plain);

/// How alike two texts are, from 0 (nothing in common) to 1: the share of neighbouring pairs of characters both have
/// (Dice). Words that moved inside a sentence count as the same, which edit distance does not see.
double likeness(const std::u32string& a, const std::u32string& b);

}  // namespace yomikae
