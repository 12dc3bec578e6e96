#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "overlay/terms.h"

namespace yomikae {

/// What something the terms lay down says, in one string: two things of two states have the same exactly where nobody
/// could tell them apart. Places and the dates of versions do not count.
std::string fingerprint(const Rule& rule);
std::string fingerprint(const PrecedenceRule& rule);
std::string fingerprint(const Exclusion& exclusion);
std::string fingerprint(const Amendment& amendment);
std::string fingerprint(const Adoption& adoption);
std::string fingerprint(const SubTerms& terms);
std::string fingerprint(const SubstitutionTable& table);
std::string fingerprint(const Matter& matter);

/// The fingerprints of one state of the terms.
class Fingerprints {
 public:
  explicit Fingerprints(const Terms& terms);
  /// Of a rule of these terms: with what it takes over from another (準ずる) and, where it lays down words as they are
  /// written, with those. Of another rule (an order form's): its own.
  [[nodiscard]] std::string of(const Rule& rule) const;
  /// Whether something in these terms says exactly that.
  [[nodiscard]] bool has(const std::string& fingerprint) const { return known_.contains(fingerprint); }

 private:
  void add(const HeldVersion& held);
  void add(const Channel& channel);

  std::unordered_map<const Rule*, std::string> rules_;
  std::unordered_set<std::string> known_;
};

}  // namespace yomikae
