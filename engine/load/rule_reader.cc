#include "load/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "load/rules_file.h"

namespace yomikae {

std::optional<ProvisionRef> read_provision_ref(const Scalar& text, Findings& findings) {
  std::string_view rest = text.text;
  if (rest.starts_with('#')) rest.remove_prefix(1);
  auto ref = parse_provision(rest);
  if (!ref && (!text.text.empty() || text.place.known())) {  // a missing one has no place and is reported already
    report_bad_value(text,
                     {fmt::format("`{}` は条項の番地ではない（例: `#7.2(3)`）", single_line(text.text)),
                      fmt::format("`{}` is no address of a provision (such as `#7.2(3)`)", single_line(text.text))},
                     findings);
  }
  return ref;
}

std::optional<Rule> RuleReader::rule(const YamlNode& node) {
  MappingReader reader(node, findings_);
  Rule rule;
  rule.document = document_;
  rule.place = reader.place();
  const Scalar at = reader.need_scalar("at");
  rule.at_place = at.place;
  if (const auto ref = read_provision_ref(at, findings_)) rule.at = *ref;
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

void RuleReader::skip_rest(MappingReader& reader) {
  for (const auto* key : {"says", "scope", "of", "when", "where", "value", "readings", "falls", "requires", "like",
                          "left-to", "notwithstanding"}) {
    reader.take(key);
  }
  reader.finish();
}

namespace {

/// A term is ruled by its parts; a statement by what is billed.
bool takes_rules(const Matter& matter) {
  return matter.shape != Matter::Shape::term && matter.shape != Matter::Shape::statement;
}

}  // namespace

bool RuleReader::read_matter(MappingReader& reader, Rule& rule) {
  const YamlNode* delegates = reader.take("delegates");
  if (delegates != nullptr) rule.kind = Rule::Kind::pointer;
  const auto name =
      delegates != nullptr ? read_scalar(*delegates, findings_).value_or(Scalar{}) : reader.need_scalar("matter");
  matter_ = ontology_.matter(name.text);
  if (matter_ != nullptr && takes_rules(*matter_)) {
    rule.matter = matter_->id;
    return true;
  }
  if (name.text.empty()) return false;
  std::vector<std::string_view> names;
  for (const Matter& each : ontology_.matters) {
    if (takes_rules(each)) names.emplace_back(each.id.value);
  }
  report_unknown_name(name, "事項", "matter", names, findings_);
  return false;
}

void RuleReader::read_scope_and_subject(MappingReader& reader, Rule& rule) {
  if (const YamlNode* scope = reader.take("scope")) {
    rule.scope = read_scope(*scope, ontology_, findings_);
    check_dimensions(*scope);
  }
  const bool names_option = std::any_of(rule.scope.admits.begin(), rule.scope.admits.end(), [&](const auto& entry) {
    const Dimension* dimension = ontology_.dimension(entry.first);
    return dimension != nullptr && ontology_.is_option_dimension(*dimension);
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
void RuleReader::check_dimensions(const YamlNode& scope) {
  for (const auto& entry : scope.entries) {
    const Dimension* dimension = ontology_.dimension(entry.key.text);
    if (dimension == nullptr) continue;
    const bool of_contract =
        !is_subject(*dimension) && !matter_->has_dimension(dimension->name) && is_fixed(*dimension);
    const bool known =
        matter_->has_dimension(dimension->name) || (is_subject(*dimension) && matter_->of_option) || of_contract;
    if (known) continue;
    std::vector<std::string_view> names;
    for (const auto& each : matter_->by) names.emplace_back(each);
    report_unknown_name(entry.key, fmt::format("（事項 `{}` の）区分", matter_->id.value),
                        fmt::format("dimension of `{}` called", matter_->id.value), names, findings_);
  }
}

bool RuleReader::is_subject(const Dimension& dimension) const { return ontology_.is_option_dimension(dimension); }
/// Service, type and customer are fixed by the contract: no matter lists them under `by`.
bool RuleReader::is_fixed(const Dimension& dimension) const {
  return std::none_of(ontology_.matters.begin(), ontology_.matters.end(),
                      [&](const Matter& each) { return each.has_dimension(dimension.name); });
}

void RuleReader::read_parts(MappingReader& reader, Rule& rule) {
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

ValueType RuleReader::common_type(const Alternatives& value, const Scalar& name) {
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

void RuleReader::read_notwithstanding(MappingReader& reader, Rule& rule) {
  for (const Scalar& text : reader.texts("notwithstanding")) {
    if (const auto address = parse_address(text.text, document_)) {
      rule.notwithstanding.push_back(*address);
      rule.notwithstanding.back().place = text.place;
    } else {
      report_bad_value(text,
                       {fmt::format("`{}` は条項の番地ではない", single_line(text.text)),
                        fmt::format("`{}` is no address of a provision", single_line(text.text))},
                       findings_);
    }
  }
}

bool RuleReader::read_body(MappingReader& reader, Rule& rule) {
  if (rule.kind == Rule::Kind::pointer) return true;
  if (const YamlNode* like = reader.take("like")) {
    const auto text = read_scalar(*like, findings_);
    if (!text || !read_provision_ref(*text, findings_)) return false;
    likes_.emplace_back(next_index_, *text);
    return true;
  }
  if (const YamlNode* left_to = reader.take("left-to")) return read_left_to(*left_to, rule);
  if (matter_->shape == Matter::Shape::ending) return read_ending(reader, rule);
  const YamlNode* value = reader.take("value");
  const YamlNode* readings = value == nullptr ? reader.take("readings") : nullptr;
  if (value == nullptr && readings == nullptr) {
    findings_.add("format/missing-key", reader.place(),
                  {"`value`、`readings`、`like`、`left-to` のどれかが要る",
                   "one of `value`, `readings`, `like`, `left-to` is needed"});
    return false;
  }
  if (value != nullptr && value->kind == YamlNode::Kind::scalar && value->scalar.text == "quoted") {
    rule.body = Quoted{};
    return true;
  }
  if (value != nullptr && value->kind == YamlNode::Kind::scalar && value->scalar.text == "as-written") {
    return read_as_written(*value, rule);
  }
  auto body = value != nullptr ? alternatives(*value, matter_->type, locals_)
                               : alternatives_of_list(*readings, matter_->type, locals_);
  if (!body) return false;
  rule.body = std::move(*body);
  return true;
}

/// A document that may be known and not held; whether it is either is seen when all files are read.
bool RuleReader::read_left_to(const YamlNode& node, Rule& rule) {
  const auto name = read_scalar(node, findings_);
  if (!name) return false;
  if (!is_document_id(name->text)) {
    report_bad_value(*name,
                     {fmt::format("`{}` は文書の名前ではない", single_line(name->text)),
                      fmt::format("`{}` is no name of a document", single_line(name->text))},
                     findings_);
    return false;
  }
  rule.body = LeftTo{DocumentId{name->text}};
  return true;
}

bool RuleReader::read_as_written(const YamlNode& node, Rule& rule) {
  if (matter_->type.kind != ValueType::Kind::words) {
    findings_.add("rule/type", node.place(),
                  {fmt::format("`as-written` は文言の事項にしか使えない（`{}` は {}）", matter_->id.value,
                               to_string(matter_->type)),
                   fmt::format("`as-written` is for matters of words, `{}` is a {}", matter_->id.value,
                               to_string(matter_->type))});
    return false;
  }
  rule.body = AsWritten{};
  return true;
}

bool RuleReader::read_ending(MappingReader& reader, Rule& rule) {
  using Falls = Ending::Falls;
  Ending ending;
  reader.need("falls");
  ending.falls = reader.choice<Falls>(
      "falls",
      {{"any-day", Falls::any_day}, {"last-of-month", Falls::last_of_month}, {"first-of-month", Falls::first_of_month}},
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
std::optional<Alternatives> RuleReader::alternatives(const YamlNode& node, const ValueType& expected,
                                                     const Locals& locals) {
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

std::optional<Alternatives> RuleReader::alternatives_of_list(const YamlNode& list, const ValueType& expected,
                                                             const Locals& locals) {
  Alternatives result;
  bool complete = list.kind == YamlNode::Kind::list && list.items.size() > 1;
  if (!complete) {
    findings_.add("format/wrong-kind", list.place(),
                  {"`readings` には二つ以上の読み方の一覧が要る", "`readings` needs a list of at least two readings"});
  }
  for (const YamlNode& item : list.items) {
    MappingReader reader(item, findings_);
    Reading reading;
    reading.id = reader.need_text("id");
    auto expr = read_expression(reader.need_scalar("value"), ontology_, matter_, locals, expected, findings_);
    reading.because = reader.need_text("because");
    reading.erratum = reader.text("erratum");
    reading.erratum_place = reader.place_of("erratum");
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

void RuleReader::read(const YamlNode& node, RuleBook& book) {
  next_index_ = book.rules.size();
  const std::size_t likes_before = likes_.size();
  if (auto one = rule(node)) {
    book.rules.push_back(std::move(*one));
  } else {
    likes_.resize(likes_before);
  }
}

void RuleReader::resolve_likes(RuleBook& book) {
  for (const auto& [index, text] : likes_) {
    Rule& rule = book.rules[index];
    const auto ref = read_provision_ref(text, findings_);
    if (!ref) continue;
    const Matter::Shape shape = ontology_.matter(rule.matter.value)->shape;
    std::optional<std::size_t> same_matter;
    std::optional<std::size_t> same_shape;
    for (std::size_t i = 0; i < book.rules.size(); ++i) {
      const Rule& other = book.rules[i];
      const bool follows = std::any_of(likes_.begin(), likes_.end(), [&](const auto& each) { return each.first == i; });
      if (!(other.at == *ref) || follows || other.kind != Rule::Kind::candidate) continue;
      if (other.matter == rule.matter && !same_matter) same_matter = i;
      if (ontology_.matter(other.matter.value)->shape == shape && !same_shape) same_shape = i;
    }
    rule.like = same_matter ? same_matter : same_shape;
    if (!rule.like) {
      findings_.add("terms/unknown-provision", text.place,
                    {fmt::format("`{}` に準ずるべき定めがない", text.text),
                     fmt::format("`{}` has no rule this one could follow", text.text)});
    }
  }
}

}  // namespace yomikae
