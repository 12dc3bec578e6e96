#include "rules/period_law.h"

#include <fmt/format.h>

#include "rules/calendar_months.h"

namespace yomikae {
namespace {

namespace chr = std::chrono;

Date as_day(const Value& value) {
  const auto* month = std::get_if<Month>(&value);
  return month != nullptr ? month->first_day() : std::get<Date>(value);
}

bool has_day(Month month, chr::day day) { return chr::year_month_day{month.value / day}.ok(); }

/// A period begins with a month, or with a year where it is one of years: paragraph 2 then has nothing to say.
bool begins_with_its_unit(Date first, Period period) {
  const chr::year_month_day day{first};
  const bool years = period.count % 12 == 0;
  return day.day() == chr::day{1} && (!years || day.month() == chr::January);
}

/// Where a period whose first day is counted runs out: 141条 ends it with its last day, 143条 says which day that is
/// where it is one of months.
std::string running_out(Date first, Period period) {
  if (period.unit == Period::Unit::days) return "141条";
  if (begins_with_its_unit(first, period)) return "141条・143条1項";
  const Month last = add_months(month_of(first), period.count);
  const bool corresponds = has_day(last, chr::year_month_day{first}.day());
  return fmt::format("141条・143条1項・2項{}", corresponds ? "本文" : "ただし書");
}

/// No article counts back; what is laid down for the way forward is taken over. Nothing runs out, so 141条 is not used.
std::string counted_back(Date day, Period period) {
  if (period.unit == Period::Unit::days) return "140条本文の類推（逆算）";
  const bool corresponds = has_day(add_months(month_of(day), -period.count), chr::year_month_day{day}.day());
  return fmt::format("140条本文・143条1項・2項{}の類推（逆算）", corresponds ? "本文" : "ただし書");
}

/// The months begun are those a period of so many, counted from its first day, runs through.
std::string months_run_through(Date first, Date last) {
  const Period period{months_begun(first, last), Period::Unit::months};
  return period.count == 0 ? std::string("143条1項") : "140条ただし書・" + running_out(first, period);
}

}  // namespace

std::string law_behind(Function function, const std::vector<Value>& arguments) {
  const auto day = [&](std::size_t at) { return as_day(arguments[at]); };
  const auto period = [&] { return std::get<Period>(arguments[1]); };
  switch (function) {
    case Function::last_day: return "民法140条ただし書・" + running_out(day(0), period());
    case Function::elapses: return "民法140条本文・" + running_out(day(0) + chr::days{1}, period());
    case Function::before: return "民法" + counted_back(day(0), period());
    case Function::months_begun: return "民法" + months_run_through(day(0), day(1));
    default: return std::string(spec_of(function).law);
  }
}

}  // namespace yomikae
