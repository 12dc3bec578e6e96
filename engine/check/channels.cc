#include "check/channels.h"

#include <algorithm>

#include "resolve/selection.h"

namespace yomikae {
namespace {

/// The first day on which the channel and the newest version of each of its documents are in force.
Date first_complete_day(const Channel& channel, const Offering& offering, const Terms& terms) {
  Date day = channel.from;
  for (const DocumentId& document : offering.layers) {
    if (const HeldVersion* held = terms.newest(document)) day = std::max(day, held->text.from);
  }
  return day;
}

bool same_finding(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.place == b.place && a.message.ja == b.message.ja;
}

}  // namespace

void check_channels(const Terms& terms, Findings& findings) {
  for (const Channel& channel : terms.channels) {
    for (const Offering& offering : channel.offerings) {
      Agreement agreement;
      agreement.contract.channel = channel.id;
      agreement.contract.service = offering.service;
      const Selection selection = select(terms, agreement, first_complete_day(channel, offering, terms));
      for (const Finding& finding : selection.findings.all()) {
        const auto known = findings.all();
        const bool seen =
            std::any_of(known.begin(), known.end(), [&](const Finding& each) { return same_finding(each, finding); });
        if (!seen) findings.append(finding);
      }
    }
  }
}

}  // namespace yomikae
