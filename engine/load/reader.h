#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/rational.h"
#include "load/yaml.h"

namespace yomikae {

/// Reads a mapping key by key. The keys that were asked for are the ones that may be there: `finish` reports the rest,
/// with the nearest name that was asked for.
class MappingReader {
 public:
  /// Reports where `node` is no mapping; it then reads as an empty one.
  MappingReader(const YamlNode& node, Findings& findings);

  /// The value under the key; null (and reported) where it is missing.
  const YamlNode* need(std::string_view key);
  /// The value under the key; null where it is missing.
  const YamlNode* take(std::string_view key);

  /// A text that must be there; empty (and reported) where it is not.
  std::string need_text(std::string_view key);
  std::string text(std::string_view key);
  Scalar need_scalar(std::string_view key);
  /// The same where it may be missing; empty then.
  Scalar scalar(std::string_view key);
  std::optional<Date> need_date(std::string_view key);
  std::optional<Date> date(std::string_view key);
  bool flag(std::string_view key, bool fallback);
  /// The members of a list under the key; none where it is missing. Anything but a list is reported.
  const std::vector<YamlNode>& list(std::string_view key);
  /// A text or a list of texts.
  std::vector<Scalar> texts(std::string_view key);
  /// One of a few words; reported, with the nearest, where it is another.
  template <class Value>
  Value choice(std::string_view key, const std::map<std::string_view, Value>& words, Value fallback) {
    const YamlNode* node = take(key);
    if (node == nullptr) return fallback;
    const std::optional<Scalar> word = scalar_of(*node);
    if (!word) return fallback;
    const auto found = words.find(word->text);
    if (found != words.end()) return found->second;
    std::vector<std::string_view> names;
    for (const auto& entry : words) names.push_back(entry.first);
    unknown_word(*word, names);
    return fallback;
  }

  /// Reports every key that nobody asked for.
  void finish();

  [[nodiscard]] Place place() const { return node_.place(); }
  [[nodiscard]] Place place_of(std::string_view key) const;
  [[nodiscard]] bool is_mapping() const { return node_.kind == YamlNode::Kind::mapping; }

 private:
  std::optional<Scalar> scalar_of(const YamlNode& node);
  void unknown_word(const Scalar& word, const std::vector<std::string_view>& names);

  const YamlNode& node_;
  Findings& findings_;
  std::vector<std::string_view> asked_;
};

/// The `format` of a file; reported, and false, where it is one this program does not read.
bool demand_format(MappingReader& file, Findings& findings);
/// The text of a scalar; nothing (and reported) where it is a list, a mapping or null.
std::optional<Scalar> read_scalar(const YamlNode& node, Findings& findings);
std::optional<Date> read_date(const YamlNode& node, Findings& findings);
/// A whole number or decimal; reported where it is none.
std::optional<Rational> read_number(const YamlNode& node, Findings& findings);
/// Reports a name nobody declares, with the nearest that somebody does.
void report_unknown_name(const Scalar& name, std::string_view kind_ja, std::string_view kind_en,
                         const std::vector<std::string_view>& known, Findings& findings);
/// Reports a value that cannot be read.
void report_bad_value(const Scalar& value, Message message, Findings& findings);

}  // namespace yomikae
