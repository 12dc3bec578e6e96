#include "load/rules_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "load/price_rows.h"
#include "rules/bind.h"
#include "rules/parse.h"

namespace yomikae {
namespace {

using Locals = std::vector<std::pair<std::string, ValueType>>;

std::optional<ProvisionRef> read_provision_ref(const Scalar& text, Findings& findings) {
  std::string_view rest = text.text;
  if (rest.starts_with('#')) rest.remove_prefix(1);
  auto ref = parse_provision(rest);
  if (!ref && !text.text.empty()) {
    report_bad_value(text,
                     {fmt::format("`{}` は条項の番地ではない（例: `#7.2(3)`）", single_line(text.text)),
                      fmt::format("`{}` is no address of a provision (such as `#7.2(3)`)", single_line(text.text))},
                     findings);
  }
  return ref;
}

/// Reads one rule. Its parts are read in the order in which they may use each other: scope, condition, parts, body.
class RuleReader {
 public:
  RuleReader(const DocumentId& document, const Ontology& ontology, Findings& findings)
      : document_(document), ontology_(ontology), findings_(findings) {}

  std::optional<Rule> read(const YamlNode& node) {
    MappingReader reader(node, findings_);
    Rule rule;
    rule.document = document_;
    rule.place = reader.place();
    if (const auto at = read_provision_ref(reader.need_scalar("at"), findings_)) rule.at = *at;
    if (!read_matter(reader, rule)) {
      skip_rest(reader);
      return std::nullopt;
    }
    rule.says = reader.text("says");
    read_scope_and_subject(reader, rule);
    if (const YamlNode* when = reader.take("when")) {
      rule.when = alternatives(*when, {ValueType::Kind::boolean, {}}, {});
    }
    read_parts(reader, rule);
    read_notwithstanding(reader, rule);
    const bool complete = read_body(reader, rule);
    reader.finish();
    if (!complete) return std::nullopt;
    return rule;
  }

  /// The rule whose words a `like` repeats, by index among the rules of this file; resolved after all are read.
  std::vector<std::pair<std::size_t, Scalar>> likes;
  std::size_t next_index = 0;

 private:
  static void skip_rest(MappingReader& reader) {
    for (const auto* key : {"says", "scope", "of", "when", "where", "value", "readings", "falls", "requires", "like",
                            "notwithstanding"}) {
      reader.take(key);
    }
    reader.finish();
  }

  bool read_matter(MappingReader& reader, Rule& rule) {
    const YamlNode* delegates = reader.take("delegates");
    if (delegates != nullptr) rule.kind = Rule::Kind::pointer;
    const auto name =
        delegates != nullptr ? read_scalar(*delegates, findings_).value_or(Scalar{}) : reader.need_scalar("matter");
    matter_ = ontology_.matter(name.text);
    if (matter_ != nullptr && matter_->shape != Matter::Shape::term) {
      rule.matter = matter_->id;
      return true;
    }
    if (name.text.empty()) return false;
    std::vector<std::string_view> names;
    for (const Matter& each : ontology_.matters) {
      if (each.shape != Matter::Shape::term) names.emplace_back(each.id.value);
    }
    report_unknown_name(name, "事項", "matter", names, findings_);
    return false;
  }

  void read_scope_and_subject(MappingReader& reader, Rule& rule) {
    if (const YamlNode* scope = reader.take("scope")) {
      rule.scope = read_scope(*scope, ontology_, findings_);
      check_dimensions(*scope);
    }
    const bool names_option = std::any_of(rule.scope.admits.begin(), rule.scope.admits.end(), [&](const auto& entry) {
      const Dimension* dimension = ontology_.dimension(entry.first);
      return dimension != nullptr && dimension->sets.front() == ontology_.option_set;
    });
    rule.of_option = names_option;
    rule.of_contract = !names_option;
    const auto subjects = reader.texts("of");
    if (subjects.empty()) return;
    rule.of_option = rule.of_contract = false;
    for (const Scalar& subject : subjects) {
      if (subject.text == "contract") {
        rule.of_contract = true;
      } else if (subject.text == "option") {
        rule.of_option = true;
      } else {
        report_unknown_name(subject, "主体", "subject", {"contract", "option"}, findings_);
      }
    }
  }

  /// A dimension the matter does not know would never match: reported, not ignored.
  void check_dimensions(const YamlNode& scope) {
    for (const auto& entry : scope.entries) {
      const Dimension* dimension = ontology_.dimension(entry.key.text);
      if (dimension == nullptr) continue;
      const bool of_contract = dimension->fallback.empty() && !is_subject(*dimension) &&
                               !matter_->has_dimension(dimension->name) && is_fixed(*dimension);
      const bool known =
          matter_->has_dimension(dimension->name) || (is_subject(*dimension) && matter_->of_option) || of_contract;
      if (known) continue;
      std::vector<std::string_view> names;
      for (const auto& each : matter_->by) names.emplace_back(each);
      report_unknown_name(entry.key, fmt::format("（事項 `{}` の）区分", matter_->id.value),
                          fmt::format("dimension of `{}` called", matter_->id.value), names, findings_);
    }
  }

