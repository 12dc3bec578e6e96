#pragma once

#include <vector>

#include "base/finding.h"
#include "load/reader.h"
#include "terms/document.h"

namespace yomikae {

/// What one file of errata says about one version of a document.
struct ErrataSheet {
  DocumentId document;
  Date version;
  std::vector<Erratum> errata;
};

/// `kind: errata`: misprints of one version, beside the document.
std::optional<ErrataSheet> load_errata(MappingReader& file, Findings& findings);

/// `kind: known-documents`: documents the terms name and nobody holds.
std::vector<KnownDocument> load_known_documents(MappingReader& file, Findings& findings);

}  // namespace yomikae
