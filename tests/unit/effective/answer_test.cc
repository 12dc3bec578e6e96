#include "effective/answer.h"

#include "unit/resolve/small_terms.h"

namespace yomikae::test {
namespace {

/// The readings of an answer: `id=value`, in order.
std::string readings_of(const Answer& answer) {
  std::string all;
  for (const ReadingAnswer& each : answer.readings) {
    all += fmt::format("{}{}={}", all.empty() ? "" : " ", each.id, shown(each.value));
  }
  return all;
}

/// A rule on a matter that can be read in two ways.
std::string two_ways(const std::string& matter, const std::string& first, const std::string& second) {
  return fmt::format(
      "  - at: '#2.1'\n    matter: {}\n    readings:\n      - {{ id: one, value: '{}', because: 甲 }}\n"
      "      - {{ id: two, value: '{}', because: 乙 }}\n",
      matter, first, second);
}

TEST_CASE("readings that come to the same are one effective answer without an id") {
  SmallCase small({.maker = two_ways("fee", "10", "2 * 5")});
  const Answer result = small.at.ask("fee");
  CHECK(result.status == AnswerStatus::effective);
  CHECK(shown(result.value) == "10");
  CHECK(shown(result.safe) == "10");
  CHECK(readings_of(result) == "=10");
  CHECK(result.readings.at(0).choices.empty());
  CHECK(result.readings.at(0).preferred);
}

TEST_CASE("readings that come to different values are ambiguous, the preferred first") {
  SmallCase small({.maker = two_ways("fee", "10", "20")});
  const Answer result = small.at.ask("fee");
  CHECK(result.status == AnswerStatus::ambiguous);
  CHECK(shown(result.value) == "10");
  CHECK(readings_of(result) == "one=10 two=20");
  CHECK(result.readings.at(0).preferred);
  CHECK_FALSE(result.readings.at(1).preferred);
  CHECK(result.readings.at(1).because == "乙");
  REQUIRE(result.readings.at(1).choices.size() == 1);
  CHECK(place_of(result.readings.at(1).choices[0].rule) == "maker/base 2.1");
}

TEST_CASE("an id names only the axes that make a difference") {
  SmallCase small({.maker = two_ways("fee", "mood + refund - refund", "mood + 1 + refund - refund") +
                            "  - at: '#3.1'\n    matter: refund\n    readings:\n"
                            "      - { id: idle, value: '1', because: 甲 }\n"
                            "      - { id: busy, value: '2', because: 乙 }\n"
                            "  - at: '#4.1'\n    matter: mood\n    readings:\n"
                            "      - { id: low, value: '100', because: 甲 }\n"
                            "      - { id: high, value: '200', because: 乙 }\n"});
  const Answer result = small.at.ask("fee");
  CHECK(result.status == AnswerStatus::ambiguous);
  CHECK(readings_of(result) == "one+low=100 one+high=200 two+low=101 two+high=201");
  CHECK(shown(result.safe) == "201");
}

TEST_CASE("what is safe lies in the direction of the matter, and nowhere where it has none") {
  const auto safe = [](const char* matter, const char* one, const char* two) {
    SmallCase small({.maker = two_ways(matter, one, two)});
    return shown(small.at.ask(matter).safe);
  };
  for (const bool turned : {false, true}) {
    const auto both = [&](const char* matter, const char* one, const char* two) {
      return turned ? safe(matter, two, one) : safe(matter, one, two);
    };
    CHECK(both("fee", "10", "20") == "20");
    CHECK(both("refund", "10", "20") == "10");
    CHECK(both("first", "2026-05-01", "2026-05-31") == "2026-05-01");
    CHECK(both("last", "2026-05-01", "2026-05-31") == "2026-05-31");
    CHECK(both("mood", "10", "20") == "(no value)");
  }
}

TEST_CASE("a fraction of a yen is rounded as a rule says, and the fraction is kept") {
  const std::string share = "  - { at: '#2.1', matter: share, value: worth / 3 }\n";
  SmallCase truncated({.maker = share + "  - { at: '#3.1', matter: rounding, value: truncate }\n"});
  const Answer down = truncated.at.ask("share", {"worth=5"});
  CHECK(down.status == AnswerStatus::effective);
  CHECK(shown(down.value) == "1");
  REQUIRE(down.exact.has_value());
  CHECK(down.exact->to_string() == "5/3");
  SmallCase nearest({.maker = share + "  - { at: '#3.1', matter: rounding, value: half-up }\n"});
  CHECK(shown(nearest.at.ask("share", {"worth=5"}).value) == "2");
  CHECK(shown(nearest.at.ask("share", {"worth=4"}).value) == "1");
  const Answer whole = nearest.at.ask("share", {"worth=6"});
  CHECK(shown(whole.value) == "2");
  CHECK_FALSE(whole.exact.has_value());
}

TEST_CASE("a rule on how to round holds for the amounts it names alone") {
  SmallCase small({.maker = "  - { at: '#2.1', matter: share, value: worth / 3 }\n"
                            "  - { at: '#3.1', matter: rounding, scope: { amount: cut }, value: truncate }\n"});
  CHECK_FALSE(small.at.ask("share", {"worth=5"}).value.has_value());
}

TEST_CASE("where no provision rounds, the assumption does, and is named with the answer") {
  SmallCase small({.maker = "  - { at: '#2.1', matter: share, value: worth / 3 }\n"},
                  "assumptions: { yen-rounding: half-up }\n");
  const Answer result = small.at.ask("share", {"worth=5"});
  CHECK(result.status == AnswerStatus::effective);
  CHECK(shown(result.value) == "2");
  REQUIRE(result.trace.assumptions.size() == 1);
  CHECK(result.trace.assumptions[0].name == "yen-rounding");
  CHECK_FALSE(result.trace.assumptions[0].is_default);
}

TEST_CASE("where nothing says how to round there is no value, but the fraction and what each rounding makes of it") {
  SmallCase small({.maker = "  - { at: '#2.1', matter: share, value: worth / 3 }\n"});
  const Answer result = small.at.ask("share", {"worth=5"});
  CHECK(result.status == AnswerStatus::delegated);
  CHECK_FALSE(result.value.has_value());
  CHECK_FALSE(result.safe.has_value());
  REQUIRE(result.exact.has_value());
  CHECK(result.exact->to_string() == "5/3");
  CHECK(readings_of(result) == "truncate=1 half-up=2");
  CHECK(result.missing == std::vector<std::string>{"yen-rounding"});
}

TEST_CASE("a matter nobody regulates is silent, without value, safe or source") {
  SmallCase small({});
  const Answer result = small.at.ask("fee");
  CHECK(result.status == AnswerStatus::silent);
  CHECK_FALSE(result.value.has_value());
  CHECK_FALSE(result.safe.has_value());
  CHECK(result.trace.sources.empty());
}

TEST_CASE("rules that disagree without a rank are a conflict that names both") {
  SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: '10' }\n",
                   .third = "  - { at: '#2.1', matter: fee, value: '20' }\n"});
  const Answer result = small.at.ask("fee");
  CHECK(result.status == AnswerStatus::conflict);
  CHECK_FALSE(result.value.has_value());
  CHECK(result.trace.conflicting.size() == 2);
}

