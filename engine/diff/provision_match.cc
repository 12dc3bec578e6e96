#include "diff/provision_match.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "diff/plain_words.h"

namespace yomikae {
namespace {

/// At the same address words need less in common to be the same provision.
constexpr double alike_here = 0.4;
constexpr double alike_elsewhere = 0.6;
/// What bears the same name elsewhere needs less, too.
constexpr double alike_by_name = 0.3;

class Matching {
 public:
  Matching(const std::vector<Provision>& before, const std::vector<Provision>& after)
      : before_(before), after_(after), origins_(after.size()), taken_(before.size(), false) {
    for (const Provision& each : before) old_words_.push_back(plain_words(printed_words(each)));
    for (const Provision& each : after) new_words_.push_back(plain_words(printed_words(each)));
    for (std::size_t i = 0; i < before.size(); ++i) old_at_.emplace(before[i].path, i);
  }

  std::vector<std::optional<std::size_t>> run() {
    match_here([&](std::size_t old, std::size_t now) { return old_words_[old] == new_words_[now]; });
    match_same_words();
    match_here([&](std::size_t old, std::size_t now) { return alike(old, now, alike_here) || same_name(old, now); });
    match_likest();
    return std::move(origins_);
  }

 private:
  void take(std::size_t old, std::size_t now) {
    origins_[now] = old;
    taken_[old] = true;
  }

  [[nodiscard]] bool same_name(std::size_t old, std::size_t now) const {
    return !before_[old].name.empty() && before_[old].name == after_[now].name;
  }
  [[nodiscard]] bool alike(std::size_t old, std::size_t now, double enough) const {
    return likeness(old_words_[old], new_words_[now]) >= enough;
  }

  template <class Same>
  void match_here(Same same) {
    for (std::size_t now = 0; now < after_.size(); ++now) {
      const auto here = old_at_.find(after_[now].path);
      if (origins_[now] || here == old_at_.end() || taken_[here->second] || !same(here->second, now)) continue;
      take(here->second, now);
    }
  }

  /// Without words nothing tells one from another.
  void match_same_words() {
    std::map<std::u32string, std::vector<std::size_t>> left;
    for (std::size_t old = before_.size(); old-- > 0;) {
      if (!taken_[old] && !old_words_[old].empty()) left[old_words_[old]].push_back(old);
    }
    for (std::size_t now = 0; now < after_.size(); ++now) {
      const auto found = origins_[now] ? left.end() : left.find(new_words_[now]);
      if (found == left.end() || found->second.empty()) continue;
      take(found->second.back(), now);
      found->second.pop_back();
    }
  }

  void match_likest() {
    std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
    for (std::size_t now = 0; now < after_.size(); ++now) {
      if (origins_[now]) continue;
      for (std::size_t old = 0; old < before_.size(); ++old) {
        if (taken_[old]) continue;
        const double found = likeness(old_words_[old], new_words_[now]);
        if (found >= (same_name(old, now) ? alike_by_name : alike_elsewhere)) pairs.emplace_back(-found, now, old);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [distance, now, old] : pairs) {
      if (!origins_[now] && !taken_[old]) take(old, now);
    }
  }

  const std::vector<Provision>& before_;
  const std::vector<Provision>& after_;
  std::vector<std::optional<std::size_t>> origins_;
  std::vector<bool> taken_;
  std::vector<std::u32string> old_words_;
  std::vector<std::u32string> new_words_;
  std::map<ProvisionPath, std::size_t> old_at_;
};

}  // namespace

std::string printed_words(const Provision& provision) {
  std::string words = provision.name;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) words += (words.empty() ? "" : "\n") + more;
  };
  add(provision.text);
  for (const std::string& column : provision.columns) add(column);
  for (const Scalar& cell : provision.cells) add(cell.text);
  for (const auto& row : provision.rows) {
    for (const Scalar& cell : row) add(cell.text);
  }
  add(provision.tail);
  return words;
}

std::vector<std::optional<std::size_t>> match_provisions(const std::vector<Provision>& before,
                                                         const std::vector<Provision>& after) {
  return Matching(before, after).run();
}

}  // namespace yomikae
