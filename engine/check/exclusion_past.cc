#include "check/exclusion_past.h"

#include "base/text.h"

namespace yomikae {
namespace {

bool is_article(const Exclusion& exclusion) { return exclusion.item.text.empty() && exclusion.paragraph.text.empty(); }

/// Whether two provisions are one and the same thing: by caption, by the heading of a whole article, or word for word.
bool same_thing(const Provision& a, const Provision& b, bool whole_article) {
  if (whole_article) return same_name(a.heading, b.heading);
  if (!a.name.empty() || !b.name.empty()) return same_name(a.name, b.name);
  return fold(a.text).key == fold(b.text).key;
}

}  // namespace

std::optional<ExclusionPast> past_of(const ExclusionCase& line, const Terms& terms) {
  std::optional<ExclusionPast> past;
  const Provision* was = nullptr;
  for (const HeldVersion& held : terms.versions) {  // oldest first
    if (held.text.document != line.exclusion->document || held.text.from > line.held->text.from) continue;
    if (was != nullptr) {
      past = ExclusionPast{was, held.text.from};
      was = nullptr;
    }
    const ExclusionTarget target =
        find_target(*line.exclusion, provisions_below(line.level, line.channel(), held.text));
    if (target.agrees()) was = target.meant;
  }
  return past;
}

std::optional<ExclusionDrift> drift_of(const ExclusionCase& line, const Terms& terms, Date day) {
  const Exclusion& exclusion = *line.exclusion;
  if (!label_of(exclusion).text.empty() || !line.target.agrees()) return std::nullopt;
  const bool ahead = line.held->text.from > day;
  const HeldVersion* then = terms.in_force(exclusion.document, ahead ? day : line.channel().from);
  if (then == nullptr) {
    for (const HeldVersion& held : terms.versions) {
      if (then == nullptr && held.text.document == exclusion.document) then = &held;
    }
  }
  if (then == nullptr || then->text.from >= line.held->text.from) return std::nullopt;
  const ExclusionTarget target = find_target(exclusion, provisions_below(line.level, line.channel(), then->text));
  if (!target.agrees()) return std::nullopt;
  const bool article = is_article(exclusion);
  if (same_thing(*target.meant, *line.target.meant, article)) return std::nullopt;
  const Provision* now = nullptr;
  for (const Provision* each : line.provisions) {
    const bool same_depth = each->path.item.empty() == target.meant->path.item.empty() &&
                            each->path.subitem.empty() == target.meant->path.subitem.empty();
    const bool first_paragraph = !article || each->path.paragraph == 1;
    if (!same_depth || !first_paragraph || !same_thing(*target.meant, *each, article)) continue;
    if (now != nullptr) return std::nullopt;  // several: nobody can say which
    now = each;
  }
  if (now == nullptr) return std::nullopt;
  return ExclusionDrift{target.meant, then->text.from, now};
}

const Provision* same_words_elsewhere(const Provision& was, const ExclusionCase& line) {
  if (was.text.empty()) return nullptr;
  const std::u32string words = fold(was.text).key;
  const Provision* found = nullptr;
  for (const Provision* each : line.provisions) {
    if (fold(each->text).key != words) continue;
    if (found != nullptr) return nullptr;
    found = each;
  }
  return found;
}

}  // namespace yomikae
