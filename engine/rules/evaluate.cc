#include "rules/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/calendar_months.h"

namespace yomikae {
namespace {

/// Days a date may be moved by; keeps every date inside what a calendar can say.
constexpr std::int64_t farthest_days = 400'000;

Outcome known(Value value) { return {Status::effective, std::move(value), {}}; }

bool is_none(const Outcome& outcome) { return outcome.has_value() && std::holds_alternative<None>(outcome.value); }

class Evaluator {
 public:
  explicit Evaluator(Environment& environment) : environment_(environment) {}

  Outcome of(const Expr& expr) {
    return std::visit([&](const auto& node) { return (*this)(expr, node); }, expr.node);
  }

  Outcome operator()(const Expr&, const Expr::Literal& node) { return known(node.value); }
  Outcome operator()(const Expr& expr, const Expr::Unbound& node) {
    throw RuleFailure(
        "rule/unknown-name", expr.place,
        {fmt::format("`{}` が解決されていない", node.name), fmt::format("`{}` was never bound", node.name)});
  }
  Outcome operator()(const Expr&, const Expr::Local& node) { return environment_.local(node.name); }
  Outcome operator()(const Expr&, const Expr::Fact& node) { return environment_.fact(node.name); }
  Outcome operator()(const Expr&, const Expr::Assumption& node) { return environment_.assumption(node.name); }
  Outcome operator()(const Expr&, const Expr::DimensionValue& node) { return environment_.dimension(node.name); }

  Outcome operator()(const Expr&, const Expr::MatterValue& node) {
    Environment::Arguments arguments;
    for (const auto& argument : node.arguments) {
      Outcome value = of(argument.value.front());
      if (!value.has_value()) return value;
      arguments.emplace_back(argument.name, std::move(value.value));
    }
    return environment_.matter(node, arguments);
  }

  Outcome operator()(const Expr&, const Expr::Not& node) {
    Outcome operand = of(node.operand.front());
    if (operand.has_value() && !is_none(operand)) operand.value = !std::get<bool>(operand.value);
    return operand;
  }

  Outcome operator()(const Expr& expr, const Expr::Negative& node) {
    Outcome operand = of(node.operand.front());
    if (operand.has_value() && !is_none(operand))
      operand.value = checked(expr, Rational{0} - std::get<Rational>(operand.value));
    return operand;
  }

  Outcome operator()(const Expr&, const Expr::Conditional& node) {
    Outcome condition = of(node.parts[0]);
    if (!condition.has_value() || is_none(condition)) return condition;
    return of(std::get<bool>(condition.value) ? node.parts[1] : node.parts[2]);
  }

  Outcome operator()(const Expr&, const Expr::List& node) {
    SymbolList symbols;
    DateList dates;
    for (const Expr& member : node.members) {
      Outcome value = of(member);
      if (!value.has_value()) return value;
      if (const auto* symbol = std::get_if<Symbol>(&value.value)) symbols.push_back(*symbol);
      if (const auto* date = std::get_if<Date>(&value.value)) dates.push_back(*date);
    }
    if (!dates.empty()) return known(std::move(dates));
    return known(std::move(symbols));
  }

  Outcome operator()(const Expr& expr, const Expr::Binary& node) {
    if (node.op == Operator::both || node.op == Operator::either) return logical(node);
    const Outcome left = of(node.operands[0]);
    const Outcome right = of(node.operands[1]);
    if (!left.has_value() || !right.has_value()) return worse_of(left, right);
    if (node.op == Operator::in) {
      if (is_none(left) || is_none(right)) return known(false);
      const auto& list = std::get<SymbolList>(right.value);
      return known(std::find(list.begin(), list.end(), std::get<Symbol>(left.value)) != list.end());
    }
    if (node.op >= Operator::equal) return known(compared(node.op, left.value, right.value));
    return known(computed(expr, node.op, left.value, right.value));
  }

