#include "base/date.h"

#include <doctest/doctest.h>

#include <string>

namespace yomikae {
namespace {

/// A calendar of its own, so that the one under test is not measured by itself.
struct Day {
  int year;
  int month;
  int day;
};

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int month_length(int year, int month) {
  constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

int day_number(const Day& day) {
  const int before = day.year - 1;
  int number = before * 365 + before / 4 - before / 100 + before / 400 + day.day;
  for (int month = 1; month < day.month; ++month) number += month_length(day.year, month);
  return number;
}

Date date_of(const Day& day) { return Date{std::chrono::days{day_number(day) - day_number({1970, 1, 1})}}; }

Day next(Day day) {
  if (++day.day <= month_length(day.year, day.month)) return day;
  day.day = 1;
  if (++day.month <= 12) return day;
  return {day.year + 1, 1, 1};
}

/// Year and month `months` later, with a day that need not exist there.
Day shifted(const Day& day, int months) {
  const int index = day.year * 12 + (day.month - 1) + months;
  return {index / 12, index % 12 + 1, day.day};
}

/// 143条2項: the day before the corresponding day; the month's last day where there is none.
Day last_of_months(const Day& first, int months) {
  const Day same = shifted(first, months);
  if (same.day > month_length(same.year, same.month))
    return {same.year, same.month, month_length(same.year, same.month)};
  if (same.day > 1) return {same.year, same.month, same.day - 1};
  const Day before = shifted({same.year, same.month, 1}, -1);
  return {before.year, before.month, month_length(before.year, before.month)};
}

constexpr auto months = Period::Unit::months;
constexpr auto days = Period::Unit::days;

Date day_of(std::string_view text) {
  const auto day = parse_date(text);
  REQUIRE_MESSAGE(day.has_value(), text);
  return *day;
}

TEST_CASE("a period of months ends as article 143 says, whichever day of four years it begins on") {
  std::string wrong;
  for (Day first{2023, 1, 1}; first.year < 2027; first = next(first)) {
    for (int count = 1; count <= 60; ++count) {
      const Date expected = date_of(last_of_months(first, count));
      if (last_day_of(date_of(first), {count, months}) == expected) continue;
      wrong += to_string(date_of(first)) + " + " + std::to_string(count) + " months; ";
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("a period that does not count its first day (article 140) is that of the next day") {
  std::string wrong;
  for (Day event{2023, 1, 1}; event.year < 2027; event = next(event)) {
    for (int count = 1; count <= 60; ++count) {
      if (elapses(date_of(event), {count, months}) != date_of(last_of_months(next(event), count))) {
        wrong += to_string(date_of(event)) + " + " + std::to_string(count) + " months; ";
      }
      const Date after_days = Date{date_of(event)} + std::chrono::days{count};
      if (elapses(date_of(event), {count, days}) != after_days) {
        wrong += to_string(date_of(event)) + " + " + std::to_string(count) + " days; ";
      }
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("the corresponding day is the same day of the other month, or that month's last") {
  std::string wrong;
  for (Day day{2023, 1, 1}; day.year < 2027; day = next(day)) {
    for (int count = -60; count <= 60; ++count) {
      Day expected = shifted(day, count);
      if (const int length = month_length(expected.year, expected.month); expected.day > length) expected.day = length;
      const bool right =
          corresponding_day(date_of(day), count) == date_of(expected) &&
          (count < 0 || before(date_of(day), {count, months}) == corresponding_day(date_of(day), -count));
      if (!right) wrong += to_string(date_of(day)) + " + " + std::to_string(count) + "; ";
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("periods by hand") {
  struct Case {
    std::string_view first;
    Period period;
    std::string_view last;
    std::string_view elapsed;
    std::string_view before;
  };
  const Case cases[] = {
      {"2026-04-01", {1, days}, "2026-04-01", "2026-04-02", "2026-03-31"},
      {"2026-04-20", {14, days}, "2026-05-03", "2026-05-04", "2026-04-06"},
      {"2024-02-28", {2, days}, "2024-02-29", "2024-03-01", "2024-02-26"},
      {"2026-01-01", {12, months}, "2026-12-31", "2027-01-01", "2025-01-01"},
      {"2026-01-31", {1, months}, "2026-02-28", "2026-02-28", "2025-12-31"},
      {"2026-01-30", {1, months}, "2026-02-28", "2026-02-28", "2025-12-30"},
      {"2026-01-28", {1, months}, "2026-02-27", "2026-02-28", "2025-12-28"},
      {"2024-01-30", {1, months}, "2024-02-29", "2024-02-29", "2023-12-30"},
      {"2024-02-29", {12, months}, "2025-02-28", "2025-02-28", "2023-02-28"},
      {"2024-02-29", {48, months}, "2028-02-28", "2028-02-29", "2020-02-29"},
      {"2026-03-31", {1, months}, "2026-04-30", "2026-04-30", "2026-02-28"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(to_string(c.period));
    CHECK(to_string(last_day_of(day_of(c.first), c.period)) == c.last);
    CHECK(to_string(elapses(day_of(c.first), c.period)) == c.elapsed);
    CHECK(to_string(before(day_of(c.first), c.period)) == c.before);
  }
}

TEST_CASE("a date is read in four styles") {
  struct Case {
    std::string_view text;
    std::string_view day;
  };
  const Case cases[] = {
      {"2026-04-15", "2026-04-15"},       {"2026/4/15", "2026-04-15"},        {"2026/04/05", "2026-04-05"},
      {"2026年4月15日", "2026-04-15"},    {"2026年04月05日", "2026-04-05"},   {"令和8年4月15日", "2026-04-15"},
      {"2024-02-29", "2024-02-29"},       {"2000-02-29", "2000-02-29"},       {"1868-01-01", "1868-01-01"},
      {"2999-12-31", "2999-12-31"},       {"平成31年4月30日", "2019-04-30"},  {"令和元年5月1日", "2019-05-01"},
      {"令和1年5月1日", "2019-05-01"},    {"昭和64年1月7日", "1989-01-07"},   {"平成元年1月8日", "1989-01-08"},
      {"大正15年12月24日", "1926-12-24"}, {"昭和元年12月25日", "1926-12-25"}, {"明治45年7月29日", "1912-07-29"},
      {"大正元年7月30日", "1912-07-30"},  {"昭和63年2月29日", "1988-02-29"},  {"令和99年12月31日", "2117-12-31"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto day = parse_date(c.text);
    CHECK((day ? to_string(*day) : "no date") == c.day);
  }
}

TEST_CASE("a day that does not exist, or not in that era, is no date") {
  for (const std::string_view text :
       {"2026-02-29",       "1900-02-29",      "2100-02-29",      "2026-04-31",      "2026-00-10",
        "2026-13-01",       "2026-01-00",      "2026-01-32",      "1867-12-31",      "3000-01-01",
        "平成31年5月1日",   "昭和64年1月8日",  "平成元年1月7日",  "令和元年4月30日", "大正15年12月25日",
        "昭和元年12月24日", "明治45年7月30日", "大正元年7月29日", "令和0年1月1日",   "平成99年1月1日",
        "令和8年2月29日"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("what is not all of a date is no date") {
  for (const std::string_view text : {"",
                                      "2026",
                                      "2026-04",
                                      "2026-4-15",
                                      "2026-04-15 ",
                                      " 2026-04-15",
                                      "2026-04-150",
                                      "2026-04/15",
                                      "2026/4-15",
                                      "2026/4/15日",
                                      "2026年4月15",
                                      "2026年4/15",
                                      "26-04-15",
                                      "02026-04-15",
                                      "+2026-04-15",
                                      "2026--4-15",
                                      "令和8-04-15",
                                      "令和年4月15日",
                                      "令和008年4月15日",
                                      "和8年4月15日",
                                      "２０２６年４月１５日",
                                      "2026-04-1x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("a month is read in the same styles, and belongs to every era it has a day of") {
  struct Case {
    std::string_view text;
    std::string_view month;
  };
  const Case cases[] = {
      {"2026-04", "2026-04"},     {"2026/4", "2026-04"},      {"2026年4月", "2026-04"},
      {"令和8年4月", "2026-04"},  {"平成31年4月", "2019-04"}, {"令和元年5月", "2019-05"},
      {"昭和64年1月", "1989-01"}, {"平成元年1月", "1989-01"}, {"2026-4", "none"},
      {"2026-13", "none"},        {"2026-00", "none"},        {"2026-04-15", "none"},
      {"平成31年5月", "none"},    {"令和元年4月", "none"},    {"昭和64年2月", "none"},
      {"2026年4", "none"},        {"3000-01", "none"},        {"", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto month = parse_month(c.text);
    CHECK((month ? to_string(*month) : "none") == c.month);
  }
}

TEST_CASE("periods are months or days, and never mixed") {
  struct Case {
    std::string_view text;
    Period period;
    std::string_view printed;
    std::string_view japanese;
  };
  const Case cases[] = {
      {"1 year", {12, months}, "1 year", "1年"},
      {"2 years", {24, months}, "2 years", "2年"},
      {"1 month", {1, months}, "1 month", "1ヶ月"},
      {"3 months", {3, months}, "3 months", "3ヶ月"},
      {"18 months", {18, months}, "18 months", "18ヶ月"},
      {"12 months", {12, months}, "1 year", "1年"},
      {"1 day", {1, days}, "1 day", "1日"},
      {"30 days", {30, days}, "30 days", "30日"},
      {"1 week", {7, days}, "7 days", "7日"},
      {"2 weeks", {14, days}, "14 days", "14日"},
      {"3ヶ月", {3, months}, "3 months", "3ヶ月"},
      {"3か月", {3, months}, "3 months", "3ヶ月"},
      {"1年", {12, months}, "1 year", "1年"},
      {"30日", {30, days}, "30 days", "30日"},
      {"2週間", {14, days}, "14 days", "14日"},
      {"0 days", {0, days}, "0 days", "0日"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto period = parse_period(c.text);
    REQUIRE(period.has_value());
    CHECK((*period == c.period));
    CHECK(to_string(*period) == c.printed);
    CHECK(to_japanese(*period) == c.japanese);
  }
  for (const std::string_view text : {"", "month", "3", "3 ", "-3 months", "1.5 months", "3months", "3  months",
                                      "3 monthss", "3 months ", "三ヶ月", "12345 days", "3月", "3 hours"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text).has_value());
  }
  CHECK((Period{30, days} != Period{30, months}));
}

TEST_CASE("what is printed is read back as the same day, on every day of four years") {
  std::string wrong;
  for (Day day{2023, 1, 1}; day.year < 2027; day = next(day)) {
    const Date date = date_of(day);
    if (parse_date(to_string(date)) != date) wrong += to_string(date) + " ";
    const Month month = month_of(date);
    if (month.length() != month_length(day.year, day.month)) wrong += to_string(month) + " ";
    if (month.first_day() != date_of({day.year, day.month, 1})) wrong += to_string(month) + " ";
    if (parse_month(to_string(month)) != month) wrong += to_string(month) + " ";
  }
  CHECK(wrong == "");
}

TEST_CASE("a date for people names its era and its weekday") {
  struct Case {
    std::string_view day;
    std::string_view printed;
  };
  const Case cases[] = {
      {"2026-04-15", "2026年4月15日（令和8年・水）"},  {"2000-01-01", "2000年1月1日（平成12年・土）"},
      {"2019-04-30", "2019年4月30日（平成31年・火）"}, {"2019-05-01", "2019年5月1日（令和元年・水）"},
      {"1989-01-07", "1989年1月7日（昭和64年・土）"},  {"1989-01-08", "1989年1月8日（平成元年・日）"},
      {"1970-01-01", "1970年1月1日（昭和45年・木）"},
  };
  for (const Case& c : cases) CHECK(to_japanese(day_of(c.day)) == c.printed);
}

TEST_CASE("a day of the week has a name to read and to show") {
  std::string named;
  for (const std::chrono::weekday each : all_weekdays) {
    CHECK((parse_weekday(to_string(each)) == each));
    named.append(to_japanese(each));
  }
  CHECK(named == "月火水木金土日");
  CHECK((parse_weekday("sunday") == std::chrono::weekday{day_of("2026-11-22")}));
  for (const std::string_view wrong : {"", "Sunday", "sun", "日"}) CHECK_FALSE(parse_weekday(wrong).has_value());
}

TEST_CASE("months are counted over year ends in both directions") {
  const Month april = month_of(day_of("2026-04-15"));
  CHECK(to_string(add_months(april, 9)) == "2027-01");
  CHECK(to_string(add_months(april, -4)) == "2025-12");
  CHECK(to_string(add_months(april, -28)) == "2023-12");
  CHECK(to_string(add_months(april, 0)) == "2026-04");
}

}  // namespace
}  // namespace yomikae
