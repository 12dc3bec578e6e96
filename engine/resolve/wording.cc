#include "resolve/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "resolve/rename_rows.h"

namespace yomikae {
namespace {

/// The rows of the tables of one level, in the order printed.
std::vector<SubstitutionRule> rules_of(const OverlayLevel& level, const Selection& selection) {
  std::vector<SubstitutionRule> rules;
  for (const RenameRow& row : rename_rows(level, *selection.terms, selection.day)) {
    if (!fold(row.from->text).key.empty()) rules.push_back({row.from->text, row.to->text, row.label});
  }
  return rules;
}

/// Names the terms know that hold a source and are another thing (`Webサンドボックスオプション`).
std::vector<std::string> names_holding(const std::vector<SubstitutionRule>& rules, const Ontology& ontology) {
  std::vector<std::u32string> sources;
  for (const SubstitutionRule& rule : rules) sources.push_back(fold(rule.from).key);
  std::vector<std::string> names;
  for (const ChoiceSet& set : ontology.sets) {
    for (const auto& choice : set.choices) {
      if (choice.label.empty()) continue;
      const std::u32string key = fold(choice.label).key;
      const bool holds = std::any_of(sources.begin(), sources.end(), [&](const std::u32string& source) {
        return key != source && key.find(source) != std::u32string::npos;
      });
      if (holds) names.push_back(choice.label);
    }
  }
  return names;
}

/// The index of the document's provision an amendment stands before: behind what it replaces, or where its number
/// belongs.
std::size_t place_of(const Amendment& amendment, const std::vector<Provision>& own) {
  std::optional<std::size_t> behind;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (amendment.path.contains(own[i].path)) behind = i + 1;
  }
  if (behind) return *behind;
  const auto next =
      std::find_if(own.begin(), own.end(), [&](const Provision& each) { return amendment.path < each.path; });
  return static_cast<std::size_t>(next - own.begin());
}

/// Why words an overlay put in do not stand: an overlay further from the base puts others there, or excludes them.
const ExcludedProvision* overwritten(const Amendment& amendment, const Provision& words, const Selection& selection) {
  const ExcludedProvision* gone = nullptr;
  for (const ExcludedProvision& cut : selection.excluded) {
    if (cut.document == amendment.document && cut.level > amendment.level && cut.path.contains(words.path)) gone = &cut;
  }
  return gone;
}

/// Where a byte of the text before a pass stands after it; only asked for places no replacement covers.
std::size_t moved(std::size_t at, const std::vector<Replacement>& replacements) {
  std::ptrdiff_t shift = 0;
  for (const Replacement& each : replacements) {
    const auto before = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(each.begin) - shift);
    if (before >= at) break;
    shift += static_cast<std::ptrdiff_t>(each.end - each.begin) - static_cast<std::ptrdiff_t>(each.printed.size());
  }
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + shift);
}

/// Whether a replacement covers some of [begin, end) of the text before a pass.
bool covered(std::size_t begin, std::size_t end, const std::vector<Replacement>& replacements) {
  std::ptrdiff_t shift = 0;
  for (const Replacement& each : replacements) {
    const auto from = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(each.begin) - shift);
    if (from < end && begin < from + each.printed.size()) return true;
    shift += static_cast<std::ptrdiff_t>(each.end - each.begin) - static_cast<std::ptrdiff_t>(each.printed.size());
  }
  return false;
}

}  // namespace

std::vector<Renaming> renamings(const Selection& selection) {
  std::vector<Renaming> result;
  for (const OverlayLevel& level : selection.channel->levels) {
    std::vector<SubstitutionRule> rules = rules_of(level, selection);
    if (rules.empty()) continue;
    const std::vector<std::string> names = names_holding(rules, selection.ontology());
    std::vector<DocumentId> documents;
    for (const Adoption& adoption : level.adoptions) {
      if (adoption.extent == Incorporation::full) documents.push_back(adoption.document);
    }
    result.push_back({std::move(documents), Substitution(std::move(rules), names)});
  }
  return result;
}

