#include "render/names.h"

#include <fmt/format.h>

#include <array>

namespace yomikae {
namespace {

struct Pair {
  std::string_view ja;
  std::string_view en;
};

const HeldVersion* find_version(const Selection& selection, const DocumentId& document) {
  const HeldVersion* held = selection.terms->in_force(document, selection.day);
  return held == nullptr ? selection.terms->newest(document) : held;
}

const Provision* find_provision(const Selection& selection, const DocumentId& document, const ProvisionPath& path) {
  const HeldVersion* held = find_version(selection, document);
  return held == nullptr ? nullptr : held->text.find(path);
}

std::string label_of(const Selection& selection, const DocumentId& document, const ProvisionRef& ref) {
  const Provision* provision = find_provision(selection, document, ref.path);
  if (provision != nullptr) return provision->label;
  const bool article = !ref.path.head.empty() && ref.path.head.front() >= '0' && ref.path.head.front() <= '9';
  return article ? article_label(ref.path, false) : to_string(ref.path);
}

}  // namespace

std::string Names::label(const DocumentId& document, const ProvisionRef& ref) const {
  return label_of(selection_, document, ref);
}

std::string Names::document(const DocumentId& id) const {
  const HeldVersion* held = find_version(selection_, id);
  return held == nullptr ? selection_.terms->title_of(id) : held->text.short_title;
}

std::string Names::provision(const Rule& rule) const {
  if (rule.document.empty()) return selection_.layers.empty() ? "order-form" : selection_.channel->order_form_name;
  return label_of(selection_, rule.document, rule.at);
}

std::string Names::source(const Rule& rule) const {
  if (rule.document.empty()) return provision(rule);
  return fmt::format("{} {}{}", document(rule.document), provision(rule), rule.at.sentence);
}

std::string Names::address(const Address& address) const {
  if (!address.provision) return document(address.document);
  return fmt::format("{} {}{}", document(address.document), label_of(selection_, address.document, *address.provision),
                     address.provision->sentence);
}

std::string Names::reason(const FateReason& reason) const {
  return reason.provision ? address(*reason.provision) : reason.words;
}

std::string Names::reason(const PrecedenceRule& rule) const {
  if (rule.document.empty()) return rule.because;
  return address({rule.document, std::nullopt, rule.at});
}

std::string_view Names::status(AnswerStatus status) const {
  static constexpr std::array<Pair, 7> names{{{"確定", "effective"},
                                              {"読み方が分かれる", "ambiguous"},
                                              {"入力不足", "missing"},
                                              {"委任", "delegated"},
                                              {"定めなし", "silent"},
                                              {"抵触", "conflict"},
                                              {"不可", "refused"}}};
  const Pair& name = names[static_cast<std::size_t>(status)];
  return pick(name.ja, name.en);
}

std::string_view Names::fate(Fate fate) const {
  static constexpr std::array<Pair, 8> names{{{"適用", "applies"},
                                              {"補充して適用", "supplements"},
                                              {"優先により不適用", "displaced"},
                                              {"一部不適用", "partly displaced"},
                                              {"適用除外", "excluded"},
                                              {"契約に含まれない", "not incorporated"},
                                              {"提供なし", "not offered"},
                                              {"効力なし又は未確認", "not in force"}}};
  const Pair& name = names[static_cast<std::size_t>(fate)];
  return pick(name.ja, name.en);
}

std::string_view Names::standing(Candidate::Standing standing) const {
  static constexpr std::array<Pair, 9> names{{{"適用", "won"},
                                              {"同旨", "agrees"},
                                              {"委任（申込書等が定める）", "filled by the order form"},
                                              {"退けられた", "lost"},
                                              {"抵触", "conflicting"},
                                              {"他の場合の定め", "other cases"},
                                              {"適用除外", "excluded"},
                                              {"契約に含まれない", "not incorporated"},
                                              {"他の定めに委ねる", "pointer"}}};
  const Pair& name = names[static_cast<std::size_t>(standing)];
  return pick(name.ja, name.en);
}

std::string_view Names::severity(Severity severity) const {
  switch (severity) {
    case Severity::error: return pick("エラー", "error");
    case Severity::warning: return pick("警告", "warning");
    case Severity::note: break;
  }
  return pick("注記", "note");
}

std::vector<std::pair<std::string, std::string>> Names::roles() const {
  std::vector<std::pair<std::string, std::string>> result;
  const auto& who = selection_.channel->roles;
  if (const ChoiceSet* parties = selection_.ontology().set(selection_.ontology().party_set)) {
    for (const auto& choice : parties->choices) {
      if (const auto found = who.find(choice.name); found != who.end()) result.emplace_back(*found);
    }
    return result;
  }
  return {who.begin(), who.end()};
}

std::string Names::role(const std::string& name) const {
  if (language_ == Language::en) return name;
  return selection_.ontology().label_of(selection_.ontology().party_set, name);
}

std::string Names::erratum(const Erratum& erratum) const {
  const std::string_view standing = erratum.standing == Erratum::Standing::verified ? pick("確認済み", "verified")
                                    : erratum.standing == Erratum::Standing::refuted
                                        ? pick("公表された原本は正しい", "refuted")
                                        : pick("未確認", "unverified");
  return fmt::format("{}（{}）: 「{}」→「{}」{}", pick("正誤", "erratum"), standing, erratum.printed, erratum.meant,
                     erratum.note.empty() ? "" : fmt::format("。{}", erratum.note));
}

std::string Names::dimension_value(const std::string& dimension, const std::string& value) const {
  const Ontology& ontology = selection_.ontology();
  const Dimension* known = ontology.dimension(dimension);
  if (known == nullptr || language_ == Language::en) return value;
  for (const std::string& set : known->sets) {
    const ChoiceSet* choices = ontology.set(set);
    const auto* choice = choices == nullptr ? nullptr : choices->find(value);
    if (choice != nullptr) return choice->label;
  }
  return value;
}

std::string Names::row(const MatterRow& row) const {
  std::string about;
  for (const auto& [name, value] : row.scope) {
    about += fmt::format("{}{}", about.empty() ? "" : "・", dimension_value(name, value));
  }
  const std::string name = language_ == Language::ja ? row.matter->label : row.matter->id.value;
  return about.empty() ? name : fmt::format("{}（{}）", name, about);
}

}  // namespace yomikae
