#pragma once

#include <vector>

#include "base/finding.h"
#include "load/reader.h"
#include "overlay/acceptance.h"

namespace yomikae {

/// `kind: acceptances`: findings somebody lives with, beside the overlay they are about.
std::vector<Acceptance> load_acceptances(MappingReader& file, Findings& findings);

}  // namespace yomikae
