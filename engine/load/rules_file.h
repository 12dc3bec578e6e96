#pragma once

#include <optional>

#include "base/finding.h"
#include "load/reader.h"
#include "rules/rule.h"
#include "terms/ontology.h"

namespace yomikae {

/// `kind: rules`: what the provisions of one version lay down, each rule at its provision. Every expression is parsed,
/// and bound to the ontology.
std::optional<RuleBook> load_rules(MappingReader& file, const Ontology& ontology, Findings& findings);

/// One entry of `precedence`; `document` is whose provisions `at` names (empty for a channel's own words).
PrecedenceRule read_precedence(const YamlNode& node, const DocumentId& document, const Ontology& ontology,
                               Findings& findings);
/// One entry of `open-points`.
OpenPoint read_open_point(const YamlNode& node, const DocumentId& document, const Ontology& ontology,
                          Findings& findings);
/// `scope:` or the like: dimensions with one value, a list of values, or `any`.
Scope read_scope(const YamlNode& node, const Ontology& ontology, Findings& findings);
/// Parses and binds one expression; nothing where it fails (reported).
std::optional<Expr> read_expression(const Scalar& text, const Ontology& ontology, const Matter* matter,
                                    const std::vector<std::pair<std::string, ValueType>>& locals,
                                    const ValueType& expected, Findings& findings);

}  // namespace yomikae
