#include "render/statement.h"

namespace yomikae {
namespace {

/// An amount, or null and why there is none; a fraction of a yen stands beside as `exact`.
void put_amount(Json& json, std::string_view key, const Outcome& outcome) {
  const auto* amount = outcome.has_value() ? std::get_if<Rational>(&outcome.value) : nullptr;
  json[key] = amount != nullptr && amount->is_whole() ? Json(amount->numerator()) : Json(nullptr);
  if (amount != nullptr && !amount->is_whole()) json["exact"] = amount->to_string();
  json["status"] = to_string(to_answer_status(outcome.status));
  if (!outcome.names.empty()) json["missing"] = outcome.names;
}

Json line_json(const StatementLine& line, const Names& names) {
  Json json;
  json["matter"] = line.matter->id.value;
  if (!line.item.empty()) json["item"] = line.item;
  if (!line.option.empty()) json["option"] = line.option;
  json["label"] = line_label(line, names);
  if (line.event != nullptr) {
    json["on"] = to_string(line.event->on);
    json["count"] = value_json(Value{line.event->count});
    if (line.source != nullptr) json["source"] = source_json(*line.source, names);
  }
  put_amount(json, "value", line.amount);
  return json;
}

Json month_json(const StatementMonth& month, const Names& names) {
  Json json;
  json["month"] = to_string(month.month);
  json["lines"] = Json::array();
  for (const StatementLine& line : month.lines) json["lines"].push_back(line_json(line, names));
  json["tax"] = Json::array();
  for (const StatementTax& tax : month.taxes) {
    json["tax"].push_back(
        {{"rate", tax.rate.to_string()}, {"base", value_json(Value{tax.base})}, {"value", value_json(Value{tax.tax})}});
  }
  put_amount(json, "total", month.total);
  json["known"] = value_json(Value{month.known});
  return json;
}

}  // namespace

Json statement_json(const Statement& statement, const Names& names) {
  Json json;
  json["from"] = to_string(statement.from);
  json["to"] = to_string(statement.to);
  json["months"] = Json::array();
  for (const StatementMonth& month : statement.months) json["months"].push_back(month_json(month, names));
  json["undated"] = Json::array();
  for (const StatementLine& line : statement.undated) json["undated"].push_back(line_json(line, names));
  put_amount(json, "total", statement.total);
  json["known"] = value_json(Value{statement.known});
  return json;
}

}  // namespace yomikae
