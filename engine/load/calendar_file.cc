#include "load/calendar_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "terms/holiday_law.h"

namespace yomikae {
namespace {

/// A year that has every day of the year.
constexpr std::string_view leap_year = "2000";

class CalendarReader {
 public:
  explicit CalendarReader(Findings& findings) : findings_(findings) {}

  HolidayCalendar read(MappingReader& file) {
    HolidayCalendar calendar;
    calendar.place = file.place();
    calendar.law = file.need_text("law");
    calendar.first = file.need_date("from");
    calendar.last = file.need_date("through");
    demand_order(file, calendar.first, calendar.last);
    calendar.official = file.need_date("official-through");
    calendar.official_place = file.place_of("official-through");
    if (calendar.first && calendar.last) range_ = {calendar.first, calendar.last};
    HolidayLaw law;
    file.need("holidays");
    for (const YamlNode& node : file.list("holidays")) read_holiday(node, law);
    for (const YamlNode& node : file.list("substitutes")) read_substitute(node, law);
    for (const YamlNode& node : file.list("bridging")) read_bridging(node, law);
    file.finish();
    if (!findings_.has_errors()) calendar.holidays = holidays_by(law, *calendar.first, *calendar.last);
    return calendar;
  }

 private:
  /// What ends does not end before it begins.
  void demand_order(const MappingReader& reader, std::optional<Date> from, std::optional<Date> through) {
    if (!from || !through || *from <= *through) return;
    findings_.add("format/bad-value", reader.place_of("through"),
                  {fmt::format("末日が初日（{}）より前である", to_string(*from)),
                   fmt::format("the last day is before the first ({})", to_string(*from))});
  }

  InForce read_in_force(MappingReader& reader) {
    const InForce in_force{reader.date("from"), reader.date("through")};
    demand_order(reader, in_force.from, in_force.through);
    return in_force;
  }

  /// It falls on a `day` of the year, on a `monday` of a `month`, or on the `days` that are listed.
  void read_holiday(const YamlNode& node, HolidayLaw& law) {
    MappingReader reader(node, findings_);
    NationalHoliday holiday;
    holiday.name = reader.need_text("name");
    if (reader.take("days") != nullptr) {
      holiday.falls = listed(reader.list("days"));
      reader.finish();  // a list of days has neither exceptions nor a first and a last day
      law.national.push_back(std::move(holiday));
      return;
    }
    if (reader.take("monday") != nullptr || reader.take("month") != nullptr) {
      NationalHoliday::NthMonday monday;
      monday.number =
          number(reader.need_scalar("monday"), 5, "第1から第5までの月曜日", "a Monday from the 1st to the 5th");
      monday.month =
          std::chrono::month{number(reader.need_scalar("month"), 12, "1月から12月までの月", "a month from 1 to 12")};
      holiday.falls = monday;
    } else {
      holiday.falls = yearly(reader.need_scalar("day"));
    }
    holiday.in_force = read_in_force(reader);
    for (const Scalar& year : reader.texts("except")) {
      if (const auto first = parse_date(fmt::format("{}-01-01", year.text))) {
        holiday.except.push_back(std::chrono::year_month_day{*first}.year());
      } else {
        bad_value(year, "年", "year");
      }
    }
    reader.finish();
    law.national.push_back(std::move(holiday));
  }

  void bad_value(const Scalar& value, std::string_view ja, std::string_view en) {
    report_bad_value(value,
                     {fmt::format("`{}` は{}ではない", single_line(value.text), ja),
                      fmt::format("`{}` is no {}", single_line(value.text), en)},
                     findings_);
  }

  NationalHoliday::Yearly yearly(const Scalar& text) {
    if (const auto date = parse_date(fmt::format("{}-{}", leap_year, text.text))) {
      const std::chrono::year_month_day day{*date};
      return {day.month(), day.day()};
    }
    if (!text.text.empty() || text.place.known())
      bad_value(text, "月日（例: `01-02`）", "day of the year (such as `01-02`)");
    return {};
  }

  /// A whole number from 1; one where it is none, which is reported.
  unsigned number(const Scalar& text, unsigned most, std::string_view ja, std::string_view en) {
    const auto value = Rational::parse(text.text);
    if (value && value->is_whole() && *value >= Rational{1} && *value <= Rational{most}) {
      return static_cast<unsigned>(value->floor());
    }
    if (!text.text.empty() || text.place.known()) {  // a missing one has no place
      report_bad_value(text,
                       {fmt::format("`{}` ではなく、{}を書く", single_line(text.text), ja),
                        fmt::format("`{}` is not {}", single_line(text.text), en)},
                       findings_);
    }
    return 1;
  }

  NationalHoliday::Listed listed(const std::vector<YamlNode>& nodes) {
    NationalHoliday::Listed days;
    for (const YamlNode& node : nodes) {
      const auto day = read_date(node, findings_);
      if (!day) continue;
      if (std::find(days.begin(), days.end(), *day) != days.end()) {
        findings_.add(
            "format/duplicate", node.place(),
            {fmt::format("{} が二度ある", to_string(*day)), fmt::format("{} is there twice", to_string(*day))});
      }
      if (!range_.covers(*day)) {
        report_bad_value(node.scalar,
                         {fmt::format("{} はこの暦の外である", to_string(*day)),
                          fmt::format("{} is outside this calendar", to_string(*day))},
                         findings_);
      }
      days.push_back(*day);
    }
    return days;
  }

  void read_substitute(const YamlNode& node, HolidayLaw& law) {
    using To = SubstituteHoliday::To;
    MappingReader reader(node, findings_);
    SubstituteHoliday substitute;
    substitute.name = reader.need_text("name");
    substitute.to =
        reader.choice<To>("to", {{"next-day", To::next_day}, {"next-free-day", To::next_free_day}}, To::next_free_day);
    substitute.in_force = read_in_force(reader);
    reader.finish();
    law.substitutes.push_back(std::move(substitute));
  }

  void read_bridging(const YamlNode& node, HolidayLaw& law) {
    using Sundays = BridgingHoliday::Sundays;
    MappingReader reader(node, findings_);
    BridgingHoliday bridging;
    bridging.name = reader.need_text("name");
    bridging.sundays = reader.choice<Sundays>(
        "sundays", {{"included", Sundays::included}, {"excluded", Sundays::excluded}}, Sundays::included);
    bridging.in_force = read_in_force(reader);
    reader.finish();
    law.bridging.push_back(std::move(bridging));
  }

  Findings& findings_;
  InForce range_;
};

}  // namespace

void load_calendar(MappingReader& file, HolidayCalendar& calendar, Findings& findings) {
  if (calendar.place.known()) {
    auto& finding = findings.add("format/duplicate", file.place(), {"暦が二つある", "there are two calendars"});
    finding.related.push_back({calendar.place, {"もう一つ", "the other one"}});
    return;
  }
  calendar = CalendarReader(findings).read(file);
}

}  // namespace yomikae
