#include "load/yaml.h"

#include <doctest/doctest.h>

#include <ctime>

#include "loading.h"

namespace yomikae {
namespace {

/// Kind, place, and text or members: `{a 1:1: x 1:4}`.
std::string shape(const YamlText& file, const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null: return "null";
    case YamlNode::Kind::scalar: return node.scalar.text + " " + file.where(node.place());
    case YamlNode::Kind::list: {
      std::string all;
      for (const YamlNode& item : node.items) all += (all.empty() ? "" : ", ") + shape(file, item);
      return "[" + all + "]";
    }
    case YamlNode::Kind::mapping: {
      std::string all;
      for (const auto& entry : node.entries) {
        all += (all.empty() ? "" : ", ") + entry.key.text + " " + file.where(entry.key.place) + ": " +
               shape(file, entry.value);
      }
      return "{" + all + "}";
    }
  }
  return {};
}

std::string read(const std::string& text) {
  const YamlText file(text);
  return file.root ? shape(file, *file.root) : file.found();
}

struct Case {
  std::string claim;
  std::string text;
  std::string expected;  ///< the shape, or what is found
};

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK(read(c.text) == c.expected);
  }
}

TEST_CASE("mappings, lists and scalars come out with the line and the column, in characters, at which they stand") {
  check_all({
      {"block style", "a: x\nb:\n  - y\n  - z z\n", "{a 1:1: x 1:4, b 2:1: [y 3:5, z z 4:5]}"},
      {"flow style", "{a: [x, 'y', \"z\"], b: {c: d}}\n", "{a 1:2: [x 1:6, y 1:10, z 1:15], b 1:20: {c 1:24: d 1:27}}"},
      {"flow style over lines", "a: [\n  日, 本]\n", "{a 1:1: [日 2:3, 本 2:6]}"},
      {"characters, not bytes", "日本: {語: 'い'}\n", "{日本 1:1: {語 1:6: い 1:10}}"},
      {"a list in a list", "- - x\n- y\n", "[[x 1:5], y 2:3]"},
      {"a list of mappings", "- a: x\n  b: y\n", "[{a 1:3: x 1:6, b 2:3: y 2:6}]"},
      {"a value on the next line", "a:\n   x\n", "{a 1:1: x 2:4}"},
      {"comments", "# one\na: x # two\n\n# three\nb: y\n", "{a 2:1: x 2:4, b 5:1: y 5:4}"},
      {"explicit keys", "? a\n: x\n", "{a 1:3: x 2:3}"},
      {"Windows line ends", "a: x\r\nb:\r\n  - 'y'\r\n", "{a 1:1: x 1:4, b 2:1: [y 3:6]}"},
      {"a document start and end", "---\na: x\n...\n", "{a 2:1: x 2:4}"},
      {"the keys keep their order", "b: 1\na: 2\n", "{b 1:1: 1 1:4, a 2:1: 2 2:4}"},
      {"nothing is converted", "a: 010\nb: yes\nc: 1_000\n", "{a 1:1: 010 1:4, b 2:1: yes 2:4, c 3:1: 1_000 3:4}"},
      {"merge keys are keys", "<<: x\n", "{<< 1:1: x 1:5}"},
      {"a quoted key", "'a b': x\n", "{a b 1:2: x 1:8}"},
  });
}

TEST_CASE("a byte order mark moves no place") {
  CHECK(read("\xEF\xBB\xBF# c\na: x\nb: 'y'\n") == "{a 2:1: x 2:4, b 3:1: y 3:5}");
}

TEST_CASE("null is what is written plainly as nothing, and no text") {
  check_all({
      {"nothing", "a:\n", "{a 1:1: null}"},
      {"a tilde", "a: ~\n", "{a 1:1: null}"},
      {"the word", "a: null\n", "{a 1:1: null}"},
      {"a quoted word is text", "a: 'null'\n", "{a 1:1: null 1:5}"},
      {"an empty text is text", "a: ''\n", "{a 1:1:  1:4}"},
  });
}

TEST_CASE("plain scalars are told from quoted ones") {
  const YamlText file("[quoted, 'quoted', \"quoted\"]\n");
  REQUIRE(file.root.has_value());
  CHECK(file.root->items[0].plain);
  CHECK_FALSE(file.root->items[1].plain);
  CHECK_FALSE(file.root->items[2].plain);
}

