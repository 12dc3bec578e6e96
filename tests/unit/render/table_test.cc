#include "render/table.h"

#include <doctest/doctest.h>

namespace yomikae {
namespace {

TEST_CASE("columns line up behind wide characters") {
  Table table({{"名", 6}, {"b", 3}});
  CHECK(table.empty());
  table.row({"abc", "1"});
  table.row({"料金", "2"});
  table.row({"ｱｲ", "3"});
  CHECK_FALSE(table.empty());
  CHECK(table.render() ==
        "  名      b\n"
        "  ------  ---\n"
        "  abc     1\n"
        "  料金    2\n"
        "  ｱｲ      3\n");
}

TEST_CASE("a cell that is too wide goes on below, inside its own column") {
  Table table({{"a", 4}, {"b", 4}});
  table.row({"一二三四五", "x"});
  table.row({"y", "六七八"});
  CHECK(table.render() ==
        "  a     b\n"
        "  ----  ----\n"
        "  一二  x\n"
        "  三四\n"
        "  五\n"
        "  y     六七\n"
        "        八\n");
}

TEST_CASE("a row that is too short has empty cells, and no line ends in spaces") {
  Table table({{"a", 3}, {"b", 3}, {"c", 3}});
  table.row({"x"});
  table.row({"", "", "z"});
  CHECK(table.render() ==
        "  a    b    c\n"
        "  ---  ---  ---\n"
        "  x\n"
        "            z\n");
}

}  // namespace
}  // namespace yomikae
