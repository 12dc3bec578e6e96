#include "render/json.h"
#include "render/output.h"
#include "render/statement.h"

namespace yomikae {
namespace {

Json reading_json(const ReadingAnswer& reading, const Names& names) {
  Json json;
  json["id"] = reading.id.empty() ? "only" : reading.id;
  json["preferred"] = reading.preferred;
  json["status"] = to_string(reading.status);
  json["value"] = reading.statement ? statement_json(*reading.statement, names) : value_json(reading.value);
  if (reading.exact) json["exact"] = reading.exact->to_string();
  json["because"] = reading.because;
  if (reading.instead) json["instead"] = to_string(*reading.instead);
  Json choices = Json::array();
  for (const auto& choice : reading.choices) {
    Json one;
    one["id"] = choice.id;
    one["source"] = source_json(*choice.rule, names);
    if (!choice.part.empty()) one["part"] = choice.part;
    one["because"] = choice.because;
    if (!choice.erratum.empty()) one["erratum"] = choice.erratum;
    choices.push_back(std::move(one));
  }
  json["choices"] = std::move(choices);
  return json;
}

Json steps_json(const Trace& trace, const Names& names) {
  Json steps = Json::array();
  for (const ComputationStep& step : trace.steps) {
    Json one;
    one["text"] = step.text;
    one["value"] = step.value;
    one["source"] = step.source == nullptr ? Json::object() : source_json(*step.source, names);
    steps.push_back(std::move(one));
  }
  return steps;
}

Json assumptions_json(const Trace& trace) {
  Json list = Json::array();
  for (const UsedAssumption& each : trace.assumptions) {
    Json one;
    one["name"] = each.name;
    one["value"] = each.value;
    one["default"] = each.is_default;
    if (!each.note.empty()) one["note"] = each.note;
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

Json answer_json(const Answer& answer, const Selection& selection, Language language) {
  const Names names(selection, language);
  Json json;
  json["format"] = json_format;
  json["contract"] = selection.contract().id;
  json["question"] = answer.question;
  json["facts"] = Json::object();
  for (const auto& [name, value] : answer.facts) json["facts"][name] = value;
  json["as_of"] = to_string(answer.day);
  json["status"] = to_string(answer.status);
  json["value"] = answer.statement ? statement_json(*answer.statement, names) : value_json(answer.value);
  if (answer.exact) json["exact"] = answer.exact->to_string();
  if (!answer.value && answer.trace.partial) json["known"] = value_json(*answer.trace.partial);
  json["readings"] = Json::array();
  for (const ReadingAnswer& reading : answer.readings) json["readings"].push_back(reading_json(reading, names));
  if (answer.readings_truncated) json["readings_truncated"] = true;
  json["safe"] = value_json(answer.safe);
  json["sources"] = Json::array();
  for (const Rule* rule : answer.trace.sources) json["sources"].push_back(source_json(*rule, names));
  json["steps"] = steps_json(answer.trace, names);
  json["assumptions"] = assumptions_json(answer.trace);
  json["missing"] = answer.missing;
  if (answer.status == AnswerStatus::conflict) {
    json["conflicting"] = Json::array();
    for (const Rule* rule : answer.trace.conflicting) {
      Json one = source_json(*rule, names);
      one["display"] = rule_display(*rule, selection);
      json["conflicting"].push_back(std::move(one));
    }
  }
  if (!answer.because.empty()) {
    json["because"] = answer.because;
    json["instead"] = answer.instead ? Json(to_string(*answer.instead)) : Json(nullptr);
  }
  if (!answer.upstream.empty()) {
    json["upstream"] = Json::array();
    for (const UpstreamRule& each : answer.upstream) {
      Json one = source_json(*each.rule, names);
      one["display"] = rule_display(*each.rule, selection);
      one["part_of_contract"] = false;
      json["upstream"].push_back(std::move(one));
    }
  }
  return json;
}

std::string render_json(const Answer& answer, const Selection& selection, Language language) {
  return dump(answer_json(answer, selection, language));
}

}  // namespace yomikae
