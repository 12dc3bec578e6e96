#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "terms/calendar.h"

namespace yomikae {

/// The days on which a provision is law; open at an end that is not stated.
struct InForce {
  std::optional<Date> from;
  std::optional<Date> through;
  [[nodiscard]] bool covers(Date day) const { return (!from || day >= *from) && (!through || day <= *through); }
};

/// 国民の祝日 (国民の祝日に関する法律 第2条, and laws for a single occasion): its name and the days it falls on.
struct NationalHoliday {
  /// The same day every year; a 29 February in leap years only.
  using Yearly = std::chrono::month_day;
  /// The nth Monday of a month; no day in a year whose month has no fifth.
  struct NthMonday {
    std::chrono::month month;
    unsigned number = 1;
  };
  /// Days laid down or announced one by one.
  using Listed = std::vector<Date>;

  std::string name;
  std::variant<Yearly, NthMonday, Listed> falls;
  InForce in_force;
  std::vector<std::chrono::year> except;  ///< years in which it does not fall, or another entry says when
};

/// 振替休日 (第3条第2項): what becomes a day of rest where a national holiday is a Sunday. `in_force` is about that
/// day.
struct SubstituteHoliday {
  enum class To {
    next_day,       ///< the day after it, and nothing where that is a national holiday itself
    next_free_day,  ///< the first day after it that is no national holiday
  };
  std::string name;
  To to = To::next_free_day;
  InForce in_force;
};

/// 国民の休日 (第3条第3項): a day between two national holidays. `in_force` is about that day.
struct BridgingHoliday {
  enum class Sundays { included, excluded };
  std::string name;
  Sundays sundays = Sundays::included;
  InForce in_force;
};

/// A law of holidays as data.
struct HolidayLaw {
  std::vector<NationalHoliday> national;
  std::vector<SubstituteHoliday> substitutes;
  std::vector<BridgingHoliday> bridging;
};

/// Every holiday from `first` through `last`, in the order of the days, each day once: a national holiday has the name
/// of the entry that stands first; a day that is both a substitute and between two holidays is a substitute.
std::vector<Holiday> holidays_by(const HolidayLaw& law, Date first, Date last);

}  // namespace yomikae
