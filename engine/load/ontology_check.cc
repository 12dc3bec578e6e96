// What an ontology says holds together: every name it uses is declared, and is of the kind that is needed.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "load/ontology_file.h"
#include "load/reader.h"

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

bool is_day(const ValueType& type) { return type.kind == Kind::date || type.kind == Kind::month; }
bool is_count(const ValueType& type) { return type.kind == Kind::money || type.kind == Kind::number; }

/// The sets, dates and the matter that play a part in every contract exist.
template <class Report>
void check_roles(const Ontology& ontology, Report unknown) {
  for (const auto& [role, place] : ontology.role_places) {
    const std::string& set = role == "options"    ? ontology.option_set
                             : role == "holdings" ? ontology.holding_set
                             : role == "parties"  ? ontology.party_set
                             : role == "weekdays" ? ontology.weekday_set
                                                  : ontology.item_set;
    if (role == "option-held" || role == "counting") {
      const MatterId& matter = role == "counting" ? ontology.counting : ontology.option_held;
      if (ontology.matter(matter.value) == nullptr) unknown(place, matter.value);
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

/// What a statement names exists and is of the kind that is needed. An event is billed once: one line of it does that.
template <class Report, class Second>
void check_statement(const Ontology& ontology, const Matter& matter, Report unknown, Second second) {
  const auto demand = [&](Place place, const MatterId& id, std::initializer_list<Kind> wanted) {
    const Matter* named = ontology.matter(id.value);
    const bool fits = named != nullptr && named->shape == Matter::Shape::value &&
                      std::find(wanted.begin(), wanted.end(), named->type.kind) != wanted.end();
    if (!id.empty() && !fits) unknown(place, id.value);
  };
  const auto demand_fact = [&](const StatementLineSpec& line, const std::string& name, const MatterId& of) {
    const Matter* billed = ontology.matter(of.value);
    if (name.empty() || billed == nullptr) return;
    const bool known = std::any_of(billed->facts.begin(), billed->facts.end(),
                                   [&](const FactSpec& fact) { return fact.name == name; });
    if (!known) unknown(line.place, name);
  };
  const StatementSpec& statement = matter.statement;
  bool bills_events = false;
  for (const StatementLineSpec& line : statement.lines) {
    demand(line.place, line.matter, {Kind::money});
    demand(line.place, line.once, {Kind::date});
    demand(line.place, line.beside, {Kind::boolean});
    demand(line.place, line.events, {Kind::date});
    demand_fact(line, line.monthly, line.matter);
    demand_fact(line, line.stating, line.events.empty() ? line.matter : line.events);
    if (!line.events.empty() && std::exchange(bills_events, true)) second(line.place);
  }
  for (const MatterId& id : statement.undated) demand(matter.place, id, {Kind::money});
  demand(matter.place, statement.tax_rate, {Kind::number});
  if (!statement.tax_by.empty() && ontology.dimension(statement.tax_by) == nullptr) {
    unknown(matter.place, statement.tax_by);
  }
}

/// What the days of the week are called is the terms' to say, which day a name means is not.
void check_weekdays(const Ontology& ontology, Findings& findings) {
  const ChoiceSet* weekdays = ontology.set(ontology.weekday_set);
  if (weekdays == nullptr) return;
  std::vector<std::string_view> known;
  for (const std::chrono::weekday each : all_weekdays) known.push_back(to_string(each));
  for (const auto& each : weekdays->choices) {
    if (parse_weekday(each.name)) continue;
    report_unknown_name({each.name, each.place, false}, "曜日", "day of the week", known, findings);
  }
}

/// What an assumption cannot be; empty where it is well.
Message unfit(const AssumptionSpec& spec) {
  switch (spec.type.kind) {
    case Kind::choice:
      if (spec.fallback.size() == 1) return {};
      return {"`otherwise` に値が一つ要る", "`otherwise` needs one value"};
    case Kind::dates:
      if (spec.fallback.empty()) return {};
      return {"日の一覧に `otherwise` は書けない", "a list of days takes no `otherwise`"};
    case Kind::list:
    case Kind::nothing: return {};  // a type nobody knows is reported where it is read
    default:
      return {"前提は、選択肢、その一覧（list）、日の一覧（dates）のどれかである",
              "an assumption is a choice, a list of choices (list) or a list of days (dates)"};
  }
}

/// What holds where a contract says nothing is something a contract could have said.
template <class Report>
void check_assumptions(const Ontology& ontology, Report unknown, Findings& findings) {
  for (const AssumptionSpec& spec : ontology.assumptions) {
    if (Message message = unfit(spec); !message.empty()) {
      findings.add("format/bad-value", spec.place, std::move(message));
      continue;
    }
    const ChoiceSet* set = ontology.set(spec.type.set);
    if (set == nullptr && !spec.type.set.empty()) unknown(spec.place, spec.type.set);
    for (const std::string& name : spec.fallback) {
      if (set != nullptr && set->find(name) == nullptr) unknown(spec.place, name);
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
  const auto second = [&](Place place) {
    findings.add("format/duplicate", place, {"`events` の行は既にある", "there is a line with `events` already"});
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
  check_weekdays(ontology, findings);
  check_assumptions(ontology, unknown, findings);
  check_bounds(ontology, unknown);
  for (const Column& column : ontology.columns) {
    const Matter* matter = ontology.matter(column.matter.value);
    if (matter == nullptr || matter->shape == Matter::Shape::term) unknown(column.place, column.matter.value);
    if (!column.along.empty() && ontology.dimension(column.along) == nullptr) unknown(column.place, column.along);
  }
  for (const Matter& matter : ontology.matters) {
    const Matter* lost = ontology.matter(matter.on_loss_of.value);
    const bool requirement = lost != nullptr && lost->type.kind == Kind::boolean;
    if (!matter.on_loss_of.empty() && !requirement) unknown(matter.place, matter.on_loss_of.value);
    for (const std::string& dimension : matter.by) {
      if (ontology.dimension(dimension) == nullptr) unknown(matter.place, dimension);
    }
    if (!matter.rounding.empty() && ontology.matter(matter.rounding.value) == nullptr) {
      unknown(matter.place, matter.rounding.value);
    }
    if (!matter.share_of.empty() && ontology.matter(matter.share_of.value) == nullptr) {
      unknown(matter.place, matter.share_of.value);
    }
    if (!matter.type.set.empty() && ontology.set(matter.type.set) == nullptr) unknown(matter.place, matter.type.set);
    const Matter* term = ontology.matter(matter.free_after.value);
    const bool is_term = term != nullptr && term->shape == Matter::Shape::term;
    if (!matter.free_after.empty() && !is_term) unknown(matter.place, matter.free_after.value);
    check_statement(ontology, matter, unknown, second);
  }
}

}  // namespace yomikae
