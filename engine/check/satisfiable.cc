#include "check/satisfiable.h"

#include <algorithm>
#include <variant>

namespace yomikae {
namespace {

/// What can come out for a boolean expression: yes, no, or either.
struct Possible {
  bool yes = true;
  bool no = true;
};

const Symbol* symbol_of(const Expr& expr) {
  const auto* literal = std::get_if<Expr::Literal>(&expr.node);
  return literal == nullptr ? nullptr : std::get_if<Symbol>(&literal->value);
}

/// The option of `option-held[option = x]`; null for anything else.
const Symbol* held_option(const Expr& expr, const Ontology& ontology) {
  const auto* value = std::get_if<Expr::MatterValue>(&expr.node);
  const Dimension* option = ontology.option_dimension();
  if (value == nullptr || option == nullptr || value->matter != ontology.option_held) return nullptr;
  for (const Expr::Argument& argument : value->arguments) {
    if (argument.name == option->name && !argument.value.empty()) return symbol_of(argument.value.front());
  }
  return nullptr;
}

/// Whether an expression is the service asked about.
bool is_service(const Expr& expr) {
  const auto* value = std::get_if<Expr::DimensionValue>(&expr.node);
  return value != nullptr && value->name == "service";
}

class Possibilities {
 public:
  explicit Possibilities(const Sold& sold) : sold_(sold) {}

  Possible of(const Expr& expr) const {
    if (const Symbol* option = held_option(expr, sold_.ontology)) return {sold_.options.contains(option->name), true};
    if (const auto* literal = std::get_if<Expr::Literal>(&expr.node)) {
      const auto* value = std::get_if<bool>(&literal->value);
      return value == nullptr ? Possible{} : Possible{*value, !*value};
    }
    if (const auto* negation = std::get_if<Expr::Not>(&expr.node)) {
      const Possible operand = of(negation->operand.front());
      return {operand.no, operand.yes};
    }
    if (const auto* binary = std::get_if<Expr::Binary>(&expr.node)) return of_binary(*binary);
    return {};
  }

 private:
  Possible of_binary(const Expr::Binary& node) const {
    const Expr& left = node.operands.front();
    const Expr& right = node.operands.back();
    switch (node.op) {
      case Operator::both: {
        const Possible a = of(left);
        const Possible b = of(right);
        return {a.yes && b.yes, a.no || b.no};
      }
      case Operator::either: {
        const Possible a = of(left);
        const Possible b = of(right);
        return {a.yes || b.yes, a.no && b.no};
      }
      case Operator::in: {
        const auto* list = std::get_if<Expr::List>(&right.node);
        if (!is_service(left) || list == nullptr) return {};
        const bool among = std::any_of(list->members.begin(), list->members.end(), [&](const Expr& member) {
          const Symbol* symbol = symbol_of(member);
          return symbol == nullptr || symbol->name == sold_.service;
        });
        return {among, !among};
      }
      case Operator::equal: {
        const Symbol* symbol = symbol_of(right);
        if (!is_service(left) || symbol == nullptr) return {};
        return {symbol->name == sold_.service, symbol->name != sold_.service};
      }
      default: return {};
    }
  }

  const Sold& sold_;
};

void gather_options(const Expr& expr, const Ontology& ontology, std::vector<std::string>& found) {
  if (const Symbol* option = held_option(expr, ontology)) found.push_back(option->name);
  if (const auto* negation = std::get_if<Expr::Not>(&expr.node)) {
    gather_options(negation->operand.front(), ontology, found);
  }
  if (const auto* binary = std::get_if<Expr::Binary>(&expr.node)) {
    for (const Expr& each : binary->operands) gather_options(each, ontology, found);
  }
}

}  // namespace

bool can_hold(const Expr& requirement, const Sold& sold) { return Possibilities(sold).of(requirement).yes; }

std::vector<std::string> options_in(const Expr& requirement, const Ontology& ontology) {
  std::vector<std::string> found;
  gather_options(requirement, ontology, found);
  return found;
}

}  // namespace yomikae
