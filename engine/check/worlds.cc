#include "check/worlds.h"

#include <algorithm>
#include <string>
#include <utility>

#include "rules/bind.h"

namespace yomikae {
namespace {

using Days = std::chrono::days;

/// A value that is none of those somebody wrote.
Value another() { return Words{"another"}; }

bool is_fact(const Expr& expr, std::string_view name) {
  const auto* fact = std::get_if<Expr::Fact>(&expr.node);
  return fact != nullptr && fact->name == name;
}

bool is_order(Operator op) {
  return op == Operator::less || op == Operator::at_most || op == Operator::greater || op == Operator::at_least;
}

/// The same comparison with its sides exchanged.
Operator turned(Operator op) {
  switch (op) {
    case Operator::less: return Operator::greater;
    case Operator::at_most: return Operator::at_least;
    case Operator::greater: return Operator::less;
    case Operator::at_least: return Operator::at_most;
    default: return op;
  }
}

bool in_order(Operator op, const Value& a, const Value& b) {
  if (a.index() != b.index()) return false;
  switch (op) {
    case Operator::less: return a < b;
    case Operator::at_most: return a <= b;
    case Operator::greater: return b < a;
    default: return b <= a;
  }
}

bool stands(Operator op, const Value& a, const Value& b) {
  if (op == Operator::equal) return a == b;
  if (op == Operator::unequal) return a != b;
  return in_order(op, a, b);
}

/// What stands between, below and above days or numbers somebody wrote.
std::vector<Value> around(const std::vector<Value>& written) {
  std::vector<Value> all;
  for (std::size_t i = 0; i < written.size(); ++i) {
    all.push_back(written[i]);
    if (const auto* day = std::get_if<Date>(&written[i])) {
      all.emplace_back(*day - Days{1});
      all.emplace_back(*day + Days{1});
    }
    const auto* number = std::get_if<Rational>(&written[i]);
    if (number == nullptr) continue;
    const auto* next = i + 1 < written.size() ? std::get_if<Rational>(&written[i + 1]) : nullptr;
    if (i == 0) all.emplace_back(*number - Rational{1});
    all.emplace_back(next == nullptr ? *number + Rational{1} : (*number + *next) / Rational{2});
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace

Worlds::Worlds(const std::vector<const Rule*>& rules, const Dimensions& dimensions, AskedOn days)
    : dimensions_(dimensions), days_(days) {
  for (const Rule* rule : rules) {
    if (rule->when) learn(*rule->when);
  }
  std::size_t count = 1;
  for (Unknown& unknown : unknowns_) {
    widen(unknown);
    count *= unknown.values.size();
    too_many_ = too_many_ || count > most;
    if (too_many_) return;
  }
}

bool Worlds::next() {
  for (Unknown& unknown : unknowns_) {
    if (++unknown.chosen < unknown.values.size()) return true;
    unknown.chosen = 0;
  }
  return false;
}

bool Worlds::holds(const Rule& rule) const {
  if (!rule.when) return true;
  const auto open = std::find_if(unknowns_.begin(), unknowns_.end(),
                                 [&](const Unknown& each) { return each.reading == &*rule.when; });
  return truth(rule.when->readings[open == unknowns_.end() ? 0 : open->chosen].value);
}

bool Worlds::differ_by_day_only() const {
  return std::all_of(unknowns_.begin(), unknowns_.end(), [](const Unknown& each) {
    return each.expr != nullptr && each.against == nullptr &&
           (is_fact(*each.expr, as_of_fact) || is_fact(*each.expr, counting_day));
  });
}

void Worlds::learn(const Alternatives& condition) {
  if (condition.open()) {
    Unknown reading;
    reading.reading = &condition;
    for (std::size_t i = 0; i < condition.readings.size(); ++i) {
      reading.values.emplace_back(Rational{static_cast<std::int64_t>(i)});
    }
    unknowns_.push_back(std::move(reading));
  }
  for (const Reading& each : condition.readings) learn(each.value);
}

/// Walks an expression the way `truth` does.
void Worlds::learn(const Expr& expr) {
  if (known(expr) != nullptr) return;
  if (const auto* opposite = std::get_if<Expr::Not>(&expr.node)) return learn(opposite->operand.front());
  if (const auto* choice = std::get_if<Expr::Conditional>(&expr.node)) {
    for (const Expr& part : choice->parts) learn(part);
    return;
  }
  const auto* binary = std::get_if<Expr::Binary>(&expr.node);
  if (binary != nullptr && (binary->op == Operator::both || binary->op == Operator::either)) {
    for (const Expr& operand : binary->operands) learn(operand);
    return;
  }
  if (const auto comparison = comparison_of(expr)) {
    if (known(*comparison->subject) == nullptr) add_value(*comparison->subject, comparison->with);
    return;
  }
  if (const Expr::Binary* pair = unknown_pair(expr)) {
    if (find(pair->operands[1], pair->operands.data()) != nullptr) return;  // the same, the other way round
    unknown_of(pair->operands[0], &pair->operands[1]).values = {Rational{-1}, Rational{0}, Rational{1}};
    return;
  }
  add_value(expr, {Value{true}, Value{false}});
}

void Worlds::add_value(const Expr& subject, const std::vector<Value>& with) {
  const auto* dimension = std::get_if<Expr::DimensionValue>(&subject.node);
  if (dimension != nullptr && dimensions_.contains(dimension->name)) return;  // the question says it
  auto& values = unknown_of(subject).values;
  values.insert(values.end(), with.begin(), with.end());
}

/// From what was written to what makes a difference.
void Worlds::widen(Unknown& unknown) {
  if (unknown.reading != nullptr || unknown.against != nullptr) return;
  auto& values = unknown.values;
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  const bool boolean =
      std::all_of(values.begin(), values.end(), [](const Value& each) { return std::holds_alternative<bool>(each); });
  values = around(values);
  if (boolean) {
    values = {Value{true}, Value{false}};
  } else if (is_fact(*unknown.expr, as_of_fact)) {
    std::erase_if(values, [&](const Value& each) {
      const auto* day = std::get_if<Date>(&each);
      return day == nullptr || *day < days_.from || (days_.until && *day > *days_.until);
    });
    if (values.empty()) values.emplace_back(days_.from);
  } else {
    values.push_back(another());
  }
}

bool Worlds::truth(const Expr& expr) const {
  if (const Value* value = known(expr)) return *value == Value{true};
  if (const auto* opposite = std::get_if<Expr::Not>(&expr.node)) return !truth(opposite->operand.front());
  if (const auto* choice = std::get_if<Expr::Conditional>(&expr.node)) {
    return truth(choice->parts[truth(choice->parts[0]) ? 1 : 2]);
  }
  const auto* binary = std::get_if<Expr::Binary>(&expr.node);
  if (binary != nullptr && binary->op == Operator::both) {
    return truth(binary->operands[0]) && truth(binary->operands[1]);
  }
  if (binary != nullptr && binary->op == Operator::either) {
    return truth(binary->operands[0]) || truth(binary->operands[1]);
  }
  if (const auto comparison = comparison_of(expr)) return compared(*comparison);
  if (const Expr::Binary* pair = unknown_pair(expr)) {
    const Value even = Rational{0};
    if (const Unknown* found = find(pair->operands[0], &pair->operands[1])) {
      return stands(pair->op, found->values[found->chosen], even);
    }
    const Unknown* turned_round = find(pair->operands[1], pair->operands.data());
    return turned_round != nullptr && stands(pair->op, even, turned_round->values[turned_round->chosen]);
  }
  return value_of(expr) == Value{true};
}

bool Worlds::compared(const Comparison& comparison) const {
  const Value value = value_of(*comparison.subject);
  const bool among = std::find(comparison.with.begin(), comparison.with.end(), value) != comparison.with.end();
  if (comparison.op == Operator::unequal) return !among;
  return is_order(comparison.op) ? in_order(comparison.op, value, comparison.with.front()) : among;
}

Value Worlds::value_of(const Expr& subject) const {
  if (const Value* value = known(subject)) return *value;
  if (const auto* dimension = std::get_if<Expr::DimensionValue>(&subject.node)) {
    const auto found = dimensions_.find(dimension->name);
    if (found != dimensions_.end()) return Symbol{found->second};
  }
  const Unknown* unknown = find(subject);
  return unknown == nullptr ? another() : unknown->values[unknown->chosen];
}

/// A comparison of something with what was written out; of two things that are not known only whether it holds is one.
std::optional<Worlds::Comparison> Worlds::comparison_of(const Expr& expr) {
  const auto* binary = std::get_if<Expr::Binary>(&expr.node);
  if (binary == nullptr) return std::nullopt;
  const Expr& left = binary->operands[0];
  const Expr& right = binary->operands[1];
  if (binary->op == Operator::in) {
    Comparison comparison{&left, Operator::in, {}};
    if (const auto* list = std::get_if<Expr::List>(&right.node)) {
      for (const Expr& member : list->members) {
        const Value* value = known(member);
        if (value == nullptr) return std::nullopt;
        comparison.with.push_back(*value);
      }
      return comparison;
    }
    const Value* value = known(right);
    const auto* symbols = value == nullptr ? nullptr : std::get_if<SymbolList>(value);
    if (symbols == nullptr) return std::nullopt;
    for (const Symbol& symbol : *symbols) comparison.with.emplace_back(symbol);
    return comparison;
  }
  const bool equality = binary->op == Operator::equal || binary->op == Operator::unequal;
  const Value* on_right = known(right);
  const Value* on_left = known(left);
  const Value* written = on_right != nullptr ? on_right : on_left;
  const bool ordered =
      written != nullptr && (std::holds_alternative<Date>(*written) || std::holds_alternative<Rational>(*written));
  if (written == nullptr || !(equality || (is_order(binary->op) && ordered))) return std::nullopt;
  if (on_right != nullptr) return Comparison{&left, binary->op, {*on_right}};
  return Comparison{&right, turned(binary->op), {*on_left}};
}

/// A comparison of two things neither of which is written out; null where it is none.
const Expr::Binary* Worlds::unknown_pair(const Expr& expr) {
  const auto* binary = std::get_if<Expr::Binary>(&expr.node);
  if (binary == nullptr) return nullptr;
  const bool compares = binary->op == Operator::equal || binary->op == Operator::unequal || is_order(binary->op);
  const bool written = known(binary->operands[0]) != nullptr || known(binary->operands[1]) != nullptr;
  return compares && !written ? binary : nullptr;
}

/// What an expression is whatever the world; null where that is not so.
const Value* Worlds::known(const Expr& expr) {
  const auto* literal = std::get_if<Expr::Literal>(&expr.node);
  return literal == nullptr ? nullptr : &literal->value;
}

Worlds::Unknown& Worlds::unknown_of(const Expr& expr, const Expr* against) {
  const Unknown* found = find(expr, against);
  if (found != nullptr) return unknowns_[static_cast<std::size_t>(found - unknowns_.data())];
  Unknown added;
  added.expr = &expr;
  added.against = against;
  return unknowns_.emplace_back(std::move(added));
}

const Worlds::Unknown* Worlds::find(const Expr& expr, const Expr* against) const {
  const auto found = std::find_if(unknowns_.begin(), unknowns_.end(), [&](const Unknown& each) {
    if (each.expr == nullptr || (each.against == nullptr) != (against == nullptr)) return false;
    return same_expression(*each.expr, expr) && (against == nullptr || same_expression(*each.against, *against));
  });
  return found == unknowns_.end() ? nullptr : &*found;
}

}  // namespace yomikae
