#include "terms/holiday_law.h"

#include <algorithm>
#include <map>

namespace yomikae {
namespace {

using std::chrono::days;
using std::chrono::Sunday;
using std::chrono::weekday;
using std::chrono::year;

/// By day; what stands in it first stays.
using NamedDays = std::map<Date, const std::string*>;

/// A holiday beyond either end of the range can make another within it: it is looked for this far out.
constexpr days margin{31};

/// The day an entry falls on in a year; nothing where it has none.
struct DayIn {
  year wanted;
  std::optional<Date> operator()(const NationalHoliday::Yearly& yearly) const {
    const auto day = wanted / yearly;
    return day.ok() ? std::optional<Date>{day} : std::nullopt;
  }
  std::optional<Date> operator()(const NationalHoliday::NthMonday& nth) const {
    const auto day = wanted / nth.month / std::chrono::Monday[nth.number];
    return day.ok() ? std::optional<Date>{day} : std::nullopt;
  }
  std::optional<Date> operator()(const NationalHoliday::Listed&) const { return std::nullopt; }
};

NamedDays national_holidays(const HolidayLaw& law, Date first, Date last) {
  NamedDays found;
  const year end = std::chrono::year_month_day{last}.year();
  for (const NationalHoliday& each : law.national) {
    const auto add = [&](Date day) {
      if (day >= first && day <= last && each.in_force.covers(day)) found.emplace(day, &each.name);
    };
    if (const auto* listed = std::get_if<NationalHoliday::Listed>(&each.falls)) {
      std::for_each(listed->begin(), listed->end(), add);
      continue;
    }
    for (year wanted = std::chrono::year_month_day{first}.year(); wanted <= end; ++wanted) {
      if (std::find(each.except.begin(), each.except.end(), wanted) != each.except.end()) continue;
      if (const auto day = std::visit(DayIn{wanted}, each.falls)) add(*day);
    }
  }
  return found;
}

Date substitute_for(Date sunday, SubstituteHoliday::To to, const NamedDays& national) {
  Date day = sunday + days{1};
  if (to == SubstituteHoliday::To::next_free_day) {
    while (national.contains(day)) day += days{1};
  }
  return day;
}

NamedDays substitutes(const HolidayLaw& law, const NamedDays& national) {
  NamedDays found;
  for (const auto& [holiday, name] : national) {
    if (weekday{holiday} != Sunday) continue;
    for (const SubstituteHoliday& each : law.substitutes) {
      const Date day = substitute_for(holiday, each.to, national);
      if (each.in_force.covers(day)) found.emplace(day, &each.name);
    }
  }
  return found;
}

NamedDays bridging_holidays(const HolidayLaw& law, const NamedDays& national) {
  NamedDays found;
  for (const auto& [holiday, name] : national) {
    const Date between = holiday + days{1};
    if (!national.contains(between + days{1})) continue;
    for (const BridgingHoliday& each : law.bridging) {
      const bool admitted = each.sundays == BridgingHoliday::Sundays::included || weekday{between} != Sunday;
      if (admitted && each.in_force.covers(between)) found.emplace(between, &each.name);
    }
  }
  return found;
}

}  // namespace

std::vector<Holiday> holidays_by(const HolidayLaw& law, Date first, Date last) {
  NamedDays all = national_holidays(law, first - margin, last + margin);
  const NamedDays substituted = substitutes(law, all);
  const NamedDays bridged = bridging_holidays(law, all);
  all.insert(substituted.begin(), substituted.end());
  all.insert(bridged.begin(), bridged.end());
  std::vector<Holiday> holidays;
  const auto end = all.upper_bound(last);
  for (auto each = all.lower_bound(first); each != end; ++each) holidays.push_back({each->first, *each->second});
  return holidays;
}

}  // namespace yomikae
