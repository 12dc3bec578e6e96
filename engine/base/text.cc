#include "base/text.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace yomikae {
namespace {

constexpr std::size_t kLongestCompared = 200;  // code points; bounds edit_distance
constexpr UChar32 kReplacement = 0xFFFD;
constexpr UChar32 kFirstNonAscii = 0x80;
constexpr UChar32 kIdeographicSpace = 0x3000;

// Reads the code point at `offset`, which is inside `text`, and moves `offset` behind it; negative
// where the bytes are malformed. ICU's macro narrows an int, which g++ reports at the place of use.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 next_or_negative(std::string_view text, std::size_t& offset) {
  const char* const bytes = text.data();
  UChar32 code_point = 0;
  U8_NEXT(bytes, offset, text.size(), code_point);
  return code_point;
}
#pragma GCC diagnostic pop

UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  const UChar32 code_point = next_or_negative(text, offset);
  return code_point < 0 ? kReplacement : code_point;
}

// The offset of the code point that ends at `end`, which is not 0.
std::size_t previous_code_point(std::string_view text, std::size_t end) {
  const std::size_t earliest = end - std::min<std::size_t>(end, U8_MAX_LENGTH);
  std::size_t begin = end - 1;
  while (begin > earliest && U8_IS_TRAIL(text[begin])) {
    --begin;
  }
  return begin;
}

// Calls `visit(code_point, begin, end)` for each code point with its byte range.
template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t begin = offset;
    const UChar32 code_point = next_code_point(text, offset);
    visit(code_point, begin, offset);
  }
}

std::u32string decode(std::string_view text) {
  std::u32string decoded;
  decoded.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c, std::size_t, std::size_t) { decoded.push_back(static_cast<char32_t>(c)); });
  return decoded;
}

std::size_t columns_of(UChar32 c) {
  if (c < kFirstNonAscii) {
    return c >= 0x20 && c != 0x7F ? 1 : 0;
  }
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return 0;
    default: break;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_AMBIGUOUS:
    case U_EA_FULLWIDTH:
    case U_EA_WIDE: return 2;
    default: return 1;
  }
}

