#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "render/output.h"

namespace yomikae {
namespace {

/// One finding at a place of a text, as it is shown.
std::string shown(const std::string& text, std::uint32_t offset, std::uint32_t length,
                  TextStyle style = {Language::en, false}) {
  Sources sources;
  const SourceId id = sources.add("a.yaml", text);
  Findings findings;
  findings.add("format/unknown-name", {id, offset, length}, {"だめ", "bad"}, {"直す", "mend"});
  return render_text(findings, sources, style);
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    all.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

TEST_CASE("a finding shows file, line, column, the line, a caret and what to do") {
  CHECK(shown("one\ntwo three\n", 8, 5) ==
        "a.yaml:2:5: error: bad [format/unknown-name]\n"
        " 2 | two three\n"
        "   |     ^^^^^\n"
        "  = mend\n");
}

TEST_CASE("the words are in the language asked for") {
  CHECK(lines(shown("x", 0, 1, {Language::ja, false})).at(0) == "a.yaml:1:1: エラー: だめ [format/unknown-name]");
}

TEST_CASE("a caret stands under wide characters, two columns for each, the column counted in characters") {
  const auto all = lines(shown("料金: 円", 8, 3));  // 料金 6 bytes, colon, space
  CHECK(all.at(0).substr(0, 12) == "a.yaml:1:5: ");
  CHECK(all.at(1) == " 1 | 料金: 円");
  CHECK(all.at(2) == "   |       ^^");
}

TEST_CASE("a caret of a place without length is one column wide") {
  CHECK(lines(shown("ab", 1, 0)).at(2) == "   |  ^");
}

TEST_CASE("a long line is cut on both sides of the place, and the caret points at it") {
  const std::string text = std::string(5000, 'a') + "XYZ" + std::string(5000, 'b');
  const auto all = lines(shown(text, 5000, 3));
  CHECK(display_width(all.at(1)) <= 120);
  CHECK(all.at(1).find("…a") != std::string::npos);
  CHECK(all.at(1).substr(all.at(1).size() - std::string("…").size()) == "…");
  const std::size_t name = all.at(1).find("XYZ");
  REQUIRE(name != std::string::npos);
  CHECK(all.at(2).find('^') == display_width(all.at(1).substr(0, name)));
  CHECK(all.at(2).substr(all.at(2).find('^')) == "^^^");
}

TEST_CASE("a place as long as a long line is no longer than what is shown of it") {
  const auto all = lines(shown(std::string(5000, 'a'), 0, 5000));
  CHECK(display_width(all.at(2)) <= display_width(all.at(1)));
}

TEST_CASE("control characters are visible and move the caret with them") {
  const auto all = lines(shown("a\x1b[31mb", 6, 1));
  CHECK(all.at(1) == " 1 | a\\u{001B}[31mb");
  CHECK(all.at(2) == "   | " + std::string(13, ' ') + "^");
}

TEST_CASE("only colour brings escape sequences") {
  CHECK(shown("ab", 0, 1).find('\x1b') == std::string::npos);
  CHECK(shown("ab", 0, 1, {Language::en, true}).find("\x1b[1;31merror\x1b[0m") != std::string::npos);
}

TEST_CASE("a hundred findings are shown and the rest counted") {
  for (const int count : {100, 103}) {
    Findings findings;
    for (int i = 0; i < count; ++i) findings.add("format/unknown-name", {}, {"だめ", "bad"});
    const auto all = lines(render_text(findings, {}, {Language::en, false}));
    CHECK(all.size() == (count == 100 ? 100U : 101U));
    CHECK(all.at(99) == "error: bad [format/unknown-name]");
    if (count == 103) CHECK(all.at(100) == "and 3 more");
  }
}

}  // namespace
}  // namespace yomikae
