#include "figures/exception.h"

#include <stdexcept>
#include <utility>

#include "load/reader.h"
#include "load/terms_directory.h"
#include "render/output.h"

namespace yomikae::figures {

bool Exception::is_of(const Figure& other, const Sources& sources) const {
  return figure == other.text && within == other.within && owner == other.owner(sources);
}

std::vector<Exception> read_exceptions(const std::filesystem::path& file) {
  Sources sources;
  Findings findings;
  const auto root = load_yaml_file(file, file.filename().string(), sources, findings);
  std::vector<Exception> exceptions;
  if (root) {
    for (const YamlNode& node : root->items) {
      MappingReader reader(node, findings);
      Exception one;
      one.owner = reader.need_text("owner");
      one.within = reader.need_text("within");
      one.figure = reader.need_text("figure");
      reader.need("lacks");
      one.lacks = reader.choice<Exception::Lacks>(
          "lacks", {{"effect", Exception::Lacks::effect}, {"citation", Exception::Lacks::citation}},
          Exception::Lacks::effect);
      reader.need_text("because");  // for people
      reader.finish();
      exceptions.push_back(std::move(one));
    }
  }
  if (findings.has_errors()) throw std::runtime_error(render_text(findings, sources, {Language::en, false}));
  return exceptions;
}

}  // namespace yomikae::figures
