#include "base/date.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace yomikae {
namespace {

namespace chr = std::chrono;

/// A Japanese era: the day it began and, with the next entry, the day it ended before.
struct Era {
  std::string_view name;
  Date first;
};

constexpr std::array<Era, 5> eras{{{"明治", Date{chr::year{1868} / 1 / 25}},
                                   {"大正", Date{chr::year{1912} / 7 / 30}},
                                   {"昭和", Date{chr::year{1926} / 12 / 25}},
                                   {"平成", Date{chr::year{1989} / 1 / 8}},
                                   {"令和", Date{chr::year{2019} / 5 / 1}}}};
constexpr Date earliest{chr::year{1868} / 1 / 1};
constexpr Date latest{chr::year{2999} / 12 / 31};

/// Eats from the front of a text what a date is made of.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    while (length < rest_.size() && length < most && rest_[length] >= '0' && rest_[length] <= '9') {
      value = value * 10 + (rest_[length++] - '0');
    }
    if (length < least) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }
  bool literal(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

enum class Style { hyphen, slash, kanji };

struct YearHead {
  int year;
  Style style;
  std::optional<std::size_t> era;
};

/// The year with what follows it: `2026-`, `2026/`, `2026年`, `令和8年`, `令和元年`.
std::optional<YearHead> scan_year(Scanner& in) {
  for (std::size_t i = 0; i < eras.size(); ++i) {
    if (!in.literal(eras[i].name)) continue;
    const auto count = in.literal("元") ? std::optional<int>{1} : in.number(1, 2);
    if (!count || *count < 1 || !in.literal("年")) return std::nullopt;
    const int first_year = int{chr::year_month_day{eras[i].first}.year()};
    return YearHead{first_year + *count - 1, Style::kanji, i};
  }
  const auto year = in.number(4, 4);
  if (!year) return std::nullopt;
  if (in.literal("-")) return YearHead{*year, Style::hyphen, std::nullopt};
  if (in.literal("/")) return YearHead{*year, Style::slash, std::nullopt};
  if (in.literal("年")) return YearHead{*year, Style::kanji, std::nullopt};
  return std::nullopt;
}

std::optional<int> scan_part(Scanner& in, Style style) {
  return style == Style::hyphen ? in.number(2, 2) : in.number(1, 2);
}

std::optional<Date> checked(int year, int month, int day) {
  const chr::year_month_day ymd{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                chr::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  const Date date{ymd};
  if (date < earliest || date > latest) return std::nullopt;
  return date;
}

bool within_era(Date date, std::size_t era) {
  return date >= eras[era].first && (era + 1 == eras.size() || date < eras[era + 1].first);
}

std::size_t era_of(Date date) {
  for (std::size_t i = eras.size(); i-- > 1;) {
    if (date >= eras[i].first) return i;
  }
  return 0;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Scanner in(text);
  const auto head = scan_year(in);
  if (!head) return std::nullopt;
  const auto month = scan_part(in, head->style);
  const std::string_view separator = head->style == Style::hyphen ? "-" : head->style == Style::slash ? "/" : "月";
  if (!month || !in.literal(separator)) return std::nullopt;
  const auto day = scan_part(in, head->style);
  if (!day || (head->style == Style::kanji && !in.literal("日")) || !in.done()) return std::nullopt;
  const auto date = checked(head->year, *month, *day);
  if (date && head->era && !within_era(*date, *head->era)) return std::nullopt;
  return date;
}

std::optional<Month> parse_month(std::string_view text) {
  Scanner in(text);
  const auto head = scan_year(in);
  if (!head) return std::nullopt;
  const auto month = scan_part(in, head->style);
  if (!month || (head->style == Style::kanji && !in.literal("月")) || !in.done()) return std::nullopt;
  const auto first = checked(head->year, *month, 1);
  if (!first) return std::nullopt;
  const Month result = month_of(*first);
  if (head->era && !within_era(result.last_day(), *head->era) && !within_era(*first, *head->era)) return std::nullopt;
  return result;
}

std::optional<Period> parse_period(std::string_view text) {
  Scanner in(text);
  const auto count = in.number(1, 4);
  if (!count) return std::nullopt;
  struct UnitName {
    std::string_view name;
    Period::Unit unit;
    int factor;
  };
  static constexpr std::array<UnitName, 13> units{{{" years", Period::Unit::months, 12},
                                                   {" year", Period::Unit::months, 12},
                                                   {" months", Period::Unit::months, 1},
                                                   {" month", Period::Unit::months, 1},
                                                   {" weeks", Period::Unit::days, 7},
                                                   {" week", Period::Unit::days, 7},
                                                   {" days", Period::Unit::days, 1},
                                                   {" day", Period::Unit::days, 1},
                                                   {"年", Period::Unit::months, 12},
                                                   {"ヶ月", Period::Unit::months, 1},
                                                   {"か月", Period::Unit::months, 1},
                                                   {"週間", Period::Unit::days, 7},
                                                   {"日", Period::Unit::days, 1}}};
  for (const auto& unit : units) {
    if (in.literal(unit.name)) {
      if (!in.done()) return std::nullopt;
      return Period{*count * unit.factor, unit.unit};
    }
  }
  return std::nullopt;
}

std::string to_string(Date day) {
  const chr::year_month_day ymd{day};
  return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
}

std::string to_string(Month month) {
  return fmt::format("{:04}-{:02}", int{month.value.year()}, unsigned{month.value.month()});
}

std::string to_string(Period period) {
  const auto plural = [](int count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  if (period.unit == Period::Unit::days) return plural(period.count, "day");
  if (period.count != 0 && period.count % 12 == 0) return plural(period.count / 12, "year");
  return plural(period.count, "month");
}

std::string to_japanese(Period period) {
  if (period.unit == Period::Unit::days) return fmt::format("{}日", period.count);
  if (period.count != 0 && period.count % 12 == 0) return fmt::format("{}年", period.count / 12);
  return fmt::format("{}ヶ月", period.count);
}

std::string to_japanese(Date day) {
  const chr::year_month_day ymd{day};
  const std::size_t era = era_of(day);
  const int first_year = int{chr::year_month_day{eras[era].first}.year()};
  const int count = int{ymd.year()} - first_year + 1;
  const std::string era_year = count == 1 ? "元" : fmt::format("{}", count);
  return fmt::format("{}年{}月{}日（{}{}年・{}）", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()},
                     eras[era].name, era_year, to_japanese(chr::weekday{day}));
}

std::optional<std::chrono::weekday> parse_weekday(std::string_view text) {
  const auto* found = std::find_if(all_weekdays.begin(), all_weekdays.end(),
                                   [&](chr::weekday each) { return to_string(each) == text; });
  return found == all_weekdays.end() ? std::nullopt : std::optional<chr::weekday>{*found};
}

std::string_view to_string(std::chrono::weekday weekday) {
  static constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                         "thursday", "friday", "saturday"};
  return names[weekday.c_encoding()];
}

std::string_view to_japanese(std::chrono::weekday weekday) {
  static constexpr std::array<std::string_view, 7> signs{"日", "月", "火", "水", "木", "金", "土"};
  return signs[weekday.c_encoding()];
}

Month month_of(Date day) {
  const chr::year_month_day ymd{day};
  return Month{ymd.year() / ymd.month()};
}

Month add_months(Month month, int count) { return Month{month.value + chr::months{count}}; }

Date corresponding_day(Date day, int months) {
  const chr::year_month_day ymd{day};
  const Month month = add_months(month_of(day), months);
  const chr::year_month_day same{month.value / ymd.day()};
  return same.ok() ? Date{same} : month.last_day();
}

Date last_day_of(Date first, Period period) {
  if (period.unit == Period::Unit::days) return first + chr::days{period.count - 1};
  const chr::year_month_day ymd{first};
  const Month month = add_months(month_of(first), period.count);
  const chr::year_month_day same{month.value / ymd.day()};
  return same.ok() ? Date{same} - chr::days{1} : month.last_day();
}

Date elapses(Date event, Period period) { return last_day_of(event + chr::days{1}, period); }

Date before(Date day, Period period) {
  return period.unit == Period::Unit::days ? day - chr::days{period.count} : corresponding_day(day, -period.count);
}

}  // namespace yomikae
