#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// A day of the civil calendar, from 1868-01-01 through 2999-12-31 where it is read from text.
using Date = std::chrono::sys_days;

/// A calendar month; the first of its days stands for it where a date is needed.
struct Month {
  std::chrono::year_month value;
  [[nodiscard]] Date first_day() const { return Date{value / 1}; }
  [[nodiscard]] Date last_day() const { return Date{value / std::chrono::last}; }
  [[nodiscard]] int length() const { return static_cast<int>((last_day() - first_day()).count()) + 1; }
  friend auto operator<=>(const Month&, const Month&) = default;
};

/// 期間: months (a year is twelve) or days (a week is seven). The two never mix: 30 days is not a month.
struct Period {
  enum class Unit { days, months };
  int count = 0;
  Unit unit = Unit::days;
  friend auto operator<=>(const Period&, const Period&) = default;
};

/// Reads `2026-04-15`, `2026/4/15`, `2026年4月15日` and `令和8年4月15日` (明治 to 令和; 元年 too). A day that does not
/// exist, and a day outside the era that is named (平成31年5月1日), is no date.
std::optional<Date> parse_date(std::string_view text);
/// Reads `2026-04`, `2026/4`, `2026年4月` and `令和8年4月`.
std::optional<Month> parse_month(std::string_view text);
/// Reads `1 year`, `3 months`, `30 days`, `2 weeks` (singular or plural) and `3ヶ月`, `1年`, `30日`, `2週間`.
std::optional<Period> parse_period(std::string_view text);

/// `2026-04-15`
std::string to_string(Date day);
/// `2026-04`
std::string to_string(Month month);
/// `1 year`, `3 months`, `30 days`
std::string to_string(Period period);
/// `1年`, `3ヶ月`, `30日`
std::string to_japanese(Period period);
/// `2026年4月15日（令和8年・水）`
std::string to_japanese(Date day);

inline constexpr std::array all_weekdays{std::chrono::Monday,   std::chrono::Tuesday, std::chrono::Wednesday,
                                         std::chrono::Thursday, std::chrono::Friday,  std::chrono::Saturday,
                                         std::chrono::Sunday};
/// Reads `monday` to `sunday`.
std::optional<std::chrono::weekday> parse_weekday(std::string_view text);
/// `monday`
std::string_view to_string(std::chrono::weekday weekday);
/// `月`
std::string_view to_japanese(std::chrono::weekday weekday);

Month month_of(Date day);
Month add_months(Month month, int count);

/// The day that corresponds to `day`, `months` later (earlier where negative); the month's last day where it has none
/// (民法143条2項ただし書).
Date corresponding_day(Date day, int months);

/// The last day of a period that counts its first day (民法140条ただし書, 141条, 143条2項): the day before the
/// corresponding day; where the last month has no corresponding day, that month's last day.
Date last_day_of(Date first, Period period);
/// The last day of a period whose first day `event` is not counted (民法140条本文): `…から30日を経過する日`.
Date elapses(Date event, Period period);
/// The day that lies `period` before `day`, counted back (`…の14日前`: 20日 gives 6日).
Date before(Date day, Period period);

}  // namespace yomikae
