#include "load/ontology_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "terms/address.h"

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

const std::map<std::string_view, Kind> kinds{
    {"boolean", Kind::boolean}, {"number", Kind::number}, {"money", Kind::money}, {"date", Kind::date},
    {"month", Kind::month},     {"period", Kind::period}, {"dates", Kind::dates}, {"words", Kind::words}};

bool is_day(const ValueType& type) { return type.kind == Kind::date || type.kind == Kind::month; }
bool is_count(const ValueType& type) { return type.kind == Kind::money || type.kind == Kind::number; }

class OntologyReader {
 public:
  OntologyReader(Ontology& ontology, Findings& findings) : ontology_(ontology), findings_(findings) {}

  void read(MappingReader& file) {
    each_entry(file, "sets", [&](const Scalar& name, const YamlNode& node) { read_set(name, node); });
    each_entry(file, "dimensions", [&](const Scalar& name, const YamlNode& node) { read_dimension(name, node); });
    each_entry(file, "dates",
               [&](const Scalar& name, const YamlNode& node) { read_date_fact(name, node, ontology_.dates); });
    each_entry(file, "declarations",
               [&](const Scalar& name, const YamlNode& node) { read_date_fact(name, node, ontology_.declarations); });
    each_entry(file, "quantities", [&](const Scalar& name, const YamlNode& node) { read_quantity(name, node); });
    each_entry(file, "assumptions", [&](const Scalar& name, const YamlNode& node) { read_assumption(name, node); });
    each_entry(file, "matters", [&](const Scalar& name, const YamlNode& node) { read_matter(name, node); });
    each_entry(file, "columns", [&](const Scalar& name, const YamlNode& node) { read_column(name, node); });
    read_roles(file);
    file.finish();
  }

 private:
  template <class Read>
  void each_entry(MappingReader& reader, std::string_view key, Read read) {
    const YamlNode* node = reader.take(key);
    if (node == nullptr) return;
    MappingReader check(*node, findings_);
    for (const auto& entry : node->entries) read(entry.key, entry.value);
  }

  void duplicate(const Scalar& name) {
    findings_.add(
        "format/duplicate", name.place,
        {fmt::format("`{}` は既に宣言されている", name.text), fmt::format("`{}` is declared already", name.text)});
  }

  std::string text_of(const YamlNode& node) {
    const auto scalar = read_scalar(node, findings_);
    return scalar ? scalar->text : std::string{};
  }

  void read_set(const Scalar& name, const YamlNode& node) {
    auto found = std::find_if(ontology_.sets.begin(), ontology_.sets.end(),
                              [&](const ChoiceSet& set) { return set.name == name.text; });
    if (found == ontology_.sets.end()) {
      ontology_.sets.push_back({name.text, {}});
      found = std::prev(ontology_.sets.end());
    }
    MappingReader check(node, findings_);
    for (const auto& entry : node.entries) {
      if (found->find(entry.key.text) != nullptr) {
        duplicate(entry.key);
        continue;
      }
      found->choices.push_back({entry.key.text, text_of(entry.value), entry.key.place});
    }
  }

  void read_dimension(const Scalar& name, const YamlNode& node) {
    if (ontology_.dimension(name.text) != nullptr) return duplicate(name);
    MappingReader reader(node, findings_);
    Dimension dimension{name.text, {}, reader.text("otherwise"), name.place};
    for (const Scalar& set : reader.texts("values")) dimension.sets.push_back(set.text);
    reader.finish();
    if (dimension.sets.empty()) {
      findings_.add("format/missing-key", reader.place(),
                    {"`values` に集合の名前が要る", "`values` needs the name of a set"});
      return;
    }
    ontology_.dimensions.push_back(std::move(dimension));
  }

  void read_date_fact(const Scalar& name, const YamlNode& node, std::vector<FactSpec>& facts) {
    const bool known =
        std::any_of(facts.begin(), facts.end(), [&](const auto& each) { return each.name == name.text; });
    if (known) return duplicate(name);
    FactSpec fact{name.text, {}, {Kind::date, {}}, true};
    if (node.kind == YamlNode::Kind::mapping) {
      MappingReader reader(node, findings_);
      fact.label = reader.need_text("label");
      fact.not_before = reader.texts("not-before");
      reader.finish();
    } else {
      fact.label = text_of(node);
    }
    facts.push_back(std::move(fact));
  }

