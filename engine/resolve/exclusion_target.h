#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "overlay/channel.h"
#include "terms/document.h"

namespace yomikae {

/// Where the numbers of an exclusion lead in one version, and where its label does. The label decides.
struct ExclusionTarget {
  enum class Part { article, paragraph, item };
  /// A number that is not that of the label: nothing is cut by it.
  struct Disagreement {
    Part part = Part::article;
    const Provision* meant = nullptr;  ///< what bears the label
  };
  std::optional<ProvisionPath> path;  ///< what is cut; nothing where the label leads nowhere
  const Provision* meant = nullptr;   ///< the provision at `path`, or the first of the article; null with no path
  std::vector<Disagreement> disagreements;
  Part missing = Part::article;          ///< with no path: what was not found
  std::string head;                      ///< the article in which it was looked for; empty where that is missing
  const Provision* numbered = nullptr;   ///< what the numbers as printed lead to, whatever it is called; may be null
  std::vector<const Provision*> rivals;  ///< with `meant`, all that fit number and label alike; else empty

  [[nodiscard]] bool agrees() const { return path.has_value() && disagreements.empty(); }
};

/// Finds what an exclusion names among provisions, which are given in their order.
ExclusionTarget find_target(const Exclusion& exclusion, const std::vector<const Provision*>& provisions);

/// Whether two printed names are one: spaces and width apart.
bool same_name(std::string_view a, std::string_view b);

/// What an overlay of that level may cut out of a document: its own provisions, and what overlays nearer to the base
/// put in.
std::vector<const Provision*> provisions_below(std::size_t level, const Channel& channel, const Version& version);

/// The numbers as printed: `7.2(3)`, `7(3)`.
std::string numbers_of(const Exclusion& exclusion);
/// The narrowest label that is printed; empty where there is none.
const Scalar& label_of(const Exclusion& exclusion);
/// By what a finding about an exclusion is known: the provision that excludes, and the label or the numbers.
Subject subject_of(const Exclusion& exclusion);

}  // namespace yomikae
