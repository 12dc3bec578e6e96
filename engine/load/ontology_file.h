#pragma once

#include "base/finding.h"
#include "load/reader.h"
#include "terms/ontology.h"

namespace yomikae {

/// `kind: ontology`: adds what the file declares to `ontology`; the same thing declared twice is reported.
void load_ontology(MappingReader& file, Ontology& ontology, Findings& findings);

/// After all files: names the declarations use of each other exist.
void check_ontology(const Ontology& ontology, Findings& findings);

/// Reads the name of a value type (`date`, `money`, a set's name); reported where it is none.
ValueType read_value_type(const Scalar& text, const Ontology& ontology, Findings& findings);

}  // namespace yomikae
