#include "resolve/exclusion.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "resolve/exclusion_target.h"
#include "resolve/selection.h"

namespace yomikae {
namespace {

using Part = ExclusionTarget::Part;

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

void report_mismatch(const Exclusion& exclusion, const ExclusionTarget::Disagreement& each, Findings& findings) {
  std::string number = exclusion.article.text;
  std::string label = exclusion.heading.text;
  if (each.part != Part::article) {
    label = exclusion.name.text;
    number = exclusion.paragraph.text;
    if (!exclusion.item.text.empty()) {
      number = each.part == Part::paragraph ? fmt::format("{}({})", number, exclusion.item.text)
                                            : fmt::format("({})", exclusion.item.text);
    }
  }
  const std::string& meant = each.meant->label;
  Finding& finding = findings.add(
      "exclusion/label-mismatch", exclusion.place,
      {fmt::format("番号 {} と名称「{}」が食い違う。名称により {} を除外した", number, label, meant),
       fmt::format("number {} and label `{}` disagree, the label decides: {} is excluded", number, label, meant)});
  finding.subject = subject_of(exclusion);
}

void report_missing(const Exclusion& exclusion, const ExclusionTarget& target, const Version& version,
                    const std::vector<const Provision*>& provisions, Findings& findings) {
  std::string label = exclusion.heading.text;
  std::string near;
  if (target.missing == Part::paragraph) {
    label = fmt::format("{}.{}", exclusion.article.text, exclusion.paragraph.text);
  } else if (target.missing == Part::item && exclusion.name.text.empty()) {
    label = fmt::format("{}({})", exclusion.article.text, exclusion.item.text);
  } else if (target.missing == Part::item) {
    label = exclusion.name.text;
    near = near_names(provisions, target.head, label);
  }
  Message help;
  if (!near.empty()) {
    help = {fmt::format("似た名称 {} は除外していない", near), fmt::format("the near name {} is not excluded", near)};
  }
  Finding& finding = findings.add("exclusion/not-found", exclusion.place,
                                  {fmt::format("「{}」は {} 版の `{}` にない。何も除外していない", label,
                                               to_string(version.from), version.document.value),
                                   fmt::format("`{}` is not in `{}` of {}, nothing is excluded", label,
                                               version.document.value, to_string(version.from))},
                                  std::move(help));
  finding.subject = subject_of(exclusion);
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
      const std::vector<const Provision*> provisions = provisions_below(index, channel, held->text);
      const ExclusionTarget target = find_target(exclusion, provisions);
      for (const auto& each : target.disagreements) report_mismatch(exclusion, each, findings);
      if (target.path) {
        result.push_back({exclusion.document, *target.path, exclusion.at, ExcludedProvision::How::excluded, index});
      } else {
        report_missing(exclusion, target, held->text, provisions, findings);
      }
    }
  }
  return result;
}

}  // namespace yomikae
