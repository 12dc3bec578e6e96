#include "effective/readings.h"

#include <algorithm>

namespace yomikae {

bool same_axis(const Axis& a, const Axis& b) { return a.rule == b.rule && a.part == b.part; }

std::size_t ReadingWalk::choose(const Axis& axis) {
  const auto same = [&](const Step& step) { return same_axis(step.axis, axis); };
  const auto begin = path_.begin();
  const auto end_of_met = begin + static_cast<std::ptrdiff_t>(met_);
  const auto found = std::find_if(begin, end_of_met, same);
  if (found != end_of_met) return found->chosen;
  if (met_ < path_.size() && same(path_[met_])) return path_[met_++].chosen;
  path_.resize(met_);  // this run took another way: what it met before does not apply
  path_.push_back({axis, 0});
  ++met_;
  return 0;
}

bool ReadingWalk::next() {
  path_.resize(met_);
  met_ = 0;
  while (!path_.empty() && path_.back().chosen + 1 >= path_.back().axis.alternatives->readings.size()) path_.pop_back();
  if (path_.empty()) return false;
  if (++runs_ >= most) {
    truncated_ = true;
    return false;
  }
  ++path_.back().chosen;
  return true;
}

}  // namespace yomikae
