#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace yomikae {

/// Which input a place lies in: an index into `Sources`. `none` is for values that come from no file (an argument of
/// the command line, a rule that an order form states).
enum class SourceId : std::uint32_t { none = 0xffffffff };

/// A span of bytes in one source. Cheap to copy; line and column are worked out only when a person looks.
struct Place {
  SourceId source = SourceId::none;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
  [[nodiscard]] bool known() const { return source != SourceId::none; }
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A text that was read from a source, with where each of its characters stands there.
struct Scalar {
  std::string text;
  Place place;            ///< where its first character stands, as long as it is there
  bool composed = false;  ///< put together from several places: every part of it stands at `place`
  /// From which byte of the text on its bytes stand that much further in the source than they would without line
  /// breaks, indentation and escapes.
  struct Jump {
    std::uint32_t from;
    std::uint32_t shift;
  };
  std::vector<Jump> jumps = {};
  /// Where `length` bytes from `offset` of the text stand in the source.
  [[nodiscard]] Place at(std::size_t offset, std::size_t length) const;
};

/// Line and column of a place, both from 1, the column in code points, and the line itself without its line break.
struct Location {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::size_t byte = 0;  ///< of the place in `line_text`
  std::string_view line_text;
};

/// The texts that were read, by the name they are shown under. Grows while loading, constant after that; texts never
/// move, so views into them stay valid.
class Sources {
 public:
  /// `first_line` is where the text begins in what bears the name: a line of a longer file is a text of its own.
  SourceId add(std::string name, std::string text, std::uint32_t first_line = 1);
  /// Puts another text in the place of one nothing points into any more: for texts that come by the million, one after
  /// the other.
  void replace(SourceId id, std::string text, std::uint32_t first_line);
  [[nodiscard]] std::string_view name(SourceId id) const { return at(id).name; }
  [[nodiscard]] std::string_view text(SourceId id) const { return at(id).text; }
  [[nodiscard]] Location locate(Place place) const;

 private:
  struct Entry {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;
    std::uint32_t first_line = 1;
  };
  [[nodiscard]] const Entry& at(SourceId id) const { return entries_[static_cast<std::size_t>(id)]; }
  std::deque<Entry> entries_;
  friend class PassingSources;
};

/// Lets go, at its end, of every text that was added since its beginning. Nothing may point into those any more: their
/// ids go to the next that are added.
class PassingSources {
 public:
  explicit PassingSources(Sources& sources) : sources_(sources), kept_(sources.entries_.size()) {}
  ~PassingSources() { sources_.entries_.resize(kept_); }
  PassingSources(const PassingSources&) = delete;
  PassingSources& operator=(const PassingSources&) = delete;

 private:
  Sources& sources_;
  std::size_t kept_;
};

}  // namespace yomikae
