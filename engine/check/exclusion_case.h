#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "resolve/exclusion_target.h"

namespace yomikae {

/// One line of an overlay's 適用除外, held against the version in force in one state.
struct ExclusionCase {
  const State* state = nullptr;
  std::size_t level = 0;  ///< of the overlay, counted from the base
  const Exclusion* exclusion = nullptr;
  const HeldVersion* held = nullptr;
  std::vector<const Provision*> provisions;  ///< what that level may cut out of
  ExclusionTarget target;

  [[nodiscard]] const Channel& channel() const { return *state->selection.channel; }
};

/// Every line in every state, in the order of the states and the files.
std::vector<ExclusionCase> exclusion_cases(const Checked& checked);

/// The numbers as printed, for people: `第7条第2項第3号`, `第7条第3号`.
std::string number_label_of(const Exclusion& exclusion);
/// The narrowest number that is printed.
const Scalar& number_of(const Exclusion& exclusion);

}  // namespace yomikae
