#include "check/near_words.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace yomikae {
namespace {

/// How many letters of a name of that length a misprint may touch.
std::size_t edits_allowed(std::size_t length) { return length < 4 ? 0 : std::clamp<std::size_t>(length / 5, 1, 4); }

std::size_t common_prefix(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::size_t common_suffix(std::u32string_view a, std::u32string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin());
}

/// Whether a text can come that near at all: of that many parts and one, some part of the name is untouched.
bool may_come_near(std::u32string_view name, std::u32string_view text, std::size_t edits) {
  const std::size_t length = name.size() / (edits + 1);
  for (std::size_t part = 0; part <= edits; ++part) {
    const std::u32string_view words = part == edits ? name.substr(part * length) : name.substr(part * length, length);
    if (text.find(words) != std::u32string_view::npos) return true;
  }
  return false;
}

/// The nearest place by Sellers' algorithm: the rows of a table of edit distances whose beginning is free.
NearWords nearest(std::u32string_view name, std::u32string_view text) {
  struct Cell {
    std::size_t edits = 0;
    std::size_t begin = 0;
  };
  std::vector<Cell> column(name.size() + 1);
  for (std::size_t i = 0; i <= name.size(); ++i) column[i].edits = i;
  NearWords best{0, 0, name.size()};
  for (std::size_t at = 0; at < text.size(); ++at) {
    Cell diagonal = column[0];
    column[0] = {0, at + 1};
    for (std::size_t i = 1; i <= name.size(); ++i) {
      const Cell left = column[i];
      Cell cell{diagonal.edits + (name[i - 1] == text[at] ? 0U : 1U), diagonal.begin};
      if (left.edits + 1 < cell.edits) cell = {left.edits + 1, left.begin};
      if (column[i - 1].edits + 1 < cell.edits) cell = {column[i - 1].edits + 1, column[i - 1].begin};
      diagonal = left;
      column[i] = cell;
    }
    const Cell& whole = column[name.size()];
    if (text[at] == name.back() && whole.edits < best.edits) best = {whole.begin, at + 1, whole.edits};
  }
  return best;
}

}  // namespace

std::u32string name_key(std::string_view text) {
  std::u32string key = fold(text).key;
  for (char32_t& unit : key) {
    if (unit >= U'A' && unit <= U'Z') unit = unit - U'A' + U'a';
  }
  return key;
}

bool same_caption(std::string_view a, std::string_view b) { return name_key(a) == name_key(b); }

std::optional<NearWords> misprint_of(std::u32string_view name, std::u32string_view text, std::size_t at_most) {
  const std::size_t edits = std::min(edits_allowed(name.size()), at_most);
  if (edits == 0 || text.find(name) != std::u32string_view::npos || !may_come_near(name, text, edits))
    return std::nullopt;
  const NearWords near = nearest(name, text);
  if (near.edits > edits) return std::nullopt;
  const std::u32string_view words = text.substr(near.begin, near.end - near.begin);
  const bool inside = common_prefix(name, words) >= 4 && common_suffix(name, words) >= 3;
  if (near.edits > 2 && !inside) return std::nullopt;
  return near;
}

double shared_with(std::u32string_view name, std::u32string_view text) {
  if (text.find(name) != std::u32string_view::npos) return 1;
  if (name.size() < 2) return 0;
  std::size_t shared = 0;
  for (std::size_t at = 0; at + 2 <= name.size(); ++at) {
    if (text.find(name.substr(at, 2)) != std::u32string_view::npos) ++shared;
  }
  return static_cast<double>(shared) / static_cast<double>(name.size() - 1);
}

}  // namespace yomikae
