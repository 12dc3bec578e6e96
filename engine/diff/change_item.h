#pragma once

#include <vector>

#include "diff/report.h"
#include "overlay/gate.h"

namespace yomikae {

/// One change as something somebody must look at: what kind it is, where, and by what it is known again. The finding
/// carries words, places and the severity its kind has by itself.
struct ChangeItem {
  Finding finding;
  ChangeId id;
  const Matter* matter = nullptr;  ///< what it is about, where it is about a matter
  std::optional<Severity> own;     ///< for a finding that came with its own severity
  const void* origin = nullptr;    ///< the part of the report it was made of
};

/// Everything the report says, one item a change, in its order.
std::vector<ChangeItem> change_items(const DiffReport& report);

}  // namespace yomikae
