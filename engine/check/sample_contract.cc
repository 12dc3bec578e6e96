#include "check/sample_contract.h"

#include <algorithm>
#include <utility>

namespace yomikae {
namespace {

/// Any price will do: what is compared is a share of it.
constexpr Rational sample_price{30000};

constexpr std::string_view offering_check = "catalogue/not-offered";

Alternatives price() {
  Expr amount;
  amount.type = {ValueType::Kind::money, {}};
  amount.source = sample_price.to_string();
  amount.node = Expr::Literal{Value{sample_price}};
  Alternatives body;
  body.readings.push_back({{}, std::move(amount), {}, {}});
  return body;
}

}  // namespace

SampleContract::SampleContract(const State& state, const Terms& terms, Date day,
                               const std::vector<const Matter*>& priced)
    : ontology_(terms.ontology), agreement_(std::make_unique<Agreement>()) {
  Contract& contract = agreement_->contract;
  contract.channel = state.channel->id;
  contract.service = state.offering->service;
  contract.dimensions["service"] = state.offering->service.value;
  selection_ = select(terms, *agreement_, day);
  start_on(day);
  bool open = false;
  for (const Matter* matter : priced) {
    count_what_it_asks(*matter);
    if (value(*matter, {}, {}).known()) continue;
    quote(*matter, state);  // only where the terms leave it open: a price beside one they state would be another
    open = true;
  }
  if (open) selection_ = select(terms, *agreement_, day);
}

/// States one of each quantity without which the amount is not known, and no other: more would cost more.
void SampleContract::count_what_it_asks(const Matter& matter) {
  constexpr std::string_view prefix = "quantities/";
  for (std::size_t i = 0; i < ontology_.quantities.size(); ++i) {
    const Owed amount = value(matter, {}, {});
    if (amount.outcome.status != Status::missing) return;
    for (const std::string& name : amount.outcome.names) {
      if (name.starts_with(prefix)) agreement_->contract.quantities[name.substr(prefix.size())] = Rational{1};
    }
  }
}

/// States a price for each item whose price a provision leaves to the order form.
void SampleContract::quote(const Matter& matter, const State& state) {
  for (const Rule* left_open : rules_on(matter.id, state.selection)) {
    if (!left_open->of_contract || !is_quoted(*left_open, state.selection)) continue;
    const auto items = left_open->scope.admits.find(matter.sum_by);
    if (items == left_open->scope.admits.end() || items->second.empty()) continue;
    Rule quoted;
    quoted.matter = matter.id;
    quoted.scope.admits[matter.sum_by] = items->second;
    quoted.body = price();
    agreement_->order_form.push_back(std::move(quoted));
  }
}

void SampleContract::start_on(Date day) {
  Contract& contract = agreement_->contract;
  for (const FactSpec& date : ontology_.dates) {
    if (date.name != ontology_.closing_date) contract.dates[date.name] = day;
  }
  for (HeldOption& option : contract.options) {
    for (const std::string& date : ontology_.own_dates) {
      if (date != ontology_.closing_date) option.dates[date] = day;
    }
  }
}

void SampleContract::hold(const std::vector<std::string>& options) {
  agreement_->contract.options.clear();
  for (const std::string& option : options) agreement_->contract.options.push_back({option, {}, {}, {}});
}

template <class Ask>
Owed SampleContract::ask(Ask question) const {
  ReadingWalk preferred;
  Trace trace;
  Calculation calculation(selection_, preferred, trace);
  try {
    Outcome outcome = question(calculation);
    return {std::move(outcome), std::move(trace.sources)};
  } catch (const RuleFailure&) {
    return {{Status::missing, {}, {}}, {}};  // rules that fail are found where rules are looked at
  }
}

bool SampleContract::offers(const std::string& option) const {
  const Dimension* dimension = ontology_.option_dimension();
  if (dimension == nullptr) return false;
  return std::all_of(ontology_.matters.begin(), ontology_.matters.end(), [&](const Matter& each) {
    if (each.check != offering_check) return true;
    const Owed says = value(each, {{dimension->name, option}}, {});
    return says.known() && says.outcome.value == Value{true};
  });
}

Owed SampleContract::value(const Matter& matter, const Dimensions& about, const Facts& facts) const {
  return ask([&](Calculation& calculation) { return calculation.value(matter, about, facts); });
}

Owed SampleContract::term_end(const Matter& matter, const Dimensions& about) const {
  return ask([&](Calculation& calculation) { return calculation.term_end(matter, about); });
}

Owed SampleContract::effect(const Matter& matter, const Dimensions& about, Date notice) const {
  return ask([&](Calculation& calculation) { return calculation.effect(matter, about, {{"notice", notice}}); });
}

Owed SampleContract::latest_notice(const Matter& matter, const Dimensions& about, Date effect) const {
  return ask([&](Calculation& calculation) { return calculation.latest_notice(matter, about, {{"effect", effect}}); });
}

}  // namespace yomikae
