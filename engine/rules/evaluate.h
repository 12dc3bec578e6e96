#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "rules/calendar_months.h"
#include "rules/expression.h"
#include "rules/value.h"

namespace yomikae {

/// How a question came out. The order is that of a sum: the first of these among its parts is the sum's.
enum class Status { conflict, missing, silent, delegated, effective, refused };

/// A value, or why there is none.
struct Outcome {
  Status status = Status::effective;
  Value value;
  std::vector<std::string> names;  ///< what is missing, or to what it is delegated
  [[nodiscard]] bool has_value() const { return status == Status::effective; }
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Joins two outcomes neither of which has a value, or one of which has none: the worse status, the names of both.
Outcome worse_of(const Outcome& a, const Outcome& b);

/// Thrown where the rules themselves fail (they refer to each other without end, a number overflows).
struct RuleFailure : std::runtime_error {
  RuleFailure(std::string_view rule_id, Place where, Message words)
      : std::runtime_error(words.en), rule(rule_id), place(where), message(std::move(words)) {}
  std::string_view rule;
  Place place;
  Message message;
};

/// 休業日 beside the national holidays: single days, and days of every week.
struct ClosedDays {
  DateList listed;
  std::vector<std::chrono::weekday> weekly;
};

/// What an expression is worked out against.
class Environment {
 public:
  Environment() = default;
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  virtual ~Environment() = default;

  using Arguments = std::vector<std::pair<std::string, Value>>;
  virtual Outcome local(std::string_view name) = 0;
  virtual Outcome fact(std::string_view name) = 0;
  virtual Outcome assumption(std::string_view name) = 0;
  virtual Outcome dimension(std::string_view name) = 0;
  virtual Outcome matter(const Expr::MatterValue& matter, const Arguments& arguments) = 0;
  virtual bool holds(std::string_view holding) = 0;
  /// Whether the order form prices a billed item.
  virtual bool priced(std::string_view item) = 0;
  /// The quantity by which the order form prices a billed item; empty where the price is flat or there is none.
  virtual std::string_view metered_by(std::string_view item) = 0;
  /// The day itself where it is a business day, else the business day before it.
  virtual Outcome business_day(Date day, const ClosedDays& closed) = 0;
  /// The days within these on which the contract became different, sorted.
  virtual std::vector<Date> changes_within(Date from, Date to) = 0;
  /// Works an expression out with everything counted within these days; `quietly` leaves no trace of it.
  virtual Outcome counted(const DayRange& days, const Expr& expr, bool quietly) = 0;
  /// Told what a part of a month came to.
  virtual void segment_step(const DayRange& days, Rational share, const Value& value) = 0;
  /// Told of every call of a function that has an article of law behind it.
  virtual void lawful_step(const FunctionSpec& function, const std::vector<Value>& arguments, const Value& result) = 0;
};

/// Works out an expression that `bind_expression` accepted. Only the parts that are needed are: the branch not taken
/// asks for no facts. Throws `RuleFailure`.
Outcome evaluate(const Expr& expr, Environment& environment);

}  // namespace yomikae
