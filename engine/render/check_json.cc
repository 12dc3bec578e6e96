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
  json["findings"] = Json::array();
  for (const JudgedFinding& each : report.findings) {
    Json one = finding_json(each.finding, sources, language);
    if (!each.finding.subject.at.empty()) {
      one["subject"] = {{"at", each.finding.subject.at}};
      if (!each.finding.subject.of.empty()) one["subject"]["of"] = each.finding.subject.of;
    }
    if (each.accepted != nullptr) {
      one["accepted"] = {{"until", to_string(each.accepted->until)}, {"because", each.accepted->because}};
    }
    json["findings"].push_back(std::move(one));
  }
  return dump(json);
}

}  // namespace yomikae
