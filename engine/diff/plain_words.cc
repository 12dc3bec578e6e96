#include "diff/plain_words.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace yomikae {
namespace {

constexpr std::u32string_view punctuation = U"、。，．・,.:;()[]{}「」『』【】〔〕〈〉《》\"'’‘“”";
constexpr char32_t figure_mark = U'#';

bool is_digit(char32_t unit) { return unit >= U'0' && unit <= U'9'; }

/// A point between digits belongs to the figure: 3.5 is not 35.
bool is_point(const std::u32string& key, std::size_t at) {
  return key[at] == U'.' && at > 0 && at + 1 < key.size() && is_digit(key[at - 1]) && is_digit(key[at + 1]);
}

bool in_figure(const std::u32string& plain, std::size_t at) { return is_digit(plain[at]) || is_point(plain, at); }

std::vector<std::uint64_t> pairs_of(const std::u32string& text) {
  std::vector<std::uint64_t> pairs;
  constexpr unsigned half = 32;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    pairs.push_back((static_cast<std::uint64_t>(text[i]) << half) | text[i + 1]);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::u32string plain_words(std::string_view text) {
  const std::u32string key = fold(text).key;
  std::u32string plain;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (punctuation.find(key[i]) == std::u32string_view::npos || is_point(key, i)) plain += key[i];
  }
  return plain;
}

std::vector<std::u32string> figures_of(const std::u32string& plain) {
  std::vector<std::u32string> figures;
  bool inside = false;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool figure = in_figure(plain, i);
    if (figure && !inside) figures.emplace_back();
    if (figure) figures.back() += plain[i];
    inside = figure;
  }
  return figures;
}

std::u32string without_figures(const std::u32string& plain) {
  std::u32string result;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (!in_figure(plain, i)) {
      result += plain[i];
    } else if (i == 0 || !in_figure(plain, i - 1)) {
      result += figure_mark;
    }
  }
  return result;
}

double likeness(const std::u32string& a, const std::u32string& b) {
  if (a == b) return 1;
  const std::vector<std::uint64_t> first = pairs_of(a);
  const std::vector<std::uint64_t> second = pairs_of(b);
  if (first.empty() || second.empty()) return 0;
  std::vector<std::uint64_t> shared;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(first.size() + second.size());
}

}  // namespace yomikae
