#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// `text` folded for comparing names (base/text.h), Latin letters in one case.
std::u32string name_key(std::string_view text);

/// Whether both name the same: folded, whatever the case of Latin letters.
bool same_caption(std::string_view a, std::string_view b);

/// The part of a longer text that comes nearest to a name, and by how many letters it differs.
struct NearWords {
  std::size_t begin = 0;  ///< units of the key the words were looked for in
  std::size_t end = 0;
  std::size_t edits = 0;
};

/// The words of `text` that are `name` but for a misprint: some letters changed, left out or put in, the last one
/// apart, and more than two of them only inside the name; at most a fifth of the name, and no more than `at_most`.
/// Nothing where the name itself is there, or nothing is that near. Both are keys.
std::optional<NearWords> misprint_of(std::u32string_view name, std::u32string_view text, std::size_t at_most = 4);

/// How much of a name a text shares with it, by its pairs of neighbouring letters: 1 where it holds the name. Both are
/// keys.
double shared_with(std::u32string_view name, std::u32string_view text);

}  // namespace yomikae
