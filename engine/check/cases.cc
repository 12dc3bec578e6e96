#include "check/cases.h"

#include <algorithm>
#include <set>
#include <utility>

#include "check/worlds.h"
#include "rules/subexpressions.h"

namespace yomikae {
namespace {

/// The kind of finding by which the terms say what is sold.
constexpr std::string_view sold_check = "catalogue/not-offered";
/// What every contract has of its own, by the names the contract file has for them.
constexpr std::string_view service_dimension = "service";
constexpr std::string_view type_dimension = "type";

/// The dimensions every question about a state has, whatever else it names.
Dimensions fixed_by(const State& state) {
  Dimensions dimensions = state.selection.fixed;
  dimensions[service_dimension] = state.offering->service.value;
  return dimensions;
}

/// Whether a condition asks for the value of a dimension.
bool asks_for(const Alternatives& condition, std::string_view dimension) {
  bool asked = false;
  for_each_subexpression(condition, [&](const Expr& expr) {
    const auto* value = std::get_if<Expr::DimensionValue>(&expr.node);
    asked = asked || (value != nullptr && value->name == dimension);
  });
  return asked;
}

/// Builds the questions of one matter.
class Questions {
 public:
  Questions(const State& state, const Matter& matter, const std::vector<std::string>& options)
      : state_(state), ontology_(state.selection.ontology()), matter_(matter), options_(options) {}

  std::vector<Dimensions> all() {
    if (matter_.of_contract) add_subject({});
    if (!matter_.of_option) return std::move(questions_);
    for (const std::string& option : options_) add_subject(option);
    return std::move(questions_);
  }

 private:
  void add_subject(const std::string& option) {
    std::vector<Dimensions> grown{fixed_by(state_)};
    const Dimension* of_options = ontology_.option_dimension();
    if (!option.empty() && of_options != nullptr) grown.front()[of_options->name] = option;
    for (const Dimension& dimension : ontology_.dimensions) {
      if (dimension.name == service_dimension || ontology_.is_option_dimension(dimension)) continue;
      const std::vector<std::string> values = values_of(dimension, option);
      if (values.empty()) continue;
      std::vector<Dimensions> more;
      for (const Dimensions& each : grown) {
        for (const std::string& value : values) {
          more.push_back(each);
          if (!value.empty()) more.back()[dimension.name] = value;
        }
      }
      grown = std::move(more);
    }
    questions_.insert(questions_.end(), grown.begin(), grown.end());
  }

  /// Those some rule names and one that none does; an empty one stands for a question that names none.
  std::vector<std::string> values_of(const Dimension& dimension, const std::string& option) const {
    const bool holds_options =
        std::find(dimension.sets.begin(), dimension.sets.end(), ontology_.option_set) != dimension.sets.end();
    if (holds_options && !option.empty()) {  // an item that is an option is that option's
      return matter_.has_dimension(dimension.name) ? std::vector{option} : std::vector<std::string>{};
    }
    const bool items_of_options = holds_options && matter_.of_option;
    std::set<std::string> named;
    bool any = false;
    for (const Rule* rule : rules_on(matter_.id, state_.selection)) {
      const auto scope = rule->scope.admits.find(dimension.name);
      if (scope != rule->scope.admits.end()) {
        any = any || scope->second.empty();
        named.insert(scope->second.begin(), scope->second.end());
      }
      if (rule->when && asks_for(*rule->when, dimension.name)) any = true;
    }
    if (dimension.name == type_dimension) {  // every contract of such a service has one
      std::vector<std::string> types = state_.offering->types;
      if (named.empty() && !any && !types.empty()) types.resize(1);
      return types;
    }
    if (named.empty() && !any) return {};
    std::vector<std::string> values{dimension.fallback};
    for (const std::string& set : dimension.sets) {
      const ChoiceSet* choices = ontology_.set(set);
      if (choices == nullptr) continue;
      for (const ChoiceSet::Choice& choice : choices->choices) {
        if (items_of_options && ontology_.is_option(choice.name)) continue;
        if (choice.name != dimension.fallback && (any || named.contains(choice.name))) values.push_back(choice.name);
      }
    }
    return values;
  }

