// What the names of a rule mean on one contract: its dates, quantities, declarations, assumptions and prices.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "effective/calculation.h"
#include "rules/bind.h"
#include "rules/calendar_months.h"

namespace yomikae {
namespace {

Outcome known(Value value) { return {Status::effective, std::move(value), {}}; }
Outcome lacking(Status status, std::string name) { return {status, {}, {std::move(name)}}; }

bool closes_every_weekday(const ClosedDays& closed) {
  const auto& weekly = closed.weekly;
  return std::all_of(all_weekdays.begin(), all_weekdays.end(), [&](std::chrono::weekday each) {
    return std::find(weekly.begin(), weekly.end(), each) != weekly.end();
  });
}

}  // namespace

Outcome Calculation::fact(std::string_view name) {
  const auto found = frame_->facts.find(std::string(name));
  if (found != frame_->facts.end()) return known(found->second);
  for (const FactSpec& spec : frame_->matter->facts) {
    if (spec.name == name) return lacking(Status::missing, spec.name);
  }
  if (name == as_of_fact) return known(selection_.day);
  if (name == counting_day) return known(frame_->counted_on);
  if (name == option_quantity_fact) {
    const std::string option = option_of(frame_->dimensions, ontology_);
    const HeldOption* held = selection_.contract().option(option);
    if (held == nullptr || !held->quantity) return lacking(Status::missing, fmt::format("options/{}/quantity", option));
    return known(*held->quantity);
  }
  if (name == day_named_fact) return known(frame_->day_named);
  if (name == stated_fact) {
    return known(selection_.contract().option(option_of(frame_->dimensions, ontology_)) != nullptr);
  }
  if (const QuantitySpec* spec = ontology_.quantity(name)) return quantity(*spec);
  const auto declared = selection_.contract().declarations.find(std::string(name));
  if (declared != selection_.contract().declarations.end()) return known(declared->second);
  if (ontology_.declaration(name) != nullptr) return lacking(Status::missing, fmt::format("declarations/{}", name));
  return date_fact(name);
}

/// A date of the option the question is about where it has such dates of its own, else of the contract.
Outcome Calculation::date_fact(std::string_view name) {
  const Contract& contract = selection_.contract();
  const std::string option = option_of(frame_->dimensions, ontology_);
  const auto& own = ontology_.own_dates;
  const std::string key(name);
  const auto of_contract = contract.dates.find(key);
  const bool contract_states = of_contract != contract.dates.end();
  const HeldOption* held = option.empty() ? nullptr : contract.option(option);
  if (held != nullptr) {
    const auto found = held->dates.find(key);
    const bool ends = key == ontology_.closing_date && contract_states;
    if (found != held->dates.end()) return known(ends ? std::min(found->second, of_contract->second) : found->second);
    if (ends) return known(of_contract->second);  // no option outlasts its contract
  }
  const bool must_be_own = !option.empty() && std::find(own.begin(), own.end(), key) != own.end();
  if (must_be_own) return lacking(Status::missing, fmt::format("options/{}/{}", option, name));
  if (contract_states) return known(of_contract->second);
  return lacking(Status::missing, fmt::format("dates/{}", name));
}

/// The quantity on the day, or in the month; where it changed inside the month, as the terms count it then.
Outcome Calculation::quantity(const QuantitySpec& spec) {
  const Contract& contract = selection_.contract();
  std::vector<Rational> counts;  // that of the first day, and what it became within the month
  const auto first = contract.quantities.find(spec.name);
  if (first != contract.quantities.end()) counts.push_back(first->second);
  const Date last_day = frame_->counted_in ? frame_->counted_in->to : frame_->counted_on;
  for (const QuantityChange& change : contract.changes) {
    const auto changed = change.quantities.find(spec.name);
    if (changed == change.quantities.end() || change.from > last_day) continue;
    const bool within = frame_->counted_in && change.from > frame_->counted_in->from;
    if (!within) counts.clear();
    counts.push_back(changed->second);
  }
  if (counts.empty()) return lacking(Status::missing, fmt::format("quantities/{}", spec.name));
  const bool alike = std::all_of(counts.begin(), counts.end(), [&](const Rational& n) { return n == counts.front(); });
  return alike ? known(counts.front()) : counted_within(spec, counts);
}

Outcome Calculation::counted_within(const QuantitySpec& spec, const std::vector<Rational>& counts) {
  const Matter* how = ontology_.matter(ontology_.counting.value);
  if (how == nullptr) return lacking(Status::missing, fmt::format("quantities/{}", spec.name));
  Frame frame = nested_frame(*how, {});
  for (const std::string& name : how->by) {
    const Dimension* dimension = ontology_.dimension(name);
    if (dimension != nullptr && ontology_.admits(*dimension, spec.name)) frame.dimensions[name] = spec.name;
  }
  Outcome said = one(*how, std::move(frame));
  if (!said.has_value() || std::holds_alternative<None>(said.value)) return said;
  const std::string& name = std::get<Symbol>(said.value).name;
  const auto which = parse_counting(name);
  if (!which) {
    throw RuleFailure("rule/type", how->place,
                      {fmt::format("`{}` は月内の数え方ではない", name), fmt::format("`{}` is no way to count", name)});
  }
  switch (*which) {
    case Counting::maximum: return known(*std::max_element(counts.begin(), counts.end()));
    case Counting::at_start: return known(counts.front());
    case Counting::at_end: break;
  }
  return known(counts.back());
}

std::vector<Date> Calculation::changes_within(Date from, Date to) {
  std::vector<Date> days;
  for (const QuantityChange& change : selection_.contract().changes) {
    const bool new_day = days.empty() || days.back() != change.from;
    if (change.from > from && change.from <= to && new_day) days.push_back(change.from);
  }
  return days;
}

Outcome Calculation::counted(const DayRange& days, const Expr& expr, bool quietly) {
  const Date outer_day = std::exchange(frame_->counted_on, days.from);
  const std::optional<DayRange> outer_days = std::exchange(frame_->counted_in, days);
  const bool was_muted = std::exchange(mute_, mute_ || quietly);
  Outcome outcome = evaluate(expr, *this);
  mute_ = was_muted;
  frame_->counted_on = outer_day;
  frame_->counted_in = outer_days;
  return outcome;
}

void Calculation::segment_step(const DayRange& days, Rational share, const Value& value) {
  if (mute_) return;
  trace().step(fmt::format("{}から{}まで（月の{}）", to_string(days.from), to_string(days.to), share.to_string()),
               to_string(value), nullptr);
}

Outcome Calculation::assumption(std::string_view name) {
  const AssumptionSpec& spec = *ontology_.assumption(name);
  const Contract& contract = selection_.contract();
  UsedAssumption used{spec.name, spec.label, {}, false, {}};
  Value value;
  if (spec.type.kind == ValueType::Kind::dates) {
    const auto stated = contract.assumed_days.find(spec.name);
    used.is_default = stated == contract.assumed_days.end();
    value = used.is_default ? DateList{} : stated->second;
  } else if (spec.type.kind == ValueType::Kind::list) {
    const auto stated = contract.assumed_lists.find(spec.name);
    used.is_default = stated == contract.assumed_lists.end();
    SymbolList names;
    for (const std::string& each : used.is_default ? spec.fallback : stated->second) names.push_back({each});
    value = std::move(names);
  } else {
    const auto stated = contract.assumed_choices.find(spec.name);
    used.is_default = stated == contract.assumed_choices.end();
    value = Symbol{used.is_default ? spec.fallback.front() : stated->second};
  }
  used.value = to_string(value);
  if (used.is_default) used.note = spec.unstated;
  trace().assume(std::move(used));
  return known(std::move(value));
}

Outcome Calculation::dimension(std::string_view name) {
  const auto found = frame_->dimensions.find(name);
  if (found == frame_->dimensions.end() || found->second.empty()) return lacking(Status::missing, std::string(name));
  return known(Symbol{found->second});
}

/// The price `priced`, `metered` and `metered-by` ask about: what the order form bills month by month.
const QuotedPrice* Calculation::quoted_price(std::string_view item) const {
  const auto& form = selection_.contract().order_form;
  if (!form) return nullptr;
  for (const auto& price : form->prices) {
    if (price.item == item && ontology_.is_monthly_charge(price.charge)) return &price.price;
  }
  return nullptr;
}

bool Calculation::priced(std::string_view item) { return quoted_price(item) != nullptr; }

std::string_view Calculation::metered_by(std::string_view item) {
  const QuotedPrice* price = quoted_price(item);
  return price == nullptr ? std::string_view{} : std::string_view{price->per};
}

bool Calculation::holds(std::string_view holding) {
  const auto& held = selection_.contract().holds;
  return std::find(held.begin(), held.end(), holding) != held.end();
}

/// Why nobody works on that day, for people; empty where somebody does.
std::string Calculation::why_closed(Date day, const ClosedDays& closed) const {
  if (const Holiday* holiday = selection_.terms->calendar.holiday(day)) return holiday->name;
  const std::chrono::weekday weekday{day};
  if (std::find(closed.weekly.begin(), closed.weekly.end(), weekday) != closed.weekly.end()) {
    return ontology_.label_of(ontology_.weekday_set, to_string(weekday));
  }
  return std::binary_search(closed.listed.begin(), closed.listed.end(), day) ? "休業日の指定による" : std::string{};
}

Outcome Calculation::business_day(Date day, const ClosedDays& closed) {
  if (closes_every_weekday(closed)) {
    if (frame_->rule == nullptr) return lacking(Status::missing, "business-day");
    return refused(*frame_->rule, "すべての曜日が休業日で、営業日がない", std::nullopt);
  }
  const HolidayCalendar& calendar = selection_.terms->calendar;
  if (calendar.covers(day) && calendar.is_expected(day)) {
    trace().assume({"holidays", "国民の祝日", "expected", true,
                    fmt::format("{} より後の祝日は官報による公示前の見込み", to_string(*calendar.official))});
  }
  for (Date open = day; calendar.covers(open); open -= std::chrono::days{1}) {
    if (!why_closed(open, closed).empty()) continue;
    if (open != day) {
      trace().step(fmt::format("{} は休業日（{}）。前営業日による", to_string(day), why_closed(day, closed)),
                   to_string(open), frame_->rule);
    }
    return known(open);
  }
  const Date unknown = calendar.covers(day) ? *calendar.first - std::chrono::days{1} : day;
  return lacking(Status::missing, fmt::format("holidays/{}", to_string(unknown)));
}

}  // namespace yomikae
