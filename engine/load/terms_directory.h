#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "load/yaml.h"
#include "overlay/agreement.h"
#include "overlay/terms.h"

namespace yomikae {

/// What becomes of terms in which an address leads nowhere.
enum class DeadAddresses {
  refused,   ///< nothing is returned
  reported,  ///< the terms are returned all the same, for those who look for what is wrong with them
};

/// A directory of terms, and what its files are shown below.
struct TermsFolder {
  std::filesystem::path path;
  std::string shown;  ///< empty for nothing: their paths inside the directory
};

/// Reads every `*.yaml` below the directories (but not below `examples`, `cases` and `schema` folders) and puts the
/// terms together. A file that is a link out of its directory is refused. All mistakes of all files are reported;
/// nothing is returned where there is one. The order of the files does not matter.
std::optional<Terms> load_terms(const std::vector<std::filesystem::path>& directories, Sources& sources,
                                Findings& findings, DeadAddresses dead = DeadAddresses::refused);
/// The same of directories that are shown under a name of somebody's choice, not under their own.
std::optional<Terms> load_terms(const std::vector<TermsFolder>& folders, Sources& sources, Findings& findings,
                                DeadAddresses dead = DeadAddresses::refused);

/// The same of files whose text is at hand already.
std::optional<Terms> load_terms(const std::vector<SourceId>& files, Sources& sources, Findings& findings,
                                DeadAddresses dead = DeadAddresses::refused);

/// Reads one YAML file; reported, and nothing returned, where it cannot be.
std::optional<YamlNode> load_yaml_file(const std::filesystem::path& path, const std::string& shown, Sources& sources,
                                       Findings& findings);

/// Reads one contract file against the terms.
std::optional<Agreement> load_agreement_file(const std::filesystem::path& path, const Terms& terms, Sources& sources,
                                             Findings& findings);

}  // namespace yomikae
