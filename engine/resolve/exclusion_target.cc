#include "resolve/exclusion_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

using Part = ExclusionTarget::Part;

class Search {
 public:
  Search(const Exclusion& exclusion, const std::vector<const Provision*>& provisions)
      : exclusion_(exclusion), provisions_(provisions) {}

  ExclusionTarget run() {
    target_.numbered = numbered();
    const Provision* article = find_article();
    if (article == nullptr) return std::move(target_);
    target_.head = article->path.head;
    if (exclusion_.item.text.empty() && exclusion_.paragraph.text.empty()) {
      found(article, {article->path.head, 0, {}, {}});
    } else if (exclusion_.item.text.empty()) {
      find_paragraph(article->path.head);
    } else if (exclusion_.name.text.empty()) {
      find_item_by_number(article->path.head);
    } else {
      find_item_by_name(article->path.head);
    }
    return std::move(target_);
  }

 private:
  void found(const Provision* meant, ProvisionPath path) {
    target_.meant = meant;
    target_.path = std::move(path);
  }

  /// Whether a provision lies in the paragraph the exclusion names; in any where it names none.
  bool in_paragraph(const ProvisionPath& path) const {
    return exclusion_.paragraph.text.empty() || std::to_string(path.paragraph) == exclusion_.paragraph.text;
  }

  bool is_numbered_item(const ProvisionPath& path, const std::string& head) const {
    return path.head == head && path.item == exclusion_.item.text && path.subitem.empty() && in_paragraph(path);
  }

  const Provision* numbered() const {
    const Provision* first = nullptr;
    for (const Provision* each : provisions_) {
      const ProvisionPath& path = each->path;
      if (path.head != exclusion_.article.text || !path.subitem.empty()) continue;
      const bool item = !exclusion_.item.text.empty();
      if (item ? !is_numbered_item(path, exclusion_.article.text) : !path.item.empty() || !in_paragraph(path)) continue;
      if (item && same_name(each->name, exclusion_.name.text)) return each;
      if (first == nullptr) first = each;
    }
    return first;
  }

  const Provision* find_article() {
    const Provision* by_heading = nullptr;
    for (const Provision* each : provisions_) {
      if (each->path.paragraph != 1 || !each->path.item.empty()) continue;
      const bool same_heading = exclusion_.heading.text.empty() || same_name(each->heading, exclusion_.heading.text);
      if (each->path.head == exclusion_.article.text && same_heading) return each;
      if (same_heading && !exclusion_.heading.text.empty() && by_heading == nullptr) by_heading = each;
    }
    if (by_heading != nullptr) target_.disagreements.push_back({Part::article, by_heading});
    return by_heading;
  }

  /// A paragraph by its number; its caption, where the exclusion states one, must be the same.
  void find_paragraph(const std::string& head) {
    const Provision* by_name = nullptr;
    for (const Provision* each : provisions_) {
      if (each->path.head != head || !each->path.item.empty()) continue;
      const bool same = exclusion_.name.text.empty() || same_name(each->name, exclusion_.name.text);
      if (same && in_paragraph(each->path)) return found(each, each->path);
      if (same && !exclusion_.name.text.empty() && by_name == nullptr) by_name = each;
    }
    target_.missing = Part::paragraph;
    if (by_name == nullptr) return;
    target_.disagreements.push_back({Part::paragraph, by_name});
    found(by_name, by_name->path);
  }

  void find_item_by_number(const std::string& head) {
    target_.missing = Part::item;
    std::vector<const Provision*> fitting;
    for (const Provision* each : provisions_) {
      if (is_numbered_item(each->path, head)) fitting.push_back(each);
    }
    choose(std::move(fitting));
  }

  void find_item_by_name(const std::string& head) {
    target_.missing = Part::item;
    // Of several items with the name the one whose numbers fit best is meant.
    const auto fits = [&](const Provision& each) {
      return (in_paragraph(each.path) ? 2 : 0) + (each.path.item == exclusion_.item.text ? 1 : 0);
    };
    int best = -1;
    std::vector<const Provision*> fitting;
    for (const Provision* each : provisions_) {
      if (each->path.head != head || each->path.item.empty() || !same_name(each->name, exclusion_.name.text)) continue;
      if (fits(*each) < best) continue;
      if (fits(*each) > best) fitting.clear();
      best = fits(*each);
      fitting.push_back(each);
    }
    choose(std::move(fitting));
    if (target_.meant == nullptr || best == 3) return;
    target_.disagreements.push_back({best < 2 ? Part::paragraph : Part::item, target_.meant});
  }

  void choose(std::vector<const Provision*> fitting) {
    if (fitting.empty()) return;
    found(fitting.front(), fitting.front()->path);
    if (fitting.size() > 1) target_.rivals = std::move(fitting);
  }

  const Exclusion& exclusion_;
  const std::vector<const Provision*>& provisions_;
  ExclusionTarget target_;
};

}  // namespace

bool same_name(std::string_view a, std::string_view b) { return a == b || fold(a).key == fold(b).key; }

ExclusionTarget find_target(const Exclusion& exclusion, const std::vector<const Provision*>& provisions) {
  return Search(exclusion, provisions).run();
}

std::vector<const Provision*> provisions_below(std::size_t level, const Channel& channel, const Version& version) {
  std::vector<const Provision*> found;
  for (const Provision& each : version.provisions) found.push_back(&each);
  for (std::size_t i = 0; i < level; ++i) {
    for (const Amendment& amendment : channel.levels[i].amendments) {
      if (amendment.document != version.document) continue;
      for (const Provision& each : amendment.provisions) found.push_back(&each);
    }
  }
  return found;
}

std::string numbers_of(const Exclusion& exclusion) {
  std::string numbers = exclusion.article.text;
  if (!exclusion.paragraph.text.empty()) numbers += fmt::format(".{}", exclusion.paragraph.text);
  if (!exclusion.item.text.empty()) numbers += fmt::format("({})", exclusion.item.text);
  return numbers;
}

const Scalar& label_of(const Exclusion& exclusion) {
  if (!exclusion.name.text.empty()) return exclusion.name;
  const bool whole_article = exclusion.item.text.empty() && exclusion.paragraph.text.empty();
  return whole_article ? exclusion.heading : exclusion.name;
}

Subject subject_of(const Exclusion& exclusion) {
  const Address& at = exclusion.at;
  const std::string provision = at.provision ? fmt::format("#{}", to_string(*at.provision)) : std::string{};
  const Scalar& label = label_of(exclusion);
  return {at.document.value + provision, label.text.empty() ? numbers_of(exclusion) : label.text};
}

}  // namespace yomikae
