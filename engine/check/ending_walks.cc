#include "check/ending_walks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/cases.h"
#include "check/provision_names.h"
#include "effective/calculation.h"
#include "rules/subexpressions.h"

namespace yomikae {
namespace {

using Days = std::chrono::days;

constexpr int months_walked = 24;

/// The first 29 February that is not before a day.
Date next_leap_day(Date day) {
  using namespace std::chrono;
  for (year each = year_month_day{day}.year();; ++each) {
    const year_month_day leap = each / February / 29;
    if (leap.ok() && sys_days{leap} >= day) return sys_days{leap};
  }
}

/// Days around which rules turn: both ends and the middle of each month of the two years around a leap day.
std::vector<Date> telling_days(Date leap_day) {
  std::vector<Date> days;
  Month month = add_months(month_of(leap_day), -months_walked / 2);
  for (int i = 0; i < months_walked; ++i, month = add_months(month, 1)) {
    const Date first = month.first_day();
    const Date last = month.last_day();
    for (const Date day : {first, first + Days{14}, first + Days{15}, last - Days{1}, last}) days.push_back(day);
  }
  return days;
}

/// A contract under a state, with every date but that of its end, from which rules can be worked out.
class Example {
 public:
  Example(const State& state, const std::string& option, Date begun) : selection_(state.selection) {
    Contract& contract = agreement_.contract;
    const Ontology& ontology = selection_.ontology();
    contract.channel = state.channel->id;
    contract.service = state.offering->service;
    contract.dimensions["service"] = state.offering->service.value;
    if (!state.offering->types.empty()) contract.dimensions["type"] = state.offering->types.front();
    for (const FactSpec& date : ontology.dates) {
      if (date.name != ontology.closing_date) contract.dates[date.name] = begun;
    }
    if (!option.empty()) contract.options.push_back({option, contract.dates, {}, {}});
    selection_.agreement = &agreement_;
  }
  Example(const Example&) = delete;
  Example& operator=(const Example&) = delete;

  [[nodiscard]] const Selection& selection() const { return selection_; }

 private:
  Agreement agreement_;
  Selection selection_;
};

/// Works one matter out for a day.
using WorkOut = Outcome (Calculation::*)(const Matter&, const Dimensions&, const Facts&);

struct Walk {
  const Case& of;
  const Rule* rule;  ///< the one that won
  WorkOut ask;
  std::string fact;  ///< which day is moved
  Place place;       ///< what its rule says of it, under the reading that is taken
};

/// One day and what came of it: a day, or nothing where there is none.
struct Step {
  Date asked;
  std::optional<Date> result;
};

/// What comes of each day under one reading of everything; days that cannot be told are left out.
std::vector<Step> steps_of(const Walk& walk, const std::vector<Date>& days, Calculation& calculation) {
  std::vector<Step> steps;
  for (const Date day : days) {
    const Outcome outcome = (calculation.*walk.ask)(*walk.of.matter, walk.of.dimensions, {{walk.fact, day}});
    const auto* result = std::get_if<Date>(&outcome.value);
    if (outcome.has_value() && result != nullptr) steps.push_back({day, *result});
    if (outcome.status == Status::refused) steps.push_back({day, std::nullopt});
    if (steps.empty()) break;  // what the first day lacks the others lack too
  }
  return steps;
}

Finding& add(std::string_view id, const Walk& walk, Message message, Message help, Findings& findings) {
  Finding& finding = findings.add(id, walk.place, std::move(message), std::move(help));
  std::string of = walk.of.matter->id.value;
  for (const auto& [name, value] : walk.rule->scope.admits) of += fmt::format(" {}", fmt::join(value, ","));
  return finding.about(address_of(*walk.rule), std::move(of));
}

void check_ending(const Walk& walk, const std::vector<Step>& steps, Findings& findings) {
  const auto ends = [](const Step& each) { return each.result.has_value(); };
  if (!steps.empty() && std::none_of(steps.begin(), steps.end(), ends)) {
    add("matter/ending-impossible", walk,
        {fmt::format("「{}」：いつ通知しても要件を満たす日がない", walk.of.matter->label),
         fmt::format("`{}`: no notice whatever meets the requirements", walk.of.matter->id.value)},
        {"`requires` の向き（通知と効力の発生日のどちらが先か）と `falls` を確かめる",
         "look at which way `requires` compares notice and effect, and at `falls`"},
        findings);
    return;
  }
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const Step& before = steps[i - 1];
    const Step& after = steps[i];
    if (!after.result || (before.result && *before.result <= *after.result)) continue;
    const std::string earlier = before.result ? to_string(*before.result) : "—";
    add("matter/later-notice-ends-earlier", walk,
        {fmt::format("「{}」：{}の通知では{}に終わり、後の{}の通知の方が早く{}に終わる", walk.of.matter->label,
                     to_string(before.asked), earlier, to_string(after.asked), to_string(*after.result)),
         fmt::format("`{}`: notice on {} ends it on {}, later notice on {} ends it earlier, on {}",
                     walk.of.matter->id.value, to_string(before.asked), earlier, to_string(after.asked),
                     to_string(*after.result))},
        {"`requires` の式が、遅い通知ほど遅い日になるかを確かめる",
         "see that the expression under `requires` moves on as the notice does"},
        findings);
    return;
  }
}

void check_deadline(const Walk& walk, const std::vector<Step>& steps, Findings& findings) {
  for (const Step& each : steps) {
    if (!each.result || *each.result <= each.asked) continue;
    add("matter/deadline-after-effect", walk,
        {fmt::format("「{}」：{}に効力を生じることの期限が、後の{}になる", walk.of.matter->label, to_string(each.asked),
                     to_string(*each.result)),
         fmt::format("`{}`: for what takes effect on {} the last day is {}, after it", walk.of.matter->id.value,
                     to_string(each.asked), to_string(*each.result))},
        {"さかのぼる期間は `before(effect, …)` で書く（`elapses` は先へ数える）",
         "a time before the day is written `before(effect, …)`, `elapses` counts onward"},
        findings);
    return;
  }
}

/// Whether a rule looks at anything but the days of its own question: then it differs from state to state.
bool looks_around(const Rule& words) {
  bool found = false;
  for_each_subexpression(words, [&](const Expr& expr) {
    found = found || std::holds_alternative<Expr::MatterValue>(expr.node) ||
            std::holds_alternative<Expr::DimensionValue>(expr.node);
  });
  return found;
}

class Walker {
 public:
  Walker(const Checked& checked, Findings& findings)
      : findings_(findings),
        begun_(add_months(month_of(next_leap_day(checked.day)), -months_walked / 2).first_day()),
        days_(telling_days(next_leap_day(checked.day))) {}

