#include "diff/affected.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "diff/mentioned_matters.h"

namespace yomikae {
namespace {

std::vector<std::string> layers_of(const Selection& selection) {
  std::vector<std::string> layers;
  for (const Layer& layer : selection.layers) {
    std::string one = layer.id + "@" + std::to_string(layer.rank);
    for (const std::string& option : layer.options) one += " " + option;
    layers.push_back(std::move(one));
  }
  return layers;
}

void put(const Order& order, std::vector<std::string>& out) {
  for (const auto& row : order) {
    for (const PrecedenceRule* rule : row) out.push_back(rule == nullptr ? std::string{} : fingerprint(*rule));
  }
}

std::vector<std::string> ranks_of(const Selection& selection) {
  std::vector<std::string> ranks;
  put(selection.order, ranks);
  for (const ScopedOrder& each : selection.scoped_orders) put(each.before, ranks);
  for (const SubTerms& each : selection.channel->sub_terms) ranks.push_back(fingerprint(each));
  return ranks;
}

std::vector<std::string> renamings_of(const Selection& selection) {
  std::vector<std::string> names;
  for (const Renaming& each : selection.renamings) {
    for (const DocumentId& document : each.documents) names.push_back(document.value);
    for (const SubstitutionRule& rule : each.table.rules()) names.insert(names.end(), {rule.from, rule.to});
    names.emplace_back();
  }
  for (const auto& [role, who] : selection.channel->roles) names.insert(names.end(), {role, who});
  return names;
}

/// What decides which words stand: exclusions and what is put in their place.
std::vector<std::string> words_of(const Selection& selection) {
  std::vector<std::string> words;
  for (const ExcludedProvision& each : selection.excluded) {
    words.push_back(each.document.value + "#" + to_string(each.path) + std::to_string(static_cast<int>(each.how)));
  }
  for (const Amendment* each : selection.amendments) words.push_back(fingerprint(*each));
  return words;
}

/// What every rule rests on beside the matters.
std::vector<std::string> declarations_of(const Ontology& ontology) {
  std::vector<std::string> all;
  for (const Dimension& each : ontology.dimensions) {
    all.insert(all.end(), {each.name, each.fallback});
    all.insert(all.end(), each.sets.begin(), each.sets.end());
  }
  for (const AssumptionSpec& each : ontology.assumptions) {
    all.push_back(each.name);
    all.insert(all.end(), each.fallback.begin(), each.fallback.end());
  }
  for (const MatterId* each : {&ontology.counting, &ontology.option_held}) all.push_back(each->value);
  all.insert(all.end(), ontology.own_dates.begin(), ontology.own_dates.end());
  all.push_back(ontology.closing_date);
  return all;
}

bool same_calendar(const HolidayCalendar& a, const HolidayCalendar& b) {
  return a.holidays == b.holidays && a.first == b.first && a.last == b.last;
}

bool rests_on_the_same(const Selection& before, const Selection& after) {
  return layers_of(before) == layers_of(after) && ranks_of(before) == ranks_of(after) &&
         before.missing == after.missing && declarations_of(before.ontology()) == declarations_of(after.ontology());
}

class Search {
 public:
  Search(const Selection& before, const Selection& after, const Fingerprints& old_prints,
         const Fingerprints& new_prints)
      : before_(before), after_(after), old_prints_(old_prints), new_prints_(new_prints) {}

  Affected run() {
    if (!rests_on_the_same(before_, after_)) return {true, {}};
    const bool same_words = renamings_of(before_) == renamings_of(after_) && words_of(before_) == words_of(after_);
    for (const Matter& matter : after_.ontology().matters) {
      const bool words_too = !same_words && lays_down_words(matter.id);
      if (words_too || !same_declaration(matter) ||
          prints(before_, matter.id, old_prints_) != prints(after_, matter.id, new_prints_)) {
        found_.matters.insert(matter.id);
      }
    }
    for (const Matter& matter : before_.ontology().matters) {
      if (after_.ontology().matter(matter.id.value) == nullptr) found_.matters.insert(matter.id);
    }
    if (!same_calendar(before_.terms->calendar, after_.terms->calendar)) found_.matters.insert(holidays_asked_for);
    follow();
    found_.matters.erase(holidays_asked_for);
    for (const MatterId* each : {&after_.ontology().counting, &after_.ontology().option_held}) {
      if (found_.matters.contains(*each)) found_.everything = true;
    }
    return std::move(found_);
  }

 private:
  static std::vector<std::string> prints(const Selection& selection, const MatterId& matter,
                                         const Fingerprints& known) {
    std::vector<std::string> result;
    for (const Rule* rule : selection.candidates.on(matter)) result.push_back(known.of(*rule));
    return result;
  }

  [[nodiscard]] bool lays_down_words(const MatterId& matter) const {
    const auto written = [](const Rule* rule) { return std::holds_alternative<AsWritten>(rule->body); };
    const auto& old_rules = before_.candidates.on(matter);
    const auto& new_rules = after_.candidates.on(matter);
    return std::any_of(old_rules.begin(), old_rules.end(), written) ||
           std::any_of(new_rules.begin(), new_rules.end(), written);
  }

  [[nodiscard]] bool same_declaration(const Matter& matter) const {
    const Matter* old = before_.ontology().matter(matter.id.value);
    return old != nullptr && fingerprint(*old) == fingerprint(matter);
  }

  /// Takes in what asks for something affected, until nothing more does.
  void follow() {
    const auto asked = mentioned_matters(after_);
    bool grown = true;
    while (grown) {
      grown = false;
      for (const auto& [matter, names] : asked) {
        if (found_.matters.contains(matter)) continue;
        const bool reached = std::any_of(names.begin(), names.end(),
                                         [&](const MatterId& each) { return found_.matters.contains(each); });
        if (reached) grown = found_.matters.insert(matter).second || grown;
      }
    }
  }

  const Selection& before_;
  const Selection& after_;
  const Fingerprints& old_prints_;
  const Fingerprints& new_prints_;
  Affected found_;
};

}  // namespace

Affected affected_matters(const Selection& before, const Selection& after, const Fingerprints& old_prints,
                          const Fingerprints& new_prints) {
  return Search(before, after, old_prints, new_prints).run();
}

}  // namespace yomikae
