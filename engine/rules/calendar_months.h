#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/rational.h"

namespace yomikae {

/// 日割: how a part of a month is counted. `none` counts it as a whole one.
enum class Proration { actual_days, thirty_days, none };
/// `actual-days`, `thirty-days`, `none`.
std::optional<Proration> parse_proration(std::string_view name);

/// Which of its counts a month is billed by, where something that is counted changed inside it.
enum class Counting { maximum, at_start, at_end };
/// `maximum`, `at-start`, `at-end`.
std::optional<Counting> parse_counting(std::string_view name);

/// Whether a day lies in the years 1 to 9999: no contract means another, and four figures can name no other.
bool in_calendar(Date day);

/// How many calendar months lie from `first` through `last`, parts of months counted as `how` says; zero where `last`
/// is before `first`.
Rational months_in(Date first, Date last, Proration how);

/// How many months, counted from `first` by 民法143条, are begun by `last`; zero where it is before.
int months_begun(Date first, Date last);
/// The days after `event` through `last` as a fraction of the calendar years they lie in (1/365 or 1/366 each).
Rational calendar_years(Date event, Date last);

/// A stretch of days within a month, both ends in it.
struct DayRange {
  Date from;
  Date to;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// Which part of `month` lies from `first` through `last` (open where there is none), and which sides are broken.
struct PartOfMonth {
  PartOfMonth() = default;
  PartOfMonth(Month month, Date first, std::optional<Date> last);
  bool empty = true;
  bool broken_start = false;  ///< begins after the 1st
  bool broken_end = false;    ///< ends before the month does
  [[nodiscard]] Date from() const { return from_; }
  [[nodiscard]] Date to() const { return to_; }
  /// The part as a fraction of the month; a side counted as `none` is taken as whole.
  [[nodiscard]] Rational share(Proration at_start, Proration at_end) const;
  /// The part cut at the days on which something became different, each of them the first of what follows. Days outside
  /// the part cut nothing; `changes` is sorted.
  [[nodiscard]] std::vector<DayRange> segments(const std::vector<Date>& changes) const;
  /// The share of each of these segments, which add up to `whole` (that of the part): each by its days, the last what
  /// the others leave, so that thirty days a month never make more or less than the month.
  [[nodiscard]] std::vector<Rational> shares(const std::vector<DayRange>& segments, Rational whole, bool start_is_whole,
                                             Proration at_change) const;

 private:
  Month month_;
  Date from_;
  Date to_;
};

}  // namespace yomikae
