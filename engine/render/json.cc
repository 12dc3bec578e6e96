#include "render/json.h"

#include <fmt/format.h>

#include "render/severity.h"

namespace yomikae {

Json source_json(const Rule& rule, const Names& names) {
  Json json;
  if (rule.document.empty()) {
    json["document"] = order_form_layer;
    json["label"] = names.provision(rule);
    return json;
  }
  json["document"] = rule.document.value;
  if (rule.version) json["version"] = to_string(*rule.version);
  json["provision"] = to_string(rule.at.path);
  if (!rule.at.sentence.empty()) json["sentence"] = rule.at.sentence;
  json["label"] = names.provision(rule);
  return json;
}

Json address_json(const Address& address, const Names& names) {
  Json json;
  json["document"] = address.document.value;
  if (address.version) json["version"] = to_string(*address.version);
  if (address.provision) {
    json["provision"] = to_string(address.provision->path);
    if (!address.provision->sentence.empty()) json["sentence"] = address.provision->sentence;
    json["label"] = names.label(address.document, *address.provision);
  }
  return json;
}

Json reason_json(const FateReason& reason, const Names& names) {
  if (reason.provision) return address_json(*reason.provision, names);
  if (reason.words.empty()) return nullptr;
  return Json{{"words", reason.words}};
}

Json value_json(const std::optional<Value>& value) {
  if (!value) return nullptr;
  if (const auto* number = std::get_if<Rational>(&*value)) {
    if (number->is_whole()) return number->numerator();
    return number->to_string();
  }
  if (const auto* flag = std::get_if<bool>(&*value)) return *flag;
  if (const auto* list = std::get_if<SymbolList>(&*value)) {
    Json json = Json::array();
    for (const Symbol& each : *list) json.push_back(each.name);
    return json;
  }
  if (const auto* list = std::get_if<WordList>(&*value)) {
    Json json = Json::array();
    for (const Words& each : *list) json.push_back(each.text);
    return json;
  }
  return to_string(*value);
}

Json erratum_json(const Erratum& erratum) {
  Json json;
  json["id"] = erratum.id;
  json["printed"] = erratum.printed;
  json["meant"] = erratum.meant;
  json["standing"] = to_string(erratum.standing);
  json["noticed"] = to_string(erratum.noticed);
  if (erratum.checked) json["checked"] = to_string(*erratum.checked);
  if (!erratum.note.empty()) json["note"] = erratum.note;
  return json;
}

Json scope_json(const Dimensions& scope) {
  Json json = Json::object();
  for (const auto& [name, value] : scope) json[name] = value;
  return json;
}

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string dump_line(const Json& json, std::string_view id) {
  const std::string object = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (id.empty()) return object + "\n";
  return fmt::format("{{\"id\":{},{}\n", id, std::string_view(object).substr(1));
}

Json finding_json(const Finding& finding, const Sources& sources, Language language) {
  Json json;
  const auto place = [&](Json& into, Place where) {
    if (!where.known()) return;
    const Location location = sources.locate(where);
    into["file"] = sources.name(where.source);
    into["line"] = location.line;
    into["column"] = location.column;
  };
  json["rule"] = finding.rule->id;
  json["severity"] = to_string(finding.rule->severity);
  place(json, finding.place);
  json["message"] = finding.message.in(language);
  if (!finding.help.empty()) json["help"] = finding.help.in(language);
  Json related = Json::array();
  for (const auto& each : finding.related) {
    Json one;
    place(one, each.place);
    one["message"] = each.message.in(language);
    related.push_back(std::move(one));
  }
  json["related"] = std::move(related);
  if (!finding.subject.at.empty()) {
    json["subject"] = {{"at", finding.subject.at}};
    if (!finding.subject.of.empty()) json["subject"]["of"] = finding.subject.of;
  }
  return json;
}

Json finding_json(const JudgedFinding& judged, const Sources& sources, Language language) {
  Json json = finding_json(judged.finding, sources, language);
  if (judged.accepted != nullptr) {
    json["accepted"] = {{"until", to_string(judged.accepted->until)}, {"because", judged.accepted->because}};
  }
  return json;
}

Json findings_json(const Findings& findings, const Sources& sources, Language language) {
  Json json = Json::array();
  for (const Finding& each : findings.all()) json.push_back(finding_json(each, sources, language));
  return json;
}

Json findings_json(std::span<const JudgedFinding> findings, const Sources& sources, Language language) {
  Json json = Json::array();
  for (const JudgedFinding& each : findings) json.push_back(finding_json(each, sources, language));
  return json;
}

}  // namespace yomikae
