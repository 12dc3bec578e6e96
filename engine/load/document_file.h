#pragma once

#include <optional>

#include "base/finding.h"
#include "load/reader.h"
#include "terms/document.h"

namespace yomikae {

/// `kind: document`: one dated version of a published text.
std::optional<Version> load_document(MappingReader& file, Findings& findings);

}  // namespace yomikae
