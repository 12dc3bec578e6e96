#include "effective/statement.h"

#include "support.h"

namespace yomikae::test {
namespace {

std::string line_of(const StatementLine& line) {
  std::string shown_line = fmt::format("{}[{}]", line.matter->id.value, line.item);
  if (line.event != nullptr) shown_line += fmt::format(" {}", to_string(line.event->on));
  if (line.amount.has_value()) return fmt::format("{} {}", shown_line, to_string(line.amount.value));
  return fmt::format("{} {}", shown_line, to_string(to_answer_status(line.amount.status)));
}

/// The lines of one month that are billed for events.
std::string events_in(const Answer& answer, std::size_t month) {
  std::string all;
  for (const StatementLine& line : answer.statement.value().months.at(month).lines) {
    if (line.event != nullptr) all += fmt::format("{}{}", all.empty() ? "" : "; ", line_of(line));
  }
  return all;
}

std::string with_events(const std::string& events, const std::string& more = {}) {
  return fmt::format(
      "contract: C-1\nchannel: itscom\nservice: www\nas-of: 2026-11-21\n"
      "dates: {{ formation: 2019-03-25, service-start: 2019-04-15 }}\nevents: [{}]\n{}",
      events, more);
}

TEST_CASE("an event stands in its month, as often as it happened, with the rule its price comes from") {
  Case at(with_events("{ item: plan-change, on: 2026-06-10, count: 3 }"));
  const Answer result = at.ask("statement", {"from=2026-05", "to=2026-07"});
  CHECK(result.status == AnswerStatus::effective);
  CHECK(events_in(result, 0) == "");
  CHECK(events_in(result, 1) == "fee.event[plan-change] 2026-06-10 30000");
  CHECK(events_in(result, 2) == "");
  const StatementLine& line = result.statement.value().months.at(1).lines.back();
  REQUIRE(line.source != nullptr);
  CHECK(to_string(line.source->at) == "table-2.2(1)");
  CHECK(shown(result.value) == "66000");  // (three months of 10,000, and 30,000) with a tenth of tax
}

TEST_CASE("where no rule says in which month an event is billed, what was assumed is told") {
  const auto assumed = [](const Answer& answer) {
    std::string all;
    for (const UsedAssumption& each : answer.trace.assumptions) {
      all += fmt::format("{}={}{} ", each.name, each.value, each.is_default ? "!" : "");
    }
    return all;
  };
  const std::vector<std::string> facts{"from=2026-06", "to=2026-07"};
  const std::string change = "{ item: plan-change, on: 2026-06-10 }";
  const std::string renewal = "{ item: jp-renewal, on: 2026-06-10 }";
  Case silent(with_events(change));
  CHECK(assumed(silent.ask("statement", facts)).find("event-billing=event-month! ") != std::string::npos);
  Case ruled(with_events(renewal));
  CHECK(assumed(ruled.ask("statement", facts)).find("event-billing") == std::string::npos);
  Case stated(with_events(change + ", " + renewal, "assumptions: { event-billing: following-month }\n"));
  const Answer result = stated.ask("statement", facts);
  CHECK(events_in(result, 0) == "fee.event[jp-renewal] 2026-06-10 10000");
  CHECK(events_in(result, 1) == "fee.event[plan-change] 2026-06-10 10000");
  CHECK(assumed(result).find("event-billing=following-month ") != std::string::npos);
}

TEST_CASE("an event is taxed at the rate of its own day, whenever it is billed") {
  Case at(with_events("{ item: plan-change, on: 2019-09-30 }", "assumptions: { event-billing: following-month }\n"));
  const Answer result = at.ask("statement", {"from=2019-10", "to=2019-10"});
  const StatementMonth& month = result.statement.value().months.at(0);
  REQUIRE(month.taxes.size() == 2);
  CHECK(month.taxes[0].rate == Rational{10} / Rational{100});
  CHECK(month.taxes[0].base == Rational{10000});
  CHECK(month.taxes[1].rate == Rational{8} / Rational{100});
  CHECK(month.taxes[1].base == Rational{10000});
}

TEST_CASE("an event nobody has priced is no event for nothing") {
  const std::vector<std::string> facts{"from=2026-06", "to=2026-06"};
  Case silent(with_events("{ item: content-change, on: 2026-06-10 }"));
  const Answer result = silent.ask("statement", facts);
  CHECK(result.status == AnswerStatus::silent);
  CHECK(events_in(result, 0) == "fee.event[content-change] 2026-06-10 silent");
  CHECK(result.statement.value().known == Rational{11000});
  Case quoted(std::string(usen_contract) + "events: [{ item: content-change, on: 2026-06-10 }]\n");
  CHECK(quoted.ask("statement", facts).status == AnswerStatus::delegated);
  Case priced(with_events("{ item: content-change, on: 2026-06-10 }",
                          "order-form: { prices: { content-change: { event: 700 } } }\n"));
  CHECK(events_in(priced.ask("statement", facts), 0) == "fee.event[content-change] 2026-06-10 700");
}

TEST_CASE("the order in which a contract lists events does not matter") {
  const std::string first = "{ item: plan-change, on: 2026-06-10 }";
  const std::string second = "{ item: spam-scan, on: 2026-06-09 }";
  Case forward(with_events(first + ", " + second));
  Case backward(with_events(second + ", " + first));
  const std::vector<std::string> facts{"from=2026-06", "to=2026-06"};
  CHECK(events_in(forward.ask("statement", facts), 0) ==
        "fee.event[spam-scan] 2026-06-09 3000; fee.event[plan-change] 2026-06-10 10000");
  CHECK(events_in(backward.ask("statement", facts), 0) == events_in(forward.ask("statement", facts), 0));
}

}  // namespace
}  // namespace yomikae::test
