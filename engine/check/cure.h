#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "check/report.h"

namespace yomikae {

/// What becomes of a file when the cures that are certain are applied to it.
struct CuredFile {
  SourceId source;
  std::string text;                       ///< the whole of it, cured
  std::vector<const Finding*> findings;   ///< what is put right by that, in the order of the file
  std::vector<const Finding*> left_over;  ///< cures that would change the same bytes: for the next run
};

/// Applies the cures of the findings nobody has accepted, file by file in the order of the sources. A cure is applied
/// whole or not at all; of two that touch the same bytes the first is.
std::vector<CuredFile> cured_files(const CheckReport& report, const Sources& sources);

}  // namespace yomikae
