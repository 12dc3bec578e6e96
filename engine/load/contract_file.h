#pragma once

#include <optional>

#include "base/finding.h"
#include "load/reader.h"
#include "overlay/agreement.h"
#include "overlay/terms.h"

namespace yomikae {

/// Reads a contract, and what its order form lays down as rules. Names the terms do not declare (a channel, a service,
/// an option, a quantity) are mistakes of the file, as a key that nobody knows is; what can be read but stands against
/// the terms is not, and is found later.
std::optional<Agreement> load_agreement(const YamlNode& root, const Terms& terms, Findings& findings);

}  // namespace yomikae
