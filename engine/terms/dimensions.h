#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yomikae {

/// What a question is about: a value for each dimension that is fixed (`service`, `option`, `ground`, …), by name.
/// There are half a dozen at most, and every matter a rule asks for gets its own: they lie side by side, so that taking
/// them over is cheap.
class Dimensions {
 public:
  using Entry = std::pair<std::string, std::string>;
  using Iterator = std::vector<Entry>::const_iterator;

  Dimensions() = default;
  Dimensions(std::initializer_list<Entry> entries) {
    for (const Entry& each : entries) try_emplace(each.first, each.second);
  }

  [[nodiscard]] Iterator begin() const { return entries_.begin(); }
  [[nodiscard]] Iterator end() const { return entries_.end(); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }
  [[nodiscard]] Iterator find(std::string_view name) const {
    return std::find_if(begin(), end(), [&](const Entry& each) { return each.first == name; });
  }
  [[nodiscard]] bool contains(std::string_view name) const { return find(name) != end(); }
  /// The value of a dimension that is there.
  [[nodiscard]] const std::string& at(std::string_view name) const { return find(name)->second; }

  /// The value of a dimension, empty where it was not fixed before.
  std::string& operator[](std::string_view name) {
    const auto place = std::lower_bound(entries_.begin(), entries_.end(), name,
                                        [](const Entry& each, std::string_view wanted) { return each.first < wanted; });
    if (place != entries_.end() && place->first == name) return place->second;
    if (entries_.empty()) {
      entries_.reserve(usual);
      return entries_.emplace_back(std::string(name), std::string{}).second;
    }
    return entries_.emplace(place, std::string(name), std::string{})->second;
  }
  /// Fixes a dimension that is not.
  void try_emplace(std::string_view name, std::string value) {
    if (!contains(name)) (*this)[name] = std::move(value);
  }
  void erase(std::string_view name) {
    const auto found = find(name);
    if (found != end()) entries_.erase(found);
  }

  friend bool operator==(const Dimensions&, const Dimensions&) = default;

 private:
  static constexpr std::size_t usual = 8;  ///< room for them without moving
  std::vector<Entry> entries_;             ///< sorted by name
};

}  // namespace yomikae
