#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace yomikae {

/// 国民の祝日: the national holidays the terms hold, sorted, and how far they can be relied on.
struct HolidayCalendar {
  std::vector<Date> holidays;
  std::optional<Date> first;     ///< holidays are held from this day
  std::optional<Date> last;      ///< and through this one
  std::optional<Date> official;  ///< announced by the government through this day; later ones are expected
  std::string law;

  [[nodiscard]] bool covers(Date day) const { return first && last && day >= *first && day <= *last; }
  [[nodiscard]] bool is_holiday(Date day) const { return std::binary_search(holidays.begin(), holidays.end(), day); }
};

}  // namespace yomikae
