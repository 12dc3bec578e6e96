#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

// Text is UTF-8 in std::string throughout; offsets and lengths are bytes unless a name says
// otherwise. Malformed text is no error here: each malformed sequence counts as one U+FFFD. Only
// text.cc knows ICU.

/// The byte offset of the first malformed sequence (overlong forms and surrogates are malformed);
/// nothing where all of `text` is UTF-8.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The length of `text` as people count it for columns in messages: code points, not bytes.
std::size_t count_code_points(std::string_view text);

/// Columns on a terminal with a Japanese font: East Asian Wide, Fullwidth and Ambiguous (※ ① 〜)
/// are two, non-spacing marks, controls and format characters none, all others one. Half-width
/// voicing marks (ﾞ) take the column they are printed in.
std::size_t display_width(std::string_view text);

/// `text` with spaces after it up to `columns` display columns; unchanged where it is that wide.
std::string pad_to_width(std::string_view text, std::size_t columns);

/// Lines of at most `columns` display columns. A line feed always ends a line, so that there is at
/// least one line, and one for each line feed. Otherwise a line ends
/// - not before 、。） and other closing punctuation,
/// - not inside a run of ASCII letters and digits that fits on a line,
/// - never between a character and its combining marks,
/// the first only as long as there is another place. Spaces around such an end are dropped. A
/// character wider than `columns` stands on a line of its own.
std::vector<std::string> wrap_to_width(std::string_view text, std::size_t columns);

/// User text made fit for quoting in a message: controls, line and paragraph separators and the
/// characters that turn the writing direction become visible as `\u{202E}`, malformed bytes U+FFFD.
std::string single_line(std::string_view text);

/// Whether a cut at `offset` goes through a Latin word or number: a letter of the Latin script
/// (full-width, accented, and Roman numerals like Ⅱ too) or a decimal digit stands on both sides,
/// with no space or line break between. ① is neither. `offset` is at most the size of `text`, and
/// on a character's edge.
bool splits_latin_word(std::string_view text, std::size_t offset);

/// What two spellings of one name have in common, and where in the printed text each unit of it is.
/// `key`, `begin` and `end` have the same size.
struct FoldedText {
  std::u32string key;
  /// Unit i of the key came from the bytes [begin[i], end[i]) of the text. Units that were
  /// normalised together, as the three of ㈱ (`(株)`), share one range; ranges do not overlap
  /// otherwise and ascend. A range neither begins nor ends with white space.
  std::vector<std::size_t> begin;
  std::vector<std::size_t> end;
};

/// NFKC with all white space and line breaks dropped, case kept: `Ｍ Ｘ` and `MX` have one key, as
/// have `ｶﾞ` and `ガ`. For comparing only: what is shown is always the printed text. Putting white
/// space between two characters of `text` or taking it away never changes the key.
/// Throws std::runtime_error where ICU lacks its data or memory.
FoldedText fold(std::string_view text);

/// Levenshtein distance in code points. Where either text exceeds 200 of them nothing is compared
/// and the longer length is returned, which is the distance of texts with nothing in common.
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The same between what the spellings of two names have in common: spaces and width count for nothing.
std::size_t edit_distance(const FoldedText& a, const FoldedText& b);

/// For "did you mean": the name nearest to `wanted`, at most a third of the length of `wanted` away
/// (one edit is always allowed); of equally near ones the first.
std::optional<std::string> nearest_name(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace yomikae