  Outcome operator()(const Expr& expr, const Expr::Call& node) {
    switch (node.function) {
      case Function::given: return known(of(node.arguments.front()).status != Status::missing);
      case Function::first_given: return first_given(node);
      case Function::part_of_month: return part_of_month(node);
      case Function::billed_in: return billed_in(node);
      case Function::holds:
      case Function::priced:
      case Function::metered:
      case Function::metered_by: return about_name(node);
      default: break;
    }
    std::vector<Value> values;
    values.reserve(node.arguments.size());
    Outcome worst = known({});
    for (const Expr& argument : node.arguments) {
      Outcome value = of(argument);
      worst = worse_of(worst, value);
      values.push_back(std::move(value.value));
    }
    if (!worst.has_value()) return worst;
    if (std::any_of(values.begin(), values.end(), [](const Value& v) { return std::holds_alternative<None>(v); })) {
      return known(None{});  // what does not exist has no end, no start and no length
    }
    Outcome result = applied(expr, node.function, values);
    const FunctionSpec& spec = spec_of(node.function);
    if (result.has_value() && !spec.law.empty()) environment_.lawful_step(spec, values, result.value);
    return result;
  }

 private:
  /// Short-circuits; an operand that cannot be decided does not matter where the other one decides.
  Outcome logical(const Expr::Binary& node) {
    const bool decisive = node.op == Operator::either;
    Outcome left = of(node.operands[0]);
    if (left.value == Value{decisive} && left.has_value()) return left;
    Outcome right = of(node.operands[1]);
    if (right.value == Value{decisive} && right.has_value()) return right;
    if (is_none(left) || is_none(right)) return known(None{});
    return left.has_value() ? right : worse_of(left, right);
  }

  static bool compared(Operator op, const Value& left, const Value& right) {
    if (op == Operator::equal) return left == right;
    if (op == Operator::unequal) return left != right;
    if (left.index() != right.index()) return false;  // nothing is before or after what does not exist
    switch (op) {
      case Operator::less: return left < right;
      case Operator::at_most: return left <= right;
      case Operator::greater: return left > right;
      default: return left >= right;
    }
  }

  static Rational checked(const Expr& expr, Rational value) {
    if (value.overflowed()) {
      throw RuleFailure("rule/overflow", expr.place,
                        {fmt::format("`{}` の計算が扱える桁を超える", expr.source),
                         fmt::format("working out `{}` leaves the range of exact numbers", expr.source)});
    }
    return value;
  }

  static Date moved(const Expr& expr, Date day, const Rational& by) {
    const std::int64_t days = by.floor();
    if (days > farthest_days || days < -farthest_days) checked(expr, Rational::fraction(0, 0));
    return checked(expr, day + std::chrono::days{days});
  }

  static Date checked(const Expr& expr, Date day) {
    if (!in_calendar(day)) checked(expr, Rational::fraction(0, 0));
    return day;
  }

  static Value computed(const Expr& expr, Operator op, const Value& left, const Value& right) {
    if (std::holds_alternative<None>(left) || std::holds_alternative<None>(right)) return None{};
    const auto& b = std::get<Rational>(right);
    if (const auto* day = std::get_if<Date>(&left)) {
      return moved(expr, *day, op == Operator::add ? b : checked(expr, Rational{0} - b));
    }
    const auto& a = std::get<Rational>(left);
    switch (op) {
      case Operator::add: return checked(expr, a + b);
      case Operator::subtract: return checked(expr, a - b);
      case Operator::multiply: return checked(expr, a * b);
      default: return checked(expr, a / b);
    }
  }

  /// A question about a name rather than about a value.
  Outcome about_name(const Expr::Call& node) {
    Outcome name = of(node.arguments.front());
    if (!name.has_value() || is_none(name)) return name;
    const std::string& text = std::get<Symbol>(name.value).name;
    if (node.function == Function::holds) return known(environment_.holds(text));
    if (node.function == Function::priced) return known(environment_.priced(text));
    const std::string_view quantity = environment_.metered_by(text);
    if (node.function == Function::metered) return known(!quantity.empty());
    const Outcome wanted = of(node.arguments[1]);
    return known(std::get<Symbol>(wanted.value).name == quantity);
  }

  Outcome first_given(const Expr::Call& node) {
    Outcome none = known({});
    for (const Expr& argument : node.arguments) {
      Outcome value = of(argument);
      if (value.has_value()) return value;
      none = worse_of(none, value);
    }
    return none;
  }

  Outcome part_of_month(const Expr::Call& node) {
    PartOfMonth part;
    if (const auto undecided = part_between(node, 0, part)) return *undecided;
    if (part.empty) return known(Rational{0});
    return share_of(part, node.arguments[3], node.arguments[4]);
  }

