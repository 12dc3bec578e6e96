#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "base/source.h"

namespace yomikae {

/// A YAML value with its place. What the terms need of YAML and no more: mappings, lists and scalars.
struct YamlNode {
  enum class Kind { null, scalar, list, mapping };
  struct Entry;

  Kind kind = Kind::null;
  bool plain = false;  ///< a scalar without quotes
  Scalar scalar;       ///< text of a scalar; for others its place is that of their beginning
  std::vector<YamlNode> items;
  std::vector<Entry> entries;

  [[nodiscard]] Place place() const { return scalar.place; }
  /// The value under a key; null where there is none.
  [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

struct YamlNode::Entry {
  Scalar key;
  YamlNode value;
};

/// What a file may be at the most; far above what terms need, far below what harms.
struct YamlLimits {
  std::size_t bytes = 1U << 20U;
  std::size_t nodes = 200'000;
  std::size_t depth = 32;
};

/// Whether a text is UTF-8 without NUL and no longer than allowed; reported where it is not.
bool demand_readable(std::string_view text, SourceId source, Findings& findings, const YamlLimits& limits);
/// Reports a key that stands a second time in one mapping.
void report_duplicate_key(const Scalar& key, Place first, Findings& findings);

/// Reads exactly one YAML document. Anchors, aliases, tags, duplicate keys, a second document, invalid UTF-8 and
/// anything beyond the limits are refused, each as a finding at its place; nothing is returned then.
std::optional<YamlNode> parse_yaml(const Sources& sources, SourceId source, Findings& findings,
                                   const YamlLimits& limits = {});

}  // namespace yomikae
