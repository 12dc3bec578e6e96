#include "overlay/terms.h"

#include <algorithm>

namespace yomikae {
namespace {

/// The last entry that matches and had begun by `day`.
template <class List, class Matches, class From>
auto last_begun(const List& list, Matches matches, From from, std::optional<Date> day) -> const
    typename List::value_type* {
  const typename List::value_type* found = nullptr;
  for (const auto& each : list) {
    if (!matches(each) || (day && from(each) > *day)) continue;
    if (found == nullptr || from(*found) <= from(each)) found = &each;
  }
  return found;
}

const HeldVersion* version_of(const Terms& terms, const DocumentId& document, std::optional<Date> day) {
  return last_begun(
      terms.versions, [&](const HeldVersion& each) { return each.text.document == document; },
      [](const HeldVersion& each) { return each.text.from; }, day);
}

const Channel* channel_of(const Terms& terms, const ChannelId& id, std::optional<Date> day) {
  return last_begun(
      terms.channels, [&](const Channel& each) { return each.id == id; }, [](const Channel& each) { return each.from; },
      day);
}

}  // namespace

const HeldVersion* Terms::in_force(const DocumentId& document, Date day) const {
  return version_of(*this, document, day);
}
const HeldVersion* Terms::newest(const DocumentId& document) const { return version_of(*this, document, std::nullopt); }
const Channel* Terms::channel(const ChannelId& id, Date day) const { return channel_of(*this, id, day); }
const Channel* Terms::newest_channel(const ChannelId& id) const { return channel_of(*this, id, std::nullopt); }

const KnownDocument* Terms::known_document(const DocumentId& document) const {
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const KnownDocument& each) { return each.document == document; });
  return found == known.end() ? nullptr : &*found;
}

std::string Terms::title_of(const DocumentId& document) const {
  if (const HeldVersion* held = newest(document)) return held->text.title;
  if (const KnownDocument* named = known_document(document)) return named->title;
  for (const Channel& channel : channels) {
    for (const SubTerms& named : channel.sub_terms) {
      if (named.document == document) return named.title;
    }
  }
  return document.value;
}

}  // namespace yomikae
