#pragma once

#include <optional>
#include <string>
#include <vector>

#include "effective/effective_terms.h"

namespace yomikae {

/// Something that was one thing before and is another after; null on the side on which it is not.
template <class Thing>
struct Change {
  const Thing* before = nullptr;
  const Thing* after = nullptr;
};

/// A layer whose text is another, or that came or went.
struct VersionChange {
  std::string layer;
  std::optional<Date> before;
  std::optional<Date> after;
};

/// What is different for one contract on two days. Points into the effective terms it was made of.
struct Comparison {
  const EffectiveTerms* before = nullptr;
  const EffectiveTerms* after = nullptr;
  std::vector<VersionChange> versions;
  std::vector<Change<MatterRow>> matters;
  std::vector<Change<DateRow>> dates;
  std::vector<Change<EffectiveProvision>> provisions;
  std::vector<Change<Finding>> findings;
  [[nodiscard]] bool empty() const {
    return versions.empty() && matters.empty() && dates.empty() && provisions.empty() && findings.empty();
  }
};

/// Compares the effective terms of the same contract on two days. Matters are matched by what they are about,
/// provisions by their address. Days that were asked for from the day in question itself (a notice today) are left out:
/// they differ on any two days.
Comparison compare(const EffectiveTerms& before, const EffectiveTerms& after);

}  // namespace yomikae
