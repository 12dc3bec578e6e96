#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "overlay/substitution.h"
#include "resolve/selection.h"

namespace yomikae {

/// A text as it reads for one contract: roles named, names substituted, each change remembered.
struct Wording {
  struct Change {
    std::string rule;  ///< 第2表2行
    std::string from;  ///< as printed
    std::string to;
    std::size_t begin = 0;  ///< bytes of `text`
    std::size_t end = 0;
  };
  std::string text;
  std::vector<Change> changes;   ///< in the order of the text, disjoint
  std::vector<ByteRange> roles;  ///< names written in for `{provider}` and `{operator}`
};

/// Reads texts for one contract. Every level of the overlay has its own table; the level nearest to the base comes
/// first, and the next one reads its result. A level touches only the documents it adopts.
class Reader {
 public:
  explicit Reader(const Selection& selection) : selection_(selection) {}
  [[nodiscard]] Wording read(const DocumentId& document, std::string_view text) const;

 private:
  [[nodiscard]] Wording with_roles(std::string_view text) const;
  static void substitute(Wording& wording, const Substitution& table);

  const Selection& selection_;
};

/// The substitutions of a channel, put together for its versions in force.
std::vector<Renaming> renamings(const Selection& selection);

/// What a rule that lays down its provision's own words lays down for this contract: the words of its items where it
/// has some (without those that are excluded), else its own.
std::vector<Wording> as_written(const Rule& rule, const Selection& selection);

}  // namespace yomikae
