#include "terms/ontology.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace yomikae {
namespace {

template <class List>
auto find_named(const List& list, std::string_view name) -> const typename List::value_type* {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.name == name; });
  return found == list.end() ? nullptr : &*found;
}

struct AspectName {
  Matter::Shape shape;
  std::string_view name;
  Question::Aspect aspect;
};

constexpr std::array<AspectName, 4> aspects{{{Matter::Shape::term, "end", Question::Aspect::end},
                                             {Matter::Shape::ending, "effect", Question::Aspect::effect},
                                             {Matter::Shape::ending, "latest-notice", Question::Aspect::latest_notice},
                                             {Matter::Shape::deadline, "latest", Question::Aspect::latest}}};

}  // namespace

std::string to_string(const ValueType& type) {
  using Kind = ValueType::Kind;
  switch (type.kind) {
    case Kind::boolean: return "boolean";
    case Kind::number: return "number";
    case Kind::money: return "money";
    case Kind::date: return "date";
    case Kind::month: return "month";
    case Kind::period: return "period";
    case Kind::choice: return type.set.empty() ? "choice" : fmt::format("choice of {}", type.set);
    case Kind::list: return type.set.empty() ? "list" : fmt::format("list of {}", type.set);
    case Kind::dates: return "list of dates";
    case Kind::words: return "words";
    case Kind::nothing: return "none";
  }
  return {};
}

const ChoiceSet::Choice* ChoiceSet::find(std::string_view wanted) const { return find_named(choices, wanted); }

bool Matter::has_dimension(std::string_view name) const { return std::find(by.begin(), by.end(), name) != by.end(); }

const ChoiceSet* Ontology::set(std::string_view name) const { return find_named(sets, name); }
const Dimension* Ontology::option_dimension() const {
  const auto found = std::find_if(dimensions.begin(), dimensions.end(),
                                  [&](const Dimension& each) { return is_option_dimension(each); });
  return found == dimensions.end() ? nullptr : &*found;
}

const Dimension* Ontology::item_dimension() const {
  const auto found = std::find_if(dimensions.begin(), dimensions.end(), [&](const Dimension& each) {
    return std::find(each.sets.begin(), each.sets.end(), item_set) != each.sets.end();
  });
  return found == dimensions.end() ? nullptr : &*found;
}

bool Ontology::is_monthly_charge(const MatterId& matter) const {
  return std::any_of(matters.begin(), matters.end(), [&](const Matter& each) {
    const auto& lines = each.statement.lines;
    return std::any_of(lines.begin(), lines.end(),
                       [&](const StatementLineSpec& line) { return !line.monthly.empty() && line.matter == matter; });
  });
}

const StatementLineSpec* Ontology::event_line() const {
  for (const Matter& each : matters) {
    for (const StatementLineSpec& line : each.statement.lines) {
      if (!line.events.empty()) return &line;
    }
  }
  return nullptr;
}

const Dimension* Ontology::dimension(std::string_view name) const { return find_named(dimensions, name); }
const FactSpec* Ontology::date(std::string_view name) const { return find_named(dates, name); }
const FactSpec* Ontology::declaration(std::string_view name) const { return find_named(declarations, name); }
const QuantitySpec* Ontology::quantity(std::string_view name) const { return find_named(quantities, name); }
const AssumptionSpec* Ontology::assumption(std::string_view name) const { return find_named(assumptions, name); }

const Matter* Ontology::matter(std::string_view id) const {
  const auto found =
      std::find_if(matters.begin(), matters.end(), [&](const Matter& each) { return each.id.value == id; });
  return found == matters.end() ? nullptr : &*found;
}

bool Ontology::is_option(std::string_view name) const {
  const ChoiceSet* options = set(option_set);
  return options != nullptr && options->find(name) != nullptr;
}

bool Ontology::admits(const Dimension& wanted, std::string_view value) const {
  return std::any_of(wanted.sets.begin(), wanted.sets.end(), [&](const std::string& name) {
    const ChoiceSet* choices = set(name);
    return choices != nullptr && choices->find(value) != nullptr;
  });
}

std::string Ontology::label_of(std::string_view set_name, std::string_view name) const {
  const ChoiceSet* choices = set(set_name);
  const ChoiceSet::Choice* choice = choices == nullptr ? nullptr : choices->find(name);
  return choice == nullptr || choice->label.empty() ? std::string(name) : choice->label;
}

std::optional<Question> find_question(const Ontology& ontology, std::string_view text) {
  if (const Matter* matter = ontology.matter(text)) return Question{matter, Question::Aspect::whole};
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const Matter* matter = ontology.matter(text.substr(0, dot));
  if (matter == nullptr) return std::nullopt;
  for (const auto& each : aspects) {
    if (each.shape == matter->shape && each.name == text.substr(dot + 1)) return Question{matter, each.aspect};
  }
  return std::nullopt;
}

std::vector<std::string> question_names(const Ontology& ontology) {
  std::vector<std::string> names;
  for (const Matter& matter : ontology.matters) {
    bool has_aspect = false;
    for (const auto& each : aspects) {
      if (each.shape != matter.shape) continue;
      names.push_back(fmt::format("{}.{}", matter.id.value, each.name));
      has_aspect = true;
    }
    if (!has_aspect) names.push_back(matter.id.value);
  }
  return names;
}

}  // namespace yomikae
