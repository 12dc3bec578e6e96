#include "effective/statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "effective/rounding.h"

namespace yomikae {
namespace {

Outcome known(Value value) { return {Status::effective, std::move(value), {}}; }

const Rational* amount_of(const Outcome& outcome) {
  return outcome.has_value() ? std::get_if<Rational>(&outcome.value) : nullptr;
}

/// A line with the day it is billed on.
struct DatedLine {
  Date day;
  StatementLine line;
};

class StatementBuilder {
 public:
  StatementBuilder(const Matter& matter, Calculation& calculation, const Selection& selection, Trace& trace)
      : spec_(matter.statement),
        calculation_(calculation),
        selection_(selection),
        ontology_(selection.ontology()),
        trace_(trace) {}

  Statement build(Month from, Month to) {
    Statement statement{from, to, {}, {}, known(Rational{0}), 0};
    from_ = from;
    to_ = to;
    for (const StatementLineSpec& line : spec_.lines) {
      if (!line.once.empty()) find_once(line);
      if (!line.events.empty()) find_events(line);
    }
    for (Month month = from; month <= to; month = add_months(month, 1)) {
      statement.months.push_back(build_month(month));
      const StatementMonth& built = statement.months.back();
      statement.total = added(statement.total, built.total);
      statement.known = checked(statement.known + built.known);
    }
    statement.total = worse_of(statement.total, undecided_);
    for (const MatterId& id : spec_.undated) add_undated(*ontology_.matter(id.value));
    statement.undated = std::move(undated_);
    return statement;
  }

 private:
  Rational checked(Rational sum) const {
    if (sum.overflowed()) {
      const Place place = spec_.lines.empty() ? Place{} : spec_.lines.front().place;
      throw RuleFailure("rule/overflow", place,
                        {"合計が扱える桁を超える", "the sum leaves the range of exact numbers"});
    }
    return sum;
  }

  Outcome added(const Outcome& sum, const Outcome& part) const {
    Outcome joined = worse_of(sum, part);
    const Rational* amount = amount_of(part);
    if (joined.has_value() && amount != nullptr) joined.value = checked(std::get<Rational>(sum.value) + *amount);
    return joined;
  }

  Dimensions about_option(const std::string& option) const {
    const Dimension* dimension = ontology_.option_dimension();
    return dimension == nullptr || option.empty() ? Dimensions{} : Dimensions{{dimension->name, option}};
  }

  /// What is billed once, and on which day.
  void find_once(const StatementLineSpec& spec) {
    const Matter& matter = *ontology_.matter(spec.matter.value);
    if (matter.combine == Matter::Combine::sum) {
      for (const std::string& item : calculation_.items(matter, {}, {})) {
        const std::string option = ontology_.is_option(item) ? item : std::string{};
        const Outcome day = day_of(spec, option);
        if (is_elsewhere(day)) continue;
        place_once({&matter, item, option, calculation_.value(matter, {{matter.sum_by, item}}, {})}, day);
      }
      return;
    }
    const Outcome end = day_of(spec, {});
    if (matter.of_contract) bill_on(spec, matter, {}, end);
    if (!matter.of_option) return;
    for (const HeldOption& option : selection_.contract().options) {
      const Outcome own = day_of(spec, option.option);
      const bool with_contract = own.has_value() && std::holds_alternative<Date>(own.value) && own == end;
      if (with_contract && !spec.beside.empty() && !beside_contract(spec)) continue;
      bill_on(spec, matter, option.option, own);
    }
  }

  /// On no day, or on one outside the months that are asked for.
  bool is_elsewhere(const Outcome& day) const {
    if (!day.has_value()) return false;
    const auto* date = std::get_if<Date>(&day.value);
    return date == nullptr || *date < from_.first_day() || *date > to_.last_day();
  }

  Outcome day_of(const StatementLineSpec& spec, const std::string& option) {
    return calculation_.value(*ontology_.matter(spec.once.value), about_option(option), {});
  }

  bool beside_contract(const StatementLineSpec& spec) {
    const Outcome beside = calculation_.value(*ontology_.matter(spec.beside.value), {}, {});
    return beside.value != Value{false};
  }

