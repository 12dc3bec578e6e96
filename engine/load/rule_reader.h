#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "load/reader.h"
#include "load/yaml.h"
#include "rules/rule.h"
#include "terms/ontology.h"

namespace yomikae {

/// Reads the rules of one file, one at a time. Parts of a rule are read in the order in which they may use each other:
/// scope, condition, parts, body.
class RuleReader {
 public:
  RuleReader(DocumentId document, const Ontology& ontology, Findings& findings)
      : document_(std::move(document)), ontology_(ontology), findings_(findings) {}

  /// Adds the rule to `book`; reported, and left out, where it cannot be read.
  void read(const YamlNode& node, RuleBook& book);
  /// Points every `like` at the rule it repeats: the rule of that provision on the same matter, or else its only one of
  /// the same shape. To be called once, when all rules are read.
  void resolve_likes(RuleBook& book);

 private:
  using Locals = std::vector<std::pair<std::string, ValueType>>;

  std::optional<Rule> rule(const YamlNode& node);
  static void skip_rest(MappingReader& reader);
  bool read_matter(MappingReader& reader, Rule& rule);
  void read_scope_and_subject(MappingReader& reader, Rule& rule);
  void check_dimensions(const YamlNode& scope);
  [[nodiscard]] bool is_subject(const Dimension& dimension) const;
  [[nodiscard]] bool is_fixed(const Dimension& dimension) const;
  void read_parts(MappingReader& reader, Rule& rule);
  ValueType common_type(const Alternatives& value, const Scalar& name);
  void read_notwithstanding(MappingReader& reader, Rule& rule);
  bool read_body(MappingReader& reader, Rule& rule);
  bool read_left_to(const YamlNode& node, Rule& rule);
  bool read_as_written(const YamlNode& node, Rule& rule);
  bool read_ending(MappingReader& reader, Rule& rule);
  std::optional<Alternatives> alternatives(const YamlNode& node, const ValueType& expected, const Locals& locals);
  std::optional<Alternatives> alternatives_of_list(const YamlNode& list, const ValueType& expected,
                                                   const Locals& locals);

  DocumentId document_;
  const Ontology& ontology_;
  Findings& findings_;
  const Matter* matter_ = nullptr;
  Locals locals_;
  std::vector<std::pair<std::size_t, Scalar>> likes_;  ///< by index of the rule that follows
  std::size_t next_index_ = 0;
};

/// Reads `#7.2(3)` or `7.2(3)`; reported where it cannot be read.
std::optional<ProvisionRef> read_provision_ref(const Scalar& text, Findings& findings);

}  // namespace yomikae
