#include "diff/compared_contract.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "effective/calculation.h"
#include "resolve/selection.h"

namespace yomikae {
namespace {

/// More than any plan includes, so that what is paid for each one more shows.
constexpr std::int64_t some_count = 100;

std::set<Whom> offered(const Terms& terms, Date day) {
  std::set<Whom> all;
  for (const Channel& each : terms.channels) {
    const Channel* channel = terms.channel(each.id, day);
    if (channel == nullptr) continue;
    for (const Offering& offering : channel->offerings) {
      if (offering.types.empty()) all.insert({channel->id, offering.service, {}, {}});
      for (const std::string& type : offering.types) all.insert({channel->id, offering.service, type, {}});
    }
  }
  return all;
}

Agreement usual_agreement(const Terms& terms, const Whom& whom, Date day) {
  const Ontology& ontology = terms.ontology;
  Agreement agreement;
  Contract& contract = agreement.contract;
  contract.channel = whom.channel;
  contract.service = whom.service;
  contract.as_of = day;
  contract.dimensions["service"] = whom.service.value;
  if (!whom.type.empty()) contract.dimensions["type"] = whom.type;
  if (const Dimension* customer = ontology.dimension("customer")) contract.dimensions["customer"] = customer->fallback;
  for (const FactSpec& date : ontology.dates) {
    if (date.name != ontology.closing_date) contract.dates[date.name] = day;
  }
  for (const QuantitySpec& quantity : ontology.quantities) contract.quantities[quantity.name] = Rational{some_count};
  return agreement;
}

/// Whether the channel sells an option: by the requirement that fails where it does not.
bool sells(const Selection& selection, const std::string& option) {
  const Dimension* dimension = selection.ontology().option_dimension();
  for (const Matter& matter : selection.ontology().matters) {
    if (matter.check != "catalogue/not-offered") continue;
    ReadingWalk walk;
    Trace trace;
    const Outcome sold = Calculation(selection, walk, trace).value(matter, {{dimension->name, option}}, {});
    return sold.has_value() && std::get<bool>(sold.value);
  }
  return true;
}

void collect_options(const Selection& selection, std::set<std::string>& options) {
  const Dimension* dimension = selection.ontology().option_dimension();
  if (dimension == nullptr) return;
  std::set<std::string> named;
  for (const Layer& layer : selection.layers) {
    if (layer.held == nullptr) continue;
    for (const Rule& rule : layer.held->rules.rules) {
      const auto scope = rule.scope.admits.find(dimension->name);
      if (scope != rule.scope.admits.end()) named.insert(scope->second.begin(), scope->second.end());
    }
  }
  for (const std::string& option : named) {
    if (!options.contains(option) && sells(selection, option)) options.insert(option);
  }
}

void hold(const std::set<std::string>& options, const Ontology& ontology, Date day, Contract& contract) {
  for (const std::string& option : options) {
    if (!ontology.is_option(option)) continue;  // one side does not know it yet, or no more
    HeldOption held;
    held.option = option;
    for (const std::string& date : ontology.own_dates) {
      if (date != ontology.closing_date) held.dates[date] = day;
    }
    contract.options.push_back(std::move(held));
  }
}

}  // namespace

std::string to_string(const Whom& whom) {
  if (!whom.contract.empty()) return whom.contract;
  return fmt::format("{}/{}{}{}", whom.channel.value, whom.service.value, whom.type.empty() ? "" : "/", whom.type);
}

std::vector<ComparedContract> usual_contracts(const Terms& before, const Terms& after, Date day) {
  const std::set<Whom> old_services = offered(before, day);
  std::vector<ComparedContract> result;
  for (const Whom& whom : offered(after, day)) {
    if (!old_services.contains(whom)) continue;
    ComparedContract one{whom, usual_agreement(before, whom, day), usual_agreement(after, whom, day)};
    std::set<std::string> options;
    collect_options(select(before, one.before, day), options);
    collect_options(select(after, one.after, day), options);
    hold(options, before.ontology, day, one.before.contract);
    hold(options, after.ontology, day, one.after.contract);
    result.push_back(std::move(one));
  }
  return result;
}

OfferedServices offered_services(const Terms& before, const Terms& after, Date day) {
  const std::set<Whom> old_services = offered(before, day);
  const std::set<Whom> new_services = offered(after, day);
  OfferedServices result;
  std::set_difference(new_services.begin(), new_services.end(), old_services.begin(), old_services.end(),
                      std::back_inserter(result.added));
  std::set_difference(old_services.begin(), old_services.end(), new_services.begin(), new_services.end(),
                      std::back_inserter(result.removed));
  return result;
}

}  // namespace yomikae
