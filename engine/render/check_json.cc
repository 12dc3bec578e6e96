#include "render/json.h"
#include "render/output.h"

namespace yomikae {

std::string render_json(const CheckReport& report, const Sources& sources, Language language) {
  Json json;
  json["format"] = json_format;
  json["as_of"] = to_string(report.day);
  json["summary"] = {{"error", report.count(Severity::error)},
                     {"warning", report.count(Severity::warning)},
                     {"note", report.count(Severity::note)},
                     {"accepted", report.accepted()}};
  json["findings"] = findings_json(report.findings, sources, language);
  return dump(json);
}

}  // namespace yomikae
