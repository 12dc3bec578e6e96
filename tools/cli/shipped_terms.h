#pragma once

#include <filesystem>
#include <vector>

namespace yomikae::cli {

/// The folders of the terms that ship with the program, in the order the build names them. A program that stands where
/// it was built reads those of the source tree; anywhere else it is an installed one and reads those of its own prefix,
/// wherever that was moved. An installed program never falls back on the source tree: it would show terms its user does
/// not have.
std::vector<std::filesystem::path> shipped_terms();

}  // namespace yomikae::cli
