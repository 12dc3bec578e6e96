#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace yomikae {

/// 読み方の分かれ: one place where a text can be read in several ways. A provision is read alike throughout one answer,
/// so an axis is chosen once however often it is met.
struct Axis {
  const Rule* rule = nullptr;
  std::string part;  ///< the named part of the rule, `when`, or empty for its value
  const Alternatives* alternatives = nullptr;
};

/// Whether two places are one: the same part of the same rule.
bool same_axis(const Axis& a, const Axis& b);

/// Walks every combination of readings an answer meets, the preferred one first. The axes are not known beforehand:
/// each run of the computation tells which it meets, and the next run changes the last of them that can be changed.
class ReadingWalk {
 public:
  /// The most combinations that are tried; `truncated` tells when there were more.
  static constexpr std::size_t most = 96;

  struct Step {
    Axis axis;
    std::size_t chosen = 0;
  };

  /// The reading this run takes at an axis.
  std::size_t choose(const Axis& axis);
  /// Ends a run and sets out on the next; false where every combination was tried.
  bool next();
  /// The readings taken in this run, in the order in which they were met.
  [[nodiscard]] const std::vector<Step>& path() const { return path_; }
  [[nodiscard]] bool truncated() const { return truncated_; }

 private:
  std::vector<Step> path_;
  std::size_t met_ = 0;
  std::size_t runs_ = 0;
  bool truncated_ = false;
};

}  // namespace yomikae
