#include "render/json.h"
#include "render/output.h"

namespace yomikae {
namespace {

Json candidate_json(const Candidate& candidate, const Names& names) {
  Json json = source_json(*candidate.rule, names);
  json["standing"] = to_string(candidate.standing);
  json["display"] = candidate.display;
  Json scope = Json::object();
  for (const auto& [name, values] : candidate.rule->scope.admits)
    scope[name] = values.empty() ? Json("any") : Json(values);
  json["scope"] = std::move(scope);
  if (candidate.loss) {
    json["to"] = source_json(*candidate.loss->to, names);
    if (candidate.loss->because != nullptr) json["because"] = names.reason(*candidate.loss->because);
  }
  if (candidate.because.provision || !candidate.because.words.empty())
    json["because"] = names.reason(candidate.because);
  return json;
}

}  // namespace

std::string render_json(const Explanation& explanation, const Sources& sources, Language language) {
  const Selection& selection = *explanation.terms.selection;
  const Names names(selection, language);
  Json json;
  json["format"] = json_format;
  json["contract"] = selection.contract().id;
  json["as_of"] = to_string(selection.day);
  json["subject"] = explanation.subject;
  json["contests"] = Json::array();
  for (const ContestReport& report : explanation.contests) {
    Json one;
    one["matter"] = report.row->matter->id.value;
    one["scope"] = scope_json(report.row->scope);
    one["status"] = to_string(report.row->status);
    one["display"] = report.row->display;
    one["candidates"] = Json::array();
    for (const Candidate& candidate : report.candidates) one["candidates"].push_back(candidate_json(candidate, names));
    json["contests"].push_back(std::move(one));
  }
  json["provisions"] = Json::array();
  for (const EffectiveProvision* provision : explanation.provisions) {
    Json one;
    one["document"] = provision->version->text.document.value;
    one["version"] = to_string(provision->version->text.from);
    one["provision"] = to_string(provision->provision->path);
    one["label"] = provision->provision->label;
    one["heading"] = provision->provision->heading;
    one["fate"] = to_string(provision->fate.fate);
    one["because"] = reason_json(provision->fate.because, names);
    one["text"] = provision->text.text;
    json["provisions"].push_back(std::move(one));
  }
  json["findings"] = findings_json(explanation.terms.judged(), sources, language);
  return dump(json);
}

}  // namespace yomikae
