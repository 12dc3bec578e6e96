#include "check/rule_subject.h"

#include <algorithm>
#include <variant>

#include "rules/subexpressions.h"

namespace yomikae {
namespace {

const std::vector<std::string> none;

const Dimension* item_dimension(const Ontology& ontology) {
  const auto found =
      std::find_if(ontology.dimensions.begin(), ontology.dimensions.end(), [&](const Dimension& dimension) {
        return std::find(dimension.sets.begin(), dimension.sets.end(), ontology.item_set) != dimension.sets.end();
      });
  return found == ontology.dimensions.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<std::string>& admitted(const Rule& rule, std::string_view dimension) {
  const auto found = rule.scope.admits.find(std::string(dimension));
  return found == rule.scope.admits.end() ? none : found->second;
}

const std::vector<std::string>& options_of(const Rule& rule, const Ontology& ontology) {
  const Dimension* option = ontology.option_dimension();
  return option == nullptr ? none : admitted(rule, option->name);
}

bool prices(const Rule& rule, const Ontology& ontology) {
  return std::any_of(ontology.columns.begin(), ontology.columns.end(), [&](const Column& column) {
    const Matter* matter = ontology.matter(column.matter.value);
    return column.matter == rule.matter && matter != nullptr && matter->type.kind == ValueType::Kind::money;
  });
}

bool requires_for(const Rule& rule, std::string_view finding, const Ontology& ontology) {
  const Matter* matter = ontology.matter(rule.matter.value);
  return matter != nullptr && matter->check == finding;
}

std::vector<std::string> labels_of(const Rule& rule, const Ontology& ontology) {
  std::vector<std::string> labels;
  const auto add = [&](const Dimension* dimension) {
    if (dimension == nullptr) return;
    for (const std::string& name : admitted(rule, dimension->name)) {
      for (const std::string& set : dimension->sets) {
        const ChoiceSet* choices = ontology.set(set);
        const ChoiceSet::Choice* choice = choices == nullptr ? nullptr : choices->find(name);
        if (choice != nullptr) labels.push_back(choice->label);
      }
    }
  };
  const Dimension* option = ontology.option_dimension();
  add(option);
  if (labels.empty()) add(item_dimension(ontology));
  add(ontology.dimension("service"));
  return labels;
}

std::vector<std::string> holdings_in(const Rule& rule) {
  const auto* body = std::get_if<Alternatives>(&rule.body);
  if (body == nullptr) return {};
  std::vector<std::string> found;
  for_each_subexpression(*body, [&](const Expr& expr) {
    const auto* call = std::get_if<Expr::Call>(&expr.node);
    if (call == nullptr || call->function != Function::holds) return;
    for (const Expr& each : call->arguments) {
      const auto* literal = std::get_if<Expr::Literal>(&each.node);
      const auto* symbol = literal == nullptr ? nullptr : std::get_if<Symbol>(&literal->value);
      if (symbol != nullptr) found.push_back(symbol->name);
    }
  });
  return found;
}

}  // namespace yomikae
