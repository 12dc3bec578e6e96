#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "overlay/terms.h"

namespace yomikae {

/// What a cell of a price table prints: amounts in yen, nothing at all, or words.
struct CellFigures {
  std::vector<std::int64_t> yen;  ///< 無料 is 0
  bool blank = false;             ///< nothing is printed
  bool dash = false;              ///< a dash: nothing is charged
};

/// `10,000円/回`, `月額料金：1,500円`, `1,000円（月額）、年額の場合10,000円`, `無料`, `—`.
CellFigures figures_in(std::string_view cell);

/// The paragraph (or item) whose table a row belongs to; null where the row has no table.
const Provision* table_of(const Version& version, const Provision& row);

/// The numbered rows of the table a provision is a row of, itself among them.
std::vector<const Provision*> rows_beside(const Version& version, const Provision& row);

/// The words of a row, with those of the rows above where its first cells are left empty.
std::string row_words(const Version& version, const Provision& row);

}  // namespace yomikae
