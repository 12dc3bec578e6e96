#include "resolve/rule_index.h"

namespace yomikae {

const std::vector<const Rule*>& RuleIndex::on(const MatterId& matter) const {
  static const std::vector<const Rule*> none;
  const auto found = rules_.find(matter);
  return found == rules_.end() ? none : found->second;
}

}  // namespace yomikae
