#include "load/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstring>
#include <istream>
#include <map>
#include <streambuf>

#include "base/text.h"

namespace yomikae {
namespace {

/// Ends the reading of a file whose mistake was reported already.
struct GiveUp {};

/// Lets yaml-cpp read a text without copying it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast): never written to
    setg(begin, begin, begin + text.size());
  }
};

/// yaml-cpp does not count a byte order mark.
int mark_shift(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

/// yaml-cpp takes the end of the file for the closing quote.
bool is_closed(std::string_view quoted) {
  const char quote = quoted.front();
  for (std::size_t i = 1; i < quoted.size(); ++i) {
    if (quote == '"' && quoted[i] == '\\') {
      ++i;
    } else if (quoted[i] == quote) {
      if (quote == '"' || i + 1 == quoted.size() || quoted[i + 1] != quote) return true;
      ++i;
    }
  }
  return false;
}

class Builder : public YAML::EventHandler {
 public:
  Builder(std::string_view text, SourceId source, Findings& findings, const YamlLimits& limits)
      : text_(text), source_(source), findings_(findings), limits_(limits) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    YamlNode node;
    node.scalar.place = place_at(mark, 0);
    put(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    findings_.add("yaml/anchor", place_at(mark, 1), {"エイリアス（`*`）は使えない", "aliases (`*`) are not allowed"},
                  {"値をその場に書く", "write the value where it belongs"});
    throw GiveUp{};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.plain = tag == "?";
    refuse_tag(mark, tag);
    const std::string_view rest = text_.substr(place_at(mark, 0).offset);
    if ((rest.starts_with('"') || rest.starts_with('\'')) && !is_closed(rest)) {
      findings_.add("yaml/syntax", place_at(mark, 1), {"引用符が閉じていない", "this quote is never closed"});
      throw GiveUp{};
    }
    node.scalar = scalar_at(mark, value);
    put(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, YamlNode::Kind::mapping);
  }
  void OnMapEnd() override { close(); }

  YamlNode take_root() { return std::move(root_); }
  [[nodiscard]] bool clean() const { return clean_; }

 private:
  struct Level {
    YamlNode node;
    std::optional<Scalar> key;
    std::map<std::string, Place, std::less<>> keys = {};
  };

  Place place_at(const YAML::Mark& mark, std::size_t length) const {
    const auto offset = static_cast<std::uint32_t>(
        std::clamp<std::ptrdiff_t>(mark.pos + mark_shift(text_), 0, static_cast<std::ptrdiff_t>(text_.size())));
    return {source_, offset, static_cast<std::uint32_t>(length)};
  }

  /// Finds the characters of a scalar in the file: right at the mark, behind a quote, or in the lines of a block.
  Scalar scalar_at(const YAML::Mark& mark, const std::string& value) const {
    Scalar scalar{value, place_at(mark, value.size())};
    const std::string_view rest = text_.substr(scalar.place.offset);
    if (rest.starts_with(value)) return scalar;
    std::size_t at = rest.starts_with('"') || rest.starts_with('\'') ? 1 : 0;
    if (rest.starts_with('|') || rest.starts_with('>')) at = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const auto skipped = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    std::size_t start = std::string_view::npos;
    for (std::size_t i = 0; i < value.size(); ++i) {
      while (at < rest.size() && rest[at] != value[i] && skipped(rest[at])) ++at;
      if (at == rest.size() || rest[at] != value[i]) break;  // an escape: what follows stands about here
      if (start == std::string_view::npos) {
        start = at;
      } else if (const auto shift = static_cast<std::uint32_t>(at - start - i);
                 shift != (scalar.jumps.empty() ? 0 : scalar.jumps.back().shift)) {
        scalar.jumps.push_back({static_cast<std::uint32_t>(i), shift});
      }
      ++at;
    }
    if (start == std::string_view::npos) return scalar;
    scalar.place.offset += static_cast<std::uint32_t>(start);
    scalar.place.length = static_cast<std::uint32_t>(std::min(value.find('\n'), value.size()));
    return scalar;
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == 0) return;
    findings_.add("yaml/anchor", place_at(mark, 1), {"アンカー（`&`）は使えない", "anchors (`&`) are not allowed"},
                  {"値をその場に書く", "write the value where it belongs"});
    clean_ = false;
  }

  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || (tag == "!" && !text_.substr(place_at(mark, 0).offset).starts_with('!'))) return;
    findings_.add("yaml/tag", place_at(mark, 1),
                  {fmt::format("タグ `{}` は使えない", single_line(tag)),
                   fmt::format("the tag `{}` is not allowed", single_line(tag))});
    clean_ = false;
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlNode::Kind kind) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    count(mark);
    if (levels_.size() >= limits_.depth) too_much(mark);
    YamlNode node;
    node.kind = kind;
    node.scalar.place = place_at(mark, 1);
    levels_.push_back({std::move(node), std::nullopt});
  }

  void close() {
    YamlNode node = std::move(levels_.back().node);
    levels_.pop_back();
    attach(std::move(node));
  }

  void put(YamlNode node) {
    YAML::Mark mark;
    mark.pos = static_cast<int>(node.scalar.place.offset) - mark_shift(text_);
    count(mark);
    attach(std::move(node));
  }

  void count(const YAML::Mark& mark) {
    if (++nodes_ > limits_.nodes) too_much(mark);
  }

  [[noreturn]] void too_much(const YAML::Mark& mark) {
    findings_.add("yaml/depth", place_at(mark, 1),
                  {fmt::format("入れ子は {} 段、要素は {} 個まで", limits_.depth, limits_.nodes),
                   fmt::format("at most {} levels and {} nodes are allowed", limits_.depth, limits_.nodes)});
    throw GiveUp{};
  }

  void attach(YamlNode node) {
    if (levels_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = levels_.back();
    if (level.node.kind == YamlNode::Kind::list) {
      level.node.items.push_back(std::move(node));
    } else if (!level.key) {
      level.key = key_of(node);
    } else {
      add_entry(level, std::move(*level.key), std::move(node));
      level.key.reset();
    }
  }

  Scalar key_of(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::scalar) return node.scalar;
    findings_.add("format/wrong-kind", node.place(),
                  {"キーは文字列でなければならない", "a key must be a single value"});
    clean_ = false;
    return node.scalar;
  }

  void add_entry(Level& level, Scalar key, YamlNode value) {
    if (value.kind == YamlNode::Kind::null)
      value.scalar.place = key.at(0, key.text.size());  // nothing stands at its key
    const auto [first, is_new] = level.keys.emplace(key.text, key.place);
    if (is_new) {
      level.node.entries.push_back({std::move(key), std::move(value)});
      return;
    }
    report_duplicate_key(key, first->second, findings_);
    clean_ = false;
  }

  std::string_view text_;
  SourceId source_;
  Findings& findings_;
  const YamlLimits& limits_;
  std::vector<Level> levels_;
  YamlNode root_;
  std::size_t nodes_ = 0;
  bool clean_ = true;
};