  const State& state_;
  const Ontology& ontology_;
  const Matter& matter_;
  const std::vector<std::string>& options_;
  std::vector<Dimensions> questions_;
};

Case worked_out(const State& state, const Matter& matter, Dimensions dimensions, std::vector<const Rule*> speaking) {
  Case found{&state, &matter, std::move(dimensions), std::move(speaking), {}, false};
  Worlds worlds(found.speaking, found.dimensions, {state.channel->from, state.until});
  if (worlds.too_many()) return found;
  found.differ_by_day_only = worlds.differ_by_day_only();
  do {
    found.outcomes.push_back(resolve(matter, found.dimensions, state.selection, [&](const Rule& rule) {
      return Outcome{Status::effective, worlds.holds(rule), {}};
    }));
  } while (worlds.next());
  return found;
}

/// Whether a rule that decides what is sold lets nobody have it.
bool denies(const Resolution& resolution, const Selection& selection) {
  if (resolution.winners.empty()) return true;
  const auto* body = std::get_if<Alternatives>(&words_of(*resolution.winners.front(), selection).body);
  const auto* literal = body == nullptr ? nullptr : std::get_if<Expr::Literal>(&body->readings.front().value.node);
  return literal != nullptr && literal->value == Value{false};
}

/// The matter on which the terms say what is sold; null where they declare none.
const Matter* matter_of_sale(const Ontology& ontology) {
  const auto found = std::find_if(ontology.matters.begin(), ontology.matters.end(),
                                  [](const Matter& each) { return each.check == sold_check; });
  return found == ontology.matters.end() ? nullptr : &*found;
}

}  // namespace

bool says_what_is_sold(const State& state) {
  const Matter* sale = matter_of_sale(state.selection.ontology());
  return sale != nullptr && !rules_on(sale->id, state.selection).empty();
}

std::vector<std::string> options_sold(const State& state) {
  const Ontology& ontology = state.selection.ontology();
  const Dimension* dimension = ontology.option_dimension();
  const ChoiceSet* options = ontology.set(ontology.option_set);
  if (dimension == nullptr || options == nullptr) return {};
  const Matter* sale = says_what_is_sold(state) ? matter_of_sale(ontology) : nullptr;
  std::vector<std::string> names;
  for (const ChoiceSet::Choice& option : options->choices) {
    Dimensions dimensions = fixed_by(state);
    dimensions[dimension->name] = option.name;
    const bool denied = sale != nullptr && denies(resolve(*sale, dimensions, state.selection,
                                                          [](const Rule&) {
                                                            return Outcome{Status::effective, true, {}};
                                                          }),
                                                  state.selection);
    if (!denied) names.push_back(option.name);
  }
  return names;
}

std::vector<Case> cases_of(const Checked& checked) {
  std::vector<Case> cases;
  const Ontology& ontology = checked.terms.ontology;
  for (const State& state : checked.states) {
    if (!state.complete()) continue;
    const std::vector<std::string> sold = options_sold(state);
    std::vector<std::string> all;
    if (const ChoiceSet* options = ontology.set(ontology.option_set)) {
      for (const ChoiceSet::Choice& option : options->choices) all.push_back(option.name);
    }
    for (const Matter& matter : ontology.matters) {
      const auto& rules = rules_on(matter.id, state.selection);
      if (rules.empty()) continue;
      for (Dimensions& question : Questions(state, matter, matter.check == sold_check ? all : sold).all()) {
        std::vector<const Rule*> speaking;
        for (const Rule* rule : rules) {
          if (speaks_of(*rule, question, ontology)) speaking.push_back(rule);
        }
        if (!speaking.empty()) cases.push_back(worked_out(state, matter, std::move(question), std::move(speaking)));
      }
    }
  }
  return cases;
}

}  // namespace yomikae
