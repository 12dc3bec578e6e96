#include <doctest/doctest.h>

#include "fake_environment.h"

namespace yomikae {
namespace {

Outcome part_of(std::string_view month, std::optional<std::string_view> first, std::optional<std::string_view> last,
                Fake& fake) {
  fake.values["first"] = first ? known(day(*first)) : known(None{});
  fake.values["last"] = last ? known(day(*last)) : known(None{});
  fake.values["month"] = known(parse_month(month).value());
  fake.values["proration[occasion=at-start]"] = known(Symbol{"actual-days"});
  fake.values["proration[occasion=at-end]"] = known(Symbol{"thirty-days"});
  static const Ontology world = small_world();
  const Expr expr =
      bound("part-of-month(month, first, last, proration[occasion = at-start], proration[occasion = at-end])", world,
            {{"first", {Kind::date, {}}}, {"last", {Kind::date, {}}}, {"month", {Kind::month, {}}}});
  return evaluate(expr, fake);
}

TEST_CASE("a part of a month asks how to prorate only where a side of it is broken") {
  struct Part {
    std::string_view month;
    std::optional<std::string_view> first;
    std::optional<std::string_view> last;
    std::string_view value;
    std::set<std::string> asked;
  };
  const std::string start = "proration[occasion=at-start]";
  const std::string end = "proration[occasion=at-end]";
  const Part parts[] = {
      {"2026-04", "2026-01-10", "2026-12-31", "1", {}},
      {"2026-04", "2026-04-01", "2026-04-30", "1", {}},
      {"2026-04", "2026-01-10", std::nullopt, "1", {}},
      {"2026-04", "2026-05-01", std::nullopt, "0", {}},
      {"2026-04", "2026-01-10", "2026-03-31", "0", {}},
      {"2026-04", std::nullopt, "2026-04-15", "0", {}},
      {"2026-01", "2026-01-10", std::nullopt, "22/31", {start}},
      {"2026-04", "2026-04-16", "2026-06-30", "1/2", {start}},
      {"2026-05", "2026-01-10", "2026-05-06", "1/5", {end}},
      {"2026-04", "2026-04-11", "2026-04-25", "1/2", {start, end}},
  };
  for (const Part& part : parts) {
    CAPTURE(part.month);
    CAPTURE(part.value);
    Fake fake;
    CHECK(shown(part_of(part.month, part.first, part.last, fake)) == part.value);
    std::set<std::string> asked(fake.asked.begin(), fake.asked.end());
    for (const char* date : {"month", "first", "last"}) asked.erase(date);
    CHECK((asked == part.asked));
  }
}

TEST_CASE("a broken month without a way to prorate has no value") {
  Fake fake;
  fake.values["month"] = known(parse_month("2026-04").value());
  fake.values["proration"] = without(Status::silent);
  static const Ontology world = small_world();
  const auto worked = [&](std::string_view text) {
    return shown(evaluate(bound(text, world, {{"month", {Kind::month, {}}}}), fake));
  };
  CHECK(worked("part-of-month(month, 2026-04-02, none, proration, proration)") == "silent");
  CHECK(worked("part-of-month(month, 2026-04-01, none, proration, proration)") == "1");
  CHECK(worked("part-of-month(month, 2026-04-02, none, none, proration)") == "1");
  CHECK(worked("part-of-month(month, as-of, none, proration, proration)") == "missing as-of");
}

/// April 2026, billed from the 6th; `accounts` becomes different on the 16th.
std::string april_billed(std::string_view start, std::string_view change, std::string_view before, Fake& fake) {
  static const Ontology world = small_world();
  fake.values["month"] = known(parse_month("2026-04").value());
  fake.steps.clear();
  const std::string text = "billed-in(accounts * 30, month, 2026-04-06, none, " + std::string(start) + ", " +
                           std::string(change) + ", none, " + std::string(before) + ")";
  return shown(evaluate(bound(text, world, {{"month", {Kind::month, {}}}}), fake));
}

TEST_CASE("a month inside which a price changes is billed by its parts, where the terms prorate a change") {
  Fake fake;
  fake.changes = {day("2026-04-16")};
  // 10 accounts for 10 days, 20 for 15, of 30 days each.
  CHECK(april_billed("actual-days", "actual-days", "true", fake) == "400");
  CHECK((fake.steps == std::vector<std::string>{"counted from 2026-04-06", "2026-04-06 to 2026-04-15 1/3 = 100",
                                                "counted from 2026-04-16", "2026-04-16 to 2026-04-30 1/2 = 300"}));
  CHECK(april_billed("none", "actual-days", "true", fake) == "450");          // the start counts from the 1st
  CHECK(april_billed("actual-days", "actual-days", "false", fake) == "300");  // only what followed the change
  CHECK(april_billed("actual-days", "none", "true", fake) == "625");          // 25, as the month counts them, for 5/6
  CHECK(april_billed("actual-days", "proration", "true", fake) == "missing proration");
  fake.changes = {day("2026-04-20")};  // 25 accounts before, 20 after: the terms must say
  CHECK(april_billed("actual-days", "proration", "true", fake) == "missing proration");
  fake.changes = {day("2026-04-01"), day("2026-05-01")};  // outside what is billed: nobody need say
  CHECK(april_billed("actual-days", "proration", "true", fake) == "625");
}

}  // namespace
}  // namespace yomikae
