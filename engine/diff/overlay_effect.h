#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "diff/compared_contract.h"
#include "overlay/terms.h"

namespace yomikae {

/// Something an overlay whose own words are the same does otherwise, because what lies below it is another.
struct OverlayEffect {
  enum class Kind {
    exclusion_target,      ///< an exclusion reaches another provision, or none
    substitution_stopped,  ///< a name that was renamed occurs no more
  };
  Kind kind = Kind::exclusion_target;
  std::string at;  ///< the provision of the overlay that does it, or the row of its table
  std::string before;
  std::string after;
  Place place;
  std::vector<Whom> whom;
};

/// What the overlays of the new state do otherwise on the day, by the provision that does it.
std::vector<OverlayEffect> overlay_effects(const Terms& before, const Terms& after, Date day);

/// A finding of `check` that is there on one side only.
struct FindingChange {
  Finding finding;
  bool appeared = false;  ///< on the new side; else it is gone
};

/// Both sides held against what `check` looks for. A finding is known again by its kind and its subject; one without a
/// subject by its words.
std::vector<FindingChange> finding_changes(const Terms& before, const Terms& after, const Sources& sources, Date day);

}  // namespace yomikae
