#include "check/printed_citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

using Kind = PrintedNumber::Kind;

std::string utf8(std::string_view text, const FoldedText& folded, std::size_t begin, std::size_t end) {
  return std::string(text.substr(folded.begin[begin], folded.end[end - 1] - folded.begin[begin]));
}

/// Walks over the folded words from left to right.
class Scanner {
 public:
  explicit Scanner(const Scalar& printed) : printed_(printed), folded_(fold(printed.text)), key_(folded_.key) {}

  PrintedCitation scan() {
    while (at_ < key_.size()) {
      if (!article() && !annex() && !paragraph() && !item()) ++at_;
    }
    return std::move(result_);
  }

 private:
  bool take(std::u32string_view words) {
    if (key_.substr(at_, words.size()) != words) return false;
    at_ += words.size();
    return true;
  }

  static std::optional<int> digit(char32_t unit) {
    constexpr std::u32string_view chinese = U"〇一二三四五六七八九";
    if (unit >= U'0' && unit <= U'9') return static_cast<int>(unit - U'0');
    const std::size_t found = chinese.find(unit);
    if (found == std::u32string_view::npos) return std::nullopt;
    return static_cast<int>(found);
  }

  /// A number up to 999: `36`, `三十六`.
  std::optional<int> number() {
    int total = 0;
    int current = 0;
    std::size_t at = at_;
    for (; at < key_.size() && at < at_ + 6; ++at) {
      if (const auto value = digit(key_[at])) {
        current = current * 10 + *value;
      } else if (key_[at] == U'十') {
        total += (current == 0 ? 1 : current) * 10;
        current = 0;
      } else if (key_[at] == U'百') {
        total += (current == 0 ? 1 : current) * 100;
        current = 0;
      } else {
        break;
      }
    }
    if (at == at_) return std::nullopt;
    at_ = at;
    return total + current;
  }

  /// `第…` and a unit: `第7条`, `第2項`.
  std::optional<std::string> counted(char32_t unit) {
    const std::size_t start = at_;
    const bool ordinal = take(U"第");
    if (const auto found = number(); found && at_ < key_.size() && key_[at_] == unit && (ordinal || unit == U'号')) {
      ++at_;
      return std::to_string(*found);
    }
    at_ = start;
    return std::nullopt;
  }

  bool relative(char32_t unit, PrintedNumber& number_of) {
    const std::size_t start = at_;
    const auto is = [&](std::u32string_view word) { return take(word) && at_ < key_.size() && key_[at_++] == unit; };
    for (const auto& [word, kind] :
         {std::pair{U"前", Kind::previous}, std::pair{U"次", Kind::next}, std::pair{U"同", Kind::same},
          std::pair{U"本", Kind::same}, std::pair{U"各", Kind::all}, std::pair{U"前各", Kind::up_to}}) {
      if (is(word)) {
        number_of = {kind, {}, {}, 1};
        return true;
      }
      at_ = start;
    }
    if (take(U"前")) {
      const auto count = number();
      if (count && at_ < key_.size() && key_[at_] == unit) {
        ++at_;
        number_of = {Kind::previous, {}, {}, *count};
        return true;
      }
    }
    at_ = start;
    return false;
  }

  bool any(char32_t unit, PrintedNumber& number_of) {
    if (auto counted_number = counted(unit)) {
      number_of = {Kind::number, std::move(*counted_number), {}, 1};
      const std::size_t start = at_;
      if (take(U"から") || take(U"乃至")) {
        if (auto last = counted(unit)) {
          number_of.kind = Kind::from_to;
          number_of.last = std::move(*last);
          return true;
        }
        at_ = start;
      }
      return true;
    }
    return relative(unit, number_of);
  }

  bool article() {
    if (result_.article.kind != Kind::none || !any(U'条', result_.article)) return false;
    while (take(U"の")) {
      const auto branch = number();
      if (!branch) break;
      result_.article.number += fmt::format("-{}", *branch);
    }
    if (at_ < key_.size() && key_[at_] == U'(' && at_ + 1 < key_.size() && !digit(key_[at_ + 1])) heading();
    return true;
  }

  /// The label in brackets; brackets inside it belong to it.
  void heading() {
    const std::size_t begin = at_ + 1;
    int depth = 0;
    for (; at_ < key_.size(); ++at_) {
      if (key_[at_] == U'(') ++depth;
      if (key_[at_] == U')' && --depth == 0) break;
    }
    if (at_ > begin) assign(begin, at_, result_.heading, result_.heading_place);
    if (at_ < key_.size()) ++at_;
  }

  void assign(std::size_t begin, std::size_t end, std::string& text, Place& place) const {
    text = utf8(printed_.text, folded_, begin, end);
    place = printed_.at(folded_.begin[begin], folded_.end[end - 1] - folded_.begin[begin]);
  }

  /// `別紙1の2.月額費用(2)`.
  bool annex() {
    const std::size_t start = at_;
    if (result_.article.kind != Kind::none || !take(U"別紙")) return false;
    const auto found = number();
    if (!found) {
      at_ = start + 2;
      return true;
    }
    result_.article = {Kind::number, fmt::format("annex-{}", *found), {}, 1};
    if (!take(U"の")) return true;
    const auto part = number();
    if (!part) return true;
    result_.paragraph = {Kind::number, std::to_string(*part), {}, 1};
    take(U".");
    rest_as_name();
    return true;
  }

