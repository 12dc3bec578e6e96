#include "render/json.h"
#include "render/output.h"
#include "render/severity.h"

namespace yomikae {

std::string render_json(const FindingRule& rule, const FindingPage& page, Language language) {
  Json json;
  json["format"] = json_format;
  json["rule"] = rule.id;
  json["severity"] = to_string(rule.severity);
  json["looks_for"] = language == Language::ja ? rule.ja : rule.en;
  json["why"] = page.why.in(language);
  json["cure"] = page.cure.in(language);
  json["example"] = page.example;
  return dump(json);
}

}  // namespace yomikae
