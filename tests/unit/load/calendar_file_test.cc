#include "load/calendar_file.h"

#include <doctest/doctest.h>

#include <map>

#include "loading.h"
#include "support.h"

namespace yomikae {
namespace {

constexpr std::string_view head = "law: 法\nfrom: 2026-01-01\nthrough: 2027-12-31\nofficial-through: 2026-12-31\n";

struct CalendarFile : YamlText {
  /// `rest` is what follows the law and its days; it begins at line 5.
  explicit CalendarFile(const std::string& rest, std::string_view beginning = head)
      : YamlText(std::string(beginning) + rest) {
    read();
  }
  void read() {
    MappingReader file(root.value(), findings);
    load_calendar(file, calendar, findings);
  }
  [[nodiscard]] std::string days() const {
    std::string all;
    for (const Holiday& each : calendar.holidays) all += to_string(each.day) + " " + each.name + "; ";
    return all;
  }
  HolidayCalendar calendar;
};

TEST_CASE("a calendar is a law and the days it is worked out for") {
  const CalendarFile file(R"(holidays:
  - { name: 元日, day: 01-01, from: 2027-01-01 }
  - { name: 海の日, month: 7, monday: 3, except: 2027 }
  - { name: 祭, days: [2026-05-03, 令和8年5月5日] }
substitutes: [{ name: 振替休日, to: next-day }]
bridging: [{ name: 国民の休日, sundays: included }]
)");
  CHECK(file.found() == "");
  CHECK(file.days() == "2026-05-03 祭; 2026-05-04 振替休日; 2026-05-05 祭; 2026-07-20 海の日; 2027-01-01 元日; ");
  CHECK(file.calendar.covers(parse_date("2026-01-01").value()));
  CHECK_FALSE(file.calendar.covers(parse_date("2028-01-01").value()));
  CHECK_FALSE(file.calendar.is_expected(parse_date("2026-12-31").value()));
  CHECK(file.calendar.is_expected(parse_date("2027-01-01").value()));
  REQUIRE(file.calendar.holiday(parse_date("2026-07-20").value()) != nullptr);
  CHECK(file.calendar.holiday(parse_date("2026-07-20").value())->name == "海の日");
  CHECK(file.calendar.holiday(parse_date("2026-07-21").value()) == nullptr);
}

TEST_CASE("a mistake of a calendar is reported where it stands") {
  struct Case {
    std::string entry;
    std::string found;
  };
  const Case cases[] = {
      {"{ name: a, day: 02-29 }", ""},
      {"{ name: a, day: 02-30 }", "format/bad-value 5:28"},
      {"{ name: a, day: 1-1 }", "format/bad-value 5:28"},
      {"{ name: a, month: 2, monday: 5 }", ""},
      {"{ name: a, month: 2, monday: 6 }", "format/bad-value 5:41"},
      {"{ name: a, month: 13, monday: 1 }", "format/bad-value 5:30"},
      {"{ name: a, month: 1, monday: 0 }", "format/bad-value 5:41"},
      {"{ name: a, month: 1, monday: 1.5 }", "format/bad-value 5:41"},
      {"{ name: a, month: 1 }", "format/missing-key 5:12"},
      {"{ name: a, monday: 1 }", "format/missing-key 5:12"},
      {"{ name: a }", "format/missing-key 5:12"},
      {"{ day: 01-01 }", "format/missing-key 5:12"},
      {"{ name: a, day: 01-01, month: 1, monday: 1 }", "format/unknown-key 5:23"},
      {"{ name: a, days: [2026-01-01], from: 2026-01-01 }", "format/unknown-key 5:43"},
      {"{ name: a, days: [2026-02-30] }", "format/bad-value 5:30"},
      {"{ name: a, days: [2026-01-01, 令和8年1月1日] }", "format/duplicate 5:42"},
      {"{ name: a, days: [2025-12-31] }", "format/bad-value 5:30"},
      {"{ name: a, days: 2026-01-01 }", "format/wrong-kind 5:29"},
      {"{ name: a, day: 01-01, from: 2027-01-01, through: 2026-12-31 }", "format/bad-value 5:62"},
      {"{ name: a, day: 01-01, from: 2026-12-31, through: 2026-12-31 }", ""},
      {"{ name: a, day: 01-01, except: [2026, 26] }", "format/bad-value 5:50"},
      {"{ name: a, day: 01-01, weekday: monday }", "format/unknown-key 5:35"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.entry);
    CHECK(CalendarFile("holidays: [" + c.entry + "]\n").found() == c.found);
  }
  CHECK(CalendarFile("holidays: []\nsubstitutes: [{ name: a, to: tomorrow }]\n").found() == "format/unknown-name 6:30");
  CHECK(CalendarFile("holidays: []\nbridging: [{ name: a, sundays: true }]\n").found() == "format/unknown-name 6:32");
  CHECK(CalendarFile("holidays: []\nbridging: [{ sundays: included }]\n").found() == "format/missing-key 6:12");
  CHECK(CalendarFile("holidays: []\nsubstitutes: [{ name: a, from: 2026-02-01, through: 2026-01-31 }]\n").found() ==
        "format/bad-value 6:53");
  CHECK(CalendarFile("").found() == "format/missing-key 1:1");
  CHECK(CalendarFile("holidays: []\n", "law: 法\nfrom: 2027-01-01\nthrough: 2026-01-01\nofficial-through: 2026-01-01\n")
            .found() == "format/bad-value 3:10");
}

TEST_CASE("a second calendar is refused, and the first stays") {
  CalendarFile file("holidays: [{ name: a, day: 01-01 }]\n");
  const std::string before = file.days();
  file.read();
  CHECK(file.found() == "format/duplicate 1:1");
  REQUIRE(file.findings.all().back().related.size() == 1);
  CHECK(file.days() == before);
}

TEST_CASE("the days that ship are those of the law") {
  const HolidayCalendar& calendar = test::shipped().terms.calendar;
  const auto name_of = [&](std::string_view text) {
    const Holiday* holiday = calendar.holiday(parse_date(text).value());
    return holiday == nullptr ? std::string{} : holiday->name;
  };
  const std::map<std::string_view, std::string_view> days{
      {"1973-02-12", ""},            // before the first of all substitutes
      {"1973-04-30", "振替休日"},    // the first
      {"1985-05-04", ""},            // before there were days between two holidays
      {"1986-05-04", ""},            // a Sunday between two
      {"1987-05-04", "振替休日"},    // between two, and after a Sunday
      {"1988-05-04", "国民の休日"},  // the first
      {"1989-02-24", "昭和天皇の大喪の礼"},
      {"1990-11-12", "即位礼正殿の儀"},
      {"1993-06-09", "皇太子徳仁親王の結婚の儀"},
      {"1988-04-29", "天皇誕生日"},
      {"1989-04-29", "みどりの日"},
      {"2007-04-29", "昭和の日"},
      {"2007-05-04", "みどりの日"},
      {"1988-12-23", ""},
      {"1989-12-23", "天皇誕生日"},
      {"2019-02-23", ""},
      {"2019-12-23", ""},
      {"2020-02-23", "天皇誕生日"},
      {"2000-01-10", "成人の日"},
      {"2000-01-15", ""},
      {"2003-05-06", ""},
      {"2008-05-05", "こどもの日"},
      {"2008-05-06", "振替休日"},  // for the Sunday two days before
      {"2009-05-06", "振替休日"},  // for the Sunday three days before
      {"2009-09-22", "国民の休日"},
      {"2032-09-21", "国民の休日"},
      {"2019-04-30", "国民の休日"},
      {"2019-05-01", "天皇の即位の日"},
      {"2019-05-02", "国民の休日"},
      {"2019-10-22", "即位礼正殿の儀"},
      {"2020-07-20", ""},
      {"2020-07-23", "海の日"},
      {"2020-07-24", "スポーツの日"},
      {"2020-08-10", "山の日"},
      {"2020-08-11", ""},
      {"2020-10-12", ""},
      {"2021-07-22", "海の日"},
      {"2021-07-23", "スポーツの日"},
      {"2021-08-08", "山の日"},
      {"2021-08-09", "振替休日"},
      {"2021-08-11", ""},
      {"2022-10-10", "スポーツの日"},
      {"2050-11-23", "勤労感謝の日"},
  };
  for (const auto& [day, name] : days) {
    CAPTURE(day);
    CHECK(name_of(day) == name);
  }
}

}  // namespace
}  // namespace yomikae
