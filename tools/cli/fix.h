#pragma once

#include <filesystem>
#include <vector>

#include "check/report.h"
#include "cli/command.h"

namespace yomikae::cli {

/// `check --fix`: shows what the cures that are certain change and, unless they are only to be shown, writes it to the
/// files below `roots` they were read from.
Exit run_fix(const CheckReport& report, const std::vector<std::filesystem::path>& roots, Fix fix, Session& session);

}  // namespace yomikae::cli
