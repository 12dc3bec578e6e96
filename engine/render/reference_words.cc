#include "render/reference_words.h"

#include <fmt/format.h>

#include <array>

namespace yomikae {

std::string ReferenceWords::label(const HeldVersion& version, const ProvisionRef& ref) {
  const Provision* provision = version.text.find(ref.path);
  if (provision != nullptr) return provision->label + ref.sentence;
  const bool article = !ref.path.head.empty() && ref.path.head.front() >= '0' && ref.path.head.front() <= '9';
  return (article ? article_label(ref.path, false) : to_string(ref.path)) + ref.sentence;
}

std::string ReferenceWords::address(const Address& address) const {
  const HeldVersion* held = terms_.newest(address.document);
  if (held == nullptr) {
    return fmt::format("{}（{}）", terms_.title_of(address.document), pick("保有していない", "not held"));
  }
  return address.provision ? fmt::format("{} {}", held->text.short_title, label(*held, *address.provision))
                           : held->text.short_title;
}

std::string ReferenceWords::text(const Provision& provision) {
  std::string text = provision.name;
  const auto add = [&](const std::string& more, std::string_view between) {
    if (!more.empty()) text += fmt::format("{}{}", text.empty() ? "" : between, more);
  };
  add(provision.text, "：");
  for (const Scalar& cell : provision.cells) add(cell.text, " | ");
  for (const auto& row : provision.rows) {
    std::string cells;
    for (const Scalar& cell : row) cells += fmt::format("{}{}", cells.empty() ? "" : " | ", cell.text);
    add(cells, " / ");
  }
  add(provision.tail, " ");
  return text;
}

std::string ReferenceWords::rule(const HeldVersion& version, const Rule& rule) const {
  const Matter* matter = terms_.ontology.matter(rule.matter.value);
  std::string text = language_ == Language::ja && matter != nullptr ? matter->label : rule.matter.value;
  std::string about;
  for (const auto& [name, values] : rule.scope.admits) {
    std::string shown;
    for (const std::string& value : values) shown += fmt::format("{}{}", shown.empty() ? "" : "・", value);
    about += fmt::format("{}{} = {}", about.empty() ? "" : ", ", name, values.empty() ? "any" : shown);
  }
  if (!about.empty()) text += fmt::format("［{}］", about);
  std::string content = content_of(rule, version, terms_);
  if (rule.kind == Rule::Kind::pointer) content = pick("他の規程に委ねる", "handed to another text");
  if (std::holds_alternative<AsWritten>(rule.body) && content.empty() && rule.kind == Rule::Kind::candidate &&
      !rule.like)
    content = pick("文言のとおり", "as written");
  if (std::holds_alternative<Quoted>(rule.body) && content.empty() && rule.kind == Rule::Kind::candidate && !rule.like)
    content = pick("別途示す額による", "as quoted");
  return content.empty() ? text : fmt::format("{}：{}", text, content);
}

std::string ReferenceWords::order(const PrecedenceRule& rule) {
  std::string text;
  for (const auto& rank : rule.order) {
    std::string names;
    for (const std::string& each : rank) names += fmt::format("{}{}", names.empty() ? "" : "・", each);
    text += fmt::format("{}{}", text.empty() ? "" : " > ", names);
  }
  return text;
}

std::string ReferenceWords::erratum(const Erratum& erratum) {
  return fmt::format("「{}」→「{}」（{}）{}", erratum.printed, erratum.meant, to_string(erratum.standing),
                     erratum.note);
}

std::string ReferenceWords::cited_by(const CitedBy& citing) {
  return fmt::format("{} {}（{}）", citing.version->text.short_title, citing.provision->label,
                     citing.citation->printed.text);
}

std::string_view ReferenceWords::use(ChannelUse::Kind kind) const {
  using Kind = ChannelUse::Kind;
  switch (kind) {
    case Kind::adopts_by: return pick("これにより規程を取り込む", "adopts documents by it");
    case Kind::renames_by: return pick("これにより読み替える", "renames by it");
    case Kind::excludes: return pick("番号で適用除外の対象とする", "excludes it by number");
    case Kind::excludes_by: return pick("これにより適用を除外する", "excludes by it");
    case Kind::amends: return pick("他の文言に置き換える", "puts other words in its place");
    case Kind::amends_by: return pick("これにより条項を置き換え、又は加える", "amends by it");
    case Kind::sub_terms_by: return pick("これにより個別の規約が優先する", "terms of their own go first by it");
  }
  return {};
}

std::string_view to_string(ChannelUse::Kind kind) {
  static constexpr std::array<std::string_view, 7> names{"adopts-by", "renames-by", "excludes",    "excludes-by",
                                                         "amends",    "amends-by",  "sub-terms-by"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace yomikae
