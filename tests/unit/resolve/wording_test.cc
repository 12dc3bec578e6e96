#include "resolve/wording.h"

#include <doctest/doctest.h>

namespace yomikae {
namespace {

using Row = std::pair<std::string, std::string>;
using Table = std::vector<Row>;

/// A base text `maker/base` under one table for each level; every level adopts the base, and no other text.
struct World {
  explicit World(const std::vector<Table>& levels) {
    channel.roles = {{"provider", "株式会社えき"}, {"operator", "くら社"}};
    selection.day = parse_date("2026-11-21").value();
    for (std::size_t i = 0; i < levels.size(); ++i) {
      HeldVersion held;
      held.text.document.value = "level/t" + std::to_string(i + 1);
      held.text.from = parse_date("2020-01-01").value();
      int item = 0;
      for (const auto& [from, to] : levels[i]) {
        Provision row;
        row.path = {"1", 1, std::to_string(++item), {}};
        row.cells = {{from, {}}, {to, {}}};
        held.text.provisions.push_back(std::move(row));
      }
      OverlayLevel level;
      level.adoptions.push_back({{"maker/base"}, Incorporation::full, std::nullopt, {}, {}});
      level.adoptions.push_back({{"maker/spec"}, Incorporation::specification, std::nullopt, {}, {}});
      level.tables.push_back({{held.text.document, std::nullopt, ProvisionRef{{"1", 1, {}, {}}, {}}},
                              "第" + std::to_string(i + 1) + "表",
                              {}});
      channel.levels.push_back(std::move(level));
      terms.versions.push_back(std::move(held));
    }
    selection.terms = &terms;
    selection.channel = &channel;
    selection.renamings = renamings(selection);
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  [[nodiscard]] Wording read(const std::string& text, const std::string& document = "maker/base") const {
    return Reader(selection).read({document}, text);
  }
  Terms terms;
  Channel channel;
  Selection selection;
};

/// `第1表 2行: くら→えき`, in order; checks that every span holds exactly what is written in.
std::string changes(const Wording& wording) {
  std::string all;
  std::size_t end = 0;
  for (const Wording::Change& each : wording.changes) {
    CHECK(each.begin >= end);
    CHECK(wording.text.substr(each.begin, each.end - each.begin) == each.to);
    end = each.end;
    all += (all.empty() ? "" : "; ") + each.rule + ": " + each.from + "→" + each.to;
  }
  return all;
}

std::string roles(const Wording& wording) {
  std::string all;
  for (const ByteRange& each : wording.roles) {
    all += (all.empty() ? "" : "; ") + wording.text.substr(each.begin, each.end - each.begin);
  }
  return all;
}

TEST_CASE("roles are written in where they stand, and braces of nobody stay") {
  const World world({});
  const Wording wording = world.read("{provider}と{operator}、{other}と{");
  CHECK(wording.text == "株式会社えきとくら社、{other}と{");
  CHECK(roles(wording) == "株式会社えき; くら社");
  CHECK(wording.changes.empty());
}

TEST_CASE("what is written in for a role is not substituted, the same words beside it are") {
  const World world({Table{Row{"くら社", "えき社"}}});
  const Wording wording = world.read("くら社の{operator}は、くら社");
  CHECK(wording.text == "えき社のくら社は、えき社");
  CHECK(changes(wording) == "第1表 1行: くら社→えき社; 第1表 1行: くら社→えき社");
  CHECK(roles(wording) == "くら社");
}

TEST_CASE("a change remembers its row, what was printed and where the new words stand") {
  const World world({Table{Row{"貸庫", "ロッカー"}, Row{"くら館", "駅"}}});
  const Wording wording = world.read("前貸 庫、くら館後");
  CHECK(wording.text == "前ロッカー、駅後");
  CHECK(changes(wording) == "第1表 1行: 貸 庫→ロッカー; 第1表 2行: くら館→駅");
}

TEST_CASE("the second level reads what the first wrote, and speaks for the places it changes again") {
  const World world({Table{Row{"くら", "えき"}, Row{"庫", "箱置場"}}, Table{Row{"えき", "終着駅"}}});
  const Wording wording = world.read("庫とくらと庫と{operator}とえき");
  CHECK(wording.text == "箱置場と終着駅と箱置場とくら社と終着駅");
  CHECK(changes(wording) ==
        "第1表 2行: 庫→箱置場; 第2表 1行: えき→終着駅; 第1表 2行: 庫→箱置場; 第2表 1行: えき→終着駅");
  CHECK(roles(wording) == "くら社");
}

TEST_CASE("a second level that shortens what stands before keeps the later spans right") {
  const World world({Table{Row{"庫", "箱"}}, Table{Row{"長い長い名前", "名"}}});
  const Wording wording = world.read("長い長い名前の庫、{provider}の庫、長い長い名前の庫");
  CHECK(wording.text == "名の箱、株式会社えきの箱、名の箱");
  CHECK(changes(wording) ==
        "第2表 1行: 長い長い名前→名; 第1表 1行: 庫→箱; 第1表 1行: 庫→箱; 第2表 1行: 長い長い名前→名; "
        "第1表 1行: 庫→箱");
  CHECK(roles(wording) == "株式会社えき");
}

TEST_CASE("the first level does not read what the second writes") {
  const World world({Table{Row{"甲", "乙"}}, Table{Row{"丙", "甲"}}});
  CHECK(world.read("丙と甲").text == "甲と乙");
}

TEST_CASE("a document that is not adopted is not touched, one taken as a specification neither, roles apart") {
  const World world({Table{Row{"くら", "えき"}}});
  for (const char* document : {"other/text", "maker/spec"}) {
    const Wording wording = world.read("くら、{operator}", document);
    CHECK(wording.text == "くら、くら社");
    CHECK(wording.changes.empty());
    CHECK(roles(wording) == "くら社");
  }
}

TEST_CASE("a table that is not in force on the day changes nothing") {
  World world({Table{Row{"くら", "えき"}}});
  world.selection.day = parse_date("2019-12-31").value();
  world.selection.renamings = renamings(world.selection);
  CHECK(world.read("くら").text == "くら");
}

}  // namespace
}  // namespace yomikae
