#include "diff/overlay_effect.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "check/check.h"
#include "diff/fingerprint.h"
#include "resolve/selection.h"
#include "resolve/wording.h"

namespace yomikae {
namespace {

using Kind = OverlayEffect::Kind;

std::string address_of(const Address& at) {
  return at.provision ? fmt::format("{}#{}", at.document.value, to_string(*at.provision)) : at.document.value;
}

/// What the exclusions by one provision of an overlay reach in one document.
using Reached = std::map<std::pair<std::string, DocumentId>, std::set<std::string>>;

Reached reached_by_exclusions(const Selection& selection) {
  Reached reached;
  for (const ExcludedProvision& each : selection.excluded) {
    if (each.how != ExcludedProvision::How::excluded) continue;
    reached[{address_of(each.because), each.document}].insert(to_string(each.path));
  }
  return reached;
}

/// The exclusions as they are written, by the same key.
std::map<std::pair<std::string, DocumentId>, std::pair<std::set<std::string>, Place>> written(const Channel& channel) {
  std::map<std::pair<std::string, DocumentId>, std::pair<std::set<std::string>, Place>> result;
  for (const OverlayLevel& level : channel.levels) {
    for (const Exclusion& each : level.exclusions) {
      auto& [prints, place] = result[{address_of(each.at), each.document}];
      if (prints.empty()) place = each.place;
      prints.insert(fingerprint(each));
    }
  }
  return result;
}

/// How often each row of a table was applied in the documents it is for: by its label and source.
std::map<std::pair<std::string, std::string>, std::size_t> hits(const Selection& selection) {
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  for (const Renaming& renaming : selection.renamings) {
    for (const SubstitutionRule& rule : renaming.table.rules()) counts[{rule.label, rule.from}];
  }
  const Reader reader(selection);
  const auto count = [&](const Wording& words) {
    for (const Wording::Change& each : words.changes) ++counts[{each.rule, each.from}];
  };
  for (const Layer& layer : selection.layers) {
    if (layer.held == nullptr) continue;
    const DocumentId& document = layer.held->text.document;
    for (const Provision& each : layer.held->text.provisions) {
      for (const std::string* text : {&each.heading, &each.name, &each.text, &each.tail}) {
        count(reader.read(document, *text));
      }
      for (const Scalar& cell : each.cells) count(reader.read(document, cell.text));
      for (const auto& row : each.rows) {
        for (const Scalar& cell : row) count(reader.read(document, cell.text));
      }
    }
  }
  return counts;
}

std::string joined(const std::set<std::string>& paths) {
  return paths.empty() ? "-" : fmt::format("#{}", fmt::join(paths, ", #"));
}

class Search {
 public:
  Search(const Terms& before, const Terms& after, Date day) : before_(before), after_(after), day_(day) {}

  std::vector<OverlayEffect> run() {
    for (const ComparedContract& each : usual_contracts(before_, after_, day_)) {
      const Selection old = select(before_, each.before, day_);
      const Selection now = select(after_, each.after, day_);
      exclusions(old, now, each.whom);
      if (!now.renamings.empty() && !old.renamings.empty()) substitutions(old, now, each.whom);
    }
    return std::move(effects_);
  }

 private:
  void exclusions(const Selection& old, const Selection& now, const Whom& whom) {
    const auto old_written = written(*old.channel);
    const Reached then = reached_by_exclusions(old);
    const Reached reached = reached_by_exclusions(now);
    for (const auto& [key, words] : written(*now.channel)) {
      const auto same = old_written.find(key);
      if (same == old_written.end() || same->second.first != words.first) continue;
      const auto find = [&key = key](const Reached& all) {
        const auto found = all.find(key);
        return found == all.end() ? std::set<std::string>{} : found->second;
      };
      const std::set<std::string> was = find(then);
      const std::set<std::string> is = find(reached);
      if (was == is) continue;
      std::set<std::string> lost;
      std::set<std::string> gained;
      std::set_difference(was.begin(), was.end(), is.begin(), is.end(), std::inserter(lost, lost.end()));
      std::set_difference(is.begin(), is.end(), was.begin(), was.end(), std::inserter(gained, gained.end()));
      add({Kind::exclusion_target,
           fmt::format("{} → {}", key.first, key.second.value),
           joined(lost),
           joined(gained),
           words.second,
           {}},
          whom);
    }
  }

  void substitutions(const Selection& old, const Selection& now, const Whom& whom) {
    const auto then = hits(old);
    const Place place = now.channel->levels.empty() || now.channel->levels.back().tables.empty()
                            ? now.channel->place
                            : now.channel->levels.back().tables.front().place;
    for (const auto& [row, count] : hits(now)) {
      const auto was = then.find(row);
      if (count > 0 || was == then.end() || was->second == 0) continue;
      add({Kind::substitution_stopped,
           fmt::format("{} `{}`", row.first, row.second),
           std::to_string(was->second),
           "0",
           place,
           {}},
          whom);
    }
  }

  void add(OverlayEffect effect, const Whom& whom) {
    const auto same = std::find_if(effects_.begin(), effects_.end(), [&](const OverlayEffect& each) {
      return std::tie(each.kind, each.at, each.before, each.after) ==
             std::tie(effect.kind, effect.at, effect.before, effect.after);
    });
    if (same != effects_.end()) return same->whom.push_back(whom);
    effect.whom = {whom};
    effects_.push_back(std::move(effect));
  }

  const Terms& before_;
  const Terms& after_;
  Date day_;
  std::vector<OverlayEffect> effects_;
};

using FindingKey = std::tuple<std::string_view, std::string, std::string>;

FindingKey key_of(const Finding& finding) {
  if (finding.subject.at.empty()) return {finding.rule->id, finding.message.ja, {}};
  return {finding.rule->id, finding.subject.at, finding.subject.of};
}

Findings found_in(const Terms& terms, const Sources& sources, Date day) {
  const std::vector<State> states = states_of(terms, day);
  return check({terms, states, sources, day});
}

}  // namespace

std::vector<OverlayEffect> overlay_effects(const Terms& before, const Terms& after, Date day) {
  return Search(before, after, day).run();
}

std::vector<FindingChange> finding_changes(const Terms& before, const Terms& after, const Sources& sources, Date day) {
  const Findings old = found_in(before, sources, day);
  const Findings now = found_in(after, sources, day);
  const auto keys = [](const Findings& findings) {
    std::set<FindingKey> result;
    for (const Finding& each : findings.all()) result.insert(key_of(each));
    return result;
  };
  const std::set<FindingKey> old_keys = keys(old);
  const std::set<FindingKey> new_keys = keys(now);
  std::vector<FindingChange> changes;
  for (const Finding& each : now.all()) {
    if (!old_keys.contains(key_of(each))) changes.push_back({each, true});
  }
  for (const Finding& each : old.all()) {
    if (!new_keys.contains(key_of(each))) changes.push_back({each, false});
  }
  return changes;
}

}  // namespace yomikae
