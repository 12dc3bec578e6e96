#pragma once

#include <vector>

#include "base/finding.h"
#include "load/yaml.h"
#include "terms/ontology.h"

namespace yomikae {

/// A price row is a rule on `fee.<charge>` for its item, and on `included` for what it includes: written out as the
/// rules it stands for, to be read like any other.
std::vector<YamlNode> rules_of_price_row(const YamlNode& row, const Ontology& ontology, Findings& findings);

}  // namespace yomikae
