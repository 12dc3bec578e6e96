#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yomikae {

/// What a question is about: a value for each dimension that is fixed (`service`, `option`, `ground`, …), by name.
/// There are half a dozen at most, and every matter a rule asks for gets its own, mostly those of the matter before:
/// they lie side by side, and copies share them until one is changed.
class Dimensions {
 public:
  using Entry = std::pair<std::string, std::string>;
  using Iterator = std::vector<Entry>::const_iterator;

  Dimensions() = default;
  Dimensions(std::initializer_list<Entry> entries) {
    for (const Entry& each : entries) try_emplace(each.first, each.second);
  }

  [[nodiscard]] Iterator begin() const { return entries().begin(); }
  [[nodiscard]] Iterator end() const { return entries().end(); }
  [[nodiscard]] bool empty() const { return entries().empty(); }
  [[nodiscard]] Iterator find(std::string_view name) const {
    return std::find_if(begin(), end(), [&](const Entry& each) { return each.first == name; });
  }
  [[nodiscard]] bool contains(std::string_view name) const { return find(name) != end(); }
  /// The value of a dimension that is there.
  [[nodiscard]] const std::string& at(std::string_view name) const { return find(name)->second; }

  /// The value of a dimension, empty where it was not fixed before.
  std::string& operator[](std::string_view name) {
    Entries& own = own_entries();
    const auto place = std::lower_bound(own.begin(), own.end(), name,
                                        [](const Entry& each, std::string_view wanted) { return each.first < wanted; });
    if (place != own.end() && place->first == name) return place->second;
    return own.emplace(place, std::string(name), std::string{})->second;
  }
  /// Fixes a dimension that is not.
  void try_emplace(std::string_view name, std::string value) {
    if (!contains(name)) (*this)[name] = std::move(value);
  }
  void erase(std::string_view name) {
    const auto found = find(name);
    if (found == end()) return;
    const auto at = found - begin();
    Entries& own = own_entries();
    own.erase(own.begin() + at);
  }

  friend bool operator==(const Dimensions& a, const Dimensions& b) {
    return a.shared_ == b.shared_ || a.entries() == b.entries();
  }

 private:
  using Entries = std::vector<Entry>;
  static constexpr std::size_t usual = 8;  ///< room for them without moving
  inline static const Entries none{};

  [[nodiscard]] const Entries& entries() const { return shared_ == nullptr ? none : *shared_; }
  /// Those of this one alone, to be changed.
  Entries& own_entries() {
    if (shared_ != nullptr && shared_.use_count() == 1) return *shared_;
    auto own = std::make_shared<Entries>();
    own->reserve(usual);
    own->assign(begin(), end());
    shared_ = std::move(own);
    return *shared_;
  }

  std::shared_ptr<Entries> shared_;  ///< sorted by name; null where there are none
};

}  // namespace yomikae
