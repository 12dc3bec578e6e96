#include "check/exclusion_case.h"

#include <fmt/format.h>

namespace yomikae {

std::vector<ExclusionCase> exclusion_cases(const Checked& checked) {
  std::vector<ExclusionCase> cases;
  for (const State& state : checked.states) {
    const Channel& channel = *state.selection.channel;
    for (std::size_t level = 0; level < channel.levels.size(); ++level) {
      for (const Exclusion& exclusion : channel.levels[level].exclusions) {
        const HeldVersion* held = checked.terms.in_force(exclusion.document, state.from);
        if (held == nullptr) continue;
        std::vector<const Provision*> provisions = provisions_below(level, channel, held->text);
        ExclusionTarget target = find_target(exclusion, provisions);
        cases.push_back({&state, level, &exclusion, held, std::move(provisions), std::move(target)});
      }
    }
  }
  return cases;
}

std::string number_label_of(const Exclusion& exclusion) {
  const bool numbered = exclusion.article.text.find_first_not_of("0123456789-") == std::string::npos;
  if (!numbered) return fmt::format("`{}`", numbers_of(exclusion));
  std::string label = article_label({exclusion.article.text, 0, {}, {}}, true);
  if (!exclusion.paragraph.text.empty()) label += fmt::format("第{}項", exclusion.paragraph.text);
  if (!exclusion.item.text.empty()) label += fmt::format("第{}号", exclusion.item.text);
  return label;
}

const Scalar& number_of(const Exclusion& exclusion) {
  if (!exclusion.item.text.empty()) return exclusion.item;
  return exclusion.paragraph.text.empty() ? exclusion.article : exclusion.paragraph;
}

}  // namespace yomikae
