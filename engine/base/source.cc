#include "base/source.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace yomikae {

Place Scalar::at(std::size_t offset, std::size_t length) const {
  if (composed) return place;
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
  const auto breaks = static_cast<std::uint32_t>(std::count(text.begin(), end, '\n'));
  return {place.source, place.offset + static_cast<std::uint32_t>(offset) + breaks * indent,
          static_cast<std::uint32_t>(length)};
}

SourceId Sources::add(std::string name, std::string text) {
  entries_.push_back({std::move(name), std::move(text)});
  return static_cast<SourceId>(entries_.size() - 1);
}

Location Sources::locate(Place place) const {
  const std::string_view all = text(place.source);
  const std::size_t offset = std::min<std::size_t>(place.offset, all.size());
  const std::size_t start = offset == 0 ? 0 : all.rfind('\n', offset - 1) + 1;
  std::size_t end = all.find('\n', offset);
  if (end == std::string_view::npos) end = all.size();
  if (end > start && all[end - 1] == '\r') --end;
  Location location;
  location.line =
      static_cast<std::uint32_t>(std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(start), '\n')) + 1;
  location.column = static_cast<std::uint32_t>(count_code_points(all.substr(start, offset - start))) + 1;
  location.line_text = all.substr(start, std::max(start, end) - start);
  return location;
}

}  // namespace yomikae
