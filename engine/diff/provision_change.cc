#include "diff/provision_change.h"

#include <algorithm>
#include <set>
#include <utility>

#include "diff/plain_words.h"
#include "diff/provision_match.h"

namespace yomikae {
namespace {

using How = ProvisionChange::Words;

std::string to_utf8(const std::u32string& figure) {
  std::string text;  // digits and points only
  for (const char32_t unit : figure) text += static_cast<char>(unit);
  return text;
}

/// The figures of the one that the other lacks, each as often as it does.
std::vector<std::string> lacking(const std::vector<std::u32string>& these, std::vector<std::u32string> those) {
  std::vector<std::string> result;
  for (const std::u32string& each : these) {
    const auto found = std::find(those.begin(), those.end(), each);
    if (found == those.end()) {
      result.push_back(to_utf8(each));
    } else {
      those.erase(found);
    }
  }
  return result;
}

/// A label that follows from the address: 第4条第1項 is 第4条 where no other paragraph stands beside it.
bool follows_from_path(const Provision& provision) {
  return provision.label == article_label(provision.path, true) ||
         provision.label == article_label(provision.path, false);
}

/// What a provision is called apart from its address: the label printed for another number is no other name.
bool same_names(const Provision& before, const Provision& after, bool moved) {
  return before.heading == after.heading && before.name == after.name &&
         (moved || before.label == after.label || (follows_from_path(before) && follows_from_path(after)));
}

ProvisionChange changed(const Provision& before, const Provision& after) {
  ProvisionChange change;
  change.before = &before;
  change.after = &after;
  change.moved = before.path != after.path;
  change.renamed = !same_names(before, after, change.moved);
  const std::string old_words = printed_words(before);
  const std::string new_words = printed_words(after);
  if (old_words == new_words) return change;
  const std::u32string old_plain = plain_words(old_words);
  const std::u32string new_plain = plain_words(new_words);
  change.words = old_plain == new_plain                                     ? How::spelling
                 : without_figures(old_plain) == without_figures(new_plain) ? How::figures
                                                                            : How::reworded;
  change.figures_before = lacking(figures_of(old_plain), figures_of(new_plain));
  change.figures_after = lacking(figures_of(new_plain), figures_of(old_plain));
  return change;
}

bool is_change(const ProvisionChange& change) { return change.moved || change.renamed || change.words != How::same; }

/// A heading that is another is one change, at the first provision below it.
void say_headings_once(std::vector<ProvisionChange>& changes) {
  std::set<std::string> said;
  for (ProvisionChange& each : changes) {
    if (each.before == nullptr || each.after == nullptr || !each.renamed) continue;
    if (each.before->heading == each.after->heading || said.insert(each.after->path.head).second) continue;
    each.renamed = each.before->name != each.after->name;
  }
  std::erase_if(changes, [](const ProvisionChange& each) {
    return each.before != nullptr && each.after != nullptr && !is_change(each);
  });
}

const HeldVersion* held_on(const Terms& terms, const DocumentId& document, Date from) {
  for (const HeldVersion& each : terms.versions) {
    if (each.text.document == document && each.text.from == from) return &each;
  }
  return nullptr;
}

/// The version that one follows: of its own side, else the newest the other side had before it.
const HeldVersion* followed_by(const HeldVersion& later, const Terms& own, const Terms& other) {
  const HeldVersion* found = nullptr;
  for (const Terms* terms : {&own, &other}) {
    for (const HeldVersion& each : terms->versions) {
      const bool earlier = each.text.document == later.text.document && each.text.from < later.text.from;
      if (earlier && (found == nullptr || found->text.from < each.text.from)) found = &each;
    }
    if (found != nullptr) break;
  }
  return found;
}

}  // namespace

std::vector<ProvisionChange> provision_changes(const Version& before, const Version& after) {
  const std::vector<std::optional<std::size_t>> origins = match_provisions(before.provisions, after.provisions);
  std::vector<ProvisionChange> changes;
  std::vector<bool> kept(before.provisions.size(), false);
  for (std::size_t i = 0; i < after.provisions.size(); ++i) {
    const Provision& now = after.provisions[i];
    if (!origins[i]) {
      changes.push_back({nullptr, &now, false, false, How::same, {}, {}});
      continue;
    }
    kept[*origins[i]] = true;
    ProvisionChange change = changed(before.provisions[*origins[i]], now);
    if (is_change(change)) changes.push_back(std::move(change));
  }
  for (std::size_t i = 0; i < before.provisions.size(); ++i) {
    if (!kept[i]) changes.push_back({&before.provisions[i], nullptr, false, false, How::same, {}, {}});
  }
  say_headings_once(changes);
  return changes;
}

std::vector<DocumentChange> document_changes(const Terms& before, const Terms& after) {
  using Kind = DocumentChange::Kind;
  std::vector<DocumentChange> result;
  for (const HeldVersion& now : after.versions) {
    DocumentChange change;
    change.after = &now;
    change.before = held_on(before, now.text.document, now.text.from);
    if (change.before == nullptr) {
      change.before = followed_by(now, after, before);
      change.kind = change.before == nullptr ? Kind::new_document : Kind::new_version;
    }
    if (change.before != nullptr) change.provisions = provision_changes(change.before->text, now.text);
    if (change.kind != Kind::edited || !change.provisions.empty()) result.push_back(std::move(change));
  }
  for (const HeldVersion& old : before.versions) {
    if (held_on(after, old.text.document, old.text.from) != nullptr) continue;
    result.push_back({Kind::withdrawn, &old, nullptr, {}});
  }
  std::stable_sort(result.begin(), result.end(), [](const DocumentChange& a, const DocumentChange& b) {
    const Version& first = a.either().text;
    const Version& second = b.either().text;
    return std::tie(first.document, first.from) < std::tie(second.document, second.from);
  });
  return result;
}

}  // namespace yomikae