  void read_quantity(const Scalar& name, const YamlNode& node) {
    if (ontology_.quantity(name.text) != nullptr) return duplicate(name);
    MappingReader reader(node, findings_);
    QuantitySpec quantity{name.text, reader.need_text("label"), reader.text("unit")};
    reader.finish();
    ontology_.quantities.push_back(std::move(quantity));
  }

  void read_assumption(const Scalar& name, const YamlNode& node) {
    if (ontology_.assumption(name.text) != nullptr) return duplicate(name);
    MappingReader reader(node, findings_);
    AssumptionSpec assumption;
    assumption.name = name.text;
    assumption.place = name.place;
    assumption.label = reader.need_text("label");
    const Scalar type = reader.need_scalar("type");
    if (type.text == "list") {
      assumption.type = {Kind::list, reader.need_text("of-set")};
    } else {
      assumption.type = read_value_type(type, ontology_, findings_);
    }
    for (const Scalar& each : reader.texts("otherwise")) assumption.fallback.push_back(each.text);
    assumption.unstated = reader.text("unstated");
    reader.finish();
    ontology_.assumptions.push_back(std::move(assumption));
  }

  void read_column(const Scalar& name, const YamlNode& node) {
    const bool known = std::any_of(ontology_.columns.begin(), ontology_.columns.end(),
                                   [&](const Column& each) { return each.name == name.text; });
    if (known) return duplicate(name);
    MappingReader reader(node, findings_);
    Column column;
    column.name = name.text;
    column.place = name.place;
    column.matter.value = reader.need_text("matter");
    column.value = reader.text("value");
    column.says = reader.text("says");
    column.each = reader.text("each");
    column.along = reader.text("along");
    for (const Scalar& head : reader.texts("heads")) column.heads.push_back(head.text);
    reader.finish();
    ontology_.columns.push_back(std::move(column));
  }

  void read_roles(MappingReader& file) {
    const YamlNode* node = file.take("roles");
    if (node == nullptr) return;
    MappingReader reader(*node, findings_);
    for (const auto& [key, target] :
         std::initializer_list<std::pair<std::string_view, std::string*>>{{"options", &ontology_.option_set},
                                                                          {"option-held", &ontology_.option_held.value},
                                                                          {"counting", &ontology_.counting.value},
                                                                          {"holdings", &ontology_.holding_set},
                                                                          {"items", &ontology_.item_set},
                                                                          {"parties", &ontology_.party_set},
                                                                          {"weekdays", &ontology_.weekday_set},
                                                                          {"closing-date", &ontology_.closing_date}}) {
      const YamlNode* value = reader.take(key);
      const auto text = value == nullptr ? std::nullopt : read_scalar(*value, findings_);
      if (!text) continue;
      if (!target->empty()) {
        duplicate(*text);
        continue;
      }
      *target = text->text;
      ontology_.role_places.emplace(key, text->place);
    }
    for (const Scalar& date : reader.texts("own-dates")) {
      ontology_.own_dates.push_back(date.text);
      ontology_.role_places.emplace("own-dates", date.place);
    }
    reader.finish();
  }

  void read_matter(const Scalar& name, const YamlNode& node) {
    if (ontology_.matter(name.text) != nullptr) return duplicate(name);
    MappingReader reader(node, findings_);
    Matter matter;
    matter.id.value = name.text;
    matter.place = name.place;
    matter.label = reader.need_text("label");
    read_type(reader, matter);
    read_subjects(reader, matter);
    read_combination(reader, matter);
    each_entry(reader, "facts", [&](const Scalar& fact, const YamlNode& spec) { read_fact(fact, spec, matter); });
    using Listed = Matter::Listed;
    const bool statement = matter.shape == Matter::Shape::statement;  // a table of its own, no line of another
    matter.listed = reader.choice<Listed>(
        "listed", {{"always", Listed::always}, {"where-ruled", Listed::where_ruled}, {"never", Listed::never}},
        statement ? Listed::never : Listed::always);
    matter.rounding.value = reader.text("rounding");
    matter.check = reader.text("check");
    if (!matter.check.empty() && find_finding_rule(matter.check) == nullptr) {
      findings_.add(
          "format/unknown-name", reader.place_of("check"),
          {fmt::format("指摘 `{}` はない", matter.check), fmt::format("there is no finding `{}`", matter.check)});
    }
    matter.on_loss_of.value = reader.text("on-loss-of");
    reader.finish();
    add_with_parts(std::move(matter));
  }

