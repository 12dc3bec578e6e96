#pragma once

#include <string>
#include <vector>

#include "check/check.h"

namespace yomikae {

/// A citation with where its words stand and the version they lead into. One that cites another document comes once for
/// each version of that document that is in force beside its own text from the day in question on.
struct Citing {
  const HeldVersion* text = nullptr;  ///< whose words these are; null for words an overlay puts into another text
  const Provision* provision = nullptr;
  const Citation* citation = nullptr;
  const HeldVersion* cited = nullptr;
  bool own = false;       ///< whether the version cited is the one the words stand in
  bool excludes = false;  ///< whether an overlay excludes something by this provision: its names decide there
  std::vector<ProvisionPath> before;  ///< what the same words cited before, in the same document

  /// `seller/terms#4.2`: what a finding about it is about.
  [[nodiscard]] std::string subject() const;
  /// The address of another provision of the document it cites, as it would be written in its place.
  [[nodiscard]] std::string address(const ProvisionPath& path) const;
};

/// Every citation of a provision in a text that holds on the day or later.
std::vector<Citing> citings(const Checked& checked);

/// The errata that speak of these words: of their provision, or of one that holds it.
std::vector<const Erratum*> errata_at(const HeldVersion& text, const ProvisionPath& path);

/// `text` with the words of an erratum put right; unchanged where it does not print them. Compared folded.
std::string put_right(const std::string& text, const Erratum& erratum);

}  // namespace yomikae