  /// A charge that depends on the day itself (残余の期間): worked out where there is such a day.
  void bill_on(const StatementLineSpec& spec, const Matter& matter, const std::string& option, const Outcome& day) {
    if (is_elsewhere(day)) return;
    Facts facts;
    if (day.has_value() && !spec.stating.empty()) facts[spec.stating] = day.value;
    Outcome amount = day.has_value() ? calculation_.value(matter, about_option(option), facts) : day;
    if (day.has_value()) assume_defaults(matter);
    place_once({&matter, {}, option, std::move(amount)}, day);
  }

  /// The contract does not say why it ended; what was taken instead is printed.
  void assume_defaults(const Matter& matter) {
    for (const std::string& name : matter.by) {
      const Dimension* dimension = ontology_.dimension(name);
      if (dimension == nullptr || dimension->fallback.empty()) continue;
      const std::string label = ontology_.label_of(dimension->sets.front(), dimension->fallback);
      trace_.assume({name, matter.label, dimension->fallback, true, fmt::format("{}として計算した", label)});
    }
  }

  /// Each time something happened: at the price of that day, on the day the terms say it is billed. An event of which
  /// nothing is said has no price; it stands in its month all the same, and no total is sure.
  void find_events(const StatementLineSpec& spec) {
    const Matter& matter = *ontology_.matter(spec.matter.value);
    for (const ContractEvent& event : selection_.contract().events) {
      const std::string option = ontology_.is_option(event.item) ? event.item : std::string{};
      Dimensions about = about_option(matter.of_option ? option : std::string{});
      if (const Dimension* item = ontology_.item_dimension()) about[item->name] = event.item;
      const Outcome day = calculation_.value(*ontology_.matter(spec.events.value), about, {{spec.stating, event.on}});
      if (is_elsewhere(day)) continue;
      Outcome amount = calculation_.value_on(event.on, matter, about);
      if (const Rational* each = amount_of(amount)) amount.value = checked(*each * event.count);
      const Rule* source = calculation_.winner_on(event.on, matter, about);
      StatementLine line{&matter, event.item, option, std::move(amount), &event, source};
      if (day.has_value()) {
        once_.push_back({std::get<Date>(day.value), std::move(line)});
      } else {
        place_once(std::move(line), day);
      }
    }
  }

  void place_once(StatementLine line, const Outcome& day) {
    if (!day.has_value()) {
      line.amount = worse_of(line.amount, day);
      undecided_ = worse_of(undecided_, day);  // it may lie in one of the months
      undated_.push_back(std::move(line));
    } else if (line.amount.status == Status::silent) {
      undated_.push_back(std::move(line));  // nothing is said of such a charge: none is counted, and that is shown
    } else if (const auto* date = std::get_if<Date>(&day.value)) {
      once_.push_back({*date, std::move(line)});
    }
  }

  void add_undated(const Matter& matter) {
    for (BilledItem& each : calculation_.billed_items(matter, Facts{})) {
      if (each.outcome.status == Status::silent) continue;
      const std::string option = ontology_.is_option(each.item) ? each.item : std::string{};
      undated_.push_back({&matter, std::move(each.item), option, std::move(each.outcome)});
    }
  }

  StatementMonth build_month(Month month) {
    StatementMonth result;
    result.month = month;
    result.total = known(Rational{0});
    for (const StatementLineSpec& spec : spec_.lines) {
      const Matter& matter = *ontology_.matter(spec.matter.value);
      std::vector<StatementLine> lines =
          spec.monthly.empty() ? once_lines(matter, month) : monthly_lines(matter, spec, month);
      for (auto first = lines.begin(); first != lines.end();) {
        const Date day = tax_day(*first, month);
        const auto next =
            std::find_if(first, lines.end(), [&](const StatementLine& each) { return tax_day(each, month) != day; });
        add_lines(matter, {first, next}, day, result);
        first = next;
      }
      std::move(lines.begin(), lines.end(), std::back_inserter(result.lines));
    }
    for (StatementTax& tax : result.taxes) settle_tax(tax, result);
    return result;
  }

