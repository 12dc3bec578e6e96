#include <doctest/doctest.h>

#include "base/text.h"
#include "render/output.h"

namespace yomikae::test {
namespace {

constexpr TextStyle english{Language::en, false};

std::string shown(const std::string& text, std::size_t offset, std::size_t length, TextStyle style = english) {
  Sources sources;
  Findings findings;
  const SourceId source = sources.add("file.yaml", text);
  findings.add("format/bad-value", {source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)},
               {"悪い値", "bad value"});
  return render_text(findings, sources, style);
}

std::string line_of(const std::string& text, std::size_t number) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < number; ++i) from = text.find('\n', from) + 1;
  return text.substr(from, text.find('\n', from) - from);
}

TEST_CASE("place, words and id stand in the first line, the column counted in characters") {
  const std::string text = "a: 1\n契約: x\n";
  CHECK(line_of(shown(text, text.find('x'), 1), 0) == "file.yaml:2:5: error: bad value [format/bad-value]");
}

TEST_CASE("the caret stands under the characters, wide ones counted twice") {
  const std::string text = "契約: 日付\n";
  const std::string out = shown(text, text.find("日付"), std::string("日付").size());
  CHECK(line_of(out, 1) == " 1 | 契約: 日付");
  CHECK(line_of(out, 2) == "   |       ^^^^");
}

TEST_CASE("a long line is cut around the place, and the caret stays on the screen") {
  const std::string text = std::string(5000, 'a') + "X" + std::string(5000, 'b') + "\n";
  const std::string out = shown(text, 5000, 1);
  CHECK(display_width(line_of(out, 1)) < 130);
  CHECK(line_of(out, 1).find("aX") != std::string::npos);
  const std::size_t caret = line_of(out, 2).find('^');
  const std::string before = line_of(out, 1).substr(0, line_of(out, 1).find('X'));
  CHECK(caret == display_width(before));
}

TEST_CASE("user text cannot do anything to a terminal") {
  const std::string out = shown("a: \x1b[31mred\n", 3, 4);
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find("\\u{001B}") != std::string::npos);
}

TEST_CASE("colour is asked for, never assumed, and changes no words") {
  const std::string plain = shown("a: b\n", 3, 1);
  const std::string colored = shown("a: b\n", 3, 1, {Language::en, true});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(colored.find('\x1b') != std::string::npos);
  CHECK(shown("a: b\n", 3, 1, {Language::ja, false}).find("エラー: 悪い値") != std::string::npos);
}

TEST_CASE("a hundred findings are shown, the rest is counted") {
  Sources sources;
  Findings findings;
  const SourceId source = sources.add("file.yaml", "a: b\n");
  for (int i = 0; i < 103; ++i) findings.add("format/bad-value", {source, 3, 1}, {"悪い値", "bad value"});
  const std::string out = render_text(findings, sources, english);
  std::size_t count = 0;
  for (std::size_t at = out.find("bad value"); at != std::string::npos; at = out.find("bad value", at + 1)) ++count;
  CHECK(count == 100);
  CHECK(out.ends_with("and 3 more\n"));
}

}  // namespace
}  // namespace yomikae::test
