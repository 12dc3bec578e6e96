#include "rules/period_law.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/date.h"

namespace yomikae {
namespace {

/// A day as three figures. Days so written are compared figure by figure, and the days that exist stand in one row:
/// where a period ends is looked up there, without any arithmetic of the calendar under test.
struct Figures {
  int month;  ///< counted through from the year 0
  int day;
  friend auto operator<=>(const Figures&, const Figures&) = default;
};

constexpr int first_year = 2019;
constexpr int last_year = 2107;

const std::vector<Figures>& row_of_days() {
  static const std::vector<Figures> days = [] {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::vector<Figures> all;
    for (int year = first_year; year <= last_year; ++year) {
      const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
      for (int month = 0; month < 12; ++month) {
        const int length = lengths[month] + (month == 1 && leap ? 1 : 0);
        for (int day = 1; day <= length; ++day) all.push_back({year * 12 + month, day});
      }
    }
    return all;
  }();
  return days;
}

Date date_at(std::size_t index) {
  const Date first{std::chrono::year{first_year} / 1 / 1};
  return first + std::chrono::days{static_cast<int>(index)};
}

std::size_t index_of(Figures day) {
  const auto& days = row_of_days();
  return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin());
}

bool exists(Figures day) {
  const std::size_t index = index_of(day);
  return index < row_of_days().size() && row_of_days()[index] == day;
}

/// What a period comes to: its day, and the article that says so.
struct Expected {
  std::size_t day;
  std::string law;
};

/// A period that runs from the day at `first`, that day counted: in months, the last day that stands before the same
/// figures so many months later, whether those exist or not.
Expected running(std::size_t first, Period period) {
  const auto& days = row_of_days();
  const auto count = static_cast<std::size_t>(period.count);
  if (period.unit == Period::Unit::days) return {first + count - 1, "141条"};
  const Figures same{days[first].month + period.count, days[first].day};
  const std::size_t last = index_of(same) - 1;
  const int units = period.count % 12 == 0 ? 12 : 1;
  if (days[first].day == 1 && days[first].month % units == 0) return {last, "141条・143条1項"};
  return {last, exists(same) ? "141条・143条1項・2項本文" : "141条・143条1項・2項ただし書"};
}

/// The last day that stands at or before the same figures so many months earlier.
Expected counted_back(std::size_t from, Period period) {
  const auto& days = row_of_days();
  const auto count = static_cast<std::size_t>(period.count);
  if (period.unit == Period::Unit::days) return {from - count, "民法140条本文の類推（逆算）"};
  const Figures same{days[from].month - period.count, days[from].day};
  const std::size_t index = index_of(same);
  if (exists(same)) return {index, "民法140条本文・143条1項・2項本文の類推（逆算）"};
  return {index - 1, "民法140条本文・143条1項・2項ただし書の類推（逆算）"};
}

/// What is wrong of all periods of 1 to 60 days and months at each day of some years; empty where nothing is.
std::string walk(int from_year, int to_year) {
  std::string wrong;
  std::size_t seen = 0;
  const auto hold = [&](Function function, std::size_t at, Period period, Date got, const Expected& expected) {
    ++seen;
    const std::string law = law_behind(function, {date_at(at), period});
    if (got == date_at(expected.day) && law == expected.law) return;
    wrong += fmt::format("{} {} {}: {} {}, not {} {}\n", spec_of(function).name, to_string(date_at(at)),
                         to_string(period), to_string(got), law, to_string(date_at(expected.day)), expected.law);
  };
  for (std::size_t at = index_of({from_year * 12, 1}); at < index_of({to_year * 12 + 12, 1}); ++at) {
    for (const Period::Unit unit : {Period::Unit::days, Period::Unit::months}) {
      for (int count = 1; count <= 60; ++count) {
        const Period period{count, unit};
        const Date day = date_at(at);
        const Expected counted = running(at, period);
        const Expected after = running(at + 1, period);
        hold(Function::last_day, at, period, last_day_of(day, period),
             {counted.day, "民法140条ただし書・" + counted.law});
        hold(Function::elapses, at, period, elapses(day, period), {after.day, "民法140条本文・" + after.law});
        hold(Function::before, at, period, before(day, period), counted_back(at, period));
      }
    }
  }
  CHECK(seen > 3 * 2 * 60 * 365);
  return wrong.substr(0, 2000);
}

TEST_CASE("periods of 1 to 60 days and months at every day of four years end where the articles named say") {
  CHECK(walk(2025, 2028) == "");
}

TEST_CASE("so they do around the year 2100, which has no 29 February") { CHECK(walk(2099, 2101) == ""); }

TEST_CASE("the article named is the sentence that was used") {
  const auto day = [](std::string_view text) { return parse_date(text).value(); };
  const Period month{1, Period::Unit::months};
  const Period year{12, Period::Unit::months};
  const Period week{7, Period::Unit::days};
  struct Case {
    Function function;
    std::string_view day;
    Period period;
    std::string_view law;
  };
  const Case cases[] = {
      {Function::last_day, "2026-04-01", month, "民法140条ただし書・141条・143条1項"},
      {Function::last_day, "2026-04-01", year, "民法140条ただし書・141条・143条1項・2項本文"},
      {Function::last_day, "2026-01-01", year, "民法140条ただし書・141条・143条1項"},
      {Function::last_day, "2026-04-15", month, "民法140条ただし書・141条・143条1項・2項本文"},
      {Function::last_day, "2026-01-31", month, "民法140条ただし書・141条・143条1項・2項ただし書"},
      {Function::last_day, "2024-02-29", year, "民法140条ただし書・141条・143条1項・2項ただし書"},
      {Function::last_day, "2026-04-15", week, "民法140条ただし書・141条"},
      {Function::elapses, "2026-03-31", month, "民法140条本文・141条・143条1項"},
      {Function::elapses, "2026-01-30", month, "民法140条本文・141条・143条1項・2項ただし書"},
      {Function::elapses, "2026-01-29", month, "民法140条本文・141条・143条1項・2項ただし書"},
      {Function::elapses, "2026-01-27", month, "民法140条本文・141条・143条1項・2項本文"},
      {Function::elapses, "2026-01-27", week, "民法140条本文・141条"},
      {Function::before, "2026-03-31", month, "民法140条本文・143条1項・2項ただし書の類推（逆算）"},
      {Function::before, "2026-03-28", month, "民法140条本文・143条1項・2項本文の類推（逆算）"},
      {Function::before, "2026-03-28", week, "民法140条本文の類推（逆算）"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.day);
    CAPTURE(to_string(each.period));
    CHECK(law_behind(each.function, {day(each.day), each.period}) == each.law);
  }
  CHECK(law_behind(Function::days, {day("2026-04-01"), day("2026-04-02")}) == "民法140条本文");
  CHECK(law_behind(Function::business_day, {day("2026-04-01"), DateList{}}) == "");
}

TEST_CASE("the months begun are named after the period they make up") {
  const auto law = [](std::string_view first, std::string_view last) {
    return law_behind(Function::months_begun, {parse_date(first).value(), parse_date(last).value()});
  };
  CHECK(law("2026-04-15", "2026-05-20") == "民法140条ただし書・141条・143条1項・2項本文");
  CHECK(law("2026-01-31", "2026-02-28") == "民法140条ただし書・141条・143条1項・2項ただし書");
  CHECK(law("2026-04-01", "2026-04-20") == "民法140条ただし書・141条・143条1項");
  CHECK(law("2026-04-15", "2026-04-14") == "民法143条1項");
}

}  // namespace
}  // namespace yomikae