TEST_CASE("a value is found by its key, and nothing by another") {
  const YamlText file("a: x\nab: y\n");
  REQUIRE(file.root.has_value());
  CHECK(file.root->find("ab")->scalar.text == "y");
  CHECK(file.root->find("a")->scalar.text == "x");
  CHECK(file.root->find("b") == nullptr);
  CHECK(file.root->find("a")->find("x") == nullptr);
}

/// Each byte of the text that is no white space must be what the file has where `at` says it stands.
void check_places(const std::string& text) {
  CAPTURE(text);
  const YamlText file(text);
  REQUIRE(file.root.has_value());
  const Scalar& scalar = file.root->find("k")->scalar;
  std::string wrong;
  for (std::size_t i = 0; i < scalar.text.size(); ++i) {
    if (scalar.text[i] == ' ' || scalar.text[i] == '\n') continue;
    if (file.at(scalar.at(i, 1)) != scalar.text.substr(i, 1)) wrong += "byte " + std::to_string(i) + " ";
  }
  CHECK(wrong == "");
}

TEST_CASE("every character of a text knows where it stands: on one line") {
  for (const char* text :
       {"k: abc\n", "k: 'abc def'\n", "k: \"abc 日本\"\n", "x: y\nk:   abc # d\n", "{x: y, k: a b c, z: w}\n"}) {
    check_places(text);
  }
}

TEST_CASE("every character of a text knows where it stands: in a block that keeps its lines") {
  for (const char* text :
       {"k: |\n  abc\n  def\n  ghi\n", "k: |-\n    abc\n    def", "x:\n  y: z\nk: |\n  日本\n  語 x\n",
        "k: |  # comment\n  abc\n  def\n", "k: |+\n  abc\n  def\n\n", "k: |\n  abc\n   deeper\n  ghi\n"}) {
    check_places(text);
  }
}

TEST_CASE("every character of a text knows where it stands: in a block with empty lines") {
  for (const char* text : {"k: |\n  abc\n\n  def\n", "k: |\n  abc\n\n\n  def\n\n  ghi\n", "k: |\n\n  abc\n  def\n"})
    check_places(text);
}

TEST_CASE("every character of a text knows where it stands: in a block that says how far it is indented") {
  check_places("k: |2\n    abc\n  def\n");
}

TEST_CASE("every character of a text knows where it stands: in a block with Windows line ends") {
  check_places("k: |\r\n  abc\r\n  def\r\n  ghi\r\n");
}

TEST_CASE("every character of a text knows where it stands: where lines are folded into one") {
  for (const char* text : {"k: >\n  abc\n  def\n  ghi\n", "k: >-\n  abc\n\n  def\n", "k: abc\n  def\n",
                           "k: 'abc\n  def'\n", "k: \"abc\n     def\"\n"}) {
    check_places(text);
  }
}

TEST_CASE("anchors, aliases and tags are refused where they stand") {
  check_all({
      {"an anchor", "a: &x 1\n", "yaml/anchor 1:4"},
      {"of a mapping", "a:\n  b: &x {c: d}\n", "yaml/anchor 2:6"},
      {"of a list", "- &x [a]\n", "yaml/anchor 1:3"},
      {"of a key", "&x a: b\n", "yaml/anchor 1:1"},
      {"of nothing", "a: &x\n", "yaml/anchor 1:4"},
      {"each is reported", "a: &x 1\nb: &y 2\n", "yaml/anchor 1:4; yaml/anchor 2:4"},
      {"an alias", "a: &x 1\nb: *x\n", "yaml/anchor 1:4; yaml/anchor 2:4"},
      {"an alias of nothing", "a: *x\n", "yaml/syntax 1:4"},
      {"an alias of itself", "&x [*x]\n", "yaml/anchor 1:1; yaml/anchor 1:5"},
      {"a tag of YAML's", "a: !!str b\n", "yaml/tag 1:4"},
      {"a tag of one's own", "a: !foo b\n", "yaml/tag 1:4"},
      {"a whole tag", "a: !<tag:x> b\n", "yaml/tag 1:4"},
      {"of a mapping", "b:\n- !!map {c: d}\n", "yaml/tag 2:3"},
      {"of a list", "!!seq [a]\n", "yaml/tag 1:1"},
      {"of nothing", "a: !!null\n", "yaml/tag 1:4"},
      {"of a declared handle", "%TAG !e! tag:e:\n---\na: !e!b c\n", "yaml/tag 3:4"},
      {"the empty tag", "a: ! b\n", "yaml/tag 1:4"},
      {"the empty tag of a mapping", "a: ! {b: c}\n", "yaml/tag 1:4"},
      {"neither in a text", "a: 'x & *y !z'\nb: x&y*z!\n", "{a 1:1: x & *y !z 1:5, b 2:1: x&y*z! 2:4}"},
  });
}