  void read_type(MappingReader& reader, Matter& matter) {
    using Shape = Matter::Shape;
    const Scalar type = reader.need_scalar("type");
    if (type.text == "term") {
      matter.shape = Shape::term;
      matter.type = {Kind::period, {}};
    } else if (type.text == "ending") {
      matter.shape = Shape::ending;
      matter.type = {Kind::date, {}};
      matter.facts = {{"notice", "通知の到達日", {Kind::date, {}}, false},
                      {"designated", "指定した日", {Kind::date, {}}, true},
                      {"effect", "効力の発生日", {Kind::date, {}}, false}};
      matter.free_after.value = reader.text("free-after");
    } else if (type.text == "deadline") {
      matter.shape = Shape::deadline;
      matter.type = {Kind::date, {}};
      matter.facts = {{"effect", "実施日", {Kind::date, {}}, false}};
    } else if (type.text == "statement") {
      matter.shape = Shape::statement;
      matter.type = {Kind::money, {}};
      matter.facts = {{"from", "最初の月", {Kind::month, {}}, false}, {"to", "最後の月", {Kind::month, {}}, false}};
      matter.facts.back().not_before = {{"from", type.place, true}};
      read_statement(reader, matter.statement);
    } else if (type.text == "choice" || type.text == "list") {
      matter.type = {type.text == "choice" ? Kind::choice : Kind::list, reader.need_text("of-set")};
    } else {
      matter.type = read_value_type(type, ontology_, findings_);
    }
  }

  void read_statement(MappingReader& reader, StatementSpec& statement) {
    for (const YamlNode& node : reader.list("lines")) {
      MappingReader line(node, findings_);
      StatementLineSpec spec;
      spec.place = line.place();
      spec.matter.value = line.need_text("matter");
      spec.monthly = line.text("monthly");
      spec.once.value = line.text("once");
      spec.events.value = line.text("events");
      spec.stating = line.text("stating");
      spec.beside.value = line.text("beside-contract");
      line.finish();
      if (!spec.monthly.empty() + !spec.once.empty() + !spec.events.empty() != 1) {
        findings_.add("format/missing-key", line.place(),
                      {"`monthly`（月の事実）、`once`（日を定める事項）、`events`（同、出来事ごと）のどれか一つが要る",
                       "needs one of `monthly` (the fact that takes the month), `once` (the matter that gives the day) "
                       "and `events` (likewise, for each event)"});
      } else if (!spec.events.empty() && spec.stating.empty()) {
        findings_.add("format/missing-key", line.place(),
                      {"`events` には `stating`（出来事の日を受ける事実）が要る",
                       "`events` needs `stating`, the fact that takes the day of the event"});
      }
      statement.lines.push_back(std::move(spec));
    }
    for (const Scalar& matter : reader.texts("undated")) statement.undated.push_back({matter.text});
    if (const YamlNode* node = reader.take("tax")) {
      MappingReader tax(*node, findings_);
      statement.tax_rate.value = tax.need_text("rate");
      statement.tax_by = tax.need_text("by");
      tax.finish();
    }
  }

  void read_subjects(MappingReader& reader, Matter& matter) {
    const auto subjects = reader.texts("of");
    if (!subjects.empty()) {
      matter.of_contract = matter.of_option = false;
      for (const Scalar& subject : subjects) {
        if (subject.text == "contract") {
          matter.of_contract = true;
        } else if (subject.text == "option") {
          matter.of_option = true;
        } else {
          report_unknown_name(subject, "主体", "subject", {"contract", "option"}, findings_);
        }
      }
    }
    for (const Scalar& dimension : reader.texts("by")) matter.by.push_back(dimension.text);
  }