/// yaml-cpp's words for what went wrong, and ours in Japanese where they differ per kind of mistake.
Message syntax_message(const std::string& words) {
  return {fmt::format("YAMLとして読めない（{}）", words), fmt::format("this is not YAML: {}", words)};
}

}  // namespace

bool demand_readable(std::string_view text, SourceId source, Findings& findings, const YamlLimits& limits) {
  if (text.size() > limits.bytes) {
    findings.add("yaml/size", {source, 0, 0},
                 {fmt::format("{} バイトある。上限は {} バイト", text.size(), limits.bytes),
                  fmt::format("{} bytes, at most {} are allowed", text.size(), limits.bytes)});
    return false;
  }
  if (const auto bad = first_invalid_utf8(text)) {
    findings.add("yaml/encoding", {source, static_cast<std::uint32_t>(*bad), 1},
                 {"UTF-8として正しくないバイトがある", "a byte here is not valid UTF-8"},
                 {"UTF-8で保存し直す", "save the file as UTF-8"});
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    findings.add("yaml/encoding", {source, static_cast<std::uint32_t>(nul), 1},
                 {"NUL文字がある", "there is a NUL character here"});
    return false;
  }
  return true;
}

void report_duplicate_key(const Scalar& key, Place first, Findings& findings) {
  auto& finding = findings.add("yaml/duplicate-key", key.at(0, key.text.size()),
                               {fmt::format("キー `{}` が二度ある", single_line(key.text)),
                                fmt::format("the key `{}` stands here twice", single_line(key.text))});
  finding.related.push_back({first, {"先に書かれた場所", "first written here"}});
}

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& entry : entries) {
    if (entry.key.text == key) return &entry.value;
  }
  return nullptr;
}

std::optional<YamlNode> parse_yaml(const Sources& sources, SourceId source, Findings& findings,
                                   const YamlLimits& limits) {
  const std::string_view text = sources.text(source);
  if (!demand_readable(text, source, findings, limits)) return std::nullopt;
  ViewBuffer buffer(text);
  std::istream stream(&buffer);
  Builder builder(text, source, findings, limits);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) {
      findings.add("yaml/syntax", {source, 0, 0}, {"ファイルが空", "the file is empty"});
      return std::nullopt;
    }
    if (parser) {
      Builder second(text, source, findings, limits);
      const bool more = parser.HandleNextDocument(second);
      if (more) {
        findings.add("yaml/multiple-documents", second.take_root().place(),
                     {"二つ目のYAML文書がある", "a second YAML document begins here"},
                     {"一つのファイルに一つの文書を置く", "keep one document to a file"});
        return std::nullopt;
      }
    }
  } catch (const GiveUp&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const auto offset = static_cast<std::uint32_t>(
        std::clamp<std::ptrdiff_t>(error.mark.pos + mark_shift(text), 0, static_cast<std::ptrdiff_t>(text.size())));
    findings.add("yaml/syntax", {source, offset, 1}, syntax_message(single_line(error.msg)));
    return std::nullopt;
  }
  if (!builder.clean()) return std::nullopt;
  return builder.take_root();
}

}  // namespace yomikae
