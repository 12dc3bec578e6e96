#include "effective/worked_out.h"

#include <algorithm>

namespace yomikae {
namespace {

std::size_t mixed(std::size_t hash, std::size_t part) { return hash * 31 + part; }

std::size_t days_of(const CountedAt& counting) {
  return static_cast<std::size_t>(counting.on.time_since_epoch().count()) * 2 + (counting.in ? 1 : 0);
}

}  // namespace

/// Names of one dimension differ in their length or their end more often than not: cheaper than all of their letters.
std::size_t WorkedOut::Hash::operator()(const MatterAsked& asked) const {
  std::size_t hash = mixed(std::hash<const Matter*>{}(asked.matter), days_of(asked.counting));
  for (const auto& [name, value] : asked.dimensions) {
    hash = mixed(mixed(hash, value.size()), value.empty() ? 0 : static_cast<unsigned char>(value.back()));
  }
  return hash;
}

std::size_t WorkedOut::Hash::operator()(const OptionAsked& asked) const {
  return mixed(std::hash<const ChoiceSet::Choice*>{}(asked.option), days_of(asked.counting));
}

const Found* WorkedOut::along(const std::vector<Found>& all, const Chosen& chosen) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Found& each) {
    return std::all_of(each.readings.begin(), each.readings.end(),
                       [&](const ReadingWalk::Step& step) { return chosen(step.axis) == step.chosen; });
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace yomikae
