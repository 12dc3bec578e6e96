#include "overlay/reference.h"

#include <fmt/format.h>

#include <algorithm>

namespace yomikae {
namespace {

using Kind = ChannelUse::Kind;

bool touches(const Address& address, const HeldVersion& held, const ProvisionPath& path) {
  return address.document == held.text.document && address.provision && address.provision->path.contains(path) &&
         (!address.version || *address.version == held.text.from);
}

/// An exclusion names its target by number; what it comes to is for a day to say, so the number is taken as it stands.
bool names(const Exclusion& exclusion, const HeldVersion& held, const ProvisionPath& path) {
  return exclusion.document == held.text.document && exclusion.article.text == path.head &&
         (exclusion.paragraph.text.empty() || exclusion.paragraph.text == std::to_string(path.paragraph)) &&
         (exclusion.item.text.empty() || exclusion.item.text == path.item);
}

void add_uses(const Channel& channel, const HeldVersion& held, const ProvisionPath& path,
              std::vector<ChannelUse>& uses) {
  const auto add = [&](bool here, Kind kind) {
    const bool known = std::any_of(uses.begin(), uses.end(), [&](const ChannelUse& each) {
      return each.channel == &channel && each.kind == kind;
    });
    if (here && !known) uses.push_back({&channel, kind});
  };
  for (const OverlayLevel& level : channel.levels) {
    for (const Adoption& each : level.adoptions)
      add(each.because && touches(*each.because, held, path), Kind::adopts_by);
    for (const SubstitutionTable& each : level.tables) add(touches(each.rows, held, path), Kind::renames_by);
    for (const Exclusion& each : level.exclusions) {
      add(touches(each.at, held, path), Kind::excludes_by);
      add(names(each, held, path), Kind::excludes);
    }
    for (const Amendment& each : level.amendments) {
      add(touches(each.at, held, path), Kind::amends_by);
      add(each.document == held.text.document && each.path.contains(path), Kind::amends);
    }
  }
  for (const SubTerms& each : channel.sub_terms) add(touches(each.because, held, path), Kind::sub_terms_by);
}

template <class List, class Wanted>
void collect(const List& from, std::vector<const typename List::value_type*>& into, Wanted wanted) {
  for (const auto& each : from) {
    if (wanted(each)) into.push_back(&each);
  }
}

ProvisionEntry entry(const Terms& terms, const HeldVersion& held, const Provision& provision) {
  ProvisionEntry result;
  result.version = &held;
  result.provision = &provision;
  const ProvisionPath& path = provision.path;
  const auto here = [&](const auto& each) { return each.at.path == path; };
  collect(held.rules.rules, result.rules, here);
  collect(held.rules.precedence, result.precedence, here);
  collect(held.rules.open_points, result.open_points, here);
  collect(held.rules.dormant, result.dormant, [&](const auto& each) { return each.at.path.contains(path); });
  collect(held.rules.bare, result.bare, [&](const auto& each) { return each.at.path.contains(path); });
  collect(held.errata, result.errata, [&](const Erratum& each) { return each.at == path; });
  for (const HeldVersion& other : terms.versions) {
    for (const Provision& citing : other.text.provisions) {
      for (const Citation& citation : citing.cites) {
        const bool own = &other == &held && citing.path == path;
        if (!own && touches(citation.to, held, path)) result.cited_by.push_back({&other, &citing, &citation});
      }
    }
  }
  for (const Channel& channel : terms.channels) add_uses(channel, held, path, result.uses);
  return result;
}

std::string ending_words(const Ending& ending) {
  std::string words;
  for (const Requirement& each : ending.requirements) {
    words += fmt::format("{}{}", words.empty() ? "" : " / ", each.that.source);
  }
  return words;
}

}  // namespace

std::vector<ProvisionEntry> look_up(const Terms& terms, const Address& address) {
  std::vector<ProvisionEntry> result;
  const HeldVersion* held = nullptr;
  for (const HeldVersion& each : terms.versions) {
    const bool wanted =
        each.text.document == address.document && (!address.version || *address.version == each.text.from);
    if (wanted) held = &each;  // oldest first: the newest stays
  }
  if (held == nullptr || !address.provision) return result;
  for (const Provision& each : held->text.provisions) {
    if (address.provision->path.contains(each.path)) result.push_back(entry(terms, *held, each));
  }
  return result;
}

MatterEntry look_up(const Terms& terms, const Matter& matter) {
  MatterEntry result;
  result.matter = &matter;
  const auto on_it = [&](const MatterId& id) {
    return id == matter.id || (matter.shape == Matter::Shape::term && id.value.starts_with(matter.id.value + ".") &&
                               terms.ontology.matter(id.value)->shape == Matter::Shape::part);
  };
  for (const HeldVersion& held : terms.versions) {
    const std::size_t before = result.rules.size();
    for (const Rule& rule : held.rules.rules) {
      if (on_it(rule.matter)) result.rules.push_back({&held, &rule});
    }
    if (result.rules.size() == before) result.no_rule_in.push_back(&held);
    collect(held.rules.open_points, result.open_points, [&](const OpenPoint& each) { return on_it(each.matter); });
  }
  return result;
}

std::string content_of(const Rule& rule, const HeldVersion& version, const Terms& terms) {
  if (!rule.says.empty() || rule.kind == Rule::Kind::pointer) return rule.says;
  const Rule* words = &rule;
  if (rule.like) {
    for (const Rule& other : version.rules.rules) {
      if (other.index == *rule.like) words = &other;
    }
  }
  if (!words->says.empty()) return words->says;
  if (const auto* left = std::get_if<LeftTo>(&words->body)) return terms.title_of(left->document);
  if (const auto* ending = std::get_if<Ending>(&words->body)) return ending_words(*ending);
  const auto* body = std::get_if<Alternatives>(&words->body);
  if (body == nullptr) return {};
  const Expr& value = body->readings.front().value;
  const auto* literal = std::get_if<Expr::Literal>(&value.node);
  const auto* spoken = literal == nullptr ? nullptr : std::get_if<Words>(&literal->value);
  return spoken == nullptr ? value.source : spoken->text;
}

}  // namespace yomikae
