#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "overlay/channel.h"
#include "overlay/terms.h"

namespace yomikae {

/// One row of a 読替え表: what is read as what, where each is written.
struct RenameRow {
  const Scalar* from = nullptr;
  const Scalar* to = nullptr;
  std::string label;                         ///< 第2表 6行
  const SubstitutionTable* table = nullptr;  ///< the table of the channel it belongs to
  Address at;                                ///< the row of the document, or the provision by which it is stated
};

/// The rows of one level's tables on a day, in the order printed. Those of a document are those of its version in
/// force.
std::vector<RenameRow> rename_rows(const OverlayLevel& level, const Terms& terms, Date day);

}  // namespace yomikae
