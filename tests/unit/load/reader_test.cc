#include "load/reader.h"

#include <doctest/doctest.h>

#include "loading.h"

namespace yomikae {
namespace {

/// A file whose root is read as a mapping.
struct Mapping : YamlText {
  explicit Mapping(const std::string& text) : YamlText(text), reader(root.value(), findings) {}
  MappingReader reader;
};

TEST_CASE("a key that was asked for may be there, any other is reported with the nearest that may") {
  Mapping file("matter: x\nvalu: y\nscopee: z\nsomething-else: 1\n");
  for (const char* key : {"matter", "value", "scope", "readings"}) file.reader.take(key);
  file.reader.finish();
  REQUIRE(file.findings.all().size() == 3);
  CHECK(file.found() == "format/unknown-key 2:1; format/unknown-key 3:1; format/unknown-key 4:1");
  CHECK(file.findings.all()[0].help.en == "did you mean `value`?");
  CHECK(file.findings.all()[1].help.en == "did you mean `scope`?");
  CHECK(file.findings.all()[2].help.empty());
  CHECK(file.at(file.findings.all()[1].place) == "scopee");
}

TEST_CASE("every way to ask for a key makes it known") {
  Mapping file("a: x\nb: x\nc: x\nd: x\ne: 2026-04-15\nf: 2026-04-15\ng: true\nh: []\ni: x\nj: one\n");
  file.reader.need("a");
  file.reader.take("b");
  file.reader.need_text("c");
  file.reader.text("d");
  file.reader.need_date("e");
  file.reader.date("f");
  file.reader.flag("g", false);
  file.reader.list("h");
  file.reader.texts("i");
  file.reader.choice<int>("j", {{"one", 1}}, 0);
  file.reader.finish();
  CHECK(file.found() == "");
}

TEST_CASE("a key that must be there is missed, once, at the mapping") {
  Mapping file("x:\n- a: 1\n");
  const YamlNode& inner = file.root->find("x")->items.front();
  MappingReader reader(inner, file.findings);
  CHECK(reader.need("b") == nullptr);
  CHECK(reader.need_text("c").empty());
  CHECK_FALSE(reader.need_date("d").has_value());
  CHECK(reader.need("a") != nullptr);
  CHECK(file.found() == "format/missing-key 2:3; format/missing-key 2:3; format/missing-key 2:3");
  CHECK(file.findings.all().front().message.en == "the key `b` is missing");
}

TEST_CASE("what may be missing is missing in silence") {
  Mapping file("x: 1\n");
  CHECK(file.reader.take("a") == nullptr);
  CHECK(file.reader.text("b").empty());
  CHECK_FALSE(file.reader.date("c").has_value());
  CHECK(file.reader.flag("d", true));
  CHECK_FALSE(file.reader.flag("d", false));
  CHECK(file.reader.list("e").empty());
  CHECK(file.reader.texts("f").empty());
  CHECK(file.reader.choice<int>("g", {{"one", 1}}, 7) == 7);
  CHECK(file.found() == "");
}

TEST_CASE("what is no mapping is reported once and reads as an empty one") {
  for (const char* text : {"[a]\n", "a\n", "~\n"}) {
    CAPTURE(std::string(text));
    Mapping file(text);
    CHECK_FALSE(file.reader.is_mapping());
    CHECK(file.reader.need("a") == nullptr);
    CHECK(file.reader.need_text("b").empty());
    file.reader.finish();
    CHECK(file.found() == "format/wrong-kind 1:1");
  }
}

TEST_CASE("a single value is no list, no mapping and not nothing") {
  Mapping file("a: [x]\nb: {c: d}\nc:\nd: x\n");
  CHECK(file.reader.need_text("a").empty());
  CHECK(file.reader.text("b").empty());
  CHECK(file.reader.text("c").empty());
  CHECK(file.reader.text("d") == "x");
  REQUIRE(file.findings.all().size() == 3);
  CHECK(file.found().starts_with("format/wrong-kind 1:4; format/wrong-kind 2:4; format/wrong-kind "));
}

TEST_CASE("a list is a list, and texts are one text or a list of texts") {
  Mapping file("a: x\nb: [x, y]\nc: [x, [y], z]\nd: {e: f}\n");
  CHECK(file.reader.list("b").size() == 2);
  CHECK(file.reader.list("a").empty());
  CHECK(file.found() == "format/wrong-kind 1:4");
  REQUIRE(file.reader.texts("a").size() == 1);
  CHECK(file.reader.texts("a").front().text == "x");
  CHECK(file.where(file.reader.texts("b").at(1).place) == "2:8");
  CHECK(file.reader.texts("c").size() == 2);
  CHECK(file.reader.texts("d").empty());
  CHECK(file.found() == "format/wrong-kind 1:4; format/wrong-kind 3:8; format/wrong-kind 4:4");
}

TEST_CASE("dates, numbers and flags that cannot be read are reported at the value") {
  Mapping file("a: 2026-02-29\nb: 令和8年4月15日\nc: yes\nd: 'true'\ne: 5,000\nf: 五千\ng: '2026-04-15'\n");
  CHECK_FALSE(file.reader.need_date("a").has_value());
  CHECK(to_string(file.reader.date("b").value()) == "2026-04-15");
  CHECK(file.reader.flag("c", true));
  CHECK(file.reader.flag("d", false));
  CHECK(read_number(*file.reader.need("e"), file.findings).value() == Rational{5000});
  CHECK_FALSE(read_number(*file.reader.need("f"), file.findings).has_value());
  CHECK(to_string(file.reader.need_date("g").value()) == "2026-04-15");
  CHECK(file.found() == "format/bad-value 1:4; format/unknown-name 3:4; format/bad-value 6:4");
}

TEST_CASE("a word is one of a few, and another is reported with the nearest") {
  const std::map<std::string_view, int> words{{"any-day", 1}, {"last-of-month", 2}};
  Mapping file("a: last-of-month\nb: last-of-mont\nc: monday\nd: [any-day]\n");
  CHECK(file.reader.choice<int>("a", words, 0) == 2);
  CHECK(file.reader.choice<int>("b", words, 0) == 0);
  CHECK(file.help() == "did you mean `last-of-month`?");
  CHECK(file.reader.choice<int>("c", words, 7) == 7);
  CHECK(file.help() == "did you mean `last-of-month`?");
  CHECK(file.reader.choice<int>("d", words, 7) == 7);
  CHECK(file.found() == "format/unknown-name 2:4; format/unknown-name 3:4; format/wrong-kind 4:4");
}

TEST_CASE("the place of a key is that of its value, or of the mapping where it is missing") {
  Mapping file("# c\na: x\nb: y\n");
  CHECK(file.where(file.reader.place_of("b")) == "3:4");
  CHECK(file.where(file.reader.place_of("z")) == "2:1");
  CHECK(file.where(file.reader.place()) == "2:1");
}

TEST_CASE("user text in a message is made fit for one line") {
  Mapping file("\"a\\nb\": x\n");
  file.reader.finish();
  REQUIRE(file.findings.all().size() == 1);
  CHECK(file.findings.all().front().message.en.find('\n') == std::string::npos);
}

}  // namespace
}  // namespace yomikae
