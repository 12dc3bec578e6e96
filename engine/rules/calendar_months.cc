#include "rules/calendar_months.h"

#include <algorithm>

namespace yomikae {
namespace {

Rational broken_share(Month month, Date from, Date to, bool thirty) {
  const std::int64_t days = (to - from).count() + 1;
  return Rational::fraction(days, thirty ? 30 : month.length());
}

}  // namespace

std::optional<Proration> parse_proration(std::string_view name) {
  if (name == "actual-days") return Proration::actual_days;
  if (name == "thirty-days") return Proration::thirty_days;
  if (name == "none") return Proration::none;
  return std::nullopt;
}

std::optional<Counting> parse_counting(std::string_view name) {
  if (name == "maximum") return Counting::maximum;
  if (name == "at-start") return Counting::at_start;
  if (name == "at-end") return Counting::at_end;
  return std::nullopt;
}

bool in_calendar(Date day) {
  const std::chrono::year year = std::chrono::year_month_day{day}.year();
  return year >= std::chrono::year{1} && year <= std::chrono::year{9999};
}

PartOfMonth::PartOfMonth(Month month, Date first, std::optional<Date> last)
    : month_(month),
      from_(std::max(first, month.first_day())),
      to_(last ? std::min(*last, month.last_day()) : month.last_day()) {
  empty = from_ > to_;
  broken_start = !empty && from_ > month.first_day();
  broken_end = !empty && to_ < month.last_day();
}

Rational PartOfMonth::share(Proration at_start, Proration at_end) const {
  if (empty) return 0;
  const bool start = broken_start && at_start != Proration::none;
  const bool end = broken_end && at_end != Proration::none;
  if (!start && !end) return 1;
  const bool thirty = (start && at_start == Proration::thirty_days) || (end && at_end == Proration::thirty_days);
  return broken_share(month_, start ? from_ : month_.first_day(), end ? to_ : month_.last_day(), thirty);
}

std::vector<DayRange> PartOfMonth::segments(const std::vector<Date>& changes) const {
  std::vector<DayRange> result;
  if (empty) return result;
  result.push_back({from_, to_});
  for (const Date day : changes) {
    if (day <= result.back().from || day > to_) continue;
    result.back().to = day - std::chrono::days{1};
    result.push_back({day, to_});
  }
  return result;
}

std::vector<Rational> PartOfMonth::shares(const std::vector<DayRange>& segments, Rational whole, bool start_is_whole,
                                          Proration at_change) const {
  std::vector<Rational> result;
  Rational left = whole;
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    const Date from = i == 0 && start_is_whole ? month_.first_day() : segments[i].from;
    result.push_back(broken_share(month_, from, segments[i].to, at_change == Proration::thirty_days));
    left = left - result.back();
  }
  result.push_back(left);
  return result;
}

int months_begun(Date first, Date last) {
  int months = 0;
  while ((months == 0 ? first - std::chrono::days{1} : last_day_of(first, {months, Period::Unit::months})) < last)
    ++months;
  return months;
}

Rational calendar_years(Date event, Date last) {
  Rational total = 0;
  Date from = event;
  while (from < last) {
    const std::chrono::year year = std::chrono::year_month_day{from + std::chrono::days{1}}.year();
    const Date to = std::min(last, Date{year / 12 / 31});
    total = total + Rational::fraction((to - from).count(), year.is_leap() ? 366 : 365);
    from = to;
  }
  return total;
}

Rational months_in(Date first, Date last, Proration how) {
  Rational total = 0;
  for (Month month = month_of(first); month.first_day() <= last; month = add_months(month, 1)) {
    total = total + PartOfMonth(month, first, last).share(how, how);
  }
  return total;
}

}  // namespace yomikae
