#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/finding.h"

namespace yomikae::cli {

/// A folder of its own for files that are gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A revision of the repository around the working directory, and a folder of it.
struct GitState {
  std::string revision;
  std::string folder;  ///< empty for the whole tree
};

/// Puts the YAML files of a revision into a folder, without touching the working tree or the index. What went wrong (no
/// git, no repository, no such revision, nothing there) is returned.
std::optional<Message> unpack(const GitState& state, const std::filesystem::path& into);

}  // namespace yomikae::cli
