#include "check/name_search.h"

#include <algorithm>

#include "base/text.h"

namespace yomikae {

NameSearch::NameSearch(const std::string& name, const std::vector<std::string>& others)
    : search_({{name, name, {}}}, [&] {
        const std::u32string key = fold(name).key;
        std::vector<std::string> longer;
        for (const std::string& each : others) {
          const std::u32string other = fold(each).key;
          if (other.size() > key.size() && other.find(key) != std::u32string::npos) longer.push_back(each);
        }
        return longer;
      }()) {}

bool NameSearch::in(const Provision& provision) const {
  const std::vector<std::string_view> words = words_of(provision);
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) { return in(each); });
}

std::vector<std::string_view> words_of(const Provision& provision) {
  std::vector<std::string_view> words{provision.name, provision.text, provision.tail};
  for (const std::string& each : provision.columns) words.emplace_back(each);
  for (const Scalar& each : provision.cells) words.emplace_back(each.text);
  for (const auto& row : provision.rows) {
    for (const Scalar& cell : row) words.emplace_back(cell.text);
  }
  std::erase_if(words, [](std::string_view each) { return each.empty(); });
  return words;
}

}  // namespace yomikae
