#include "rules/evaluate.h"

#include <doctest/doctest.h>

#include "fake_environment.h"

namespace yomikae {
namespace {

struct Case {
  std::string_view text;
  std::string_view value;
};

template <std::size_t count>
void check_values(const Case (&cases)[count]) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(worked_out(c.text) == c.value);
  }
}

TEST_CASE("arithmetic is exact, and moves days by days") {
  const Case cases[] = {
      {"amount + 1", "5001"},
      {"amount - 6000", "-1000"},
      {"amount * rate", "730"},
      {"amount * rate * 10 / 365", "20"},
      {"amount / 3", "5000/3"},
      {"amount / amount", "1"},
      {"- amount", "-5000"},
      {"10 - 2 - 3", "5"},
      {"end + 1", "2026-04-16"},
      {"end - 15", "2026-03-31"},
      {"2024-02-28 + 1", "2024-02-29"},
      {"2 + 3 * 4", "14"},
      {"(2 + 3) * 4", "20"},
      {"100 / 10 / 5", "2"},
  };
  check_values(cases);
}

TEST_CASE("comparisons") {
  const Case cases[] = {
      {"end > billing-start", "true"},
      {"end < billing-start", "false"},
      {"end >= 2026-04-15", "true"},
      {"end <= 2026-04-15", "true"},
      {"end > 2026-04-15", "false"},
      {"end < 2026-04-15", "false"},
      {"amount = 5000", "true"},
      {"amount != 5000", "false"},
      {"1 / 3 < 1 / 2", "true"},
      {"- 1 < 0", "true"},
      {"cause = provider", "true"},
      {"cause != anti-social", "true"},
      {"1 year = 12 months", "true"},
      {"30 days = 1 month", "false"},
      {"2 weeks = 14 days", "true"},
      {"area = \"日本\"", "true"},
      {"cause in [anti-social, provider]", "true"},
      {"cause in [anti-social]", "false"},
      {"cause in []", "false"},
      {"cause in grounds", "true"},
  };
  check_values(cases);
}

TEST_CASE("functions come to what their law says") {
  const Case cases[] = {
      {"last-day(2026-01-31, 1 month)", "2026-02-28"},
      {"last-day(2026-04-01, 1 year)", "2027-03-31"},
      {"elapses(2026-03-31, 30 days)", "2026-04-30"},
      {"before(2026-04-20, 14 days)", "2026-04-06"},
      {"before(2026-03-31, minimum-term.length)", "2026-02-28"},
      {"first-of-month(end, 0)", "2026-04-01"},
      {"first-of-month(end, 1)", "2026-05-01"},
      {"first-of-month(end, 0 - 4)", "2025-12-01"},
      {"last-of-month(2026-01-31, 1)", "2026-02-28"},
      {"last-of-month(end, 0)", "2026-04-30"},
      {"days(2026-04-01, 2026-04-15)", "14"},
      {"days(2026-04-15, 2026-04-01)", "-14"},
      {"days(2024-02-28, 2024-03-01)", "2"},
      {"days-of-year(2024-02-01)", "366"},
      {"days-of-year(2026-02-01)", "365"},
      {"days-of-year(2100-02-01)", "365"},
      {"units-completed(47, 24)", "1"},
      {"units-completed(48, 24)", "2"},
      {"units-completed(23, 24)", "0"},
      {"units-begun(25, 10)", "3"},
      {"units-begun(30, 10)", "3"},
      {"units-begun(0, 10)", "0"},
      {"units-begun(accounts - 100, 10)", "0"},
      {"units-completed(0 - 5, 2)", "0"},
      {"earlier-of(end, billing-start)", "2026-01-10"},
      {"later-of(end, billing-start)", "2026-04-15"},
      {"smaller-of(amount, 6000)", "5000"},
      {"larger-of(1 / 3, 1 / 4)", "1/3"},
  };
  check_values(cases);
}

TEST_CASE("a function with an article behind it leaves a step, another none") {
  Fake fake;
  worked_out("later-of(last-day(2026-01-31, 1 month), elapses(billing-start, 30 days))", fake);
  CHECK((fake.steps == std::vector<std::string>{"last-day 2026-01-31 1 month = 2026-02-28",
                                                "elapses 2026-01-10 30 days = 2026-02-09"}));
}

TEST_CASE("a condition asks only for the branch it takes") {
  CHECK(asked_for("if agreed then amount else rate") == "agreed, amount");
  CHECK(asked_for("if stated then amount else rate") == "stated, rate");
  CHECK(worked_out("if agreed then 1 else size") == "1");
  CHECK(worked_out("if stated then size else 2") == "2");
  CHECK(worked_out("if as-of > end then amount else 0") == "missing as-of");
}

TEST_CASE("and and or stop where they are decided") {
  CHECK(asked_for("stated and agreed") == "stated");
  CHECK(asked_for("agreed or stated") == "agreed");
  CHECK(asked_for("agreed and stated") == "agreed, stated");
  CHECK(asked_for("stated or agreed") == "stated, agreed");
  CHECK(asked_for("stated and agreed or agreed") == "stated, agreed");
}

