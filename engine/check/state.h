#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "overlay/agreement.h"
#include "overlay/terms.h"
#include "resolve/selection.h"

namespace yomikae {

/// The texts of one service of a channel as they come together from a day on, for a contract that states nothing, until
/// one of them changes.
struct State {
  const Channel* channel = nullptr;
  const Offering* offering = nullptr;
  Date from;                                   ///< the first day looked at
  std::optional<Date> until;                   ///< the last day; nothing where no later version is held
  std::unique_ptr<const Agreement> agreement;  ///< what `selection` was chosen for
  Selection selection;

  /// Whether a version of every document it is made of is in force.
  [[nodiscard]] bool complete() const { return selection.missing.empty(); }
};

/// Every state that holds on `day` or later, by channel, service and day. Of a channel that begins later, or whose
/// documents do, the first state is that of the day on which they do.
std::vector<State> states_of(const Terms& terms, Date day);

}  // namespace yomikae
