#include "overlay/substitution.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <stdexcept>

namespace yomikae {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::vector<SubstitutionRule> rules_of(const Pairs& pairs) {
  std::vector<SubstitutionRule> rules;
  for (const auto& [from, to] : pairs) {
    rules.push_back({from, to, "第2表" + std::to_string(rules.size() + 1) + "行"});
  }
  return rules;
}

std::string describe(const Substituted& result) {
  std::string described = result.text;
  for (const Suppressed& s : result.suppressed) {
    described += " | " + std::to_string(s.rule) + " at " + std::to_string(s.begin) + "-" + std::to_string(s.end) +
                 (s.reason == Suppressed::Reason::inside_longer_word ? " word" : " name");
  }
  return described;
}

struct Case {
  std::string claim;
  Pairs rules;
  std::vector<std::string> other_names;
  std::string text;
  std::string expected;  // as `describe` writes it
};

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK(describe(Substitution(rules_of(c.rules), c.other_names).apply(c.text)) == c.expected);
  }
}

TEST_CASE("names are found folded and everything else stays as printed") {
  check_all({
      {"no rules change nothing", {}, {}, "ＩＩＪ　a\n", "ＩＩＪ　a\n"},
      {"width does not matter", {{"IIJ", "甲"}}, {}, "ＩＩＪの１", "甲の１"},
      {"width of the source neither", {{"ＩＩＪ", "甲"}}, {}, "IIJ", "甲"},
      {"case does", {{"IIJ", "甲"}}, {}, "iij", "iij"},
      {"spaces inside a name", {{"IIJサービス", "乙"}}, {}, "の IIJ サ ービス の", "の 乙 の"},
      {"spaces inside a source", {{"IIJ サービス", "乙"}}, {}, "IIJサービス", "乙"},
      {"a hard line break in a name", {{"申込書", "注文書"}}, {}, "申\r\n　込書\n", "注文書\n"},
      {"a hard line break inside a Latin word", {{"IIJ", "甲"}}, {}, "II\nJ", "甲"},
      {"half-width katakana with voicing marks", {{"ガード", "丙"}}, {}, "ｶﾞｰﾄﾞ", "丙"},
      {"a letter whose voicing mark is not in the source", {{"カ", "x"}}, {}, "ｶﾞカ", "ｶﾞx"},
      {"not a part of a ligature", {{"株", "x"}}, {}, "㈱株", "㈱x"},
      {"nor its beginning or end", {{"(", "x"}, {")", "y"}}, {}, "(㈱)", "x㈱y"},
      {"but all of it", {{"(株)", "x"}}, {}, "㈱", "x"},
      {"an empty target deletes", {{"IIJ", ""}}, {}, "のIIJの", "のの"},
      {"malformed bytes stay", {{"甲", "乙"}}, {}, "\xFF甲\xE3\x81", "\xFF乙\xE3\x81"},
  });
}

TEST_CASE("all rules at once, leftmost and there the longest") {
  check_all({
      {"the longest wins", {{"甲", "1"}, {"甲乙", "2"}}, {}, "甲乙甲", "21"},
      {"length is that of the folded key", {{"甲", "1"}, {"甲乙", "2"}}, {}, "甲 乙", "2"},
      {"leftmost goes before longest", {{"甲乙", "1"}, {"乙丙丁", "2"}}, {}, "甲乙丙丁", "1丙丁"},
      {"a name does not overlap itself", {{"甲甲", "1"}}, {}, "甲甲甲", "1甲"},
      {"swapping", {{"甲", "乙"}, {"乙", "甲"}}, {}, "甲と乙", "乙と甲"},
      {"a target that contains its source", {{"甲", "甲社"}}, {}, "甲、甲", "甲社、甲社"},
      {"a target makes no source", {{"甲", "乙"}, {"乙丙", "x"}}, {}, "甲丙", "乙丙"},
      {"of two rules with one key the first", {{"ＩＩＪ", "1"}, {"II J", "2"}}, {}, "IIJ", "1"},
  });
}

