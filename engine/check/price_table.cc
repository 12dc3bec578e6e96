#include "check/price_table.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"

namespace yomikae {
namespace {

bool is_digit(char32_t unit) { return unit >= U'0' && unit <= U'9'; }

/// The number that begins at `at`, with its thousands' commas; `at` moves behind it.
std::optional<std::int64_t> number(std::u32string_view text, std::size_t& at) {
  std::int64_t value = 0;
  std::size_t digits = 0;
  while (at < text.size() && (is_digit(text[at]) || (text[at] == U',' && digits > 0))) {
    if (is_digit(text[at])) {
      value = value * 10 + static_cast<std::int64_t>(text[at] - U'0');
      if (++digits > 12) return std::nullopt;
    }
    ++at;
  }
  if (at < text.size() && text[at] == U'万') {
    value *= 10'000;
    ++at;
  }
  return value;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CellFigures figures_in(std::string_view cell) {
  const std::u32string text = fold(cell).key;
  CellFigures result;
  result.blank = text.empty();
  result.dash = text == U"—" || text == U"-" || text == U"―" || text == U"ー" || text == U"–" || text == U"−";
  if (text.find(U"無料") != std::u32string::npos) result.yen.push_back(0);
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const bool whole = at == 0;
    const auto value = number(text, at);
    const bool yen = at < text.size() && text[at] == U'円';
    if (value && (yen || (whole && at == text.size()))) result.yen.push_back(*value);
  }
  return result;
}

const Provision* table_of(const Version& version, const Provision& row) {
  if (row.cells.empty()) return nullptr;
  const Provision* above = version.find(row.path.parent());
  return above == nullptr || above->columns.empty() ? nullptr : above;
}

std::vector<const Provision*> rows_beside(const Version& version, const Provision& row) {
  std::vector<const Provision*> rows;
  const ProvisionPath above = row.path.parent();
  for (const Provision& each : version.provisions) {
    const bool numbered = is_number(row.path.subitem.empty() ? each.path.item : each.path.subitem);
    if (numbered && each.path.parent() == above) rows.push_back(&each);
  }
  return rows;
}

std::string row_words(const Version& version, const Provision& row) {
  if (row.cells.empty()) return row.name.empty() ? row.text : row.name;
  std::vector<std::string> cells;
  for (const Provision* each : rows_beside(version, row)) {
    cells.resize(std::max(cells.size(), each->cells.size()));
    bool filled = false;  // behind a cell of its own, an empty one is empty
    for (std::size_t at = 0; at < each->cells.size(); ++at) {
      filled = filled || !each->cells[at].text.empty();
      if (filled) cells[at] = each->cells[at].text;
    }
    if (each == &row) break;
  }
  std::string words;
  for (const std::string& cell : cells) words += cell + "\x1f";
  return words;
}

}  // namespace yomikae
