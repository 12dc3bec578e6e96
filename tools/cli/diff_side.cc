#include "cli/diff_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "cli/git_tree.h"
#include "cli/shipped_terms.h"
#include "load/gate_file.h"
#include "load/reader.h"
#include "load/terms_directory.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view git_prefix = "git:";

std::vector<TermsFolder> folders_in(const fs::path& directory) {
  std::vector<TermsFolder> folders;
  for (const fs::path& shipped : shipped_terms()) {
    const std::string name = shipped.filename();
    std::error_code error;
    if (fs::is_directory(directory / name, error)) folders.push_back({directory / name, name});
  }
  if (folders.empty()) folders.push_back({directory, {}});
  return folders;
}

/// The kind a file says it is of in its first lines: this is asked before anything is read as terms.
std::string kind_of(const fs::path& file) {
  constexpr int head = 20;
  constexpr std::string_view key = "kind: ";
  std::ifstream in(file);
  std::string line;
  for (int i = 0; i < head && std::getline(in, line); ++i) {
    if (line.starts_with(key)) return line.substr(key.size());
  }
  return {};
}

struct KindOfFile {
  fs::path path;
  std::string shown;
  std::string kind;
};

std::vector<KindOfFile> kinds_in(const std::vector<TermsFolder>& folders) {
  std::vector<KindOfFile> kinds;
  for (const TermsFolder& folder : folders) {
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder.path, error), end; !error && it != end; it.increment(error)) {
      const fs::path& path = it->path();
      if (path.extension() != ".yaml") continue;
      const fs::path shown = fs::path(folder.shown) / path.lexically_relative(folder.path);
      kinds.push_back({path, shown.string(), kind_of(path)});
    }
  }
  std::sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.shown < b.shown; });
  return kinds;
}

void demand_kind(MappingReader& file, std::string_view kind, Findings& findings) {
  demand_format(file, findings);
  const Scalar word = file.need_scalar("kind");
  if (!word.text.empty() && word.text != kind)
    report_unknown_name(word, "種類のファイル", "kind of file", {kind}, findings);
}

void load(ReadSide& side, const fs::path& directory, const std::vector<fs::path>& added, Sources& sources) {
  std::vector<TermsFolder> folders = folders_in(directory);
  const std::vector<KindOfFile> own = kinds_in(folders);
  for (const fs::path& each : added) folders.push_back({each, each.filename().string()});
  const std::vector<KindOfFile> all = kinds_in(folders);
  const bool declared = std::any_of(all.begin(), all.end(), [](const auto& each) { return each.kind == "ontology"; });
  if (!declared) {
    for (const fs::path& each : shipped_terms()) folders.push_back({each, each.filename().string()});
  }
  DiffSide& terms = side.terms;
  terms.terms = load_terms(folders, sources, terms.problems, DeadAddresses::reported);
  if (!terms.terms) return;
  Findings repeated;  // what is wrong with these files was found with the terms
  for (const KindOfFile& each : own) {
    if (each.kind == "gate") {
      side.gate = read_gate(each.path, each.shown, sources, repeated);
      side.gate_file = each.path;
    }
    if (each.kind != "approvals") continue;
    if (auto more = read_approvals(each.path, each.shown, sources, repeated)) {
      side.approvals.insert(side.approvals.end(), more->begin(), more->end());
      side.approvals_file = each.path;
    }
  }
}

GitState state_of(std::string_view name) {
  const std::string_view rest = name.substr(git_prefix.size());
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) return {std::string(rest), {}};
  return {std::string(rest.substr(0, colon)), std::string(rest.substr(colon + 1))};
}

void refuse(DiffSide& side, Message why, Sources& sources) {
  const SourceId source = sources.add(side.name, {});
  side.problems.add("diff/no-such-state", {source, 0, 0}, std::move(why));
}

}  // namespace

ReadSide read_side(const std::string& name, const std::vector<fs::path>& added, Sources& sources) {
  ReadSide side;
  side.terms.name = name;
  if (name.starts_with(git_prefix)) {
    const TemporaryFolder folder;
    if (auto why = unpack(state_of(name), folder.path())) {
      refuse(side.terms, std::move(*why), sources);
    } else {
      load(side, folder.path(), added, sources);
      side.gate_file.clear();
      side.approvals_file.clear();
    }
    return side;
  }
  std::error_code error;
  if (!fs::is_directory(name, error)) {
    refuse(side.terms, {"そのようなフォルダはない", "there is no such directory"}, sources);
    return side;
  }
  load(side, name, added, sources);
  return side;
}

std::optional<Gate> read_gate(const fs::path& path, const std::string& shown, Sources& sources, Findings& findings) {
  const auto root = load_yaml_file(path, shown, sources, findings);
  if (!root) return std::nullopt;
  MappingReader file(*root, findings);
  demand_kind(file, "gate", findings);
  return load_gate(file, findings);
}

std::optional<std::vector<Approval>> read_approvals(const fs::path& path, const std::string& shown, Sources& sources,
                                                    Findings& findings) {
  const auto root = load_yaml_file(path, shown, sources, findings);
  if (!root) return std::nullopt;
  MappingReader file(*root, findings);
  demand_kind(file, "approvals", findings);
  return load_approvals(file, findings);
}

}  // namespace yomikae::cli
