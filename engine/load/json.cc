#include "load/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

using Json = nlohmann::json;

constexpr std::string_view between_values = " \t\r\n,:";

/// Hands the text to the parser letter by letter and lets its owner see how far the parser is.
class Letters {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Letters(const char* at, const char** seen) : at_(at), seen_(seen) {}
  reference operator*() const { return *at_; }
  Letters& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  Letters operator++(int) {
    const Letters before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Letters& a, const Letters& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** seen_;
};

/// Puts the tree together from what the parser meets. The parser names no places, but it has read no further than the
/// end of what it hands over (one letter more for a number).
class Builder final : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view text, SourceId source, Findings& findings, const YamlLimits& limits)
      : text_(text), source_(source), findings_(findings), limits_(limits), seen_(text.data()) {}

  bool parse() {
    const char* end = text_.data() + text_.size();
    return Json::sax_parse(Letters(text_.data(), &seen_), Letters(end, &seen_), this) && clean_;
  }
  YamlNode take_root() { return std::move(root_); }

  bool null() override {
    YamlNode node;
    node.scalar.place = place(begin(), 0);
    end_ = consumed();
    return put(std::move(node));
  }
  bool boolean(bool value) override { return literal(value ? "true" : "false"); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& value) override {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.scalar = quoted(std::move(value));
    return put(std::move(node));
  }
  bool binary(binary_t&) override { return false; }  // JSON has none
  bool start_object(std::size_t) override { return open(YamlNode::Kind::mapping); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(YamlNode::Kind::list); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    levels_.back().key = quoted(std::move(value));
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
    std::string_view words = error.what();
    const std::size_t column = words.find("column");
    if (const std::size_t colon = words.find(": ", column); column != std::string_view::npos && colon != column) {
      words.remove_prefix(colon == std::string_view::npos ? 0 : colon + 2);
    } else if (const std::size_t bracket = words.find("] "); bracket != std::string_view::npos) {
      words.remove_prefix(bracket + 2);
    }
    const std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    const std::string shown = single_line(words);
    findings_.add("json/syntax", place(offset, 1),
                  {fmt::format("JSONとして読めない（{}）", shown), fmt::format("this is not JSON: {}", shown)});
    return false;
  }

 private:
  struct Level {
    YamlNode node;
    Scalar key = {};
    std::map<std::string, Place, std::less<>> keys = {};
  };

  Place place(std::size_t offset, std::size_t length) const {
    return {source_, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
  }
  std::size_t consumed() const { return static_cast<std::size_t>(seen_ - text_.data()); }
  /// Where the value that was met begins.
  std::size_t begin() const { return std::min(text_.find_first_not_of(between_values, end_), text_.size()); }

  bool literal(std::string_view word) {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.plain = true;
    node.scalar = {std::string(word), place(begin(), word.size())};
    end_ = begin() + word.size();
    return put(std::move(node));
  }

  /// As it is written: a count of yen is never a floating-point number.
  bool number() {
    const std::size_t start = begin();
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", start), text_.size());
    return literal(text_.substr(start, end - start));
  }

  Scalar quoted(std::string value) {
    const std::size_t start = begin() + 1;
    end_ = consumed();
    const std::string_view raw = text_.substr(start, end_ - 1 - start);
    const bool escapes = raw != value;
    return {std::move(value), place(start, raw.size()), escapes};
  }

  bool open(YamlNode::Kind kind) {
    if (levels_.size() >= limits_.depth) return too_much();
    YamlNode node;
    node.kind = kind;
    node.scalar.place = place(begin(), 1);
    end_ = begin() + 1;
    levels_.push_back({std::move(node)});
    return true;
  }

  bool close() {
    end_ = consumed();
    YamlNode node = std::move(levels_.back().node);
    levels_.pop_back();
    return put(std::move(node));
  }

  bool too_much() {
    findings_.add("yaml/depth", place(begin(), 1),
                  {fmt::format("入れ子は {} 段、要素は {} 個まで", limits_.depth, limits_.nodes),
                   fmt::format("at most {} levels and {} nodes are allowed", limits_.depth, limits_.nodes)});
    return false;
  }

  bool put(YamlNode node) {
    if (++nodes_ > limits_.nodes) return too_much();
    if (levels_.empty()) {
      root_ = std::move(node);
      return true;
    }
    Level& level = levels_.back();
    if (level.node.kind == YamlNode::Kind::list) {
      level.node.items.push_back(std::move(node));
      return true;
    }
    const auto [first, is_new] = level.keys.emplace(level.key.text, level.key.place);
    if (is_new) {
      level.node.entries.push_back({std::move(level.key), std::move(node)});
    } else {
      report_duplicate_key(level.key, first->second, findings_);
      clean_ = false;
    }
    return true;
  }

  std::string_view text_;
  SourceId source_;
  Findings& findings_;
  const YamlLimits& limits_;
  const char* seen_;
  std::size_t end_ = 0;  ///< of the value that was met last
  std::vector<Level> levels_;
  YamlNode root_;
  std::size_t nodes_ = 0;
  bool clean_ = true;
};

}  // namespace

std::optional<YamlNode> parse_json(const Sources& sources, SourceId source, Findings& findings,
                                   const YamlLimits& limits) {
  const std::string_view text = sources.text(source);
  if (!demand_readable(text, source, findings, limits)) return std::nullopt;
  Builder builder(text, source, findings, limits);
  if (!builder.parse()) return std::nullopt;
  return builder.take_root();
}

std::string_view json_as_written(const Sources& sources, const YamlNode& value) {
  const bool behind_quote = value.kind == YamlNode::Kind::scalar && !value.plain;
  const Place place = value.place();
  const std::string_view rest = sources.text(place.source).substr(place.offset - (behind_quote ? 1 : 0));
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char letter = rest[i];
    if (quoted) {
      if (letter == '\\') {
        ++i;
      } else if (letter == '"') {
        quoted = false;
        if (depth == 0) return rest.substr(0, i + 1);
      }
    } else if (letter == '"') {
      quoted = true;
    } else if (letter == '{' || letter == '[') {
      ++depth;
    } else if (letter == '}' || letter == ']') {
      if (depth == 0) return rest.substr(0, i);
      if (--depth == 0) return rest.substr(0, i + 1);
    } else if (depth == 0 && between_values.find(letter) != std::string_view::npos) {
      return rest.substr(0, i);
    }
  }
  return rest;
}

}  // namespace yomikae