  void walk(const Case& each) {
    const bool ending = each.matter->shape == Matter::Shape::ending;
    if (!ending && each.matter->shape != Matter::Shape::deadline) return;
    if (each.outcomes.empty() || each.outcomes.front().status != Status::effective) return;
    const Rule& rule = *each.outcomes.front().winners.front();
    const Rule& words = words_of(rule, each.state->selection);
    const std::string& option = option_of(each.dimensions, each.state->selection.ontology());
    const bool of_option = !option.empty();
    if (!looks_around(words) && !walked_.insert({&words, of_option}).second) return;
    const Example example(*each.state, option, begun_);
    const Walk walk{each, &rule, ending ? &Calculation::effect : &Calculation::value, ending ? "notice" : "effect", {}};
    try {
      under_every_reading(walk, example.selection(), ending ? check_ending : check_deadline);
    } catch (const RuleFailure& failure) {
      findings_.add(failure.rule, failure.place, failure.message);
    }
  }

 private:
  using CheckSteps = void (*)(const Walk&, const std::vector<Step>&, Findings&);

  void under_every_reading(Walk walk, const Selection& selection, CheckSteps check) {
    ReadingWalk readings;
    do {
      Trace trace;
      Calculation calculation(selection, readings, trace);
      const std::vector<Step> steps = steps_of(walk, days_, calculation);
      if (!trace.sources.empty()) walk.rule = trace.sources.front();
      walk.place = content_place(*walk.rule);
      for (const ReadingWalk::Step& step : readings.path()) {
        const bool own_value = step.axis.rule == walk.rule && step.axis.part.empty();
        if (own_value) walk.place = step.axis.alternatives->readings[step.chosen].value.place;
      }
      Findings found;
      check(walk, steps, found);
      if (found.all().empty()) continue;
      findings_.append(found);
      return;  // one reading that shows it is enough
    } while (readings.next());
  }

  Findings& findings_;
  Date begun_;
  std::vector<Date> days_;
  std::set<std::pair<const Rule*, bool>> walked_;
};

}  // namespace

void walk_endings(const Checked& checked, const std::vector<Case>& cases, Findings& findings) {
  Walker walker(checked, findings);
  for (const Case& each : cases) walker.walk(each);
}

}  // namespace yomikae
