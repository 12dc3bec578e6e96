#include "check/version_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace yomikae {
namespace {

bool same_name(const std::string& a, const std::string& b) { return a == b || fold(a).key == fold(b).key; }

std::vector<const Rule*> rules_at(const HeldVersion& held, const ProvisionPath& path) {
  std::vector<const Rule*> found;
  for (const Rule& rule : held.rules.rules) {
    if (rule.at.path == path) found.push_back(&rule);
  }
  return found;
}

bool same_rules(const std::vector<const Rule*>& a, const std::vector<const Rule*>& b) {
  const auto held_in = [](const std::vector<const Rule*>& rules, const Rule& wanted) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule* each) {
      return each->matter == wanted.matter && each->scope.admits == wanted.scope.admits && same_content(*each, wanted);
    });
  };
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const Rule* each) { return held_in(b, *each); });
}

}  // namespace

bool same_thing(const Provision& a, const Provision& b) {
  return same_name(a.heading, b.heading) && same_name(a.name, b.name);
}

bool same_words(const Provision& a, const Provision& b) {
  const auto same_cells = [](const std::vector<Scalar>& x, const std::vector<Scalar>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](const Scalar& one, const Scalar& other) { return one.text == other.text; });
  };
  return same_name(a.text, b.text) && same_name(a.tail, b.tail) && same_cells(a.cells, b.cells) &&
         std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), same_cells);
}

const Provision* found_again(const Provision& provision, const Version& other) {
  const Provision* found = nullptr;
  for (const Provision& each : other.provisions) {
    const bool same_depth = each.path.item.empty() == provision.path.item.empty() &&
                            each.path.subitem.empty() == provision.path.subitem.empty();
    const bool words = !provision.text.empty() && same_words(provision, each);
    const bool it = provision.name.empty() ? words : same_thing(provision, each);
    if (!same_depth || !it) continue;
    if (found != nullptr) return nullptr;
    found = &each;
  }
  return found;
}

std::vector<ProvisionRevision> changes_between(const HeldVersion& older, const HeldVersion& newer) {
  using Kind = ProvisionRevision::Kind;
  std::vector<ProvisionRevision> changes;
  std::set<const Provision*> known;
  for (const Provision& before : older.text.provisions) {
    const Provision* after = newer.text.find(before.path);
    const bool stayed = after != nullptr && (same_thing(before, *after) || same_words(before, *after)) &&
                        (before.name.empty() || same_name(before.name, after->name));
    if (!stayed) {
      const Provision* elsewhere = found_again(before, newer.text);
      if (elsewhere != nullptr) known.insert(elsewhere);
      changes.push_back({elsewhere == nullptr ? Kind::removed : Kind::moved, &before, elsewhere});
      continue;
    }
    known.insert(after);
    if (!same_thing(before, *after)) {
      changes.push_back({Kind::retitled, &before, after});
    } else if (!same_words(before, *after)) {
      changes.push_back({Kind::reworded, &before, after});
    } else if (!same_rules(rules_at(older, before.path), rules_at(newer, after->path))) {
      changes.push_back({Kind::ruled_anew, &before, after});
    }
  }
  for (const Provision& after : newer.text.provisions) {
    if (!known.contains(&after)) changes.push_back({Kind::added, nullptr, &after});
  }
  return changes;
}

Message described(const ProvisionRevision& change) {
  using Kind = ProvisionRevision::Kind;
  const auto shown = [](const Provision& each) {
    return each.name.empty() ? each.label : fmt::format("{}（{}）", each.label, each.name);
  };
  const Provision& it = change.after == nullptr ? *change.before : *change.after;
  const std::string at = to_string(it.path);
  switch (change.kind) {
    case Kind::added: return {fmt::format("{} が加わった", shown(it)), fmt::format("{} is new", at)};
    case Kind::removed: return {fmt::format("{} がなくなった", shown(it)), fmt::format("{} is gone", at)};
    case Kind::moved:
      return {fmt::format("{} が {} に移った", shown(*change.before), change.after->label),
              fmt::format("{} is {} now", to_string(change.before->path), at)};
    case Kind::retitled:
      return {fmt::format("{} の名称・見出しが変わった", it.label), fmt::format("{} has another caption", at)};
    case Kind::reworded: return {fmt::format("{} の文言が変わった", shown(it)), fmt::format("{} reads otherwise", at)};
    case Kind::ruled_anew: break;
  }
  return {fmt::format("{} の定めが変わった", shown(it)), fmt::format("{} lays down something else", at)};
}

}  // namespace yomikae