  /// The part of the month the three arguments from `at` on speak of; an outcome where they cannot be decided.
  std::optional<Outcome> part_between(const Expr::Call& node, std::size_t at, PartOfMonth& part) {
    const Outcome month = of(node.arguments[at]);
    const Outcome first = of(node.arguments[at + 1]);
    const Outcome last = of(node.arguments[at + 2]);
    Outcome dates = worse_of(worse_of(month, first), last);
    if (!dates.has_value()) return dates;
    if (is_none(first) || is_none(month)) return std::nullopt;
    const auto* end = std::get_if<Date>(&last.value);
    part = PartOfMonth(std::get<Month>(month.value), std::get<Date>(first.value),
                       end == nullptr ? std::nullopt : std::optional<Date>{*end});
    return std::nullopt;
  }

  /// Asks how a broken side is prorated only where that side is broken: terms that know no broken months need not say.
  Outcome share_of(const PartOfMonth& part, const Expr& at_start, const Expr& at_end) {
    std::array<Proration, 2> how{Proration::none, Proration::none};
    const std::array<std::pair<bool, const Expr*>, 2> sides{
        {{part.broken_start, &at_start}, {part.broken_end, &at_end}}};
    for (std::size_t side = 0; side < 2; ++side) {
      if (!sides[side].first) continue;
      Outcome said = of(*sides[side].second);
      if (!said.has_value()) return said;
      how[side] = proration(*sides[side].second, said.value);
    }
    return known(part.share(how[0], how[1]));
  }

  /// `billed-in(value, month, first, last, at-start, at-change, at-end, before-change)`: what a month's price comes to.
  /// Where something the price depends on changes inside the month and the terms prorate that, each part is priced by
  /// itself; else the month is priced once. `none` where nothing of the month is billed.
  Outcome billed_in(const Expr::Call& node) {
    PartOfMonth part;
    if (auto undecided = part_between(node, 1, part)) return *undecided;
    if (part.empty) return known(None{});
    const Outcome whole = share_of(part, node.arguments[4], node.arguments[6]);
    const Expr& price = node.arguments.front();
    const std::vector<DayRange> segments = priced_segments(price, part);
    if (segments.size() > 1) {
      Outcome change = of(node.arguments[5]);
      if (!change.has_value()) return change;
      const Proration how = proration(node.arguments[5], change.value);
      if (how != Proration::none) return by_segments(node, part, segments, whole, how);
    }
    Outcome value = environment_.counted({part.from(), part.to()}, price, false);
    if (!value.has_value() || !whole.has_value()) return worse_of(value, whole);
    if (!is_none(value)) {
      value.value = checked(price, std::get<Rational>(value.value) * std::get<Rational>(whole.value));
    }
    return value;
  }

  /// The parts of the month between which the price differs; one where it is the same throughout.
  std::vector<DayRange> priced_segments(const Expr& price, const PartOfMonth& part) {
    std::vector<DayRange> between = part.segments(environment_.changes_within(part.from(), part.to()));
    if (between.size() < 2) return between;
    std::vector<DayRange> result;
    std::optional<Outcome> last;
    for (const DayRange& segment : between) {
      Outcome value = environment_.counted(segment, price, true);
      if (last && *last == value) {
        result.back().to = segment.to;
      } else {
        result.push_back(segment);
      }
      last = std::move(value);
    }
    return result;
  }

  Outcome by_segments(const Expr::Call& node, const PartOfMonth& part, const std::vector<DayRange>& segments,
                      const Outcome& whole, Proration how) {
    const Expr& price = node.arguments.front();
    if (!whole.has_value()) return whole;
    Outcome before = of(node.arguments[7]);
    if (!before.has_value()) return before;
    const bool start_is_whole =
        part.broken_start && proration(node.arguments[4], of(node.arguments[4]).value) == Proration::none;
    const std::vector<Rational> shares = part.shares(segments, std::get<Rational>(whole.value), start_is_whole, how);
    Outcome total = known(Rational{0});
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (i + 1 < segments.size() && before.value == Value{false}) continue;
      const Outcome value = environment_.counted(segments[i], price, false);
      total = worse_of(total, value);
      if (!total.has_value() || is_none(value)) continue;
      const Rational amount = checked(price, std::get<Rational>(value.value) * shares[i]);
      environment_.segment_step(segments[i], shares[i], amount);
      total.value = checked(price, std::get<Rational>(total.value) + amount);
    }
    return total;
  }

  static Proration proration(const Expr& expr, const Value& value) {
    if (std::holds_alternative<None>(value)) return Proration::none;
    const auto& name = std::get<Symbol>(value).name;
    if (const auto how = parse_proration(name)) return *how;
    throw RuleFailure("rule/type", expr.place,
                      {fmt::format("`{}` は日割の方法ではない", name), fmt::format("`{}` is no way to prorate", name)});
  }

