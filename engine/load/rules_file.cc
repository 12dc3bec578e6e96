#include "load/rules_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "load/rule_reader.h"
#include "load/table_rows.h"
#include "rules/bind.h"
#include "rules/parse.h"

namespace yomikae {

std::optional<Expr> read_expression(const Scalar& text, const Ontology& ontology, const Matter* matter,
                                    const std::vector<std::pair<std::string, ValueType>>& locals,
                                    const ValueType& expected, Findings& findings) {
  auto expr = parse_expression(text, findings);
  if (!expr) return std::nullopt;
  if (!bind_expression(*expr, {ontology, matter, locals}, expected, findings)) return std::nullopt;
  return expr;
}

Scope read_scope(const YamlNode& node, const Ontology& ontology, Findings& findings) {
  Scope scope;
  MappingReader check(node, findings);
  for (const auto& entry : node.entries) {
    const Dimension* dimension = ontology.dimension(entry.key.text);
    if (dimension == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& each : ontology.dimensions) names.emplace_back(each.name);
      report_unknown_name(entry.key, "区分", "dimension", names, findings);
      continue;
    }
    auto& values = scope.admits[entry.key.text];
    for (const Scalar& value : check.texts(entry.key.text)) {
      if (value.text == "any") continue;
      if (!ontology.admits(*dimension, value.text)) {
        std::vector<std::string_view> names;
        for (const auto& set : dimension->sets) {
          if (const ChoiceSet* choices = ontology.set(set)) {
            for (const auto& choice : choices->choices) names.emplace_back(choice.name);
          }
        }
        report_unknown_name(value, "値", "value", names, findings);
        continue;
      }
      values.push_back(value.text);
    }
    std::sort(values.begin(), values.end());
  }
  return scope;
}

PrecedenceRule read_precedence(const YamlNode& node, const DocumentId& document, const Ontology& ontology,
                               Findings& findings) {
  MappingReader reader(node, findings);
  PrecedenceRule rule;
  rule.document = document;
  rule.place = reader.place();
  if (!document.empty()) {
    if (const auto at = read_provision_ref(reader.need_scalar("at"), findings)) rule.at = *at;
  }
  reader.need("order");
  for (const YamlNode& rank : reader.list("order")) {
    std::vector<std::string> names;
    if (rank.kind == YamlNode::Kind::list) {
      for (const YamlNode& each : rank.items) {
        if (const auto name = read_scalar(each, findings)) names.push_back(name->text);
      }
    } else if (const auto name = read_scalar(rank, findings)) {
      names.push_back(name->text);
    }
    rule.order.push_back(std::move(names));
  }
  if (const YamlNode* scope = reader.take("scope")) rule.scope = read_scope(*scope, ontology, findings);
  rule.because = reader.text("because");
  rule.open = reader.flag("open", false);
  reader.finish();
  return rule;
}

OpenPoint read_open_point(const YamlNode& node, const DocumentId& document, const Ontology& ontology,
                          Findings& findings) {
  MappingReader reader(node, findings);
  OpenPoint point;
  point.document = document;
  point.place = reader.place();
  if (const YamlNode* at = reader.take("at")) {
    if (const auto text = read_scalar(*at, findings)) {
      if (const auto ref = read_provision_ref(*text, findings)) point.at = *ref;
    }
  }
  point.id = reader.need_text("id");
  point.text = reader.need_text("text");
  if (const YamlNode* scope = reader.take("scope")) point.scope = read_scope(*scope, ontology, findings);
  if (const YamlNode* matter = reader.take("matter")) {
    const auto name = read_scalar(*matter, findings);
    if (name && ontology.matter(name->text) == nullptr) {
      std::vector<std::string_view> names;
      for (const Matter& each : ontology.matters) names.emplace_back(each.id.value);
      report_unknown_name(*name, "事項", "matter", names, findings);
    } else if (name) {
      point.matter.value = name->text;
    }
  }
  reader.finish();
  return point;
}

std::optional<RuleBook> load_rules(MappingReader& file, const Ontology& ontology, Findings& findings) {
  RuleBook book;
  book.document.value = file.need_text("document");
  const auto version = file.need_date("version");
  RuleReader reader(book.document, ontology, findings);
  for (const YamlNode& node : file.list("rules")) reader.read(node, book);
  for (const auto* table : {"prices", "catalogue"}) {
    for (const YamlNode& row : file.list(table)) {
      for (const YamlNode& node : rules_of_row(row, ontology, findings)) reader.read(node, book);
    }
  }
  reader.resolve_likes(book);
  for (const YamlNode& node : file.list("precedence")) {
    book.precedence.push_back(read_precedence(node, book.document, ontology, findings));
  }
  for (const YamlNode& node : file.list("open-points")) {
    book.open_points.push_back(read_open_point(node, book.document, ontology, findings));
  }
  for (const YamlNode& node : file.list("not-in-force")) {
    MappingReader dormant(node, findings);
    const auto at = read_provision_ref(dormant.need_scalar("at"), findings);
    book.dormant.push_back({at.value_or(ProvisionRef{}), dormant.need_text("because"), dormant.place()});
    dormant.finish();
  }
  for (const YamlNode& node : file.list("nothing-computable")) {
    MappingReader bare(node, findings);
    const auto places = bare.texts("at");
    const std::string because = bare.need_text("because");
    for (const Scalar& place : places) {
      if (const auto at = read_provision_ref(place, findings)) book.bare.push_back({*at, because, place.place});
    }
    if (places.empty()) bare.need("at");
    bare.finish();
  }
  file.finish();
  if (!version) return std::nullopt;
  book.version = *version;
  for (Rule& rule : book.rules) rule.version = book.version;
  return book;
}

}  // namespace yomikae
