#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "load/yaml.h"
#include "overlay/terms.h"

namespace yomikae {

/// A file that was parsed, waiting for what it depends on to be read first.
struct ParsedFile {
  YamlNode root;
  std::string kind;
};

/// Puts the files of the terms together, whatever their order: names first, then documents, what belongs to them, and
/// the channels last. What is wrong is reported; the result is to be used only where nothing was.
Terms assemble(const std::vector<ParsedFile>& files, Findings& findings);

/// Reports every address, document and erratum the terms name that is not there.
void check_references(const Terms& terms, Findings& findings);

}  // namespace yomikae
