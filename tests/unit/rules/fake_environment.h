#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/evaluate.h"
#include "small_world.h"

namespace yomikae {

using Kind = ValueType::Kind;

inline Outcome known(Value value) { return {Status::effective, std::move(value), {}}; }
inline Outcome without(Status status, std::vector<std::string> names = {}) { return {status, {}, std::move(names)}; }
inline Date day(std::string_view text) { return parse_date(text).value(); }

/// Answers from a table and remembers what it was asked. What it does not know is missing.
class Fake : public Environment {
 public:
  std::map<std::string, Outcome> values{{"end", known(day("2026-04-15"))},
                                        {"billing-start", known(day("2026-01-10"))},
                                        {"amount", known(Rational{5000})},
                                        {"rate", known(Rational::fraction(73, 500))},
                                        {"accounts", known(Rational{25})},
                                        {"agreed", known(true)},
                                        {"stated", known(false)},
                                        {"cause", known(Symbol{"provider"})},
                                        {"grounds", known(SymbolList{{"provider"}, {"anti-social"}})},
                                        {"area", known(Words{"日本"})},
                                        {"minimum-term", known(day("2026-12-31"))},
                                        {"minimum-term.length", known(Period{1, Period::Unit::months})}};
  std::set<std::string> held;
  std::vector<std::string> asked;
  std::vector<std::string> steps;

  Outcome local(std::string_view name) override { return answer(name); }
  Outcome fact(std::string_view name) override { return answer(name); }
  Outcome assumption(std::string_view name) override { return answer("assumption." + std::string(name)); }
  Outcome dimension(std::string_view name) override { return answer(name); }
  Outcome matter(const Expr::MatterValue& matter, const Arguments& arguments) override {
    std::string name = matter.matter.value;
    for (const auto& [key, value] : arguments) name += "[" + key + "=" + to_string(value) + "]";
    return answer(name);
  }
  bool holds(std::string_view holding) override { return noted("holds " + std::string(holding)); }
  bool priced(std::string_view item) override { return noted("priced " + std::string(item)); }
  std::string_view metered_by(std::string_view item) override {
    return noted("metered " + std::string(item)) ? "accounts" : "";
  }
  std::vector<Date> changes;
  std::vector<Date> changes_within(Date from, Date to) override {
    std::vector<Date> within;
    for (const Date each : changes) {
      if (each > from && each <= to) within.push_back(each);
    }
    return within;
  }
  /// 10 accounts through 2026-04-15, 20 after, 25 in a stretch that holds both.
  Outcome counted(const DayRange& days, const Expr& expr, bool quietly) override {
    const Date turn = day("2026-04-16");
    const int accounts = days.to < turn ? 10 : days.from < turn ? 25 : 20;
    const Outcome before = std::exchange(values["accounts"], known(Rational{accounts}));
    Outcome outcome = evaluate(expr, *this);
    values["accounts"] = before;
    if (!quietly) steps.push_back("counted from " + to_string(days.from));
    return outcome;
  }
  void segment_step(const DayRange& days, Rational share, const Value& value) override {
    steps.push_back(to_string(days.from) + " to " + to_string(days.to) + " " + share.to_string() + " = " +
                    to_string(value));
  }
  Outcome business_day(Date date, const ClosedDays& closed) override {
    std::string weekly;
    for (const std::chrono::weekday each : closed.weekly) weekly.append(" ").append(to_string(each));
    asked.push_back("business-day " + to_string(date) + " closed " + to_string(Value{closed.listed}) + weekly);
    return answer("business-day");
  }
  void lawful_step(const FunctionSpec& function, const std::vector<Value>& arguments, const Value& result) override {
    std::string step(function.name);
    for (const Value& argument : arguments) step.append(" ").append(to_string(argument));
    steps.push_back(step + " = " + to_string(result));
  }

 private:
  Outcome answer(std::string_view name) {
    asked.emplace_back(name);
    const auto found = values.find(std::string(name));
    return found == values.end() ? without(Status::missing, {std::string(name)}) : found->second;
  }
  bool noted(const std::string& name) {
    asked.push_back(name);
    return held.contains(name);
  }
};

inline std::string shown(const Outcome& outcome) {
  static constexpr const char* statuses[] = {"conflict", "missing", "silent", "delegated", "effective", "refused"};
  if (outcome.has_value()) return to_string(outcome.value);
  std::string text = statuses[static_cast<std::size_t>(outcome.status)];
  for (const std::string& name : outcome.names) text += " " + name;
  return text;
}

inline Outcome worked_out(std::string_view text, Fake& fake) {
  static const Ontology world = small_world();
  return evaluate(bound(text, world), fake);
}

inline std::string worked_out(std::string_view text) {
  Fake fake;
  return shown(worked_out(text, fake));
}

inline std::string asked_for(std::string_view text) {
  Fake fake;
  worked_out(text, fake);
  std::string all;
  for (const std::string& name : fake.asked) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace yomikae