bool is_ascii_alphanumeric(UChar32 c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_latin_or_digit(UChar32 c) {
  if (c < kFirstNonAscii) {
    return is_ascii_alphanumeric(c);
  }
  UErrorCode status = U_ZERO_ERROR;
  return u_charType(c) == U_DECIMAL_DIGIT_NUMBER || uscript_getScript(c, &status) == USCRIPT_LATIN;
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// --- wrapping ---

constexpr std::u32string_view kNotAtLineStart = U"、。，．）」』］】〉》〕｝";
constexpr std::u32string_view kNotAtLineEnd = U"（「『［【〈《〔｛";

// What cannot be torn: a code point and the ones without a width that follow it.
struct Glyph {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t width = 0;
  bool alphanumeric = false;
  bool space = false;
  bool may_begin_line = true;
  bool opens = false;  // a bracket that stays with what follows it
  bool comma = false;
};

// Runs of letters and digits that fit on a line hold together; longer ones may break anywhere.
void hold_words_together(std::vector<Glyph>& glyphs, std::size_t columns) {
  const auto is_word = [](const Glyph& glyph) { return glyph.alphanumeric; };
  auto run = glyphs.begin();
  while (run != glyphs.end()) {
    run = std::find_if(run, glyphs.end(), is_word);
    const auto run_end = std::find_if_not(run, glyphs.end(), is_word);
    if (run != run_end && static_cast<std::size_t>(run_end - run) <= columns) {
      std::for_each(run + 1, run_end, [](Glyph& glyph) { glyph.may_begin_line = false; });
    }
    run = run_end;
  }
}

// The comma inside `10,000` is part of the number.
void hold_numbers_together(std::vector<Glyph>& glyphs) {
  for (std::size_t i = 1; i + 1 < glyphs.size(); ++i) {
    if (glyphs[i].comma && glyphs[i - 1].alphanumeric && glyphs[i + 1].alphanumeric) glyphs[i].alphanumeric = true;
  }
}

std::vector<Glyph> glyphs_of(std::string_view paragraph, std::size_t columns) {
  std::vector<Glyph> glyphs;
  for_each_code_point(paragraph, [&](UChar32 c, std::size_t begin, std::size_t end) {
    const std::size_t width = columns_of(c);
    if (width == 0 && !glyphs.empty()) {
      glyphs.back().end = end;
      return;
    }
    Glyph glyph{.begin = begin, .end = end, .width = width};
    glyph.alphanumeric = is_ascii_alphanumeric(c);
    glyph.space = c == ' ' || c == kIdeographicSpace;
    glyph.may_begin_line = kNotAtLineStart.find(static_cast<char32_t>(c)) == std::string::npos;
    glyph.opens = kNotAtLineEnd.find(static_cast<char32_t>(c)) != std::string::npos;
    glyph.comma = c == ',';
    glyphs.push_back(glyph);
  });
  hold_numbers_together(glyphs);
  hold_words_together(glyphs, columns);
  for (std::size_t i = 1; i < glyphs.size(); ++i) {
    if (glyphs[i - 1].opens) glyphs[i].may_begin_line = false;
  }
  return glyphs;
}

// Where the line that starts at glyph `first` ends: behind as many glyphs as fit, or before these
// where the next may begin a line; always behind one at least.
std::size_t line_end(std::span<const Glyph> glyphs, std::size_t first, std::size_t columns) {
  std::size_t fitting = first;
  std::size_t width = 0;
  while (fitting < glyphs.size() && width + glyphs[fitting].width <= columns) {
    width += glyphs[fitting].width;
    ++fitting;
  }
  fitting = std::max(fitting, first + 1);
  if (fitting >= glyphs.size()) {
    return glyphs.size();
  }
  std::size_t cut = fitting;
  while (cut > first && !glyphs[cut].may_begin_line) {
    --cut;
  }
  return cut > first ? cut : fitting;
}

void wrap_paragraph(std::string_view paragraph, std::size_t columns, std::vector<std::string>& lines) {
  const std::vector<Glyph> glyphs = glyphs_of(paragraph, columns);
  const std::size_t lines_before = lines.size();
  std::size_t first = 0;
  while (first < glyphs.size()) {
    const std::size_t next = line_end(glyphs, first, columns);
    std::size_t last = next;
    if (next < glyphs.size()) {
      while (last > first && glyphs[last - 1].space) {
        --last;
      }
    }
    if (last > first) {
      const std::size_t begin = glyphs[first].begin;
      lines.emplace_back(paragraph.substr(begin, glyphs[last - 1].end - begin));
    }
    first = next;
    while (first < glyphs.size() && glyphs[first].space) {
      ++first;
    }
  }
  if (lines.size() == lines_before) {
    lines.emplace_back();
  }
}

// --- folding ---

// Folds code points as they come. A segment is what normalises independently of its neighbours; its
// bounds are known only when the next one begins. White space is dropped before, so that a line
// break between a letter and its voicing mark is none, and after, because ゛ normalises to a space
// and a mark.
class Folder {
 public:
  // ICU loads its normalisation data when the first one is made.
  explicit Folder(std::size_t bytes) : nfkc_(icu::Normalizer2::getNFKCInstance(status_)) {
    check();
    const std::size_t usual = bytes / kBytesOfKana + 1;
    folded_.key.reserve(usual);
    folded_.begin.reserve(usual);
    folded_.end.reserve(usual);
  }

  void add(UChar32 c, std::size_t begin, std::size_t end) {
    if (u_isUWhiteSpace(c) != 0) {
      return;
    }
    if (nfkc_->hasBoundaryBefore(c) != 0) {
      finish_segment();
    }
    if (first_ < 0) {
      begin_ = begin;
      first_ = c;
    } else {
      begin_segment();
      segment_.append(c);
    }
    end_ = end;
  }

  FoldedText finish() {
    finish_segment();
    return std::move(folded_);
  }

 private:
  static constexpr std::size_t kBytesOfKana = 3;

  // Almost every segment is one code point that stays as it is: it goes into no string.
  void begin_segment() {
    if (segment_.isEmpty()) {
      segment_.append(first_);
    }
  }

  void finish_segment() {
    if (first_ < 0) {
      return;
    }
    if (segment_.isEmpty() && u_getIntPropertyValue(first_, UCHAR_NFKC_QUICK_CHECK) == UNORM_YES) {
      take(first_);
    } else {
      begin_segment();
      segment_ = nfkc_->normalize(segment_, status_);
      check();
      for (std::int32_t i = 0; i < segment_.length(); i = segment_.moveIndex32(i, 1)) {
        take(segment_.char32At(i));
      }
      segment_.remove();
    }
    first_ = -1;
  }

  void take(UChar32 unit) {
    if (u_isUWhiteSpace(unit) == 0) {
      folded_.key.push_back(static_cast<char32_t>(unit));
      folded_.begin.push_back(begin_);
      folded_.end.push_back(end_);
    }
  }

  void check() const {
    if (U_FAILURE(status_) != 0) {
      throw std::runtime_error(fmt::format("ICU cannot normalise: {}", u_errorName(status_)));
    }
  }

  UErrorCode status_ = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc_;
  UChar32 first_ = -1;          // of the segment; negative where none has begun
  icu::UnicodeString segment_;  // the whole of it, once it has a second code point
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  FoldedText folded_;
};

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::uint64_t word = kHighBits;
    if (text.size() - offset >= sizeof word) {
      std::memcpy(&word, text.data() + offset, sizeof word);
    }
    const std::size_t begin = offset;
    if ((word & kHighBits) == 0) {
      offset += sizeof word;
    } else if (next_or_negative(text, offset) < 0) {
      return begin;
    }
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for_each_code_point(text, [&](UChar32, std::size_t, std::size_t) { ++count; });
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for_each_code_point(text, [&](UChar32 c, std::size_t, std::size_t) { width += columns_of(c); });
  return width;
}

std::string pad_to_width(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  std::string padded{text};
  if (width < columns) {
    padded.append(columns - width, ' ');
  }
  return padded;
}

std::vector<std::string> wrap_to_width(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  std::size_t line_feed = text.find('\n');
  while (line_feed != std::string_view::npos) {
    wrap_paragraph(text.substr(0, line_feed), columns, lines);
    text.remove_prefix(line_feed + 1);
    line_feed = text.find('\n');
  }
  wrap_paragraph(text, columns, lines);
  return lines;
}

std::string single_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c, std::size_t begin, std::size_t end) {
    const auto type = u_charType(c);
    if (type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR ||
        u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0) {
      line += fmt::format("\\u{{{:04X}}}", c);
    } else if (c == kReplacement) {
      line += "\uFFFD";
    } else {
      line += text.substr(begin, end - begin);
    }
  });
  return line;
}