TEST_CASE("Latin words and numbers of the printed text are not cut") {
  check_all({
      {"at the beginning", {{"IIJサ", "x"}}, {}, "IIIJサ", "IIIJサ | 0 at 1-7 word"},
      {"at the end", {{"IIJ", "x"}}, {}, "IIJ2", "IIJ2 | 0 at 0-3 word"},
      {"full-width neighbours", {{"IIJ", "x"}}, {}, "ＩIIJ", "ＩIIJ | 0 at 3-6 word"},
      {"a space ends a word", {{"IIJサ", "x"}}, {}, "2 IIJサ", "2 x"},
      {"a line break ends a word", {{"IIJ", "x"}}, {}, "2\nIIJ\n2", "2\nx\n2"},
      {"① is no digit", {{"IIJ", "x"}}, {}, "①IIJ", "①x"},
      {"kana beside Latin", {{"サ", "x"}}, {}, "MXサMX", "MXxMX"},
      {"punctuation", {{"IIJ", "x"}}, {}, "(IIJ)-IIJ", "(x)-x"},
      {"a shorter rule stands in", {{"甲M", "1"}, {"甲", "2"}}, {}, "甲MX", "2MX | 0 at 0-4 word"},
  });
}

TEST_CASE("other names are left alone") {
  const Pairs sandbox = {{"サンド", "x"}};
  check_all({
      {"a source at the end", sandbox, {"Webサンド"}, "Web サンドとサンド", "Web サンドとx | 0 at 4-13 name"},
      {"a source at the beginning", sandbox, {"サンド箱"}, "サンド箱", "サンド箱 | 0 at 0-9 name"},
      {"a source in the middle", {{"乙", "x"}}, {"甲乙丙"}, "甲乙丙乙", "甲乙丙x | 0 at 3-6 name"},
      {"not where the name is cut", sandbox, {"Webサンド"}, "MyWebサンド", "MyWebx"},
      {"a longer source", {{"甲乙丙", "x"}}, {"甲乙"}, "甲乙丙", "x"},
      {"a source around the name", {{"甲乙丙", "x"}}, {"乙"}, "甲乙丙", "x"},
      {"a source that leaves the name", {{"乙丙", "x"}}, {"甲乙"}, "甲乙丙", "甲乙丙 | 0 at 3-9 name"},
      {"names that overlap", {{"丙", "x"}}, {"甲乙", "乙丙"}, "甲乙丙", "甲乙丙 | 0 at 6-9 name"},
      {"a name that begins in a replaced one", {{"甲乙", "x"}, {"丙", "y"}}, {"乙丙"}, "甲乙丙", "x丙 | 1 at 6-9 name"},
      {"a name in a name", {{"丁", "x"}}, {"甲乙丙丁", "乙丙"}, "甲乙丙丁", "甲乙丙丁 | 0 at 9-12 name"},
      {"a name that is a source itself", sandbox, {"サ ンド"}, "サンド", "x"},
  });
}

TEST_CASE("untouchable ranges are not overlapped, whatever their order") {
  const Substitution substitution(rules_of({{"甲乙", "1"}, {"甲", "2"}, {"乙", "3"}}), {});
  const auto apply = [&](const std::vector<ByteRange>& untouchable) {
    return describe(substitution.apply("甲乙甲乙", untouchable));
  };
  CHECK(apply({}) == "11");
  CHECK(apply({{0, 6}}) == "甲乙1");
  CHECK(apply({{3, 6}}) == "2乙1");  // touching at an edge is no overlap
  CHECK(apply({{9, 12}, {0, 3}}) == "甲32乙");
  CHECK(apply({{0, 12}, {3, 6}}) == "甲乙甲乙");
  CHECK(apply({{3, 3}}) == "11");
}

TEST_CASE("replacements know what was printed and where the target is") {
  const Substitution substitution(rules_of({{"IIJ", "甲社"}}), {});
  const Substituted result = substitution.apply("の I IJ の");
  REQUIRE(result.replacements.size() == 1);
  CHECK(result.text == "の 甲社 の");
  CHECK(result.replacements[0].rule == 0);
  CHECK(result.replacements[0].printed == "I IJ");
  CHECK(result.replacements[0].begin == 4);
  CHECK(result.replacements[0].end == 10);
}

TEST_CASE("empty names are refused") {
  CHECK_THROWS_AS(Substitution(rules_of({{"", "x"}}), {}), std::invalid_argument);
  CHECK_THROWS_WITH(Substitution(rules_of({{"甲", "x"}, {" 　\n", "x"}}), {}),
                    "the source of substitution 2 (`第2表2行`) is empty");
  CHECK_THROWS_AS(Substitution({}, {" "}), std::invalid_argument);
}