TEST_CASE("what is not known does not matter where the other side decides, on either side") {
  const Case cases[] = {
      {"as-of > end and stated", "false"},
      {"stated and as-of > end", "false"},
      {"as-of > end or agreed", "true"},
      {"agreed or as-of > end", "true"},
      {"as-of > end and agreed", "missing as-of"},
      {"agreed and as-of > end", "missing as-of"},
      {"as-of > end or stated", "missing as-of"},
      {"stated or as-of > end", "missing as-of"},
      {"as-of > end and size > 1", "missing as-of size"},
      {"not as-of > end", "missing as-of"},
      {"not stated", "true"},
  };
  check_values(cases);
}

TEST_CASE("of several reasons for no value the worst is given: conflict, missing, silent, delegated") {
  const Status order[] = {Status::conflict, Status::missing, Status::silent, Status::delegated};
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      const Outcome joined = worse_of(without(order[i], {"a"}), without(order[j], {"b"}));
      CHECK((joined.status == order[std::min(i, j)]));
      CHECK(std::set<std::string>(joined.names.begin(), joined.names.end()) == std::set<std::string>{"a", "b"});
    }
    CHECK((worse_of(without(order[i], {"a"}), known(Rational{1})) == without(order[i], {"a"})));
    CHECK((worse_of(known(Rational{1}), without(order[i], {"a"})) == without(order[i], {"a"})));
  }
  CHECK(shown(worse_of(without(Status::missing, {"a", "b"}), without(Status::missing, {"b", "c"}))) == "missing a b c");
  CHECK(worse_of(known(Rational{1}), known(Rational{2})).has_value());
}

TEST_CASE("a sum, a comparison and a call have no value where one of their parts has none") {
  Fake fake;
  fake.values["fee.monthly"] = without(Status::delegated, {"price-list"});
  fake.values["tax-rate"] = without(Status::silent);
  fake.values["holidays"] = without(Status::conflict);
  CHECK(shown(worked_out("amount + fee.monthly", fake)) == "delegated price-list");
  CHECK(shown(worked_out("fee.monthly + amount * tax-rate", fake)) == "silent price-list");
  CHECK(shown(worked_out("size + fee.monthly", fake)) == "missing size price-list");
  CHECK(shown(worked_out("smaller-of(fee.monthly, size)", fake)) == "missing size price-list");
  CHECK(shown(worked_out("fee.monthly > 0", fake)) == "delegated price-list");
  CHECK(shown(worked_out("business-day(as-of, holidays, [])", fake)) == "conflict as-of");
  CHECK(shown(worked_out("- fee.monthly", fake)) == "delegated price-list");
  CHECK(shown(worked_out("cause in [provider, main-ground]", fake)) == "missing main-ground");
  CHECK(shown(worked_out("fee.monthly[on = as-of]", fake)) == "missing as-of");
}

TEST_CASE("arguments of a matter are worked out before it is asked for") {
  Fake fake;
  fake.values["fee.monthly[item=base][on=2026-04-30]"] = known(Rational{300});
  CHECK(shown(worked_out("fee.monthly[item = base, on = last-of-month(end, 0)] * 2", fake)) == "600");
}

TEST_CASE("given asks whether a fact is stated, first-given takes the first that is") {
  CHECK(worked_out("given(end)") == "true");
  CHECK(worked_out("given(as-of)") == "false");
  CHECK(worked_out("first-given(as-of, end, billing-start)") == "2026-04-15");
  CHECK(asked_for("first-given(as-of, end, billing-start)") == "as-of, end");
  CHECK(worked_out("first-given(as-of, switch-request)") == "missing as-of switch-request");
  CHECK(worked_out("not given(as-of) or as-of > end") == "true");
}

TEST_CASE("questions about names go to whoever knows") {
  Fake fake;
  fake.held = {"holds iij-id", "metered base"};
  CHECK(shown(worked_out("holds(iij-id)", fake)) == "true");
  CHECK(shown(worked_out("priced(base)", fake)) == "false");
  CHECK(shown(worked_out("metered(base)", fake)) == "true");
  CHECK(shown(worked_out("metered(mailbox)", fake)) == "false");
}

TEST_CASE("a business day is asked for with the days that are closed") {
  Fake fake;
  fake.values["business-day"] = known(day("2026-04-14"));
  fake.values["assumption.closed-days"] = known(DateList{day("2026-04-15"), day("2026-04-13")});
  fake.values["assumption.weekly"] = known(SymbolList{{"saturday"}, {"sunday"}});
  CHECK(shown(worked_out("business-day(end, assumption.closed-days, assumption.weekly)", fake)) == "2026-04-14");
  CHECK(fake.asked[3] == "business-day 2026-04-15 closed 2026-04-15, 2026-04-13 saturday sunday");
  CHECK(shown(worked_out("business-day(end, [], [])", fake)) == "2026-04-14");
  CHECK(fake.asked[6] == "business-day 2026-04-15 closed ");
  CHECK(shown(worked_out("business-day(end, [], [sunday])", fake)) == "2026-04-14");
  CHECK(fake.asked[9] == "business-day 2026-04-15 closed  sunday");
}

