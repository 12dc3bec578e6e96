#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace yomikae {

/// A table for a terminal with a Japanese font: cells wrap inside their column, columns line up with wide characters.
class Table {
 public:
  struct Column {
    std::string title;
    std::size_t width;  ///< display columns
  };
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::string render() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace yomikae
