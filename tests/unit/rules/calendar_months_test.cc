#include "rules/calendar_months.h"

#include <doctest/doctest.h>

#include <string>

namespace yomikae {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }
Month month(std::string_view text) { return parse_month(text).value(); }

TEST_CASE("ways to prorate have names") {
  CHECK((parse_proration("actual-days") == Proration::actual_days));
  CHECK((parse_proration("thirty-days") == Proration::thirty_days));
  CHECK((parse_proration("none") == Proration::none));
  CHECK_FALSE(parse_proration("actual").has_value());
  CHECK_FALSE(parse_proration("").has_value());
}

TEST_CASE("months between two days, their broken ends counted as said") {
  struct Case {
    std::string_view first;
    std::string_view last;
    Proration how;
    std::string_view months;
  };
  using enum Proration;
  const Case cases[] = {
      {"2026-04-01", "2026-04-30", actual_days, "1"},
      {"2026-04-01", "2026-06-30", thirty_days, "3"},
      {"2026-04-16", "2026-04-30", actual_days, "1/2"},
      {"2026-04-16", "2026-04-30", thirty_days, "1/2"},
      {"2026-01-17", "2026-01-31", actual_days, "15/31"},
      {"2026-01-17", "2026-01-31", thirty_days, "1/2"},
      {"2026-02-15", "2026-02-28", actual_days, "1/2"},
      {"2026-02-15", "2026-02-28", thirty_days, "7/15"},
      {"2024-02-15", "2024-02-29", actual_days, "15/29"},
      {"2024-02-15", "2024-02-29", thirty_days, "1/2"},
      {"2026-04-15", "2026-04-15", actual_days, "1/30"},
      {"2026-04-15", "2026-04-15", none, "1"},
      {"2026-04-15", "2026-06-10", none, "3"},
      {"2026-04-16", "2026-06-15", actual_days, "2"},
      {"2025-12-31", "2026-01-01", actual_days, "2/31"},
      {"2025-12-31", "2026-01-01", none, "2"},
      {"2026-01-01", "2027-12-31", actual_days, "24"},
      {"2026-04-15", "2026-04-14", actual_days, "0"},
      {"2026-04-01", "2026-03-31", none, "0"},
      {"2026-06-01", "2026-04-30", none, "0"},
      {"2026-01-02", "2026-01-31", thirty_days, "1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(c.last);
    CHECK(months_in(day(c.first), day(c.last), c.how).to_string() == c.months);
  }
}

TEST_CASE("two adjoining spans have together the months of both, whatever the day between") {
  const Date first = day("2023-11-15");
  const Date last = day("2024-04-20");
  std::string wrong;
  for (Date between = first; between < last; between += std::chrono::days{1}) {
    for (const Proration how : {Proration::actual_days, Proration::thirty_days}) {
      const Rational parts = months_in(first, between, how) + months_in(between + std::chrono::days{1}, last, how);
      // A month that is whole counts one; cut into two parts of thirty days each it counts its days over thirty.
      const Month cut = month_of(between);
      const bool was_whole = cut.first_day() >= first && cut.last_day() <= last && between != cut.last_day();
      const Rational more =
          how == Proration::thirty_days && was_whole ? Rational::fraction(cut.length() - 30, 30) : Rational{0};
      if (parts != months_in(first, last, how) + more) wrong += to_string(between) + " ";
    }
  }
  CHECK(wrong == "");
}

TEST_CASE("a part of a month knows which of its sides are broken") {
  struct Case {
    std::string_view first;
    std::string_view last;  ///< empty where it is open
    bool empty;
    bool start;
    bool end;
  };
  const Case cases[] = {
      {"2026-03-15", "2026-05-15", false, false, false},
      {"2026-04-01", "2026-04-30", false, false, false},
      {"2026-04-02", "", false, true, false},
      {"2026-04-01", "2026-04-29", false, false, true},
      {"2026-04-02", "2026-04-29", false, true, true},
      {"2026-04-30", "2026-04-30", false, true, false},
      {"2026-04-01", "2026-04-01", false, false, true},
      {"2026-05-01", "", true, false, false},
      {"2026-01-01", "2026-03-31", true, false, false},
      {"2026-04-20", "2026-04-10", true, false, false},
      {"2026-03-31", "", false, false, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(c.last);
    const PartOfMonth part(month("2026-04"), day(c.first),
                           c.last.empty() ? std::nullopt : std::optional<Date>{day(c.last)});
    CHECK(part.empty == c.empty);
    CHECK(part.broken_start == c.start);
    CHECK(part.broken_end == c.end);
  }
}

TEST_CASE("the share of a month counts each broken side as said, and one that is not prorated as whole") {
  using enum Proration;
  const PartOfMonth both(month("2026-05"), day("2026-05-11"), day("2026-05-20"));
  CHECK(both.share(actual_days, actual_days).to_string() == "10/31");
  CHECK(both.share(thirty_days, thirty_days).to_string() == "1/3");
  CHECK(both.share(none, none).to_string() == "1");
  CHECK(both.share(none, actual_days).to_string() == "20/31");  // from the 1st
  CHECK(both.share(actual_days, none).to_string() == "21/31");  // through the 31st
  const PartOfMonth start(month("2026-05"), day("2026-05-11"), std::nullopt);
  CHECK(start.share(actual_days, none).to_string() == "21/31");
  CHECK(start.share(none, actual_days).to_string() == "1");
  const PartOfMonth outside(month("2026-05"), day("2026-06-01"), std::nullopt);
  CHECK(outside.share(none, none).to_string() == "0");
  const PartOfMonth whole(month("2026-05"), day("2026-05-01"), day("2026-05-31"));
  CHECK(whole.share(thirty_days, thirty_days).to_string() == "1");
}

TEST_CASE("a month is cut at the days on which something changed, and its parts make up the whole") {
  const Month june{std::chrono::year{2026} / 6};
  const PartOfMonth whole(june, day("2026-04-01"), std::nullopt);
  const auto parts = whole.segments({day("2026-05-31"), day("2026-06-01"), day("2026-06-16"), day("2026-07-01")});
  REQUIRE(parts.size() == 2);
  CHECK((parts[0] == DayRange{day("2026-06-01"), day("2026-06-15")}));
  CHECK((parts[1] == DayRange{day("2026-06-16"), day("2026-06-30")}));
  const Rational half = Rational::fraction(1, 2);
  CHECK((whole.shares(parts, 1, false, Proration::actual_days) == std::vector<Rational>{half, half}));

  // Thirty days make a month of every month: the last part is what the others leave.
  const Month may{std::chrono::year{2026} / 5};
  const PartOfMonth long_month(may, day("2026-04-01"), std::nullopt);
  const auto cut = long_month.segments({day("2026-05-11"), day("2026-05-21")});
  REQUIRE(cut.size() == 3);
  const Rational third = Rational::fraction(1, 3);
  CHECK((long_month.shares(cut, 1, false, Proration::thirty_days) == std::vector<Rational>{third, third, third}));
  const std::vector<Rational> days{Rational::fraction(10, 31), Rational::fraction(10, 31), Rational::fraction(11, 31)};
  CHECK((long_month.shares(cut, 1, false, Proration::actual_days) == days));

  // A month begun on the 11th and billed whole: the first part reaches back to the 1st.
  const PartOfMonth begun(june, day("2026-06-11"), std::nullopt);
  const auto after = begun.segments({day("2026-06-21")});
  REQUIRE(after.size() == 2);
  const std::vector<Rational> whole_start{Rational::fraction(2, 3), third};
  CHECK((begun.shares(after, 1, true, Proration::actual_days) == whole_start));
  CHECK((begun.shares(after, Rational::fraction(2, 3), false, Proration::actual_days) ==
         std::vector<Rational>{third, third}));
  CHECK(PartOfMonth(june, day("2026-07-01"), std::nullopt).segments({day("2026-06-16")}).empty());
}

}  // namespace
}  // namespace yomikae
