#include "figures/terms_copy.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "load/yaml.h"
#include "render/output.h"

namespace yomikae::figures {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> yaml_files(const fs::path& folder) {
  std::vector<fs::path> found;
  for (fs::recursive_directory_iterator it(folder); it != fs::recursive_directory_iterator(); ++it) {
    const std::string name = it->path().filename().string();
    if (it->is_directory() && (name == "examples" || name == "schema")) it.disable_recursion_pending();
    if (it->is_regular_file() && it->path().extension() == ".yaml") found.push_back(it->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

ParsedFile parsed(const Sources& sources, SourceId id) {
  Findings findings;
  auto root = parse_yaml(sources, id, findings);
  if (!root) throw std::runtime_error(render_text(findings, sources, {Language::en, false}));
  const YamlNode* kind = root->find("kind");
  std::string word = kind == nullptr ? std::string{} : kind->scalar.text;
  return {std::move(*root), std::move(word)};
}

}  // namespace

TermsCopy::TermsCopy(const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    for (const fs::path& path : yaml_files(folder)) {
      ids_.push_back(sources_.add(path.lexically_relative(folder.parent_path()).string(), read_whole(path)));
      files_.push_back(parsed(sources_, ids_.back()));
    }
  }
  std::string why_not;
  auto terms = assembled(why_not);
  if (!terms) throw std::runtime_error(why_not);
  terms_ = std::move(*terms);
}

std::optional<Terms> TermsCopy::assembled(std::string& why_not) {
  Findings findings;
  Terms terms = assemble(files_, findings);
  if (!findings.has_errors()) return terms;
  why_not = render_text(findings, sources_, {Language::en, false});
  return std::nullopt;
}

std::string TermsCopy::text_at(Place place) const {
  return std::string(sources_.text(place.source).substr(place.offset, place.length));
}

TermsCopy::Changed TermsCopy::with(Place place, const std::string& words) {
  const auto file = static_cast<std::size_t>(std::find(ids_.begin(), ids_.end(), place.source) - ids_.begin());
  const std::string printed(sources_.text(place.source));
  std::string text = printed;
  text.replace(place.offset, place.length, words);
  Changed changed;
  sources_.replace(place.source, std::move(text), 1);
  try {
    ParsedFile other = parsed(sources_, place.source);
    std::swap(files_[file], other);
    changed.terms = assembled(changed.why_not);
    std::swap(files_[file], other);
  } catch (const std::runtime_error& mistake) {
    changed.why_not = mistake.what();
  }
  sources_.replace(place.source, printed, 1);
  return changed;
}

}  // namespace yomikae::figures
