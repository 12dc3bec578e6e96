#include "effective/comparison.h"

#include <algorithm>

namespace yomikae {
namespace {

/// Matches the things of two lists and keeps those that differ: in the order of the first, then what is new.
template <class Thing, class Matches, class Same>
std::vector<Change<Thing>> changes(const std::vector<Thing>& before, const std::vector<Thing>& after, Matches matches,
                                   Same same) {
  std::vector<Change<Thing>> result;
  std::vector<bool> matched(after.size(), false);
  for (const Thing& old : before) {
    std::size_t i = 0;
    while (i < after.size() && (matched[i] || !matches(old, after[i]))) ++i;
    if (i == after.size()) {
      result.push_back({&old, nullptr});
      continue;
    }
    matched[i] = true;
    if (!same(old, after[i])) result.push_back({&old, &after[i]});
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!matched[i]) result.push_back({nullptr, &after[i]});
  }
  return result;
}

bool same_place(const Rule* a, const Rule* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->document == b->document && a->at == b->at;
}

bool same_matter(const MatterRow& a, const MatterRow& b) {
  const bool sources = std::equal(a.sources.begin(), a.sources.end(), b.sources.begin(), b.sources.end(), same_place);
  return a.status == b.status && a.value == b.value && a.display == b.display && sources;
}

bool same_date(const DateRow& a, const DateRow& b) {
  return a.status == b.status && a.date == b.date && a.safe == b.safe && same_place(a.source, b.source);
}

bool same_words(const Wording& a, const Wording& b) { return a.text == b.text; }

bool same_list(const std::vector<Wording>& a, const std::vector<Wording>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_words);
}

bool same_provision(const EffectiveProvision& a, const EffectiveProvision& b) {
  return a.fate.fate == b.fate.fate && same_words(a.heading, b.heading) && same_words(a.name, b.name) &&
         same_words(a.text, b.text) && same_words(a.tail, b.tail) && same_list(a.columns, b.columns) &&
         same_list(a.cells, b.cells) &&
         std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), same_list);
}

std::optional<Date> version_of(const Layer& layer) {
  return layer.held == nullptr ? std::nullopt : std::optional<Date>{layer.held->text.from};
}

std::vector<VersionChange> version_changes(const Selection& before, const Selection& after) {
  std::vector<VersionChange> result;
  for (const auto& change : changes(
           before.layers, after.layers, [](const Layer& a, const Layer& b) { return a.id == b.id; },
           [](const Layer& a, const Layer& b) { return version_of(a) == version_of(b); })) {
    result.push_back({(change.before != nullptr ? change.before : change.after)->id,
                      change.before == nullptr ? std::nullopt : version_of(*change.before),
                      change.after == nullptr ? std::nullopt : version_of(*change.after)});
  }
  return result;
}

}  // namespace

Comparison compare(const EffectiveTerms& before, const EffectiveTerms& after) {
  Comparison result;
  result.before = &before;
  result.after = &after;
  result.versions = version_changes(*before.selection, *after.selection);
  result.matters = changes(
      before.matters, after.matters,
      [](const MatterRow& a, const MatterRow& b) { return a.matter == b.matter && a.scope == b.scope; }, same_matter);
  result.dates = changes(
      before.dates, after.dates,
      [](const DateRow& a, const DateRow& b) { return a.question == b.question && a.label == b.label; }, same_date);
  std::erase_if(result.dates, [](const Change<DateRow>& each) {
    return !(each.before != nullptr ? each.before : each.after)->facts.empty();
  });
  result.provisions = changes(
      before.provisions, after.provisions,
      [](const EffectiveProvision& a, const EffectiveProvision& b) {
        return a.version->text.document == b.version->text.document && a.provision->path == b.provision->path &&
               (a.amended == nullptr) == (b.amended == nullptr);
      },
      same_provision);
  result.findings = changes(
      before.findings.all(), after.findings.all(),
      [](const Finding& a, const Finding& b) { return a.rule == b.rule && a.message.ja == b.message.ja; },
      [](const Finding&, const Finding&) { return true; });
  return result;
}

}  // namespace yomikae
