#include "cli/shipped_terms.h"

#include <system_error>

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

/// The folder the others stand in.
fs::path root() {
  const fs::path here = fs::read_symlink("/proc/self/exe").parent_path();
  std::error_code gone;  // whoever installs the program need not keep what it was built in
  if (fs::equivalent(here, YOMIKAE_BUILT_IN, gone)) return YOMIKAE_TERMS_ROOT;
  return (here / YOMIKAE_INSTALLED_TERMS).lexically_normal();
}

}  // namespace

std::vector<fs::path> shipped_terms() {
  const fs::path parent = root();
  std::vector<fs::path> folders;
  for (const char* folder : {YOMIKAE_TERMS_FOLDERS}) folders.push_back(parent / folder);
  return folders;
}

}  // namespace yomikae::cli
