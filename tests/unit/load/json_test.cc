#include "load/json.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "base/finding.h"

namespace yomikae {
namespace {

/// A text read as JSON with what was found wrong with it.
struct Read {
  explicit Read(const std::string& text) : source(sources.add("line", text)) {
    root = parse_json(sources, source, findings);
  }
  [[nodiscard]] std::string found() const {
    std::string out;
    for (const Finding& each : findings.all()) {
      const Location at = sources.locate(each.place);
      out += fmt::format("{}{} {}:{}", out.empty() ? "" : "; ", each.rule->id, at.line, at.column);
    }
    return out;
  }
  /// What stands at the place of a value.
  [[nodiscard]] std::string at(const YamlNode& node) const {
    return std::string(sources.text(source).substr(node.place().offset, node.place().length));
  }
  Sources sources;
  Findings findings;
  SourceId source;
  std::optional<YamlNode> root;
};

TEST_CASE("a JSON value is read like the YAML it is, each part with its place") {
  const Read read(R"( {"a" : "b", "c":[1, -2.50,true ,null, {}], "日":"本"} )");
  REQUIRE(read.root);
  CHECK(read.found() == "");
  CHECK(read.root->kind == YamlNode::Kind::mapping);
  CHECK(read.root->find("a")->scalar.text == "b");
  CHECK_FALSE(read.root->find("a")->plain);
  CHECK(read.at(*read.root->find("a")) == "b");
  const auto& items = read.root->find("c")->items;
  REQUIRE(items.size() == 5);
  CHECK(items[0].scalar.text == "1");
  CHECK(items[0].plain);
  CHECK(read.at(items[1]) == "-2.50");
  CHECK(items[1].scalar.text == "-2.50");
  CHECK(read.at(items[2]) == "true");
  CHECK(items[3].kind == YamlNode::Kind::null);
  CHECK(read.sources.locate(items[3].place()).column == 34);
  CHECK(items[4].kind == YamlNode::Kind::mapping);
  CHECK(read.at(*read.root->find("日")) == "本");
}

TEST_CASE("a text with escapes stands at its place as a whole") {
  const Read read(R"({"a": "x\u3042\"\ud83d\ude00", "b": "c"})");
  REQUIRE(read.root);
  const YamlNode& escaped = *read.root->find("a");
  CHECK(escaped.scalar.text == "xあ\"😀");
  CHECK(escaped.scalar.composed);
  CHECK(read.at(escaped) == R"(x\u3042\"\ud83d\ude00)");
  CHECK(read.at(*read.root->find("b")) == "c");
}

TEST_CASE("what is no JSON, or more than a line should hold, is refused at its place") {
  struct Case {
    std::string text;
    std::string_view found;
  };
  const Case cases[] = {
      {"", "json/syntax 1:1"},
      {"{\"a\": }", "json/syntax 1:7"},
      {"{a: 1}", "json/syntax 1:2"},
      {"[1, 2", "json/syntax 1:6"},
      {"[1] x", "json/syntax 1:5"},
      {"{\"a\": 01}", "json/syntax 1:8"},
      {"[1e999]", "json/syntax 1:6"},
      {"[NaN]", "json/syntax 1:2"},
      {"[\"\\ud800\"]", "json/syntax 1:9"},
      {"{\"a\": 1, \"b\": 2, \"a\": 3}", "yaml/duplicate-key 1:19"},
      {"[\"\xff\"]", "yaml/encoding 1:3"},
      {std::string(33, '[') + std::string(33, ']'), "yaml/depth 1:33"},
      {std::string(1U << 20U, ' ') + "1", "yaml/size 1:1"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text.substr(0, 40));
    const Read read(each.text);
    CHECK_FALSE(read.root.has_value());
    CHECK(read.found() == each.found);
  }
}

TEST_CASE("a value can be had as it was written") {
  const Read read(R"({"a": "b\"c" ,"d": {"e": "}", "f": [ ]} , "g": 18446744073709551616, "h": null})");
  REQUIRE(read.root);
  CHECK(json_as_written(read.sources, *read.root->find("a")) == R"("b\"c")");
  CHECK(json_as_written(read.sources, *read.root->find("d")) == R"({"e": "}", "f": [ ]})");
  CHECK(json_as_written(read.sources, *read.root->find("g")) == "18446744073709551616");
  CHECK(json_as_written(read.sources, *read.root->find("h")) == "null");
}

}  // namespace
}  // namespace yomikae
