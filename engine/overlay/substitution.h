#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// 読替え: where the text says `from` it is read as `to`. `from` is compared folded (base/text.h);
/// `to` is written as it is and may be empty.
struct SubstitutionRule {
  std::string from;
  std::string to;
  std::string label;  ///< the place it is printed in, e.g. `第2表2行`
};

/// The bytes [begin, end) of a text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A place where a rule was applied. The result holds exactly `to` of the rule in [begin, end).
struct Replacement {
  std::size_t rule = 0;   ///< index into Substitution::rules()
  std::string printed;    ///< what stood there in the input, spaces and line breaks included
  std::size_t begin = 0;  ///< byte offset in the result
  std::size_t end = 0;    ///< byte offset in the result
};

/// A place where a source was found and left as it was.
struct Suppressed {
  enum class Reason {
    inside_longer_word,  ///< it begins or ends in the middle of a Latin word or number
    inside_other_name,   ///< it begins inside one of the other names
  };
  std::size_t rule = 0;   ///< index into Substitution::rules()
  std::size_t begin = 0;  ///< byte offset in the input
  std::size_t end = 0;    ///< byte offset in the input
  Reason reason = Reason::inside_longer_word;
};

/// A text after substitution. With each span put back to what was `printed` it is the input.
struct Substituted {
  std::string text;
  std::vector<Replacement> replacements;  ///< in the order of the text, disjoint
  std::vector<Suppressed> suppressed;     ///< in the order of the text, the longer first
};

/// All substitutions of an overlay at once. Names are replaced leftmost first, and there the
/// longest that is allowed; what was replaced is not looked at again, so A→B and B→A swap them.
/// What is not replaced stays byte for byte.
///
///   rule    ABCサービス → XYZサービス
///   input   ABC サー⏎ビス、AABCサービス
///   result  XYZサービス、AABCサービス
///
/// A source is left alone, and does not stop a shorter one at the same place, where it
/// 1. would overlap an untouchable range (nothing is reported),
/// 2. begins or ends inside a Latin word or number of the printed text: the second name above,
/// 3. begins inside an occurrence of another name, or at its beginning and is shorter.
/// A source that contains another name, and does not begin inside it, is replaced.
class Substitution {
 public:
  /// `other_names`: names known to the terms that contain a source but are not it
  /// (`Webサンドボックスオプション`); one that folds to the same key as a source is ignored. Of two
  /// rules with the same folded source the first holds. Throws std::invalid_argument where a source
  /// or a name is empty or white space only.
  Substitution(std::vector<SubstitutionRule> rules, const std::vector<std::string>& other_names);

  /// `untouchable`: what is not the text's own, as role names already written in; in any order.
  /// Other names are recognised across them.
  [[nodiscard]] Substituted apply(std::string_view text, std::span<const ByteRange> untouchable = {}) const;

  [[nodiscard]] std::span<const SubstitutionRule> rules() const { return rules_; }

 private:
  struct Name {
    std::u32string key;               // not empty
    std::optional<std::size_t> rule;  // nothing: another name, which protects what is inside it
  };
  class Pass;

  // The names that begin with `first`, the longest first.
  [[nodiscard]] std::span<const Name> names_from(char32_t first) const;

  std::vector<SubstitutionRule> rules_;
  std::vector<Name> names_;  // by first unit, then the longest first; no key twice
};

}  // namespace yomikae
