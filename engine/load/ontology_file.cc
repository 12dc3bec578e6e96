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
    using Over = QuantitySpec::OverMonth;
    QuantitySpec quantity{name.text, reader.need_text("label"), reader.text("unit"), Over::maximum};
    quantity.over_month =
        reader.choice<Over>("over-month", {{"maximum", Over::maximum}, {"at-end", Over::at_end}}, Over::maximum);
    reader.finish();
    ontology_.quantities.push_back(std::move(quantity));
  }

  void read_assumption(const Scalar& name, const YamlNode& node) {
    if (ontology_.assumption(name.text) != nullptr) return duplicate(name);
    MappingReader reader(node, findings_);
    AssumptionSpec assumption;
    assumption.name = name.text;
    assumption.label = reader.need_text("label");
    assumption.type = read_value_type(reader.need_scalar("type"), ontology_, findings_);
    assumption.fallback = reader.text("otherwise");
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
                                                                          {"holdings", &ontology_.holding_set},
                                                                          {"items", &ontology_.item_set},
                                                                          {"parties", &ontology_.party_set},
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
    matter.listed = reader.choice<Listed>(
        "listed", {{"always", Listed::always}, {"where-ruled", Listed::where_ruled}, {"never", Listed::never}},
        Listed::always);
    matter.rounding.value = reader.text("rounding");
    matter.check = reader.text("check");
    if (!matter.check.empty() && find_finding_rule(matter.check) == nullptr) {
      findings_.add(
          "format/unknown-name", reader.place_of("check"),
          {fmt::format("指摘 `{}` はない", matter.check), fmt::format("there is no finding `{}`", matter.check)});
    }
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
    } else if (type.text == "deadline") {
      matter.shape = Shape::deadline;
      matter.type = {Kind::date, {}};
      matter.facts = {{"effect", "実施日", {Kind::date, {}}, false}};
    } else if (type.text == "choice" || type.text == "list") {
      matter.type = {type.text == "choice" ? Kind::choice : Kind::list, reader.need_text("of-set")};
    } else {
      matter.type = read_value_type(type, ontology_, findings_);
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
    matter.combine = reader.choice<Combine>(
        "combine", {{"one", Combine::one}, {"all", Combine::all}, {"sum", Combine::sum}}, Combine::one);
    matter.sum_by = reader.text("sum-by");
    if (!matter.sum_by.empty()) matter.by.push_back(matter.sum_by);
    matter.safe = reader.choice<Safe>("safe",
                                      {{"earliest", Safe::earliest},
                                       {"latest", Safe::latest},
                                       {"largest", Safe::largest},
                                       {"smallest", Safe::smallest}},
                                      Safe::none);
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

namespace {

/// The sets, dates and the matter that play a part in every contract exist.
template <class Report>
void check_roles(const Ontology& ontology, Report unknown) {
  for (const auto& [role, place] : ontology.role_places) {
    const std::string& set = role == "options"    ? ontology.option_set
                             : role == "holdings" ? ontology.holding_set
                             : role == "parties"  ? ontology.party_set
                                                  : ontology.item_set;
    if (role == "option-held") {
      if (ontology.matter(ontology.option_held.value) == nullptr) unknown(place, ontology.option_held.value);
    } else if (role == "closing-date") {
      if (ontology.date(ontology.closing_date) == nullptr) unknown(place, ontology.closing_date);
    } else if (role == "own-dates") {
      for (const std::string& date : ontology.own_dates) {
        if (ontology.date(date) == nullptr) unknown(place, date);
      }
    } else if (ontology.set(set) == nullptr) {
      unknown(place, set);
    }
  }
}

const FactSpec* fact_of(const Matter& matter, std::string_view name) {
  const auto found =
      std::find_if(matter.facts.begin(), matter.facts.end(), [&](const FactSpec& each) { return each.name == name; });
  return found == matter.facts.end() ? nullptr : &*found;
}

/// What a fact is bounded by exists, and is of a kind it can be compared with.
template <class Report>
void check_bounds(const Ontology& ontology, Report unknown) {
  for (const auto* dates : {&ontology.dates, &ontology.declarations}) {
    for (const FactSpec& date : *dates) {
      for (const Scalar& bound : date.not_before) {
        if (ontology.date(bound.text) == nullptr) unknown(bound.place, bound.text);
      }
    }
  }
  for (const Matter& matter : ontology.matters) {
    if (matter.shape == Matter::Shape::part) continue;  // its facts are those of the whole
    for (const FactSpec& fact : matter.facts) {
      for (const Scalar& bound : fact.not_before) {
        const FactSpec* other = fact_of(matter, bound.text);
        const bool known = other != nullptr ? is_day(other->type) : ontology.date(bound.text) != nullptr;
        if (!known) unknown(bound.place, bound.text);
      }
      for (const Scalar& bound : fact.at_most) {
        const FactSpec* other = fact_of(matter, bound.text);
        if (other == nullptr || !is_count(other->type)) unknown(bound.place, bound.text);
      }
    }
  }
}

}  // namespace

void check_ontology(const Ontology& ontology, Findings& findings) {
  const auto unknown = [&](Place place, std::string_view name) {
    findings.add("format/unknown-name", place,
                 {fmt::format("`{}` は宣言されていない", name), fmt::format("`{}` is not declared", name)});
  };
  for (const Dimension& dimension : ontology.dimensions) {
    for (const std::string& set : dimension.sets) {
      if (ontology.set(set) == nullptr) unknown(dimension.place, set);
    }
    if (!dimension.fallback.empty() && !ontology.admits(dimension, dimension.fallback)) {
      unknown(dimension.place, dimension.fallback);
    }
  }
  check_roles(ontology, unknown);
  check_bounds(ontology, unknown);
  for (const Column& column : ontology.columns) {
    const Matter* matter = ontology.matter(column.matter.value);
    if (matter == nullptr || matter->shape == Matter::Shape::term) unknown(column.place, column.matter.value);
    if (!column.along.empty() && ontology.dimension(column.along) == nullptr) unknown(column.place, column.along);
  }
  for (const Matter& matter : ontology.matters) {
    for (const std::string& dimension : matter.by) {
      if (ontology.dimension(dimension) == nullptr) unknown(matter.place, dimension);
    }
    if (!matter.rounding.empty() && ontology.matter(matter.rounding.value) == nullptr) {
      unknown(matter.place, matter.rounding.value);
    }
    if (!matter.type.set.empty() && ontology.set(matter.type.set) == nullptr) unknown(matter.place, matter.type.set);
  }
}

}  // namespace yomikae