  static Date as_day(const Value& value) {
    const auto* month = std::get_if<Month>(&value);
    return month != nullptr ? month->first_day() : std::get<Date>(value);
  }

  static Month shifted_month(const Expr& expr, const Value& day, const Value& by) {
    const std::int64_t months = std::get<Rational>(by).floor();
    if (months > farthest_days / 31 || months < -farthest_days / 31) checked(expr, Rational::fraction(0, 0));
    return add_months(month_of(as_day(day)), static_cast<int>(months));
  }

  static Rational units(const Expr& expr, Function function, const Value& amount, const Value& unit) {
    const Rational quotient = checked(expr, std::get<Rational>(amount) / std::get<Rational>(unit));
    const std::int64_t whole = function == Function::units_begun ? quotient.ceil() : quotient.floor();
    return Rational{std::max<std::int64_t>(0, whole)};
  }

  Outcome applied(const Expr& expr, Function function, const std::vector<Value>& values) {
    switch (function) {
      case Function::last_day: return known(checked(expr, last_day_of(as_day(values[0]), std::get<Period>(values[1]))));
      case Function::elapses: return known(checked(expr, elapses(as_day(values[0]), std::get<Period>(values[1]))));
      case Function::before: return known(checked(expr, before(as_day(values[0]), std::get<Period>(values[1]))));
      case Function::first_of_month: return known(checked(expr, shifted_month(expr, values[0], values[1]).first_day()));
      case Function::last_of_month: return known(checked(expr, shifted_month(expr, values[0], values[1]).last_day()));
      case Function::days: return known(Rational{(as_day(values[1]) - as_day(values[0])).count()});
      case Function::days_of_year: {
        const std::chrono::year year = std::chrono::year_month_day{as_day(values[0])}.year();
        return known(Rational{year.is_leap() ? 366 : 365});
      }
      case Function::units_completed:
      case Function::units_begun: return known(units(expr, function, values[0], values[1]));
      case Function::months_in:
        return known(months_in(as_day(values[0]), as_day(values[1]), proration(expr, values[2])));
      case Function::months_begun: return known(Rational{months_begun(as_day(values[0]), as_day(values[1]))});
      case Function::calendar_years: return known(checked(expr, calendar_years(as_day(values[0]), as_day(values[1]))));
      case Function::business_day:
        return environment_.business_day(as_day(values[0]), {closed_days(values[1]), weekdays(expr, values[2])});
      case Function::earlier_of: return known(std::min(as_day(values[0]), as_day(values[1])));
      case Function::later_of: return known(std::max(as_day(values[0]), as_day(values[1])));
      case Function::smaller_of: return known(std::min(std::get<Rational>(values[0]), std::get<Rational>(values[1])));
      case Function::larger_of: return known(std::max(std::get<Rational>(values[0]), std::get<Rational>(values[1])));
      default: return known({});
    }
  }

  static DateList closed_days(const Value& value) {
    const auto* dates = std::get_if<DateList>(&value);
    return dates == nullptr ? DateList{} : *dates;
  }

  /// The one place where the names the terms give to the days of the week become such days.
  static std::vector<std::chrono::weekday> weekdays(const Expr& expr, const Value& value) {
    std::vector<std::chrono::weekday> days;
    for (const Symbol& symbol : std::get<SymbolList>(value)) {
      const auto weekday = parse_weekday(symbol.name);
      if (!weekday) {
        throw RuleFailure(
            "rule/type", expr.place,
            {fmt::format("`{}` は曜日ではない", symbol.name), fmt::format("`{}` is no day of the week", symbol.name)});
      }
      days.push_back(*weekday);
    }
    return days;
  }

  Environment& environment_;
};

}  // namespace

Outcome worse_of(const Outcome& a, const Outcome& b) {
  if (a.has_value()) return b.has_value() ? a : b;
  if (b.has_value()) return a;
  Outcome worse = a.status <= b.status ? a : b;
  const Outcome& other = a.status <= b.status ? b : a;
  for (const auto& name : other.names) {
    if (std::find(worse.names.begin(), worse.names.end(), name) == worse.names.end()) worse.names.push_back(name);
  }
  return worse;
}

Outcome evaluate(const Expr& expr, Environment& environment) { return Evaluator(environment).of(expr); }

}  // namespace yomikae
