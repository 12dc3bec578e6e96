#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "rules/rule.h"

namespace yomikae {

/// 優先順位: which layer goes before which, and by which provision. A partial order: what no provision ranks is not
/// ranked, and stays a conflict where it matters.
class Precedence {
 public:
  /// `layers` in the order in which they are listed; `rules` that name other layers are passed over. A circle is
  /// reported (`precedence/circle`), and the layers on it are then not ranked among themselves.
  Precedence(std::vector<std::string> layers, const std::vector<const PrecedenceRule*>& rules, Findings& findings);

  /// The provision by which `a` goes before `b`; null where it does not.
  [[nodiscard]] const PrecedenceRule* before(std::size_t a, std::size_t b) const { return reason_[a][b]; }
  /// Layers from the highest down; those that are not ranked keep the order in which they are listed.
  [[nodiscard]] std::vector<std::size_t> from_the_top() const;
  /// 1 for a layer that nothing goes before, 2 for one below such a layer, and so on.
  [[nodiscard]] std::size_t rank(std::size_t layer) const;
  [[nodiscard]] std::size_t size() const { return layers_.size(); }

 private:
  void close();
  void refuse_circles(Findings& findings);
  void report_circle(std::size_t a, std::size_t b, Findings& findings) const;

  std::vector<std::string> layers_;
  std::vector<std::vector<const PrecedenceRule*>> reason_;
};

}  // namespace yomikae
