#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace yomikae {

/// The edit that gives a value other words; what quotes it stays.
Edit rewritten(const Scalar& value, std::string text);

/// The lines edits touch as they read afterwards, without indentation, to be pasted; several are joined by ` / `. Each
/// edit lies in one line.
std::string corrected_lines(const std::vector<Edit>& edits, const Sources& sources);

}  // namespace yomikae
