#include "base/text.h"

#include <doctest/doctest.h>

#include <random>

namespace yomikae {
namespace {

std::string utf8(char32_t c) {
  std::string bytes;
  if (c < 0x80) {
    bytes = {static_cast<char>(c)};
  } else if (c < 0x800) {
    bytes = {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    bytes = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
             static_cast<char>(0x80 | (c & 0x3F))};
  }
  return bytes;
}

TEST_CASE("first_invalid_utf8 gives the offset of the first malformed sequence") {
  struct Case {
    std::string claim;
    std::string text;
    std::optional<std::size_t> offset;
  };
  const std::vector<Case> cases = {
      {"empty text is valid", "", std::nullopt},
      {"ASCII is valid", "a long enough line of ASCII", std::nullopt},
      {"Japanese is valid", "第28条（解約）𠮷", std::nullopt},
      {"a NUL is valid", std::string("a\0b", 3), std::nullopt},
      {"a lone continuation byte is not", "\x80", 0},
      {"an error after the fast path is found", "12345678\xFF", 8},
      {"an error within a word is found",
       "12345\xFF"
       "78 and more",
       5},
      {"a truncated character is malformed at its first byte", "あ\xE3\x81", 3},
      {"an overlong slash is malformed", "a\xC0\xAF", 1},
      {"a surrogate is malformed", "ab\xED\xA0\x80", 2},
      {"beyond U+10FFFF is malformed", "\xF4\x90\x80\x80", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK(first_invalid_utf8(c.text) == c.offset);
  }
}

TEST_CASE("count_code_points and display_width") {
  struct Case {
    std::string claim;
    std::string text;
    std::size_t count;
    std::size_t width;
  };
  const std::vector<Case> cases = {
      {"nothing", "", 0, 0},
      {"ASCII is one column", "abc", 3, 3},
      {"Japanese is two columns", "解約、", 3, 6},
      {"half-width katakana is one", "ｶﾞ", 2, 2},
      {"full-width Latin is two", "Ａ", 1, 2},
      {"ambiguous characters are two", "※①②③〜", 5, 10},
      {"beyond the BMP is one code point", "𠮷", 1, 2},
      {"a combining mark has no width", "か\u3099e\u0301", 4, 3},
      {"controls have no width", "a\tb\x7F\u0085\u200B", 6, 2},
      {"a malformed byte counts as U+FFFD", "a\xFF", 2, 3},
  };
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK(count_code_points(c.text) == c.count);
    CHECK(display_width(c.text) == c.width);
  }
}

TEST_CASE("pad_to_width fills up and never cuts") {
  CHECK(pad_to_width("解約", 6) == "解約  ");
  CHECK(pad_to_width("解約", 4) == "解約");
  CHECK(pad_to_width("解約", 3) == "解約");
  CHECK(pad_to_width("", 2) == "  ");
}

TEST_CASE("wrap_to_width") {
  struct Case {
    std::string claim;
    std::string text;
    std::size_t columns;
    std::vector<std::string> lines;
  };
  const std::vector<Case> cases = {
      {"empty text is one empty line", "", 10, {""}},
      {"what fits stays one line", "契約者は", 8, {"契約者は"}},
      {"breaks between any characters", "契約者は", 5, {"契約", "者は"}},
      {"no line begins with a full stop", "契約者。", 6, {"契約", "者。"}},
      {"no line begins with closing brackets", "あいう」）え", 6, {"あい", "う」）", "え"}},
      {"no line ends with an opening bracket", "あい（う）", 6, {"あい", "（う）"}},
      {"the comma of a number is inside it", "額は30,000円", 8, {"額は", "30,000円"}},
      {"but only while there is another place", "。。。。", 4, {"。。", "。。"}},
      {"a word that fits on a line is whole", "契約IIJ2", 6, {"契約", "IIJ2"}},
      {"a word that does not is cut", "abcdefg", 3, {"abc", "def", "g"}},
      {"a word of a whole line is whole before a comma", "あabcdef、い", 6, {"あ", "abcdef", "、い"}},
      {"line feeds end lines", "あ\n\nい\n", 10, {"あ", "", "い", ""}},
      {"spaces at an end of line are dropped", "ab  cd　　ef", 2, {"ab", "cd", "ef"}},
      {"spaces elsewhere stay", "  ab cd ", 20, {"  ab cd "}},
      {"a mark stays with its letter", "か\u3099か\u3099", 2, {"か\u3099", "か\u3099"}},
      {"what is wider than a line stands alone", "あいa", 1, {"あ", "い", "a"}},
      {"no column at all still ends", "ab", 0, {"a", "b"}},
      {"spaces wider than a line leave an empty line", "   ", 1, {""}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK(wrap_to_width(c.text, c.columns) == c.lines);
  }
}

TEST_CASE("single_line makes visible what could do something") {
  CHECK(single_line("第1条 `x`") == "第1条 `x`");
  CHECK(single_line("a\n\r\tb") == "a\\u{000A}\\u{000D}\\u{0009}b");
  CHECK(single_line("\x1B[31m") == "\\u{001B}[31m");
  CHECK(single_line(std::string("\0", 1)) == "\\u{0000}");
  CHECK(single_line("\x7F\u0085\u009B") == "\\u{007F}\\u{0085}\\u{009B}");
  CHECK(single_line("a\xFFz") == "a\uFFFDz");
  for (const char32_t c : {U'\u2028', U'\u2029', U'\u202A', U'\u202B', U'\u202C', U'\u202D', U'\u202E', U'\u2066',
                           U'\u2067', U'\u2068', U'\u2069', U'\u200E', U'\u200F'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(single_line(utf8(c)).starts_with("\\u{20"));
  }
}

TEST_CASE("splits_latin_word: letters or digits on both sides") {
  const auto splits = [](const std::string& before, const std::string& after) {
    return splits_latin_word(before + after, before.size());
  };
  CHECK(splits("I", "IJ"));
  CHECK(splits("2", "IIJ"));
  CHECK(splits("Ｉ", "IJ"));
  CHECK(splits("MX", "２"));
  CHECK(splits("MX", "Ⅱ"));
  CHECK(splits("e\u0301", "t"));
  CHECK(splits("\u00E9", "t"));
  CHECK_FALSE(splits("", "IIJ"));
  CHECK_FALSE(splits("IIJ", ""));
  CHECK_FALSE(splits("2 ", "IIJ"));
  CHECK_FALSE(splits("2", " IIJ"));
  CHECK_FALSE(splits("①", "IIJ"));
  CHECK_FALSE(splits("MX", "サービス"));
  CHECK_FALSE(splits("の", "IIJ"));
  CHECK_FALSE(splits("\u0301", "IIJ"));
}

TEST_CASE("fold: one key for all spellings") {
  struct Case {
    std::string claim;
    std::string text;
    std::u32string key;
  };
  const std::vector<Case> cases = {
      {"width", "Ｍｘ２", U"Mx2"},
      {"case is kept", "IIJ iij", U"IIJiij"},
      {"white space of every kind", " a\tb\r\nc\u00A0d　e\u2028", U"abcde"},
      {"half-width voicing marks compose", "ｶﾞﾊﾟ", U"ガパ"},
      {"across a line break too", "ｶ\nﾞ", U"ガ"},
      {"combining marks compose", "か\u3099", U"が"},
      {"compatibility characters", "㈱①", U"(株)1"},
      {"a mark that normalises to space and mark", "゛", U"\u3099"},
      {"Kangxi radicals", "\u2F00", U"一"},
      {"beyond the BMP", "𠮷", U"𠮷"},
      {"malformed bytes", "a\xFF", U"a\uFFFD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK((fold(c.text).key == c.key));
  }
}

TEST_CASE("fold: every unit knows the bytes it came from") {
  const FoldedText folded = fold(" ｶ\nﾞ ㈱ x ");
  REQUIRE((folded.key == U"ガ(株)x"));
  CHECK(folded.begin == std::vector<std::size_t>{1, 9, 9, 9, 13});
  CHECK(folded.end == std::vector<std::size_t>{8, 12, 12, 12, 14});
}

TEST_CASE("law: white space between characters never changes the key") {
  std::mt19937 random(20260201);  // NOLINT(*-msc51-cpp): the same texts on every run
  const std::vector<std::string> alphabet = {"I", "Ｊ",     "ｶ",  "ﾞ",  "ガ",     "か",    "\u3099",
                                             "e", "\u0301", "㈱", "゛", "\u1100", "\u1161"};
  for (int i = 0; i < 2000; ++i) {
    std::string dense;
    std::string spaced;
    for (std::size_t length = random() % 8; length > 0; --length) {
      const std::string& letter = alphabet[random() % alphabet.size()];
      dense += letter;
      spaced += letter + (random() % 2 == 0 ? "" : random() % 2 == 0 ? "\n" : "　");
    }
    CAPTURE(spaced);
    CHECK((fold(dense).key == fold(spaced).key));
  }
}

TEST_CASE("edit_distance counts code points") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "解約") == 2);
  CHECK(edit_distance("解約", "解除") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ab", "ba") == 2);
  CHECK(edit_distance(std::string(200, 'a'), std::string(199, 'a')) == 1);
  CHECK(edit_distance(std::string(201, 'a'), std::string(201, 'a')) == 201);
  CHECK(edit_distance("a", std::string(300, 'a')) == 300);
}

TEST_CASE("nearest_name") {
  const std::vector<std::string_view> names = {"notice", "effect", "effects", "解約"};
  CHECK(nearest_name("notise", names) == "notice");
  CHECK(nearest_name("effect", names) == "effect");
  CHECK(nearest_name("efect", names) == "effect");
  CHECK(nearest_name("解除", names) == "解約");  // one edit is always allowed
  CHECK(nearest_name("noxxxx", names) == std::nullopt);
  CHECK(nearest_name("notice", {}) == std::nullopt);
  const std::vector<std::string_view> tied = {"bb", "aa"};
  CHECK(nearest_name("ab", tied) == "bb");
}

}  // namespace
}  // namespace yomikae
