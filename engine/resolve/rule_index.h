#pragma once

#include <unordered_map>
#include <vector>

#include "rules/rule.h"

namespace yomikae {

/// The rules that stand against each other on each matter, in the order in which they were added. Every question looks
/// for the rules on some matters; the texts of a contract hold hundreds.
class RuleIndex {
 public:
  void add(const Rule& rule) { rules_[rule.matter].push_back(&rule); }
  [[nodiscard]] const std::vector<const Rule*>& on(const MatterId& matter) const;

 private:
  std::unordered_map<MatterId, std::vector<const Rule*>> rules_;
};

}  // namespace yomikae