TEST_CASE("what is missing is named") {
  SmallCase small({.maker = "  - { at: '#2.1', matter: share, value: worth / 3 }\n"
                            "  - { at: '#3.1', matter: last, value: end }\n"});
  const Answer fact = small.at.ask("share");
  CHECK(fact.status == AnswerStatus::missing);
  CHECK(fact.missing == std::vector<std::string>{"worth"});
  const Answer date = small.at.ask("last");
  CHECK(date.status == AnswerStatus::missing);
  CHECK(date.missing == std::vector<std::string>{"dates/end"});  // where the contract would state it
  CHECK_FALSE(date.value.has_value());
}

/// Notice must come at least so many days before the end.
std::string leave(const std::string& days) {
  return "  - at: '#5.1'\n    matter: leave\n    falls: last-of-month\n    requires:\n"
         "      - { that: 'effect > elapses(notice, " +
         days + ")', because: 早すぎる }\n";
}

TEST_CASE("an ending on a day that is not allowed is refused, with why and the nearest that is") {
  SmallCase small({.maker = leave("7 days")});
  const Answer allowed = small.at.ask("leave.latest-notice", {"effect=2026-11-30"});
  CHECK(allowed.status == AnswerStatus::effective);
  CHECK(shown(allowed.value) == "2026-11-22");
  const Answer refused = small.at.ask("leave.latest-notice", {"effect=2026-11-29"});
  CHECK(refused.status == AnswerStatus::refused);
  CHECK_FALSE(refused.value.has_value());
  CHECK_FALSE(refused.safe.has_value());
  CHECK_FALSE(refused.because.empty());
  REQUIRE(refused.instead.has_value());
  CHECK(to_string(*refused.instead) == "2026-11-30");
}

TEST_CASE("where one reading refuses the answer is ambiguous and nothing is safe") {
  SmallCase small({.maker = R"(  - at: '#5.1'
    matter: leave
    where:
      open: { readings: [{ id: yes, value: effect >= notice, because: 甲 }, { id: no, value: 'effect < notice and effect > notice', because: 乙 }] }
    falls: any-day
    requires:
      - { that: open, because: 認めない }
)"});
  const Answer result = small.at.ask("leave.latest-notice", {"effect=2026-11-30"});
  CHECK(result.status == AnswerStatus::ambiguous);
  CHECK(shown(result.value) == "2026-11-30");
  CHECK_FALSE(result.safe.has_value());
  REQUIRE(result.readings.size() == 2);
  CHECK(result.readings[1].status == AnswerStatus::refused);
  CHECK(result.readings[1].because == "認めない");
}

}  // namespace
}  // namespace yomikae::test
