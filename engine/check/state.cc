#include "check/state.h"

#include <algorithm>
#include <set>
#include <utility>

namespace yomikae {
namespace {

Date day_before(Date day) { return day - std::chrono::days{1}; }

/// The days from `day` on on which a text of the channel's service begins to hold, `day` itself where one holds by
/// then.
std::set<Date> turning_days(const Terms& terms, const Channel& channel, const Offering& offering, Date day) {
  std::set<Date> days;
  const auto add = [&](Date from) { days.insert(std::max(from, day)); };
  add(channel.from);
  const auto of_document = [&](const DocumentId& document) {
    for (const HeldVersion& held : terms.versions) {
      if (held.text.document == document && held.text.from > channel.from) add(held.text.from);
    }
  };
  for (const DocumentId& layer : offering.layers) of_document(layer);
  for (const OverlayLevel& level : channel.levels) {
    for (const Adoption& adoption : level.adoptions) of_document(adoption.document);
  }
  for (const Channel& each : terms.channels) {
    if (each.id == channel.id && each.from > channel.from) days.erase(days.lower_bound(each.from), days.end());
  }
  return days;
}

std::optional<Date> last_day(const Terms& terms, const Channel& channel) {
  std::optional<Date> next;
  for (const Channel& each : terms.channels) {
    if (each.id == channel.id && each.from > channel.from && (!next || each.from < *next)) next = each.from;
  }
  return next ? std::optional(day_before(*next)) : std::nullopt;
}

State state_on(const Terms& terms, const Channel& channel, const Offering& offering, Date from,
               std::optional<Date> until) {
  auto agreement = std::make_unique<Agreement>();
  agreement->contract.channel = channel.id;
  agreement->contract.service = offering.service;
  State state{&channel, &offering, from, until, std::move(agreement), {}};
  state.selection = select(terms, *state.agreement, from);
  return state;
}

}  // namespace

std::vector<State> states_of(const Terms& terms, Date day) {
  std::vector<State> states;
  for (const Channel& channel : terms.channels) {
    const std::optional<Date> last = last_day(terms, channel);
    if (last && *last < day) continue;
    for (const Offering& offering : channel.offerings) {
      const std::set<Date> days = turning_days(terms, channel, offering, day);
      const std::size_t first = states.size();
      for (auto it = days.begin(); it != days.end(); ++it) {
        const auto next = std::next(it);
        State state =
            state_on(terms, channel, offering, *it, next == days.end() ? last : std::optional(day_before(*next)));
        const bool not_yet = !state.complete() && next != days.end() && states.size() == first;
        if (!not_yet) states.push_back(std::move(state));
      }
    }
  }
  return states;
}

}  // namespace yomikae
