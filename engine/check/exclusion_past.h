#pragma once

#include <optional>

#include "check/exclusion_case.h"

namespace yomikae {

/// An older version in which number and label of an exclusion agreed.
struct ExclusionPast {
  const Provision* was = nullptr;
  Date since;  ///< the version in which they first did not any more
};

/// The newest such version before the one in force; nothing where none is held.
std::optional<ExclusionPast> past_of(const ExclusionCase& line, const Terms& terms);

/// An exclusion without a label whose number led to something else before.
struct ExclusionDrift {
  const Provision* then = nullptr;
  Date then_version;
  const Provision* now = nullptr;  ///< where the same provision stands
};

/// Seen only where the provision of then stands word for word, or by name, at another number now. A version that is yet
/// to come is held against the one in force on `day`; one in force against that of the day from which the channel
/// holds.
std::optional<ExclusionDrift> drift_of(const ExclusionCase& line, const Terms& terms, Date day);

/// What has the words of a provision of an older version in the version in force; null where nothing or several do.
const Provision* same_words_elsewhere(const Provision& was, const ExclusionCase& line);

}  // namespace yomikae
