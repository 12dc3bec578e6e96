#include "render/diff_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/text.h"

namespace yomikae {
namespace {

struct Pair {
  std::string_view ja;
  std::string_view en;
};

}  // namespace

std::string DiffWords::place(Place place) const {
  if (!place.known()) return {};
  return fmt::format("{}:{}", single_line(sources_.name(place.source)), sources_.locate(place).line);
}

std::string DiffWords::places(Place before, Place after) const {
  if (!before.known()) return place(after);
  if (!after.known()) return place(before);
  return fmt::format("{} → {}", place(before), place(after));
}

std::string DiffWords::versions(const DocumentChange& change) const {
  using Kind = DocumentChange::Kind;
  std::string before = change.before == nullptr ? std::string{} : to_string(change.before->text.from);
  std::string after = change.after == nullptr ? std::string{} : to_string(change.after->text.from);
  switch (change.kind) {
    case Kind::edited: return after;
    case Kind::new_version:
      return language_ == Language::ja ? fmt::format("{}（新しい版、前の版は {}）", after, before)
                                       : fmt::format("{} (a new version, it follows {})", after, before);
    case Kind::new_document: return fmt::format("{}{}", after, pick("（新しい文書）", " (a new document)"));
    case Kind::withdrawn: break;
  }
  return fmt::format("{}{}", before, pick("（版がなくなった）", " (the version is gone)"));
}

std::string DiffWords::kinds(const ProvisionChange& change) const {
  using How = ProvisionChange::Words;
  if (change.before == nullptr) return std::string(pick("追加", "added"));
  if (change.after == nullptr) return std::string(pick("削除", "removed"));
  std::vector<std::string_view> kinds;
  if (change.moved) kinds.push_back(pick("移動", "moved"));
  if (change.renamed) kinds.push_back(pick("改称", "renamed"));
  switch (change.words) {
    case How::same: break;
    case How::spelling: kinds.push_back(pick("表記のみ", "spelling only")); break;
    case How::figures: kinds.push_back(pick("数字のみ", "figures only")); break;
    case How::reworded: kinds.push_back(pick("文言", "reworded")); break;
  }
  std::string all;
  for (const std::string_view each : kinds) all += fmt::format("{}{}", all.empty() ? "" : pick("・", ", "), each);
  return all;
}

std::string DiffWords::labels(const ProvisionChange& change) {
  std::string label = single_line(change.either().label);
  if (change.before == nullptr || change.after == nullptr) return label;
  if (change.before->label == change.after->label) return label;
  return fmt::format("{} → {}", single_line(change.before->label), single_line(change.after->label));
}

std::string DiffWords::side(const ChangeSide& side, const TermChange& change) const {
  if (!side.there) return std::string(change.kind == Observation::Kind::finding ? "-" : pick("定めなし", "nothing"));
  std::string words = side.display;
  if (words.empty() && side.value) words = to_string(*side.value);
  const bool plain = side.status == AnswerStatus::effective || change.kind == Observation::Kind::finding ||
                     side.status == AnswerStatus::silent;
  if (plain) return words.empty() ? std::string(status(side.status)) : words;
  return fmt::format("{}［{}］", words, status(side.status));
}

std::string_view DiffWords::direction(const TermChange& change) const {
  switch (change.direction) {
    case Direction::worse: return pick("契約者に不利", "worse for the customer");
    case Direction::better: return pick("契約者に有利", "better for the customer");
    case Direction::undirected: return pick("有利・不利はいえない", "neither better nor worse can be said");
    case Direction::wording: break;
  }
  return pick("文言", "wording");
}

std::string_view DiffWords::severity(Severity severity) const {
  switch (severity) {
    case Severity::error: return pick("エラー", "error");
    case Severity::warning: return pick("警告", "warning");
    case Severity::note: break;
  }
  return pick("注記", "note");
}

std::string DiffWords::judged(const JudgedChange& change) const {
  const std::string name = change.name.empty() ? std::string{} : fmt::format(" {}", single_line(change.name));
  const std::string agreed =
      change.approved == nullptr ? std::string{} : fmt::format(" {}", pick("承認済み", "approved"));
  return fmt::format("{} [{}]{}{}", severity(change.severity()), change.item.id.change, name, agreed);
}

std::string DiffWords::summary(const Judgement& judgement) const {
  const std::size_t errors = judgement.count(Severity::error);
  const std::size_t warnings = judgement.count(Severity::warning);
  const std::size_t notes = judgement.count(Severity::note);
  if (language_ == Language::ja) {
    return fmt::format("エラー {} 件、警告 {} 件、注記 {} 件、承認済み {} 件", errors, warnings, notes,
                       judgement.approved());
  }
  return fmt::format("{} errors, {} warnings, {} notes, {} approved", errors, warnings, notes, judgement.approved());
}

std::string_view DiffWords::status(AnswerStatus status) const {
  static constexpr std::array<Pair, 7> names{{{"確定", "effective"},
                                              {"読み方が分かれる", "ambiguous"},
                                              {"入力不足", "missing"},
                                              {"委任", "delegated"},
                                              {"定めなし", "silent"},
                                              {"抵触", "conflict"},
                                              {"不可", "refused"}}};
  const Pair& name = names.at(static_cast<std::size_t>(status));
  return pick(name.ja, name.en);
}

std::string_view DiffWords::cause(Cause::Kind kind) const {
  static constexpr std::array<Pair, 7> names{{{"定め", "rule"},
                                              {"優先順位", "precedence"},
                                              {"適用除外", "exclusion"},
                                              {"条項の置換え", "amendment"},
                                              {"条項", "provision"},
                                              {"事項の宣言", "declaration"},
                                              {"版", "version"}}};
  const Pair& name = names.at(static_cast<std::size_t>(kind));
  return pick(name.ja, name.en);
}

std::string DiffWords::whom(const TermChange& change, std::size_t most) const {
  std::set<std::string> services;
  std::set<std::string> contracts;
  for (const ChangeInstance& each : change.instances) {
    (each.whom.contract.empty() ? services : contracts).insert(single_line(to_string(each.whom)));
  }
  std::string words;
  std::size_t said = 0;
  for (const auto* names : {&services, &contracts}) {
    for (const std::string& each : *names) {
      if (said++ < most) words += fmt::format("{}{}", words.empty() ? "" : pick("、", ", "), each);
    }
  }
  if (said <= most) return words;
  return language_ == Language::ja ? fmt::format("{} ほか {} 件", words, said - most)
                                   : fmt::format("{} and {} more", words, said - most);
}

std::string DiffWords::subject(const TermChange& change) const {
  std::string words = language_ == Language::ja || change.matter == nullptr ? change.label : change.asked;
  if (language_ == Language::en) {
    for (const auto& [name, value] : change.scope) words += fmt::format(" {}={}", name, value);
  }
  if (change.kind != Observation::Kind::question) return words;
  if (language_ == Language::ja) words += fmt::format(" {}", change.asked);
  return change.facts.empty() ? words : fmt::format("{} {}", words, change.facts);
}

std::string_view to_string(Direction direction) {
  static constexpr std::array<std::string_view, 4> names{"worse", "better", "undirected", "wording"};
  return names.at(static_cast<std::size_t>(direction));
}

std::string_view to_string(DocumentChange::Kind kind) {
  static constexpr std::array<std::string_view, 4> names{"edited", "new-version", "new-document", "withdrawn"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string_view to_string(ProvisionChange::Words words) {
  static constexpr std::array<std::string_view, 4> names{"same", "spelling", "figures", "reworded"};
  return names.at(static_cast<std::size_t>(words));
}

std::string_view to_string(Cause::Kind kind) {
  static constexpr std::array<std::string_view, 7> names{"rule",      "precedence",  "exclusion", "amendment",
                                                         "provision", "declaration", "version"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace yomikae
