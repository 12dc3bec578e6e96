#include "check/rule_subject.h"

#include <algorithm>
#include <variant>

namespace yomikae {
namespace {

const std::vector<std::string> none;

/// Looks for the holdings an expression asks about.
class Holdings {
 public:
  void in(const Expr& expr) { std::visit(*this, expr.node); }

  template <class Leaf>
  void operator()(const Leaf& /*leaf*/) {}
  void operator()(const Expr::Call& node) {
    if (node.function == Function::holds) {
      for (const Expr& each : node.arguments) {
        const auto* literal = std::get_if<Expr::Literal>(&each.node);
        const auto* symbol = literal == nullptr ? nullptr : std::get_if<Symbol>(&literal->value);
        if (symbol != nullptr) found.push_back(symbol->name);
      }
    }
    all(node.arguments);
  }
  void operator()(const Expr::Not& node) { all(node.operand); }
  void operator()(const Expr::Binary& node) { all(node.operands); }
  void operator()(const Expr::Conditional& node) { all(node.parts); }

  std::vector<std::string> found;

 private:
  void all(const std::vector<Expr>& list) {
    for (const Expr& each : list) in(each);
  }
};

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
  Holdings holdings;
  for (const Reading& each : body->readings) holdings.in(each.value);
  return holdings.found;
}

}  // namespace yomikae
