#pragma once

#include <string>
#include <vector>

#include "diff/compared_contract.h"
#include "diff/fingerprint.h"
#include "effective/effective_terms.h"

namespace yomikae {

/// A rule that changed, and for some services does not matter: there another text goes before it, or cuts it out, as it
/// did before.
struct Mask {
  const Rule* before = nullptr;  ///< null for a rule that is new
  const Rule* after = nullptr;   ///< null for a rule that is gone
  std::string was;               ///< in short what it laid down
  std::string is;
  struct Reason {
    Fate fate = Fate::displaced;
    std::string by;  ///< the provision that does it
    std::vector<Whom> whom;
  };
  std::vector<Reason> reasons;

  [[nodiscard]] const Rule& either() const { return after != nullptr ? *after : *before; }
};

/// Every changed rule that some service's other texts hold back on both sides, by document and place.
std::vector<Mask> masks(const Terms& before, const Terms& after, const Fingerprints& old_prints,
                        const Fingerprints& new_prints, Date day);

}  // namespace yomikae
