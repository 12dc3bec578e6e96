#include "render/table.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace yomikae::test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

TEST_CASE("columns line up under wide characters") {
  Table table({{"事項", 8}, {"x", 6}});
  table.row({"料金", "a"});
  table.row({"fee", "b"});
  const auto lines = lines_of(table.render());
  REQUIRE(lines.size() == 4);
  for (const auto& [line, cell] : {std::pair{2, "a"}, std::pair{3, "b"}}) {
    const std::string& text = lines[static_cast<std::size_t>(line)];
    CHECK(display_width(text.substr(0, text.find(cell))) == 12);  // margin 2, column 8, gap 2
  }
}

TEST_CASE("a cell wraps inside its own column, and the others stay where they are") {
  Table table({{"a", 4}, {"b", 4}});
  table.row({"あいうえ", "xy"});
  const auto lines = lines_of(table.render());
  REQUIRE(lines.size() == 4);
  CHECK(lines[2] == "  あい  xy");
  CHECK(lines[3] == "  うえ");
}

TEST_CASE("no line ends in spaces, and missing cells are empty") {
  Table table({{"a", 4}, {"b", 4}});
  table.row({"x"});
  for (const std::string& line : lines_of(table.render())) CHECK_FALSE(line.ends_with(' '));
}

}  // namespace
}  // namespace yomikae::test
