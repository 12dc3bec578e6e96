#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "load/assembly.h"
#include "overlay/terms.h"

namespace yomikae::figures {

/// A copy of the terms in memory, read file by file: where one text changes, only that file is parsed again.
class TermsCopy {
 public:
  /// Reads every file below the folders that the program would read. Throws where they cannot be loaded.
  explicit TermsCopy(const std::vector<std::filesystem::path>& folders);

  /// The terms as they stand in the files.
  [[nodiscard]] const Terms& terms() const { return terms_; }
  [[nodiscard]] const std::vector<ParsedFile>& files() const { return files_; }
  [[nodiscard]] Sources& sources() { return sources_; }
  [[nodiscard]] std::string text_at(Place place) const;

  /// The terms with other words at one place; what stands in the way of loading them, where they cannot be. `terms()`
  /// is not touched.
  struct Changed {
    std::optional<Terms> terms;
    std::string why_not;
  };
  Changed with(Place place, const std::string& words);

 private:
  std::optional<Terms> assembled(std::string& why_not);

  Sources sources_;
  std::vector<ParsedFile> files_;
  std::vector<SourceId> ids_;  ///< of each file
  Terms terms_;
};

}  // namespace yomikae::figures