  bool is_subject(const Dimension& dimension) const { return dimension.sets.front() == ontology_.option_set; }
  /// Service, type and customer are fixed by the contract: no matter lists them under `by`.
  bool is_fixed(const Dimension& dimension) const {
    return std::none_of(ontology_.matters.begin(), ontology_.matters.end(),
                        [&](const Matter& each) { return each.has_dimension(dimension.name); });
  }

  void read_parts(MappingReader& reader, Rule& rule) {
    locals_.clear();
    const YamlNode* where = reader.take("where");
    if (where == nullptr) return;
    MappingReader check(*where, findings_);
    for (const auto& entry : where->entries) {
      auto value = alternatives(entry.value, {}, locals_);
      if (!value) {
        locals_.emplace_back(entry.key.text, ValueType{});
        continue;
      }
      const ValueType type = common_type(*value, entry.key);
      locals_.emplace_back(entry.key.text, type);
      rule.where.push_back({entry.key.text, std::move(*value), type});
    }
  }

  ValueType common_type(const Alternatives& value, const Scalar& name) {
    ValueType type = value.readings.front().value.type;
    for (const Reading& reading : value.readings) {
      const ValueType& other = reading.value.type;
      const bool both_numbers = (type.kind == ValueType::Kind::money && other.kind == ValueType::Kind::number) ||
                                (type.kind == ValueType::Kind::number && other.kind == ValueType::Kind::money);
      if (both_numbers) {
        type.kind = ValueType::Kind::money;
      } else if (!(other == type)) {
        findings_.add(
            "rule/type", reading.value.place,
            {fmt::format("`{}` の読み方の型が揃っていない（{} と {}）", name.text, to_string(type), to_string(other)),
             fmt::format("the readings of `{}` differ in type ({} and {})", name.text, to_string(type),
                         to_string(other))});
      }
    }
    return type;
  }

  void read_notwithstanding(MappingReader& reader, Rule& rule) {
    for (const Scalar& text : reader.texts("notwithstanding")) {
      if (const auto address = parse_address(text.text, document_)) {
        rule.notwithstanding.push_back(*address);
      } else {
        report_bad_value(text,
                         {fmt::format("`{}` は条項の番地ではない", single_line(text.text)),
                          fmt::format("`{}` is no address of a provision", single_line(text.text))},
                         findings_);
      }
    }
  }

  bool read_body(MappingReader& reader, Rule& rule) {
    if (rule.kind == Rule::Kind::pointer) return true;
    if (const YamlNode* like = reader.take("like")) {
      if (const auto text = read_scalar(*like, findings_)) likes.emplace_back(next_index, *text);
      return true;
    }
    if (matter_->shape == Matter::Shape::ending) return read_ending(reader, rule);
    const YamlNode* value = reader.take("value");
    const YamlNode* readings = value == nullptr ? reader.take("readings") : nullptr;
    if (value == nullptr && readings == nullptr) {
      findings_.add("format/missing-key", reader.place(),
                    {"`value`、`readings`、`like` のどれかが要る", "one of `value`, `readings`, `like` is needed"});
      return false;
    }
    if (value != nullptr && value->kind == YamlNode::Kind::scalar && value->scalar.text == "quoted") {
      rule.body = Quoted{};
      return true;
    }
    auto body = value != nullptr ? alternatives(*value, matter_->type, locals_)
                                 : alternatives_of_list(*readings, matter_->type, locals_);
    if (!body) return false;
    rule.body = std::move(*body);
    return true;
  }

  bool read_ending(MappingReader& reader, Rule& rule) {
    using Falls = Ending::Falls;
    Ending ending;
    reader.need("falls");
    ending.falls = reader.choice<Falls>("falls",
                                        {{"any-day", Falls::any_day},
                                         {"last-of-month", Falls::last_of_month},
                                         {"first-of-month", Falls::first_of_month}},
                                        Falls::any_day);
    bool complete = true;
    for (const YamlNode& node : reader.list("requires")) {
      MappingReader requirement(node, findings_);
      auto that = read_expression(requirement.need_scalar("that"), ontology_, matter_, locals_,
                                  {ValueType::Kind::boolean, {}}, findings_);
      const std::string because = requirement.need_text("because");
      requirement.finish();
      if (that) {
        ending.requirements.push_back({std::move(*that), because});
      } else {
        complete = false;
      }
    }
    rule.body = std::move(ending);
    return complete;
  }