  std::vector<StatementLine> monthly_lines(const Matter& matter, const StatementLineSpec& spec, Month month) {
    std::vector<StatementLine> lines;
    for (BilledItem& each : calculation_.billed_items(matter, {{spec.monthly, month}})) {
      if (each.outcome.has_value() && std::holds_alternative<None>(each.outcome.value)) continue;  // not billed
      const std::string option = ontology_.is_option(each.item) ? each.item : std::string{};
      lines.push_back({&matter, std::move(each.item), option, std::move(each.outcome)});
    }
    return lines;
  }

  std::vector<StatementLine> once_lines(const Matter& matter, Month month) const {
    std::vector<StatementLine> lines;
    for (const DatedLine& each : once_) {
      if (each.line.matter == &matter && month_of(each.day) == month) lines.push_back(each.line);
    }
    return lines;
  }

  /// A service by the month is rendered when the month is over, what happens once on its day; that is the day whose
  /// rate the tax has.
  static Date tax_day(const StatementLine& line, Month month) {
    return line.event != nullptr ? line.event->on : month.last_day();
  }

  /// Adds up the lines of one matter, rounded as that matter is, and notes what is taxed.
  void add_lines(const Matter& matter, const std::vector<StatementLine>& lines, Date day, StatementMonth& result) {
    Outcome sum = known(Rational{0});
    Rational part = 0;
    for (const StatementLine& line : lines) {
      sum = added(sum, line.amount);
      if (const Rational* amount = amount_of(line.amount)) part = checked(part + *amount);
    }
    if (const auto how = rounding_of(matter, part, calculation_, ontology_)) {
      part = rounded(part, how->name).value_or(part);
    }
    if (sum.has_value()) sum.value = part;
    result.total = added(result.total, sum);
    result.known = checked(result.known + part);
    note_tax(matter, part, day, result);
  }

  void note_tax(const Matter& matter, const Rational& amount, Date day, StatementMonth& result) {
    if (spec_.tax_rate.empty()) return;
    const Dimensions about{{spec_.tax_by, matter.id.value}};
    const Outcome rate = calculation_.value_on(day, *ontology_.matter(spec_.tax_rate.value), about);
    if (rate.status == Status::silent) return;  // no provision adds tax to such an amount
    const Rational* percent = amount_of(rate);
    if (percent == nullptr) {
      result.total = worse_of(result.total, rate);
      return;
    }
    const auto same = std::find_if(result.taxes.begin(), result.taxes.end(),
                                   [&](const StatementTax& each) { return each.rate == *percent; });
    if (same == result.taxes.end()) {
      result.taxes.push_back({*percent, amount, 0});
    } else {
      same->base = checked(same->base + amount);
    }
  }

  void settle_tax(StatementTax& tax, StatementMonth& result) {
    const Matter& rate = *ontology_.matter(spec_.tax_rate.value);
    tax.tax = checked(tax.base * tax.rate);
    if (const auto how = rounding_of(rate, tax.tax, calculation_, ontology_)) {
      tax.tax = rounded(tax.tax, how->name).value_or(tax.tax);
    }
    result.total = added(result.total, known(tax.tax));
    result.known = checked(result.known + tax.tax);
  }

  const StatementSpec& spec_;
  Calculation& calculation_;
  const Selection& selection_;
  const Ontology& ontology_;
  Trace& trace_;
  Month from_;
  Month to_;
  Outcome undecided_;  ///< where the day of some charge is not known
  std::vector<DatedLine> once_;
  std::vector<StatementLine> undated_;
};

}  // namespace

Statement make_statement(const Matter& matter, Month from, Month to, Calculation& calculation,
                         const Selection& selection, Trace& trace) {
  return StatementBuilder(matter, calculation, selection, trace).build(from, to);
}

Outcome statement_outcome(const Statement& statement, const Ontology& ontology) {
  const Rational* total = amount_of(statement.total);
  if (total == nullptr || total->is_whole()) return statement.total;
  for (const StatementMonth& month : statement.months) {
    for (const StatementLine& line : month.lines) {
      const std::string assumption = rounding_assumption(*line.matter, ontology);
      if (!assumption.empty()) return {Status::delegated, {}, {assumption}};
    }
  }
  return {Status::delegated, {}, {}};
}

}  // namespace yomikae
