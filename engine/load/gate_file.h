#pragma once

#include <optional>
#include <vector>

#include "base/finding.h"
#include "load/reader.h"
#include "overlay/gate.h"

namespace yomikae {

/// `kind: gate`: how grave each kind of change is. Where the ontology is not at hand, matters are not looked up.
Gate load_gate(MappingReader& file, Findings& findings);

/// `kind: approvals`: the changes somebody has agreed to.
std::vector<Approval> load_approvals(MappingReader& file, Findings& findings);

/// Reports every name of a matter in the gate that no matter of the terms bears.
void check_gate(const Gate& gate, const Ontology& ontology, Findings& findings);

}  // namespace yomikae
