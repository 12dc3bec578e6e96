#include "check/conflicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "check/provision_names.h"

namespace yomikae {
namespace {

/// The rules that disagree, and whether they do so for everybody.
struct Disagreement {
  const Case* of = nullptr;
  const Rule* one = nullptr;
  const Rule* other = nullptr;
  bool always = false;
};

/// The rule of the text that is listed first (the overlay's own) before the other: there it is put right.
std::pair<const Rule*, const Rule*> in_order(const Rule* one, const Rule* other, const Selection& selection) {
  const auto listed = [&](const Rule* rule) { return std::pair{selection.layer_of(*rule), rule->place}; };
  return listed(other) < listed(one) ? std::pair{other, one} : std::pair{one, other};
}

/// An open point at one of the two provisions on this very matter: somebody has seen it.
bool declared_open(const Disagreement& found, const Terms& terms) {
  const auto about = [&](const Rule& rule, const OpenPoint& point) {
    return point.matter == found.of->matter->id && !point.at.path.head.empty() &&
           point.at.path.contains(rule.at.path) && admits(point.scope, found.of->dimensions);
  };
  for (const Rule* rule : {found.one, found.other}) {
    const HeldVersion* held = terms.in_force(rule->document, *rule->version);
    if (held == nullptr) continue;
    const auto& points = held->rules.open_points;
    if (std::any_of(points.begin(), points.end(), [&](const OpenPoint& each) { return about(*rule, each); })) {
      return true;
    }
  }
  return false;
}

/// Two rules for one question that differ in their days only: which of those days belong to both, the checks of
/// versions say (`version/periods-overlap`).
bool overlaps_in_days(const Rule& one, const Rule& other, const Case& of) {
  return of.differ_by_day_only && one.when && other.when && one.document == other.document &&
         compare_scopes(one.scope, other.scope) == ScopeOrder::same;
}

/// On what it depends: the conditions of the two, or of what else speaks of the question.
std::string conditions(const Disagreement& found) {
  std::string words;
  const bool own = found.one->when || found.other->when;
  for (const Rule* rule : found.of->speaking) {
    if (!rule->when || (own && rule != found.one && rule != found.other)) continue;
    words += fmt::format("{}`{}`", words.empty() ? "" : " / ", rule->when->readings.front().value.source);
  }
  return words;
}

/// What of a question tells it from the ordinary: `option = …`, `ground = …`.
std::string question_of(const Case& of) {
  std::string words;
  const Ontology& ontology = of.state->selection.ontology();
  for (const auto& [name, value] : of.dimensions) {
    const Dimension* dimension = ontology.dimension(name);
    const bool named =
        dimension != nullptr && dimension->fallback != value && value != of.state->offering->service.value;
    if (named) words += fmt::format("{}{} = {}", words.empty() ? "" : ", ", name, value);
  }
  return words.empty() ? words : fmt::format(" [{}]", words);
}

Message help(const Disagreement& found) {
  if (found.one->document != found.other->document) {
    return {"どちらの文書が優先するかを `precedence` に書くか、条項で `notwithstanding` とするか、一方を適用除外にする",
            "say which document goes first under `precedence`, write `notwithstanding`, or exclude one of them"};
  }
  return {
      "適用の場合を `scope` か `when` で分けるか、特則に `notwithstanding` を書く。争いのある読み方なら `readings` "
      "にする",
      "tell the cases apart by `scope` or `when`, write `notwithstanding` at the special rule, or `readings` where "
      "the text can be read either way"};
}

void report(const Disagreement& found, const Terms& terms, Findings& findings) {
  const Matter& matter = *found.of->matter;
  const std::string one = provision_name(*found.one, terms);
  const std::string other = provision_name(*found.other, terms);
  const std::string asked = question_of(*found.of);
  const std::string conditional = conditions(found);
  Message message{
      fmt::format("「{}」{}について{}と{}が異なることを定め、どちらも優先しない", matter.label, asked, one, other),
      fmt::format("`{}`{}: `{}` and `{}` lay down different things and neither goes first", matter.id.value, asked,
                  address_of(*found.one), address_of(*found.other))};
  if (!found.always) {
    message.ja += fmt::format("（条件による：{}）", conditional);
    message.en += fmt::format(" (on a condition: {})", conditional);
  }
  Finding& finding = findings.add(found.always ? "matter/conflict" : "matter/conflict-on-condition",
                                  content_place(*found.one), std::move(message), help(found));
  finding.related.push_back({content_place(*found.other), {"もう一方の定め", "the other rule"}});
  finding.about(address_of(*found.one), fmt::format("{} {}", matter.id.value, address_of(*found.other)));
}

}  // namespace

void find_conflicts(const Checked& checked, const std::vector<Case>& cases, Findings& findings) {
  std::map<std::pair<const Rule*, const Rule*>, Disagreement> met;
  for (const Case& each : cases) {
    if (each.matter->combine == Matter::Combine::all) continue;  // each is held to by itself
    std::size_t in_conflict = 0;
    for (const Resolution& outcome : each.outcomes) in_conflict += outcome.status == Status::conflict ? 1 : 0;
    if (in_conflict == 0) continue;
    const bool always = in_conflict == each.outcomes.size() || each.differ_by_day_only;
    for (const Resolution& outcome : each.outcomes) {
      if (outcome.status != Status::conflict) continue;
      const Rule* one = outcome.conflicting.front();
      for (const Rule* other : outcome.conflicting) {
        if (same_content(words_of(*one, each.state->selection), words_of(*other, each.state->selection))) continue;
        if (overlaps_in_days(*one, *other, each)) continue;
        const auto key = in_order(one, other, each.state->selection);
        Disagreement& found = met.try_emplace(key, Disagreement{&each, key.first, key.second, always}).first->second;
        found.always = found.always || always;
      }
    }
  }
  for (const auto& [rules, found] : met) {
    if (!declared_open(found, checked.terms)) report(found, checked.terms, findings);
  }
}

}  // namespace yomikae
