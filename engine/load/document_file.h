#pragma once

#include <optional>
#include <vector>

#include "base/finding.h"
#include "load/reader.h"
#include "terms/document.h"

namespace yomikae {

/// `kind: document`: one dated version of a published text.
std::optional<Version> load_document(MappingReader& file, Findings& findings);

/// The words an overlay gives the provision at `path` of a document it adopts, read from the mapping that names it.
std::vector<Provision> read_new_words(MappingReader& reader, const DocumentId& document, const ProvisionPath& path,
                                      Findings& findings);

}  // namespace yomikae
