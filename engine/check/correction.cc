#include "check/correction.h"

#include <algorithm>
#include <map>
#include <utility>

namespace yomikae {

Edit rewritten(const Scalar& value, std::string text) { return {value.at(0, value.text.size()), std::move(text)}; }

std::string corrected_lines(const std::vector<Edit>& edits, const Sources& sources) {
  std::vector<Edit> sorted = edits;
  std::sort(sorted.begin(), sorted.end(), [](const Edit& a, const Edit& b) { return a.place < b.place; });
  std::map<std::pair<SourceId, std::size_t>, std::string> lines;  // by where each begins
  std::map<std::pair<SourceId, std::size_t>, std::ptrdiff_t> shifts;
  for (const Edit& each : sorted) {
    const Location location = sources.locate(each.place);
    const std::pair key{each.place.source, each.place.offset - location.byte};
    auto& line = lines.try_emplace(key, location.line_text).first->second;
    std::ptrdiff_t& shift = shifts[key];
    line.replace(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(location.byte) + shift), each.place.length,
                 each.text);
    shift += static_cast<std::ptrdiff_t>(each.text.size()) - static_cast<std::ptrdiff_t>(each.place.length);
  }
  std::string all;
  for (const auto& [key, line] : lines) {
    const std::size_t first = line.find_first_not_of(' ');
    all += (all.empty() ? "" : " / ") + line.substr(first == std::string::npos ? 0 : first);
  }
  return all;
}

}  // namespace yomikae