  bool paragraph() { return result_.paragraph.kind == Kind::none && any(U'項', result_.paragraph); }

  bool item() {
    if (result_.item.kind != Kind::none) return false;
    const std::size_t start = at_;
    if (any(U'号', result_.item)) {
      rest_as_name();
      return true;
    }
    if (take(U"(")) {
      const auto found = number();
      if (found && take(U")")) {
        result_.item = {Kind::number, std::to_string(*found), {}, 1};
        rest_as_name();
        return true;
      }
    }
    at_ = start;
    return false;
  }

  /// Words behind a number, to the end or the next bracket.
  void rest_as_name() {
    constexpr std::u32string_view no_names = U"のに及若又、。(「";
    const std::size_t begin = at_;
    if (at_ == key_.size() || no_names.find(key_[at_]) != std::u32string_view::npos || digit(key_[at_])) return;
    if (key_[at_] == U'第' || key_[at_] == U'た' || key_[at_] == U'本' || key_[at_] == U'か') return;
    while (at_ < key_.size() && key_[at_] != U'(') ++at_;
    assign(begin, at_, result_.name, result_.name_place);
  }

  const Scalar& printed_;
  FoldedText folded_;
  std::u32string_view key_;
  std::size_t at_ = 0;
  PrintedCitation result_;
};

std::optional<int> as_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::vector<std::string> range(int first, int last) {
  std::vector<std::string> numbers;
  for (int each = first; each <= last; ++each) numbers.push_back(std::to_string(each));
  return numbers;
}

/// What a number relative to `own` means where numbers are counted from one.
std::optional<MeantNumbers> meant_number(const PrintedNumber& printed, std::string_view own,
                                         std::vector<std::string> before) {
  const auto here = as_number(own);
  switch (printed.kind) {
    case Kind::none: return std::nullopt;
    case Kind::number: return MeantNumbers{{printed.number}, false};
    case Kind::from_to: {
      const auto first = as_number(printed.number);
      const auto last = as_number(printed.last);
      if (!first || !last) return std::nullopt;
      return MeantNumbers{range(*first, *last), true};
    }
    case Kind::previous:
      if (!here) return std::nullopt;
      return MeantNumbers{range(*here - printed.count, *here - 1), printed.count > 1};
    case Kind::next:
      if (!here) return std::nullopt;
      return MeantNumbers{{std::to_string(*here + 1)}, false};
    case Kind::same: before.emplace_back(own); return MeantNumbers{std::move(before), false};
    case Kind::up_to:
      if (!here) return std::nullopt;
      return MeantNumbers{range(1, *here - 1), true};
    case Kind::all: return std::nullopt;
  }
  return std::nullopt;
}

/// The article before or after another, as the document has them.
std::optional<MeantNumbers> neighbour(const Version& version, const std::string& head, bool before) {
  std::string last;
  bool found = false;
  for (const Provision& each : version.provisions) {
    if (each.path.head == last) continue;
    if (found) return MeantNumbers{{each.path.head}, false};
    if (each.path.head == head) {
      if (before) return MeantNumbers{{last}, false};
      found = true;
    }
    last = each.path.head;
  }
  return MeantNumbers{{}, false};
}

}  // namespace

PrintedCitation parse_printed(const Scalar& printed) { return Scanner(printed).scan(); }

MeantProvisions meant_by(const PrintedCitation& words, const ProvisionPath& from, std::span<const ProvisionPath> before,
                         const Version& cited, bool own) {
  MeantProvisions meant;
  std::vector<std::string> heads;
  std::vector<std::string> paragraphs;
  for (const ProvisionPath& each : before) {
    heads.push_back(each.head);
    paragraphs.push_back(std::to_string(each.paragraph));
  }
  const bool relative = words.article.kind == Kind::previous || words.article.kind == Kind::next;
  if (relative && own && words.article.count == 1) {
    meant.article = neighbour(cited, from.head, words.article.kind == Kind::previous);
  } else if (words.article.kind == Kind::number) {
    meant.article = MeantNumbers{{words.article.number}, false};
  } else if (words.article.kind == Kind::same) {
    if (own) heads.push_back(from.head);
    if (!heads.empty()) meant.article = MeantNumbers{heads, false};
  } else if (words.article.kind == Kind::none && words.numbered()) {
    const PrintedNumber& highest = words.paragraph.kind == Kind::none ? words.item : words.paragraph;
    const bool here = highest.kind != Kind::number && highest.kind != Kind::from_to && highest.kind != Kind::same;
    if (own) heads.push_back(from.head);
    if (own && here) heads = {from.head};
    if (!heads.empty()) meant.article = MeantNumbers{heads, false};
  }
  meant.paragraph = meant_number(words.paragraph, std::to_string(from.paragraph), paragraphs);
  meant.item = meant_number(words.item, from.item, {});
  if (words.item.kind == Kind::same) meant.item.reset();
  return meant;
}

}  // namespace yomikae
