#include "resolve/exclusion.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "resolve/selection.h"

namespace yomikae {
namespace {

bool same_name(std::string_view a, std::string_view b) { return a == b || fold(a).key == fold(b).key; }

/// The names in an article that hold the wanted one, are held by it, or look like it: shown as *not* excluded.
std::string near_names(const std::vector<const Provision*>& provisions, const std::string& head,
                       std::string_view wanted) {
  std::vector<std::string_view> names;
  std::string result;
  const auto add = [&](std::string_view name) { result += fmt::format("{}`{}`", result.empty() ? "" : "、", name); };
  for (const Provision* each : provisions) {
    if (each->path.head != head || each->name.empty()) continue;
    if (each->name.find(wanted) != std::string::npos) add(each->name);
    names.emplace_back(each->name);
  }
  if (result.empty()) {
    if (const auto near = nearest_name(wanted, names)) add(*near);
  }
  return result;
}

class ExclusionFinder {
 public:
  ExclusionFinder(const Exclusion& exclusion, const Version& version, std::vector<const Provision*> provisions,
                  Findings& findings)
      : exclusion_(exclusion), version_(version), provisions_(std::move(provisions)), findings_(findings) {}

  std::optional<ProvisionPath> find() {
    auto article = find_article();
    if (!article || (exclusion_.item.text.empty() && exclusion_.paragraph.text.empty())) return article;
    if (exclusion_.item.text.empty()) return find_paragraph(article->head);
    return exclusion_.name.text.empty() ? find_item_by_number(article->head) : find_item_by_name(article->head);
  }

 private:
  /// The provision that cuts; without a version, as the channel names it.
  [[nodiscard]] std::string cutting() const {
    const Address& at = exclusion_.at;
    return at.provision ? fmt::format("{}#{}", at.document.value, to_string(*at.provision)) : at.document.value;
  }

  /// What it cuts, by its label where it states one.
  [[nodiscard]] std::string what() const {
    if (!exclusion_.name.text.empty()) return exclusion_.name.text;
    if (exclusion_.paragraph.text.empty() && exclusion_.item.text.empty()) {
      return exclusion_.heading.text.empty() ? exclusion_.article.text : exclusion_.heading.text;
    }
    const std::string item = exclusion_.item.text.empty() ? "" : fmt::format("({})", exclusion_.item.text);
    return fmt::format("{}.{}{}", exclusion_.article.text, exclusion_.paragraph.text, item);
  }

  void mismatch(std::string_view number, std::string_view label, const Provision& meant) {
    findings_
        .add("exclusion/label-mismatch", exclusion_.place,
             {fmt::format("番号 {} と名称「{}」が食い違う。名称により {} を除外した", number, label, meant.label),
              fmt::format("number {} and label `{}` disagree, the label decides: {} is excluded", number, label,
                          meant.label)})
        .about(cutting(), what());
  }

  std::optional<ProvisionPath> find_article() {
    const Provision* by_heading = nullptr;
    for (const Provision* candidate : provisions_) {
      const Provision& each = *candidate;
      if (each.path.paragraph != 1 || !each.path.item.empty()) continue;
      const bool same_heading = exclusion_.heading.text.empty() || same_name(each.heading, exclusion_.heading.text);
      if (each.path.head == exclusion_.article.text && same_heading) return ProvisionPath{each.path.head, 0, {}, {}};
      if (same_heading && !exclusion_.heading.text.empty() && by_heading == nullptr) by_heading = &each;
    }
    if (by_heading != nullptr) {
      mismatch(exclusion_.article.text, exclusion_.heading.text, *by_heading);
      return ProvisionPath{by_heading->path.head, 0, {}, {}};
    }
    not_found(exclusion_.heading.text, {});
    return std::nullopt;
  }

  void not_found(std::string_view label, const std::string& near) {
    Message help;
    if (!near.empty()) {
      help = {fmt::format("似た名称 {} は除外していない", near), fmt::format("the near name {} is not excluded", near)};
    }
    findings_
        .add("exclusion/not-found", exclusion_.place,
             {fmt::format("「{}」は {} 版の `{}` にない。何も除外していない", label, to_string(version_.from),
                          version_.document.value),
              fmt::format("`{}` is not in `{}` of {}, nothing is excluded", label, version_.document.value,
                          to_string(version_.from))},
             std::move(help))
        .about(cutting(), what());
  }