TEST_CASE("a name that is no day of the week closes none, and says so") {
  Fake fake;
  fake.values["assumption.weekly"] = known(SymbolList{{"sunday"}, {"moonday"}});
  CHECK_THROWS_AS(worked_out("business-day(end, [], assumption.weekly)", fake), RuleFailure);
}

TEST_CASE("none flows through functions and sums, equals only itself and is neither before nor after anything") {
  Fake fake;
  fake.values["minimum-term"] = known(None{});
  fake.values["minimum-term.length"] = known(None{});
  fake.values["fee.monthly"] = known(None{});
  const Case cases[] = {
      {"last-day(end, minimum-term.length)", "none"},
      {"elapses(minimum-term.end, 30 days)", "none"},
      {"earlier-of(minimum-term.end, end)", "none"},
      {"minimum-term.end + 1", "none"},
      {"amount + fee.monthly", "none"},
      {"fee.monthly * rate", "none"},
      {"days(end, minimum-term.end)", "none"},
      {"smaller-of(fee.monthly, 1)", "none"},
      {"minimum-term.end = none", "true"},
      {"minimum-term.end != none", "false"},
      {"end = none", "false"},
      {"minimum-term.end = end", "false"},
      {"minimum-term.end < end", "false"},
      {"minimum-term.end > end", "false"},
      {"minimum-term.end <= end", "false"},
      {"end >= minimum-term.end", "false"},
      {"if minimum-term.end = none then 0 else days(end, minimum-term.end)", "0"},
      {"none", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(worked_out(c.text, fake)) == c.value);
  }
  CHECK(fake.steps.empty());
}

TEST_CASE("none where a truth value, a name or a number belongs is no crash") {
  const Ontology world = small_world();
  Fake fake;
  for (const char* name : {"fee.monthly", "offered", "main-ground", "grounds"}) fake.values[name] = known(None{});
  for (const std::string_view text :
       {"not offered", "not none", "if offered then 1 else 2", "if none then 1 else 2", "offered and agreed",
        "agreed and offered", "stated or offered", "- fee.monthly", "main-ground in [provider]", "cause in grounds",
        "holds(none)", "priced(none)", "part-of-month(none, end, end, none, none)", "smaller-of(- fee.monthly, 1)"}) {
    CAPTURE(text);
    Findings findings;
    auto expr = parse_expression({std::string(text), {}, 0}, findings);
    REQUIRE(expr.has_value());
    if (!bind_expression(*expr, {world, world.matter("late-charge"), {}}, {}, findings)) continue;  // refused in time
    try {
      evaluate(*expr, fake);
    } catch (const RuleFailure&) {  // an answer as good as a value
    } catch (const std::exception& failure) {
      FAIL_CHECK("threw " << std::string(failure.what()));
    }
  }
}

TEST_CASE("a number that leaves the range, and a division by nothing, are reported at their place") {
  const std::pair<std::string_view, std::size_t> cases[] = {
      {"«amount * 999999999999999999", 0},
      {"1 + «999999999999999999 * 999999999999999999", 4},
      {"«amount / 0", 0},
      {"«units-begun(accounts, 0)", 0},
      {"«end + 400001", 0},
      {"«end - 400001", 0},
      {"«first-of-month(end, 1000000)", 0},
      {"«last-of-month(end, 0 - 1000000)", 0},
      {"«amount / (1 - 1)", 0},
      {"1 + «1 / 0", 4},
  };
  for (const auto& [marked_text, place] : cases) {
    CAPTURE(marked_text);
    const Marked marked(marked_text);
    try {
      Fake fake;
      const std::string result = shown(worked_out(marked.text, fake));
      FAIL_CHECK("came to " << result);
    } catch (const RuleFailure& failure) {
      CHECK(failure.rule == "rule/overflow");
      CHECK(failure.place.offset == place);
      CHECK_FALSE(failure.message.ja.empty());
    }
  }
}

TEST_CASE("no day is worked out that a calendar cannot say, by however many steps") {
  for (const std::string_view text :
       {"elapses(elapses(elapses(elapses(2999-12-31, 9999 years), 9999 years), 9999 years), 9999 years)",
        "last-day(last-day(last-day(last-day(2999-12-31, 9999 years), 9999 years), 9999 years), 9999 years) > "
        "2026-01-01",
        "before(before(before(before(before(2026-01-01, 9999 years), 9999 years), 9999 years), 9999 years), 9999 "
        "years) < end"}) {
    CAPTURE(text);
    Fake fake;
    CHECK_THROWS_AS(worked_out(text, fake), RuleFailure);
  }
}

TEST_CASE("an expression that was never bound is not worked out") {
  Findings findings;
  const auto expr = parse_expression({"end + 1", {SourceId{0}, 0, 7}, 0}, findings);
  REQUIRE(expr.has_value());
  Fake fake;
  CHECK_THROWS_AS(evaluate(*expr, fake), RuleFailure);
}

TEST_CASE("the longest chain of operators is worked out without running out of stack") {
  std::string text = "1";
  for (int i = 0; i < 1999; ++i) text += "+1";
  CHECK(worked_out(text) == "2000");
}

}  // namespace
}  // namespace yomikae