  void read_combination(MappingReader& reader, Matter& matter) {
    using Combine = Matter::Combine;
    using Safe = Matter::Safe;
    using Better = Matter::Better;
    matter.combine = reader.choice<Combine>(
        "combine", {{"one", Combine::one}, {"all", Combine::all}, {"sum", Combine::sum}}, Combine::one);
    matter.sum_by = reader.text("sum-by");
    if (!matter.sum_by.empty()) matter.by.push_back(matter.sum_by);
    matter.counts_ended = reader.flag("counts-ended", false);
    matter.safe = reader.choice<Safe>("safe",
                                      {{"earliest", Safe::earliest},
                                       {"latest", Safe::latest},
                                       {"largest", Safe::largest},
                                       {"smallest", Safe::smallest}},
                                      Safe::none);
    // What is safe is the worst that can be; where nothing else is said the other way is better.
    static const std::map<Safe, Better> other_way{{Safe::earliest, Better::later},
                                                  {Safe::latest, Better::earlier},
                                                  {Safe::largest, Better::less},
                                                  {Safe::smallest, Better::more},
                                                  {Safe::none, Better::none}};
    matter.better = reader.choice<Better>("better",
                                          {{"more", Better::more},
                                           {"less", Better::less},
                                           {"earlier", Better::earlier},
                                           {"later", Better::later},
                                           {"none", Better::none}},
                                          other_way.at(matter.safe));
    matter.back_to_back = reader.flag("back-to-back", false);
    matter.share_of.value = reader.text("share-of");
    if (const YamlNode* each = reader.take("each")) matter.each = read_scalar(*each, findings_).value_or(Scalar{});
    if (const YamlNode* otherwise = reader.take("otherwise")) {
      matter.fallback = read_scalar(*otherwise, findings_).value_or(Scalar{});
    }
  }

  void read_fact(const Scalar& name, const YamlNode& node, Matter& matter) {
    MappingReader reader(node, findings_);
    FactSpec fact;
    fact.name = name.text;
    fact.label = reader.need_text("label");
    fact.type = read_value_type(reader.need_scalar("type"), ontology_, findings_);
    fact.optional = reader.flag("optional", false);
    fact.not_before = reader.texts("not-before");
    fact.at_most = reader.texts("at-most");
    reader.finish();
    demand_bounded(fact.not_before, is_day(fact.type), "日付と月", "a date or a month");
    demand_bounded(fact.at_most, is_count(fact.type), "金額と数", "an amount or a number");
    const auto own = std::find_if(matter.facts.begin(), matter.facts.end(),
                                  [&](const FactSpec& each) { return each.name == fact.name; });
    if (own == matter.facts.end()) {
      matter.facts.push_back(std::move(fact));
      return;
    }
    if (own->type != fact.type) {  // of a fact that every matter of its shape has more may be said, but not this
      findings_.add("format/bad-value", reader.place_of("type"),
                    {fmt::format("`{}` の型は {} と決まっている", fact.name, to_string(own->type)),
                     fmt::format("`{}` is always a {}", fact.name, to_string(own->type))});
    }
    fact.optional = own->optional;
    *own = std::move(fact);
  }

  void demand_bounded(const std::vector<Scalar>& bounds, bool fits, std::string_view ja, std::string_view en) {
    if (fits || bounds.empty()) return;
    findings_.add("format/bad-value", bounds.front().place,
                  {fmt::format("{}にしか書けない", ja), fmt::format("only {} can have this", en)});
  }

  void add_with_parts(Matter matter) {
    const bool term = matter.shape == Matter::Shape::term;
    ontology_.matters.push_back(matter);
    if (!term) return;
    for (const auto& [suffix, label, kind] :
         std::initializer_list<std::tuple<std::string_view, std::string_view, Kind>>{
             {"length", "の長さ", Kind::period}, {"start", "の起算日", Kind::date}}) {
      Matter part = matter;
      part.id.value = fmt::format("{}.{}", matter.id.value, suffix);
      if (ontology_.matter(part.id.value) != nullptr) {
        duplicate({part.id.value, matter.place, true});
        continue;
      }
      part.label = fmt::format("{}{}", matter.label, label);
      part.shape = Matter::Shape::part;
      part.type = {kind, {}};
      part.listed = Matter::Listed::never;
      ontology_.matters.push_back(std::move(part));
    }
  }

  Ontology& ontology_;
  Findings& findings_;
};

}  // namespace

ValueType read_value_type(const Scalar& text, const Ontology& ontology, Findings& findings) {
  const auto found = kinds.find(text.text);
  if (found != kinds.end()) return {found->second, {}};
  if (ontology.set(text.text) != nullptr) return {Kind::choice, text.text};
  std::vector<std::string_view> names;
  for (const auto& entry : kinds) names.push_back(entry.first);
  for (const auto& set : ontology.sets) names.emplace_back(set.name);
  if (!text.text.empty()) report_unknown_name(text, "型", "type", names, findings);
  return {};
}

void load_ontology(MappingReader& file, Ontology& ontology, Findings& findings) {
  OntologyReader(ontology, findings).read(file);
}

}  // namespace yomikae
