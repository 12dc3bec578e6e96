#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"

namespace yomikae {

/// 休日: a day of rest by law, and what it is called.
struct Holiday {
  Date day;
  std::string name;
  friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// 国民の祝日: the national holidays the terms hold, sorted, and how far they can be relied on.
struct HolidayCalendar {
  std::vector<Holiday> holidays;
  std::optional<Date> first;     ///< holidays are held from this day
  std::optional<Date> last;      ///< and through this one
  std::optional<Date> official;  ///< announced by the government through this day; later ones are expected
  std::string law;
  Place place;                ///< the file it comes from; unknown where no file holds one
  Place official_place = {};  ///< where `official` is written

  [[nodiscard]] bool covers(Date day) const { return first && last && day >= *first && day <= *last; }
  [[nodiscard]] bool is_expected(Date day) const { return official && day > *official; }
  /// The holiday on that day; null where it is none.
  [[nodiscard]] const Holiday* holiday(Date day) const {
    const auto found = std::lower_bound(holidays.begin(), holidays.end(), day,
                                        [](const Holiday& each, Date wanted) { return each.day < wanted; });
    return found == holidays.end() || found->day != day ? nullptr : &*found;
  }
};

}  // namespace yomikae