bool splits_latin_word(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) {
    return false;
  }
  std::size_t after = offset;
  if (!is_latin_or_digit(next_code_point(text, after))) {
    return false;
  }
  UChar32 before = 0;
  do {  // an accent belongs to the letter before it
    offset = previous_code_point(text, offset);
    std::size_t end = offset;
    before = next_code_point(text, end);
  } while (offset > 0 && is_mark(before));
  return is_latin_or_digit(before);
}

FoldedText fold(std::string_view text) {
  Folder folder(text.size());
  for_each_code_point(text, [&](UChar32 c, std::size_t begin, std::size_t end) { folder.add(c, begin, end); });
  return folder.finish();
}

namespace {

std::size_t distance_between(const std::u32string& from, const std::u32string& to) {
  if (from.size() > kLongestCompared || to.size() > kLongestCompared) {
    return std::max(from.size(), to.size());
  }
  std::array<std::size_t, kLongestCompared + 1> row{};  // row[j]: distance to to[0, j)
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t substituted = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[to.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) { return distance_between(decode(a), decode(b)); }

std::size_t edit_distance(const FoldedText& a, const FoldedText& b) { return distance_between(a.key, b.key); }

std::optional<std::string> nearest_name(std::string_view wanted, std::span<const std::string_view> names) {
  std::size_t bound = std::max<std::size_t>(1, count_code_points(wanted) / 3);
  std::optional<std::string> nearest;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(wanted, name);
    if (distance < bound || (distance == bound && !nearest)) {
      bound = distance;
      nearest = std::string{name};
    }
  }
  return nearest;
}

}  // namespace yomikae
