#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "overlay/terms.h"

namespace yomikae {

/// What became of one provision from one version of a document to another.
struct ProvisionRevision {
  enum class Kind { added, removed, moved, retitled, reworded, ruled_anew };
  Kind kind = Kind::reworded;
  const Provision* before = nullptr;  ///< null for `added`
  const Provision* after = nullptr;   ///< null for `removed`
};

/// Every provision that is another in the newer version, in the order of the older one, those that are new last. A
/// provision is known again by its place, and by its caption and words where it stands elsewhere now.
std::vector<ProvisionRevision> changes_between(const HeldVersion& older, const HeldVersion& newer);

/// Where the provision stands in another version: by caption and heading, or by its words; null where it is nowhere, or
/// where several could be it.
const Provision* found_again(const Provision& provision, const Version& other);

/// Whether two provisions at one place are the same thing, whatever their words: caption and heading agree.
bool same_thing(const Provision& a, const Provision& b);
/// Whether they read alike: text, tail, cells and table.
bool same_words(const Provision& a, const Provision& b);

/// `第7条第2項第3号を追加`
Message described(const ProvisionRevision& change);

}  // namespace yomikae