std::vector<StandingProvision> standing_provisions(const HeldVersion& held, const Selection& selection) {
  const auto& own = held.text.provisions;
  const DocumentId& document = held.text.document;
  std::vector<const Amendment*> amendments;
  for (const Amendment* each : selection.amendments) {
    if (each->document == document) amendments.push_back(each);
  }
  // Added ones in the order of their numbers; what stands at one number, in the order of the overlays.
  std::stable_sort(amendments.begin(), amendments.end(),
                   [](const Amendment* a, const Amendment* b) { return a->path < b->path; });
  std::vector<std::vector<const Amendment*>> before(own.size() + 1);
  for (const Amendment* each : amendments) before[place_of(*each, own)].push_back(each);
  std::vector<StandingProvision> result;
  for (std::size_t i = 0; i <= own.size(); ++i) {
    for (const Amendment* amendment : before[i]) {
      for (const Provision& words : amendment->provisions) {
        result.push_back({&words, amendment, overwritten(*amendment, words, selection)});
      }
    }
    if (i == own.size()) break;
    const auto* cut = selection.exclusion_of(document, own[i].path);
    result.push_back({&own[i], nullptr, cut != nullptr ? cut : selection.displaced_words(document, own[i].path)});
  }
  return result;
}

std::vector<StandingProvision> written_provisions(const Rule& rule, const Selection& selection) {
  std::vector<StandingProvision> found;
  const HeldVersion* held = selection.terms->in_force(rule.document, selection.day);
  if (held == nullptr) return found;
  const auto is_item = [&](const StandingProvision& each) {
    return !each.words->path.item.empty() && each.words->path.parent() == rule.at.path;
  };
  std::vector<StandingProvision> standing = standing_provisions(*held, selection);
  std::erase_if(standing, [](const StandingProvision& each) { return each.gone != nullptr; });
  const bool has_items = std::any_of(standing.begin(), standing.end(), is_item);
  for (const StandingProvision& each : standing) {
    if (has_items ? is_item(each) : rule.at.path.contains(each.words->path)) found.push_back(each);
  }
  return found;
}

std::vector<Wording> as_written(const Rule& rule, const Selection& selection) {
  std::vector<Wording> words;
  const Reader reader(selection);
  for (const StandingProvision& each : written_provisions(rule, selection)) {
    std::string text = each.words->text;
    for (const Scalar& cell : each.words->cells) text += fmt::format("{}{}", text.empty() ? "" : " | ", cell.text);
    const std::string& name = each.words->name;
    if (!name.empty()) text = text.empty() ? name : fmt::format("{}：{}", name, text);
    if (!text.empty()) words.push_back(reader.read(each.author(rule.document), text));
  }
  return words;
}

Wording Reader::with_roles(std::string_view text) const {
  Wording wording;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    wording.text += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    const std::string role(close == std::string_view::npos ? std::string_view{}
                                                           : text.substr(open + 1, close - open - 1));
    const auto who = selection_.channel->roles.find(role);
    if (who == selection_.channel->roles.end()) {
      wording.text += text[open];
      text.remove_prefix(open + 1);
      continue;
    }
    wording.roles.push_back({wording.text.size(), wording.text.size() + who->second.size()});
    wording.text += who->second;
    text.remove_prefix(close + 1);
  }
  return wording;
}

void Reader::substitute(Wording& wording, const Substitution& table) {
  Substituted result = table.apply(wording.text, wording.roles);
  if (result.replacements.empty()) return;
  Wording next;
  for (const Wording::Change& change : wording.changes) {
    if (covered(change.begin, change.end, result.replacements)) continue;  // the later table speaks for this place
    Wording::Change kept = change;
    kept.begin = moved(change.begin, result.replacements);
    kept.end = kept.begin + (change.end - change.begin);
    next.changes.push_back(std::move(kept));
  }
  for (const ByteRange& role : wording.roles) {
    const std::size_t begin = moved(role.begin, result.replacements);
    next.roles.push_back({begin, begin + (role.end - role.begin)});
  }
  for (const Replacement& each : result.replacements) {
    const SubstitutionRule& rule = table.rules()[each.rule];
    next.changes.push_back({rule.label, each.printed, rule.to, each.begin, each.end});
  }
  std::sort(next.changes.begin(), next.changes.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  next.text = std::move(result.text);
  wording = std::move(next);
}

Wording Reader::read(const DocumentId& document, std::string_view text) const {
  Wording wording = with_roles(text);
  for (const Renaming& level : selection_.renamings) {
    const bool adopted = std::find(level.documents.begin(), level.documents.end(), document) != level.documents.end();
    if (adopted) substitute(wording, level.table);
  }
  return wording;
}

}  // namespace yomikae
