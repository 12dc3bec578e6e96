#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "overlay/substitution.h"
#include "terms/document.h"

namespace yomikae {

/// Looks for one name in texts as substitution does: spaces and width apart, not inside a Latin word, and not inside a
/// longer name that is another thing's.
class NameSearch {
 public:
  /// `others`: names known to the terms; those that hold the name are not it.
  NameSearch(const std::string& name, const std::vector<std::string>& others);
  [[nodiscard]] bool in(std::string_view text) const { return !search_.apply(text).replacements.empty(); }
  /// In any of the words of a provision; its heading is the article's and not looked at.
  [[nodiscard]] bool in(const Provision& provision) const;

 private:
  Substitution search_;
};

/// The words of a provision, each on its own: caption, text, tail, heads and cells of tables.
std::vector<std::string_view> words_of(const Provision& provision);

}  // namespace yomikae
