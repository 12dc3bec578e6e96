#pragma once

#include <vector>

#include "base/finding.h"
#include "load/yaml.h"
#include "terms/ontology.h"

namespace yomikae {

/// A row of `prices:` or `catalogue:`, written out as rules: one for each column of the ontology it fills. The nodes
/// are what a person would have written under `rules:`; places are those of the row, so that mistakes show there.
///
///   { at: '#t.1(1)', item: base, scope: { service: mail }, monthly: 4500 }
///   { at: '#7.2(4)', option: archive, offered: true, closed-after: 2023-04-30 }
///   { at: '#t.1(2)', item: accounts, monthly: 300, each: { accounts: 1 }, valid: { from: 2025-04-01, by: on } }
std::vector<YamlNode> rules_of_row(const YamlNode& row, const Ontology& ontology, Findings& findings);

}  // namespace yomikae