TEST_CASE("a key that stands twice in one mapping is refused, with the place where it stood first") {
  check_all({
      {"at the top", "a: 1\nb: 2\na: 3\n", "yaml/duplicate-key 3:1"},
      {"in a mapping of a list", "- a: 1\n- b: 1\n  b: 2\n", "yaml/duplicate-key 3:3"},
      {"in flow style", "x: {a: 1, b: {c: 1, c: 2}}\n", "yaml/duplicate-key 1:21"},
      {"quoted or not", "a: 1\n'a': 2\n", "yaml/duplicate-key 2:2"},
      {"with mappings under it", "a: {x: 1}\na: {x: 1}\n", "yaml/duplicate-key 2:1"},
      {"three times", "a: 1\na: 2\na: 3\n", "yaml/duplicate-key 2:1; yaml/duplicate-key 3:1"},
      {"but in two mappings it may", "a: {a: {a: 1}}\nb: {a: 1}\n",
       "{a 1:1: {a 1:5: {a 1:9: 1 1:12}}, b 2:1: {a 2:5: 1 2:8}}"},
      {"and so may two that differ in case or width", "a: 1\nA: 2\nａ: 3\n",
       "{a 1:1: 1 1:4, A 2:1: 2 2:4, ａ 3:1: 3 3:4}"},
  });
  const YamlText file("  a: 1\n  b: 2\n  a: 3\n");
  REQUIRE(file.findings.all().size() == 1);
  REQUIRE(file.findings.all().front().related.size() == 1);
  CHECK(file.where(file.findings.all().front().related.front().place) == "1:3");
}

TEST_CASE("a key is a single value") {
  check_all({
      {"no list", "? [a]\n: b\n", "format/wrong-kind 1:3"},
      {"no mapping", "? {a: b}\n: c\n", "format/wrong-kind 1:3"},
      {"not nothing", "~: b\n", "format/wrong-kind 1:1"},
  });
}

TEST_CASE("one file holds one document") {
  check_all({
      {"a second one", "a: 1\n---\nb: 2\n", "yaml/multiple-documents 3:1"},
      {"behind an end", "a: 1\n...\n---\n[b]\n", "yaml/multiple-documents 4:1"},
      {"of scalars", "--- a\n--- b\n", "yaml/multiple-documents 2:5"},
      {"an end and a comment begin none", "a: 1\n...\n# end\n", "{a 1:1: 1 1:4}"},
      {"what follows a flow mapping", "{a: 1}\n{b: 2}\n", "yaml/multiple-documents 2:1"},
  });
  CHECK_FALSE(YamlText("a: 1\n---\n").root.has_value());
  CHECK_FALSE(YamlText("a: 1\n---\n*x\n").root.has_value());
  CHECK_FALSE(YamlText("a: 1\n---\n[\n").root.has_value());
}

TEST_CASE("a file without a document is empty") {
  for (const char* text : {"", "\n", "\n\n  \n", "# only a comment\n", "\xEF\xBB\xBF"}) {
    const YamlText file(text);
    CHECK_FALSE(file.root.has_value());
    REQUIRE(file.findings.all().size() == 1);
    CHECK(file.findings.all().front().rule->id == "yaml/syntax");
    CHECK(file.findings.all().front().message.en.find("empty") != std::string::npos);
  }
}

TEST_CASE("bytes that are no text are refused at the first of them") {
  using namespace std::string_literals;
  check_all({
      {"a stray byte", "a: x\nb: \xFFy\n", "yaml/encoding 2:4"},
      {"a cut character", "日: \xE6\x97", "yaml/encoding 1:4"},
      {"an overlong one", "a: \xC0\xAF\n", "yaml/encoding 1:4"},
      {"a surrogate", "a: \xED\xA0\x80\n", "yaml/encoding 1:4"},
      {"in a comment", "a: x # \x80\n", "yaml/encoding 1:8"},
      {"a NUL", "a: x\nb: \0y\n"s, "yaml/encoding 2:4"},
      {"a NUL at the end", "a: x\0"s, "yaml/encoding 1:5"},
      {"another encoding",
       "\xFF\xFE"
       "a\0:\0 \0b\0"s,
       "yaml/encoding 1:1"},
      {"Shift JIS", "a: \x93\xFA\x96\x7B\n", "yaml/encoding 1:4"},
  });
}