  /// One expression, or `readings:` with a list of them.
  std::optional<Alternatives> alternatives(const YamlNode& node, const ValueType& expected, const Locals& locals) {
    if (node.kind == YamlNode::Kind::mapping) {
      MappingReader reader(node, findings_);
      const YamlNode* readings = reader.need("readings");
      reader.finish();
      if (readings == nullptr) return std::nullopt;
      return alternatives_of_list(*readings, expected, locals);
    }
    const auto text = read_scalar(node, findings_);
    if (!text) return std::nullopt;
    auto expr = read_expression(*text, ontology_, matter_, locals, expected, findings_);
    if (!expr) return std::nullopt;
    Alternatives single;
    single.readings.push_back({{}, std::move(*expr), {}, {}});
    return single;
  }

  std::optional<Alternatives> alternatives_of_list(const YamlNode& list, const ValueType& expected,
                                                   const Locals& locals) {
    Alternatives result;
    bool complete = list.kind == YamlNode::Kind::list && list.items.size() > 1;
    if (!complete) {
      findings_.add(
          "format/wrong-kind", list.place(),
          {"`readings` には二つ以上の読み方の一覧が要る", "`readings` needs a list of at least two readings"});
    }
    for (const YamlNode& item : list.items) {
      MappingReader reader(item, findings_);
      Reading reading;
      reading.id = reader.need_text("id");
      auto expr = read_expression(reader.need_scalar("value"), ontology_, matter_, locals, expected, findings_);
      reading.because = reader.need_text("because");
      reading.erratum = reader.text("erratum");
      reader.finish();
      if (expr) {
        reading.value = std::move(*expr);
        result.readings.push_back(std::move(reading));
      } else {
        complete = false;
      }
    }
    if (!complete) return std::nullopt;
    return result;
  }

  const DocumentId& document_;
  const Ontology& ontology_;
  Findings& findings_;
  const Matter* matter_ = nullptr;
  Locals locals_;
};

/// Points every `like` at the rule it repeats: the rule of that provision on the same matter, or else its only one of
/// the same shape.
void resolve_likes(const std::vector<std::pair<std::size_t, Scalar>>& likes, RuleBook& book, const Ontology& ontology,
                   Findings& findings) {
  for (const auto& [index, text] : likes) {
    Rule& rule = book.rules[index];
    const auto ref = read_provision_ref(text, findings);
    if (!ref) continue;
    const Matter::Shape shape = ontology.matter(rule.matter.value)->shape;
    std::optional<std::size_t> same_matter;
    std::optional<std::size_t> same_shape;
    for (std::size_t i = 0; i < book.rules.size(); ++i) {
      const Rule& other = book.rules[i];
      const bool follows = std::any_of(likes.begin(), likes.end(), [&](const auto& each) { return each.first == i; });
      if (!(other.at == *ref) || follows || other.kind != Rule::Kind::candidate) continue;
      if (other.matter == rule.matter && !same_matter) same_matter = i;
      if (ontology.matter(other.matter.value)->shape == shape && !same_shape) same_shape = i;
    }
    rule.like = same_matter ? same_matter : same_shape;
    if (!rule.like) {
      findings.add("terms/unknown-provision", text.place,
                   {fmt::format("`{}` に準ずるべき定めがない", text.text),
                    fmt::format("`{}` has no rule this one could follow", text.text)});
    }
  }
}

}  // namespace

std::optional<Expr> read_expression(const Scalar& text, const Ontology& ontology, const Matter* matter,
                                    const Locals& locals, const ValueType& expected, Findings& findings) {
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

PrecedenceRule read_precedence(const YamlNode& node, const DocumentId& document, Findings& findings) {
  MappingReader reader(node, findings);
  PrecedenceRule rule;
  rule.document = document;
  rule.place = reader.place();
  if (!document.empty()) {
    if (const auto at = read_provision_ref(reader.need_scalar("at"), findings)) rule.at = *at;
  }
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
  for (const YamlNode& node : file.list("rules")) {
    reader.next_index = book.rules.size();
    const std::size_t likes_before = reader.likes.size();
    if (auto rule = reader.read(node)) {
      book.rules.push_back(std::move(*rule));
    } else {
      reader.likes.resize(likes_before);
    }
  }
  for (const YamlNode& row : file.list("prices")) {
    for (const YamlNode& node : rules_of_price_row(row, ontology, findings)) {
      reader.next_index = book.rules.size();
      if (auto rule = reader.read(node)) book.rules.push_back(std::move(*rule));
    }
  }
  resolve_likes(reader.likes, book, ontology, findings);
  for (const YamlNode& node : file.list("precedence")) {
    book.precedence.push_back(read_precedence(node, book.document, findings));
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
  file.finish();
  if (!version) return std::nullopt;
  book.version = *version;
  for (Rule& rule : book.rules) rule.version = book.version;
  return book;
}

}  // namespace yomikae
