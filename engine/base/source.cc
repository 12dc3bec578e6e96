#include "base/source.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace yomikae {

Place Scalar::at(std::size_t offset, std::size_t length) const {
  if (composed) return place;
  const auto next = std::find_if(jumps.begin(), jumps.end(), [&](const Jump& each) { return each.from > offset; });
  const std::uint32_t shift = next == jumps.begin() ? 0 : std::prev(next)->shift;
  return {place.source, place.offset + static_cast<std::uint32_t>(offset) + shift, static_cast<std::uint32_t>(length)};
}

SourceId Sources::add(std::string name, std::string text, std::uint32_t first_line) {
  const auto id = static_cast<SourceId>(entries_.size());
  entries_.push_back({std::move(name), {}, {}, 1});
  replace(id, std::move(text), first_line);
  return id;
}

void Sources::replace(SourceId id, std::string text, std::uint32_t first_line) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    starts.push_back(at + 1);
  Entry& entry = entries_[static_cast<std::size_t>(id)];
  entry.text = std::move(text);
  entry.line_starts = std::move(starts);
  entry.first_line = first_line;
}

Location Sources::locate(Place place) const {
  const Entry& entry = at(place.source);
  const std::string_view all = entry.text;
  const std::size_t offset = std::min<std::size_t>(place.offset, all.size());
  const auto after = std::upper_bound(entry.line_starts.begin(), entry.line_starts.end(), offset);
  const std::size_t start = *std::prev(after);
  std::size_t end = after == entry.line_starts.end() ? all.size() : *after - 1;
  if (end > start && all[end - 1] == '\r') --end;
  Location location;
  location.line = entry.first_line + static_cast<std::uint32_t>(after - entry.line_starts.begin()) - 1;
  location.column = static_cast<std::uint32_t>(count_code_points(all.substr(start, offset - start))) + 1;
  location.byte = offset - start;
  location.line_text = all.substr(start, std::max(start, end) - start);
  return location;
}

}  // namespace yomikae
