#pragma once

#include <set>
#include <vector>

#include "diff/fingerprint.h"
#include "resolve/selection.h"
#include "terms/name.h"

namespace yomikae {

/// The matters on which something can come out otherwise on the other side, for contracts made of the same texts as the
/// two that were looked at: those of which a rule, its rank or its exclusion is another, and those whose rules ask for
/// one of them. What is not among them need not be worked out for a thousand contracts.
struct Affected {
  bool everything = false;  ///< the order of the layers, the holidays, or a declaration that all rests on is another
  std::set<MatterId> matters;

  [[nodiscard]] bool none() const { return !everything && matters.empty(); }
  [[nodiscard]] bool has(const MatterId& matter) const { return everything || matters.contains(matter); }
};

/// The two selections are those of one contract on the two sides.
Affected affected_matters(const Selection& before, const Selection& after, const Fingerprints& old_prints,
                          const Fingerprints& new_prints);

}  // namespace yomikae
