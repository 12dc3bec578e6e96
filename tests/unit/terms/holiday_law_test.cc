#include "terms/holiday_law.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace yomikae {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

NationalHoliday yearly(std::string name, unsigned month, unsigned of_month, InForce in_force = {}) {
  return {
      std::move(name), NationalHoliday::Yearly{std::chrono::month{month}, std::chrono::day{of_month}}, in_force, {}};
}

NationalHoliday monday(std::string name, unsigned month, unsigned number) {
  return {std::move(name), NationalHoliday::NthMonday{std::chrono::month{month}, number}, {}, {}};
}

NationalHoliday listed(std::string name, std::initializer_list<std::string_view> texts) {
  NationalHoliday::Listed days;
  for (const std::string_view text : texts) days.push_back(day(text));
  return {std::move(name), days, {}, {}};
}

/// `2026-01-01 a; 2026-01-02 b`
std::string shown(const HolidayLaw& law, std::string_view first, std::string_view last) {
  std::string all;
  for (const Holiday& each : holidays_by(law, day(first), day(last))) {
    if (!all.empty()) all += "; ";
    all += to_string(each.day) + " " + each.name;
  }
  return all;
}

const SubstituteHoliday next_day{"moved", SubstituteHoliday::To::next_day, {}};
const SubstituteHoliday next_free_day{"moved", SubstituteHoliday::To::next_free_day, {}};
const BridgingHoliday bridge{"between", BridgingHoliday::Sundays::included, {}};
const BridgingHoliday weekday_bridge{"between", BridgingHoliday::Sundays::excluded, {}};

TEST_CASE("a day of the year comes every year, a leap day in leap years") {
  CHECK(shown({{yearly("a", 1, 1)}, {}, {}}, "2026-01-01", "2028-01-01") == "2026-01-01 a; 2027-01-01 a; 2028-01-01 a");
  CHECK(shown({{yearly("a", 1, 1)}, {}, {}}, "2026-01-02", "2027-12-31") == "2027-01-01 a");
  CHECK(shown({{yearly("a", 2, 29)}, {}, {}}, "2026-01-01", "2030-12-31") == "2028-02-29 a");
}

TEST_CASE("an entry is law between its days, and not in the years it leaves out") {
  const HolidayLaw law{{yearly("a", 5, 1, {day("2025-05-01"), day("2028-04-30")})}, {}, {}};
  CHECK(shown(law, "2020-01-01", "2030-12-31") == "2025-05-01 a; 2026-05-01 a; 2027-05-01 a");
  NationalHoliday without = monday("b", 7, 3);
  without.except = {std::chrono::year{2020}, std::chrono::year{2021}};
  CHECK(shown({{without}, {}, {}}, "2019-01-01", "2022-12-31") == "2019-07-15 b; 2022-07-18 b");
}

TEST_CASE("the nth Monday is counted from the first of the month, and a fifth is not always there") {
  CHECK(shown({{monday("a", 6, 1)}, {}, {}}, "2026-01-01", "2027-12-31") == "2026-06-01 a; 2027-06-07 a");
  CHECK(shown({{monday("a", 6, 5)}, {}, {}}, "2026-01-01", "2027-12-31") == "2026-06-29 a");
}

TEST_CASE("listed days need no order, and of two names for a day the first holds") {
  const HolidayLaw law{{listed("a", {"2026-03-02", "2025-03-02"}), listed("b", {"2026-03-02", "2026-03-01"})}, {}, {}};
  CHECK(shown(law, "2026-01-01", "2026-12-31") == "2026-03-01 b; 2026-03-02 a");
}

TEST_CASE("a Sunday moves to the day after it, or past every holiday that follows") {
  // 2026-05-03 is a Sunday.
  const std::vector<NationalHoliday> alone{yearly("a", 5, 3)};
  CHECK(shown({alone, {next_day}, {}}, "2026-05-01", "2026-05-31") == "2026-05-03 a; 2026-05-04 moved");
  CHECK(shown({alone, {next_free_day}, {}}, "2026-05-01", "2026-05-31") == "2026-05-03 a; 2026-05-04 moved");
  const std::vector<NationalHoliday> three{yearly("a", 5, 3), yearly("b", 5, 4), yearly("c", 5, 5)};
  CHECK(shown({three, {next_day}, {}}, "2026-05-01", "2026-05-31") == "2026-05-03 a; 2026-05-04 b; 2026-05-05 c");
  CHECK(shown({three, {next_free_day}, {}}, "2026-05-01", "2026-05-31") ==
        "2026-05-03 a; 2026-05-04 b; 2026-05-05 c; 2026-05-06 moved");
  CHECK(shown({{yearly("a", 5, 2)}, {next_free_day}, {}}, "2026-05-01", "2026-05-31") == "2026-05-02 a");  // a Saturday
}

TEST_CASE("a substitute is law on the day it falls, and reaches over the ends of the range") {
  SubstituteHoliday later = next_day;
  later.in_force.from = day("2026-05-05");
  CHECK(shown({{yearly("a", 5, 3)}, {later}, {}}, "2026-05-01", "2026-05-31") == "2026-05-03 a");
  later.in_force.from = day("2026-05-04");
  CHECK(shown({{yearly("a", 5, 3)}, {later}, {}}, "2026-05-04", "2026-05-31") == "2026-05-04 moved");
  later.in_force.through = day("2026-05-04");
  CHECK(shown({{yearly("a", 5, 3)}, {later}, {}}, "2037-05-01", "2037-05-31") == "2037-05-03 a");
}

TEST_CASE("a day between two holidays is one, on a Sunday where the law says so") {
  const std::vector<NationalHoliday> around{yearly("a", 9, 21), yearly("b", 9, 23)};
  CHECK(shown({around, {}, {bridge}}, "2026-09-01", "2026-09-30") == "2026-09-21 a; 2026-09-22 between; 2026-09-23 b");
  // 2024-09-22 is a Sunday.
  CHECK(shown({around, {}, {bridge}}, "2024-09-22", "2024-09-22") == "2024-09-22 between");
  CHECK(shown({around, {}, {weekday_bridge}}, "2024-09-22", "2024-09-22") == "");
  // A holiday between two holidays keeps its name; of two that are neighbours none is between.
  const std::vector<NationalHoliday> full{yearly("a", 9, 21), yearly("c", 9, 22), yearly("b", 9, 23)};
  CHECK(shown({full, {}, {bridge}}, "2026-09-01", "2026-09-30") == "2026-09-21 a; 2026-09-22 c; 2026-09-23 b");
}

TEST_CASE("a substitute between two holidays is called a substitute") {
  // 2025-09-21 is a Sunday.
  const HolidayLaw law{{yearly("a", 9, 21), yearly("b", 9, 23)}, {next_free_day}, {bridge}};
  CHECK(shown(law, "2025-09-01", "2025-09-30") == "2025-09-21 a; 2025-09-22 moved; 2025-09-23 b");
}

TEST_CASE("a day made one by these rules makes no other") {
  // 2026-05-03 is a Sunday: the substitute of 05-04 and the holiday of 05-06 have no day between them.
  const HolidayLaw law{{yearly("a", 5, 3), yearly("b", 5, 6)}, {next_free_day}, {bridge}};
  CHECK(shown(law, "2026-05-01", "2026-05-31") == "2026-05-03 a; 2026-05-04 moved; 2026-05-06 b");
}

}  // namespace
}  // namespace yomikae
