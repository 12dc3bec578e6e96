// What the names of a rule mean on one contract: its dates, quantities, declarations, assumptions and prices.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "effective/calculation.h"
#include "rules/bind.h"

namespace yomikae {
namespace {

/// The charge `priced` and `metered` ask about.
constexpr std::string_view regular_charge = "monthly";

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

/// The quantity on the day, or over the month as its declaration says.
Outcome Calculation::quantity(const QuantitySpec& spec) {
  const Contract& contract = selection_.contract();
  std::optional<Rational> counted;
  const auto first = contract.quantities.find(spec.name);
  if (first != contract.quantities.end()) counted = first->second;
  const Date last_day = frame_->counted_in ? frame_->counted_in->last_day() : frame_->counted_on;
  for (const QuantityChange& change : contract.changes) {
    const auto changed = change.quantities.find(spec.name);
    if (changed == change.quantities.end() || change.from > last_day) continue;
    const bool within = frame_->counted_in && change.from > frame_->counted_in->first_day();
    if (within) {
      trace().assume({spec.name, spec.label, spec.over_month == QuantitySpec::OverMonth::maximum ? "maximum" : "at-end",
                      true, "月の途中で変わった数量を、当月の最大（又は月末）の数で数えた"});
    }
    const bool keeps_maximum = within && spec.over_month == QuantitySpec::OverMonth::maximum;
    counted = keeps_maximum && counted ? std::max(*counted, changed->second) : changed->second;
  }
  if (!counted) return lacking(Status::missing, fmt::format("quantities/{}", spec.name));
  return known(*counted);
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
  const auto found = frame_->dimensions.find(std::string(name));
  if (found == frame_->dimensions.end() || found->second.empty()) return lacking(Status::missing, std::string(name));
  return known(Symbol{found->second});
}

const QuotedPrice* Calculation::quoted_price(std::string_view item) const {
  const auto& form = selection_.contract().order_form;
  if (!form) return nullptr;
  for (const auto& price : form->prices) {
    if (price.item == item && price.charge == regular_charge) return &price.price;
  }
  return nullptr;
}

bool Calculation::priced(std::string_view item) { return quoted_price(item) != nullptr; }

bool Calculation::metered(std::string_view item) {
  const QuotedPrice* price = quoted_price(item);
  return price != nullptr && !price->per.empty();
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
