#pragma once

#include <string>
#include <vector>

#include "diff/fingerprint.h"
#include "diff/observation.h"
#include "resolve/selection.h"

namespace yomikae {

/// A line that reads otherwise on the two sides and accounts for what came out. The place is unknown on a side on which
/// it is not.
struct Cause {
  enum class Kind { rule, precedence, exclusion, amendment, provision, declaration, version };
  Kind kind = Kind::rule;
  std::string at;  ///< the address of the provision, or the name of the matter
  Place before;
  Place after;
  std::string was;  ///< in short what it says
  std::string is;
  std::string print = {};  ///< the fingerprints of both sides: what it says to the last character
};

/// One contract as it stands on a side.
struct SideView {
  const Selection* selection = nullptr;
  const Fingerprints* prints = nullptr;
};

/// Every changed line on which what came out rests: the rules that won or were used; where these are the same, what
/// excludes them, ranks them, or stands in their place; then the declaration of the matter. Empty where no line that
/// changed accounts for it: nothing is guessed. The observations are null on a side without one.
std::vector<Cause> causes_of(const Observation* before, const Observation* after, const SideView& old_side,
                             const SideView& new_side);

}  // namespace yomikae