// --- a reference that works on whole characters and looks everything up again each time ---

struct Cell {  // what is folded as one
  std::u32string key;
  std::size_t begin;
  std::size_t end;
  bool latin;  // of its last printed character
};

const std::vector<std::string> kAlphabet = {"I", "I",  "J",  "Ｉ", "Ｊ", "2",  "カ", "ｶ",
                                            "ﾞ", "ガ", "ス", " ",  "　", "\n", "㈱", "株"};

std::vector<Cell> cells_of(const std::string& text) {
  static const std::map<std::string, std::u32string> keys = {
      {"I", U"I"},  {"J", U"J"},      {"Ｉ", U"I"},  {"Ｊ", U"J"},  {"2", U"2"},     {"カ", U"カ"},
      {"ｶ", U"カ"}, {"ﾞ", U"\u3099"}, {"ガ", U"ガ"}, {"ス", U"ス"}, {"㈱", U"(株)"}, {"株", U"株"}};
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3;
    const std::string letter = text.substr(at, length);
    const auto key = keys.find(letter);
    if (key != keys.end() && letter == "ﾞ" && !cells.empty()) {
      Cell& voiced = cells.back();
      if (voiced.key == U"カ") {
        voiced.key = U"ガ";
      } else if (voiced.key == U"ス") {
        voiced.key = U"ズ";
      } else {
        voiced.key += U"\u3099";
      }
      voiced.end = at + length;
      voiced.latin = false;
    } else if (key != keys.end()) {
      const bool latin = std::string("IJ2ＩＪ").find(letter) != std::string::npos;
      cells.push_back({key->second, at, at + length, latin});
    }
    at += length;
  }
  return cells;
}

std::u32string key_of(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::u32string key;
  for (std::size_t i = first; i < last; ++i) {
    key += cells[i].key;
  }
  return key;
}

std::u32string key_of(const std::string& text) {
  const std::vector<Cell> cells = cells_of(text);
  return key_of(cells, 0, cells.size());
}

class Reference {
 public:
  Reference(const std::vector<SubstitutionRule>& rules, const std::vector<std::string>& others, const std::string& text,
            const std::vector<ByteRange>& untouchable)
      : text_(text), cells_(cells_of(text)), untouchable_(untouchable) {
    for (const SubstitutionRule& rule : rules) {
      rules_.push_back(key_of(rule.from));
    }
    for (const std::string& other : others) {
      const std::u32string key = key_of(other);
      if (std::find(rules_.begin(), rules_.end(), key) == rules_.end()) {
        others_.push_back(key);
      }
    }
    std::size_t from = 0;
    while (from < cells_.size()) {
      const std::size_t next = decide(from);
      from = std::max(next, from + 1);
    }
    std::size_t copied = 0;
    for (const auto& [rule, printed] : replaced) {
      expected += text_.substr(copied, printed.begin - copied) + rules[rule].to;
      copied = printed.end;
    }
    expected += text_.substr(copied);
  }

  std::string expected;
  std::vector<std::pair<std::size_t, ByteRange>> replaced;
  std::vector<Suppressed> suppressed;

 private:
  [[nodiscard]] bool cut(std::size_t cell) const {  // whether a Latin word runs on from the cell before
    return cell > 0 && cell < cells_.size() && cells_[cell - 1].end == cells_[cell].begin && cells_[cell - 1].latin &&
           std::string("IJ2ＩＪ").find(first_letter(cell)) != std::string::npos;
  }

  [[nodiscard]] std::string first_letter(std::size_t cell) const {
    const std::size_t begin = cells_[cell].begin;
    return text_.substr(begin, static_cast<unsigned char>(text_[begin]) < 0x80 ? 1 : 3);
  }

  [[nodiscard]] bool in_other_name(std::size_t first, std::size_t last) const {
    for (std::size_t a = 0; a <= first; ++a) {
      for (std::size_t b = a + 1; b <= cells_.size(); ++b) {
        const bool is_other = std::find(others_.begin(), others_.end(), key_of(cells_, a, b)) != others_.end();
        if (is_other && !cut(a) && !cut(b) && (a == first ? b > last : b > first)) {
          return true;
        }
      }
    }
    return false;
  }

