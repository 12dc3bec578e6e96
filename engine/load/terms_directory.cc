#include "load/terms_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <utility>

#include "base/text.h"
#include "load/assembly.h"
#include "load/contract_file.h"
#include "load/reader.h"
#include "load/yaml.h"

namespace yomikae {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> skipped_folders{"examples", "cases", "schema", "build", ".git"};
constexpr std::uintmax_t largest_file = YamlLimits{}.bytes;
constexpr std::size_t most_files = 2000;

struct Found {
  fs::path path;
  std::string shown;  ///< relative to the directory it was found under: the same on every machine
};

void report_unreadable(const std::string& shown, const std::string& why, Sources& sources, Findings& findings) {
  const SourceId id = sources.add(shown, {});
  findings.add("yaml/unreadable", {id, 0, 0},
               {fmt::format("読めない（{}）", why), fmt::format("cannot be read: {}", why)});
}

std::optional<SourceId> read_file(const Found& file, Sources& sources, Findings& findings) {
  std::error_code error;
  const auto status = fs::status(file.path, error);
  if (error || !fs::is_regular_file(status)) {
    report_unreadable(file.shown, fs::exists(status) ? "not a regular file" : "no such file", sources, findings);
    return std::nullopt;
  }
  const auto size = fs::file_size(file.path, error);
  if (!error && size > largest_file) {
    const SourceId id = sources.add(file.shown, {});
    findings.add("yaml/size", {id, 0, 0},
                 {fmt::format("{} バイトある。上限は {} バイト", size, largest_file),
                  fmt::format("{} bytes, at most {} are allowed", size, largest_file)});
    return std::nullopt;
  }
  std::ifstream in(file.path, std::ios::binary);
  std::string text(error ? 0 : size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in) {
    report_unreadable(file.shown, "the system refused", sources, findings);
    return std::nullopt;
  }
  return sources.add(file.shown, std::move(text));
}

bool is_skipped(const fs::path& path) {
  const std::string name = path.filename().string();
  return std::find(skipped_folders.begin(), skipped_folders.end(), name) != skipped_folders.end() ||
         name.starts_with('.');
}

/// A path that leads, through links, out of the directory it was found under.
bool leaves(const fs::path& path, const fs::path& root) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  const fs::path inside = fs::canonical(root, error);
  if (error) return true;
  return std::mismatch(inside.begin(), inside.end(), real.begin(), real.end()).first != inside.end();
}

void collect(const TermsFolder& folder, std::vector<Found>& files, Sources& sources, Findings& findings) {
  const fs::path& root = folder.path;
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    report_unreadable(root.string(), "no such directory", sources, findings);
    return;
  }
  fs::recursive_directory_iterator it(root, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const fs::path& path = it->path();
    if (it->is_directory(error) && is_skipped(path)) {
      it.disable_recursion_pending();
      continue;
    }
    const bool linked = it->is_symlink(error);
    const bool wanted = path.extension() == ".yaml" || (linked && it->is_directory(error));
    if (!wanted || (!linked && !it->is_regular_file(error))) continue;
    const std::string shown = (fs::path(folder.shown) / path.lexically_relative(root)).string();
    if (linked && leaves(path, root)) {
      const SourceId id = sources.add(shown, {});
      findings.add("terms/outside", {id, 0, 0},
                   {"規程の置き場の外を指すリンク", "a link that leads out of the terms directory"});
      continue;
    }
    if (path.extension() == ".yaml") files.push_back({path, shown});
    if (files.size() > most_files) {
      report_unreadable(root.string(), "too many files", sources, findings);
      return;
    }
  }
}

std::optional<ParsedFile> parse_file(SourceId source, Sources& sources, Findings& findings) {
  auto root = parse_yaml(sources, source, findings);
  if (!root) return std::nullopt;
  MappingReader head(*root, findings);
  if (!head.is_mapping()) return std::nullopt;
  if (!demand_format(head, findings)) return std::nullopt;
  const Scalar kind = head.need_scalar("kind");
  static const std::vector<std::string_view> kinds{"ontology", "calendar",        "document",    "rules", "errata",
                                                   "channel",  "known-documents", "acceptances", "gate",  "approvals"};
  if (kind.text.empty()) return std::nullopt;
  if (std::find(kinds.begin(), kinds.end(), kind.text) == kinds.end()) {
    report_unknown_name(kind, "種類のファイル", "kind of file", kinds, findings);
    return std::nullopt;
  }
  std::string word = kind.text;
  return ParsedFile{std::move(*root), std::move(word)};
}

}  // namespace

std::optional<Terms> load_terms(const std::vector<fs::path>& directories, Sources& sources, Findings& findings,
                                DeadAddresses dead) {
  std::vector<TermsFolder> folders;
  folders.reserve(directories.size());
  for (const fs::path& directory : directories) folders.push_back({directory, directory.filename().string()});
  return load_terms(folders, sources, findings, dead);
}

std::optional<Terms> load_terms(const std::vector<TermsFolder>& folders, Sources& sources, Findings& findings,
                                DeadAddresses dead) {
  std::vector<Found> files;
  for (const TermsFolder& folder : folders) collect(folder, files, sources, findings);
  std::sort(files.begin(), files.end(), [](const Found& a, const Found& b) { return a.shown < b.shown; });
  std::vector<SourceId> read;
  for (const Found& file : files) {
    if (const auto source = read_file(file, sources, findings)) read.push_back(*source);
  }
  return load_terms(read, sources, findings, dead);
}

std::optional<Terms> load_terms(const std::vector<SourceId>& files, Sources& sources, Findings& findings,
                                DeadAddresses dead) {
  std::vector<ParsedFile> parsed;
  parsed.reserve(files.size());
  for (const SourceId file : files) {
    if (auto one = parse_file(file, sources, findings)) parsed.push_back(std::move(*one));
  }
  if (findings.has_errors()) return std::nullopt;
  Terms terms = assemble(parsed, findings);
  const auto& all = findings.all();
  const bool usable = std::all_of(all.begin(), all.end(), [&](const Finding& each) {
    const bool leads_nowhere = each.rule->id == "terms/unknown-provision" || each.rule->id == "terms/unknown-document";
    return each.rule->severity != Severity::error || (leads_nowhere && dead == DeadAddresses::reported);
  });
  if (!usable) return std::nullopt;
  return terms;
}

std::optional<YamlNode> load_yaml_file(const fs::path& path, const std::string& shown, Sources& sources,
                                       Findings& findings) {
  const auto source = read_file({path, shown}, sources, findings);
  return source ? parse_yaml(sources, *source, findings) : std::nullopt;
}

std::optional<Agreement> load_agreement_file(const fs::path& path, const Terms& terms, Sources& sources,
                                             Findings& findings) {
  const auto root = load_yaml_file(path, path.string(), sources, findings);
  if (!root) return std::nullopt;
  return load_agreement(*root, terms, findings);
}

}  // namespace yomikae