TEST_CASE("what is not YAML is refused where it goes wrong") {
  check_all({
      {"two colons", "a: b: c\n", "yaml/syntax 1:5"},
      {"an unknown escape", "a: \"\\q\"\n", "yaml/syntax 1:7"},
      {"a reserved character", "a: @b\n", "yaml/syntax 1:4"},
      {"a flow list that is never closed", "a: [b,\n", "yaml/syntax 2:1"},
      {"a flow mapping that is never closed", "a: {b: c\n", "yaml/syntax 2:1"},
      {"a bracket out of nowhere", "]\n", "yaml/syntax 1:1"},
      {"a list beside its key", "a: - b\n", "yaml/syntax 1:4"},
  });
}

TEST_CASE("a text that is never closed is not YAML") {
  for (const char* text :
       {"a: 'x\n", "a: \"x\n", "a: \"x\nb: y\n", "- 'it''s\n", "a: '", "{a: 'b}\n", "'a: b\n", "a: \"x\\\"\n"}) {
    CAPTURE(std::string(text));
    const YamlText file(text);
    CHECK_FALSE(file.root.has_value());
    CHECK(file.found().starts_with("yaml/syntax "));
  }
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST_CASE("a file nests as deep as the limit and no deeper") {
  const auto nested = [](std::size_t levels) { return repeated("[", levels) + repeated("]", levels) + "\n"; };
  CHECK(YamlText(nested(32)).root.has_value());
  CHECK(YamlText(nested(33)).found() == "yaml/depth 1:33");
  CHECK(YamlText(nested(5), {.depth = 5}).root.has_value());
  CHECK(YamlText(nested(6), {.depth = 5}).found() == "yaml/depth 1:6");
  CHECK(YamlText(repeated("- ", 6) + "a\n", {.depth = 5}).found() == "yaml/depth 1:11");
  CHECK(YamlText("a:\n b:\n  c:\n   d: e\n", {.depth = 4}).root.has_value());
  CHECK(YamlText("a:\n b:\n  c:\n   d: e\n", {.depth = 3}).found() == "yaml/depth 4:4");
  CHECK(YamlText("[[], [], [], []]\n", {.depth = 2}).root.has_value());  // side by side is not deep
}

TEST_CASE("a nest without end is refused without running out of stack") {
  for (const char* piece : {"[", "{", "- ", "? ", "{a: ", "[a, ", "[[],", "- ? ", "a: [", "{?", ": "}) {
    CAPTURE(std::string(piece));
    const YamlText file(repeated(piece, 20'000));
    CHECK_FALSE(file.root.has_value());
    CHECK(file.findings.has_errors());
  }
}

TEST_CASE("a file holds as many nodes as the limit and no more") {
  // The list and its three members, or the mapping, two keys and two values.
  CHECK(YamlText("[a, b, c]\n", {.nodes = 4}).root.has_value());
  CHECK(YamlText("[a, b, c]\n", {.nodes = 3}).found() == "yaml/depth 1:8");
  CHECK(YamlText("{a: b, c: d}\n", {.nodes = 5}).root.has_value());
  CHECK(YamlText("{a: b, c: d}\n", {.nodes = 4}).found() == "yaml/depth 1:11");
  CHECK(YamlText("- ~\n- ~\n", {.nodes = 2}).found() == "yaml/depth 2:3");
}

TEST_CASE("a file is as large as the limit and no larger") {
  CHECK(YamlText("a: bcd\n", {.bytes = 7}).root.has_value());
  const YamlText file("a: bcd\n", {.bytes = 6});
  CHECK(file.found() == "yaml/size 1:1");
  CHECK(file.findings.all().front().message.en == "7 bytes, at most 6 are allowed");
  CHECK(YamlText("a: " + std::string((1U << 20U) - 3, 'x')).root.has_value());
  CHECK(YamlText("a: " + std::string((1U << 20U) - 2, 'x')).found() == "yaml/size 1:1");
}

TEST_CASE("many keys cost hardly more than as many members of a list") {
  std::string mapping;
  std::string list;
  for (int i = 0; i < 15'000; ++i) {
    const std::string number = std::to_string(i);
    mapping.append("k").append(number).append(": x\n");
    list.append("- [k").append(number).append(", x]\n");
  }
  const auto time_of = [](const std::string& text) {
    const std::clock_t begin = std::clock();
    CHECK(YamlText(text).root.has_value());
    return static_cast<double>(std::clock() - begin);
  };
  const double of_list = time_of(list);
  CHECK(time_of(mapping) < 4 * of_list);
}

}  // namespace
}  // namespace yomikae