  /// Whether a provision lies in the paragraph the exclusion names; in any where it names none.
  bool in_paragraph(const ProvisionPath& path) const {
    return exclusion_.paragraph.text.empty() || std::to_string(path.paragraph) == exclusion_.paragraph.text;
  }

  /// A paragraph by its number; its caption, where the exclusion states one, must be the same.
  std::optional<ProvisionPath> find_paragraph(const std::string& head) {
    const Provision* by_name = nullptr;
    for (const Provision* candidate : provisions_) {
      const Provision& each = *candidate;
      if (each.path.head != head || !each.path.item.empty()) continue;
      const bool same = exclusion_.name.text.empty() || same_name(each.name, exclusion_.name.text);
      if (same && in_paragraph(each.path)) return each.path;
      if (same && !exclusion_.name.text.empty() && by_name == nullptr) by_name = &each;
    }
    if (by_name != nullptr) {
      mismatch(exclusion_.paragraph.text, exclusion_.name.text, *by_name);
      return by_name->path;
    }
    not_found(fmt::format("{}.{}", exclusion_.article.text, exclusion_.paragraph.text), {});
    return std::nullopt;
  }

  std::optional<ProvisionPath> find_item_by_number(const std::string& head) {
    for (const Provision* candidate : provisions_) {
      const Provision& each = *candidate;
      const bool numbered =
          each.path.head == head && each.path.item == exclusion_.item.text && each.path.subitem.empty();
      if (numbered && in_paragraph(each.path)) return each.path;
    }
    not_found(fmt::format("{}({})", exclusion_.article.text, exclusion_.item.text), {});
    return std::nullopt;
  }

  std::optional<ProvisionPath> find_item_by_name(const std::string& head) {
    // Of several items with the name the one whose numbers fit best is meant.
    const Provision* meant = nullptr;
    const auto fits = [&](const Provision& each) {
      return (in_paragraph(each.path) ? 2 : 0) + (each.path.item == exclusion_.item.text ? 1 : 0);
    };
    for (const Provision* candidate : provisions_) {
      const Provision& each = *candidate;
      if (each.path.head != head || each.path.item.empty() || !same_name(each.name, exclusion_.name.text)) continue;
      if (meant == nullptr || fits(each) > fits(*meant)) meant = &each;
    }
    if (meant == nullptr) {
      not_found(exclusion_.name.text, near_names(provisions_, head, exclusion_.name.text));
      return std::nullopt;
    }
    const bool other_paragraph = !in_paragraph(meant->path);
    if (meant->path.item != exclusion_.item.text || other_paragraph) {
      mismatch(other_paragraph ? fmt::format("{}({})", exclusion_.paragraph.text, exclusion_.item.text)
                               : fmt::format("({})", exclusion_.item.text),
               exclusion_.name.text, *meant);
    }
    return meant->path;
  }

  const Exclusion& exclusion_;
  const Version& version_;
  std::vector<const Provision*> provisions_;
  Findings& findings_;
};

/// What an overlay may cut out of a document: its own provisions, and what overlays nearer to the base put in.
std::vector<const Provision*> provisions_below(std::size_t level, const Channel& channel, const HeldVersion& held) {
  std::vector<const Provision*> found;
  for (const Provision& each : held.text.provisions) found.push_back(&each);
  for (std::size_t i = 0; i < level; ++i) {
    for (const Amendment& amendment : channel.levels[i].amendments) {
      if (amendment.document != held.text.document) continue;
      for (const Provision& each : amendment.provisions) found.push_back(&each);
    }
  }
  return found;
}

}  // namespace

std::vector<ExcludedProvision> resolve_exclusions(const Channel& channel, const Terms& terms, Date day,
                                                  Findings& findings) {
  std::vector<ExcludedProvision> result;
  for (std::size_t index = 0; index < channel.levels.size(); ++index) {
    const OverlayLevel& level = channel.levels[index];
    for (const Exclusion& exclusion : level.exclusions) {
      const HeldVersion* held = terms.in_force(exclusion.document, day);
      if (held == nullptr) continue;  // the gap itself is reported where the layers are chosen
      if (auto path =
              ExclusionFinder(exclusion, held->text, provisions_below(index, channel, *held), findings).find()) {
        result.push_back({exclusion.document, std::move(*path), exclusion.at, ExcludedProvision::How::excluded, index});
      }
    }
  }
  return result;
}

}  // namespace yomikae
