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
  /// Roles named, nothing renamed.
  [[nodiscard]] Wording read_as_printed(std::string_view text) const { return with_roles(text); }

 private:
  [[nodiscard]] Wording with_roles(std::string_view text) const;
  static void substitute(Wording& wording, const Substitution& table);

  const Selection& selection_;
};

/// The substitutions of a channel, put together for its versions in force.
std::vector<Renaming> renamings(const Selection& selection);

/// A provision in the place where it stands for this contract: the document's own, or words an overlay put in.
struct StandingProvision {
  const Provision* words = nullptr;
  const Amendment* amendment = nullptr;     ///< null for the document's own
  const ExcludedProvision* gone = nullptr;  ///< why these words do not hold; null where they do
  /// Whose words they are: the document's, or those of the overlay's own terms.
  [[nodiscard]] const DocumentId& author(const DocumentId& document) const {
    return amendment == nullptr ? document : amendment->at.document;
  }
};

/// The provisions of a document in its order, with what overlays put in behind what it replaces or where its number
/// belongs.
std::vector<StandingProvision> standing_provisions(const HeldVersion& held, const Selection& selection);

/// The provisions whose words a rule lays down that lays down its own as they are written: the items of its own where
/// it has some, else itself and what lies below it; only what stands.
std::vector<StandingProvision> written_provisions(const Rule& rule, const Selection& selection);

/// What such a rule lays down, in the words as they read for this contract.
std::vector<Wording> as_written(const Rule& rule, const Selection& selection);

}  // namespace yomikae
