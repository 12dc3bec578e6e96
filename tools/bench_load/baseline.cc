// Loads the terms with yaml-cpp and does nothing else: the measure of ./tools/bench. The files are those that
// `yomikae effective` reads, and as in it all that was read is there until the end.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

bool is_terms(const fs::path& path) {
  return path.extension() == ".yaml" && std::none_of(path.begin(), path.end(), [](const fs::path& part) {
           return part == "examples" || part == "cases";
         });
}

void load_all(const fs::path& directory, std::vector<YAML::Node>& loaded) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file() && is_terms(entry.path())) loaded.push_back(YAML::LoadFile(entry.path().string()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> directories(argv + 1, argv + argc);
  try {
    std::vector<YAML::Node> loaded;
    for (const std::string& directory : directories) load_all(directory, loaded);
    std::printf("%zu files\n", loaded.size());
    return loaded.empty() ? 2 : 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_baseline: %s\n", error.what());
    return 2;
  }
}
