#pragma once

#include <filesystem>
#include <optional>

#include "base/finding.h"
#include "base/source.h"
#include "overlay/expectation.h"

namespace yomikae {

/// Reads one file of `kind: answers`: what is expected of an example contract. Mistakes are reported; nothing is
/// returned then.
std::optional<ExpectationSheet> load_answers_file(const std::filesystem::path& path, const std::string& shown,
                                                  Sources& sources, Findings& findings);

}  // namespace yomikae
