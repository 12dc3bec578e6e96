#pragma once

#include <optional>
#include <string>
#include <vector>

#include "overlay/terms.h"

namespace yomikae {

/// What became of one provision; null on the side on which it is not. Neither added nor removed, it is found again by
/// its address, its name and its words, so that one that moved has moved and was not struck out and written anew.
struct ProvisionChange {
  /// How its words differ, from the least to the most.
  enum class Words {
    same,
    spelling,  ///< width, spaces, punctuation
    figures,   ///< nothing but figures
    reworded,
  };
  const Provision* before = nullptr;
  const Provision* after = nullptr;
  bool moved = false;    ///< it has another address
  bool renamed = false;  ///< its label, its heading or its name is another, beyond what its address makes of it
  Words words = Words::same;
  std::vector<std::string> figures_before;  ///< figures the words had and have no more
  std::vector<std::string> figures_after;   ///< figures they have now

  [[nodiscard]] const Provision& either() const { return before != nullptr ? *before : *after; }
};

/// Two versions of a document, and what became of its provisions from the one to the other.
struct DocumentChange {
  enum class Kind {
    edited,       ///< the same version on both sides
    new_version,  ///< compared with the version it follows
    new_document,
    withdrawn,  ///< the version is gone
  };
  Kind kind = Kind::edited;
  const HeldVersion* before = nullptr;  ///< null for a new document
  const HeldVersion* after = nullptr;   ///< null for a version that is gone
  std::vector<ProvisionChange> provisions;

  [[nodiscard]] const HeldVersion& either() const { return after != nullptr ? *after : *before; }
};

/// What became of the provisions between two versions, in the order of the later one; what was struck out stands last.
std::vector<ProvisionChange> provision_changes(const Version& before, const Version& after);

/// Every document whose versions or words are others, by document and version.
std::vector<DocumentChange> document_changes(const Terms& before, const Terms& after);

}  // namespace yomikae
