#pragma once

#include <optional>

#include "base/finding.h"
#include "load/reader.h"
#include "overlay/channel.h"
#include "terms/ontology.h"

namespace yomikae {

/// `kind: channel`: how the texts of one seller come together.
std::optional<Channel> load_channel(MappingReader& file, const Ontology& ontology, Findings& findings);

}  // namespace yomikae