  // Replaces what may be at `first`, the longest; returns the cell behind it, or 0.
  std::size_t decide(std::size_t first) {
    for (std::size_t last = cells_.size(); last > first; --last) {
      const auto rule = std::find(rules_.begin(), rules_.end(), key_of(cells_, first, last));
      const ByteRange printed{cells_[first].begin, cells_[last - 1].end};
      const bool untouchable = std::any_of(untouchable_.begin(), untouchable_.end(), [&](const ByteRange& range) {
        return std::max(range.begin, printed.begin) < std::min(range.end, printed.end);
      });
      if (rule == rules_.end() || untouchable) {
        continue;
      }
      const auto index = static_cast<std::size_t>(rule - rules_.begin());
      if (cut(first) || cut(last)) {
        suppressed.push_back({index, printed.begin, printed.end, Suppressed::Reason::inside_longer_word});
      } else if (in_other_name(first, last)) {
        suppressed.push_back({index, printed.begin, printed.end, Suppressed::Reason::inside_other_name});
      } else {
        replaced.emplace_back(index, printed);
        return last;
      }
    }
    return 0;
  }

  const std::string& text_;
  std::vector<Cell> cells_;
  const std::vector<ByteRange>& untouchable_;
  std::vector<std::u32string> rules_;
  std::vector<std::u32string> others_;
};

class Inputs {
 public:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string text(std::size_t longest) {
    std::string text;
    for (std::size_t length = below(longest + 1); length > 0; --length) {
      text += kAlphabet[below(kAlphabet.size())];
    }
    return text;
  }

  std::string name() {
    std::string name;
    while (key_of(name).empty()) {
      name = text(3);
    }
    return name;
  }

  std::vector<ByteRange> ranges(std::size_t size) {
    std::vector<ByteRange> ranges;
    while (below(3) == 0) {
      const std::size_t begin = below(size + 1);
      ranges.push_back({begin, begin + below(size + 1 - begin)});
    }
    return ranges;
  }

 private:
  std::mt19937 random_{20240301};  // NOLINT(*-msc51-cpp): the same texts on every run
};

void check_same(const std::string& text, const Substituted& result, const Reference& reference) {
  REQUIRE(result.text == reference.expected);
  REQUIRE(result.replacements.size() == reference.replaced.size());
  for (std::size_t r = 0; r < result.replacements.size(); ++r) {
    const auto& [rule, printed] = reference.replaced[r];
    CHECK(result.replacements[r].rule == rule);
    CHECK(result.replacements[r].printed == text.substr(printed.begin, printed.end - printed.begin));
  }
  REQUIRE(describe({"", {}, result.suppressed}) == describe({"", {}, reference.suppressed}));
}

// The spans are disjoint, ordered and hold their targets, and putting back what was printed gives
// the input.
void check_laws(const std::string& text, const Substitution& substitution, const Substituted& result) {
  std::string restored;
  std::size_t copied = 0;
  for (const Replacement& r : result.replacements) {
    REQUIRE((copied <= r.begin && r.begin <= r.end && r.end <= result.text.size()));
    CHECK(result.text.substr(r.begin, r.end - r.begin) == substitution.rules()[r.rule].to);
    restored += result.text.substr(copied, r.begin - copied) + r.printed;
    copied = r.end;
  }
  CHECK(restored + result.text.substr(copied) == text);
}

TEST_CASE("property: the same as the reference on random texts, and the laws hold") {
  Inputs inputs;
  const Substitution nothing({}, {});
  std::size_t replaced = 0;
  std::size_t suppressed = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string text = inputs.text(24);
    std::vector<SubstitutionRule> rules(inputs.below(4));
    for (SubstitutionRule& rule : rules) {
      rule = {inputs.name(), inputs.text(4), ""};
    }
    std::vector<std::string> others(inputs.below(3));
    std::generate(others.begin(), others.end(), [&] { return inputs.name(); });
    const std::vector<ByteRange> untouchable = inputs.ranges(text.size());
    CAPTURE(i);
    CAPTURE(text);
    const Substitution substitution(rules, others);
    const Substituted result = substitution.apply(text, untouchable);
    check_same(text, result, Reference(rules, others, text, untouchable));
    check_laws(text, substitution, result);
    CHECK(nothing.apply(text, untouchable).text == text);
    replaced += result.replacements.size();
    suppressed += result.suppressed.size();
  }
  CHECK(replaced > 5000);  // or the texts are too random to test anything
  CHECK(suppressed > 1000);
}

}  // namespace
}  // namespace yomikae
