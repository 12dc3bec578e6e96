#include "render/table.h"

#include <algorithm>

#include "base/text.h"

namespace yomikae {
namespace {

std::string trimmed(std::string line) {
  const std::size_t end = line.find_last_not_of(' ');
  line.resize(end == std::string::npos ? 0 : end + 1);
  return line;
}

}  // namespace

std::string Table::render() const {
  std::string out;
  const auto write = [&](const std::vector<std::string>& cells) {
    std::vector<std::vector<std::string>> wrapped;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      wrapped.push_back(wrap_to_width(i < cells.size() ? cells[i] : std::string{}, columns_[i].width));
      height = std::max(height, wrapped.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string text = "  ";
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        text += pad_to_width(line < wrapped[i].size() ? wrapped[i][line] : std::string{}, columns_[i].width);
        text += "  ";
      }
      out += trimmed(std::move(text)) + "\n";
    }
  };
  const auto rule = [&] {
    std::string line = "  ";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      line += std::string(columns_[i].width, '-') + (i + 1 < columns_.size() ? "  " : "");
    }
    out += line + "\n";
  };
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  write(titles);
  rule();
  for (const auto& row : rows_) write(row);
  return out;
}

}  // namespace yomikae
