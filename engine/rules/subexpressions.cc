#include "rules/subexpressions.h"

namespace yomikae {
namespace {

struct Inner {
  const SeeExpression& see;

  void all(const std::vector<Expr>& list) const {
    for (const Expr& each : list) for_each_subexpression(each, see);
  }
  void all(const std::vector<Expr::Argument>& arguments) const {
    for (const Expr::Argument& each : arguments) all(each.value);
  }

  void operator()(const Expr::Literal&) const {}
  void operator()(const Expr::Local&) const {}
  void operator()(const Expr::Fact&) const {}
  void operator()(const Expr::Assumption&) const {}
  void operator()(const Expr::DimensionValue&) const {}
  void operator()(const Expr::Unbound& node) const { all(node.arguments); }
  void operator()(const Expr::MatterValue& node) const { all(node.arguments); }
  void operator()(const Expr::Call& node) const { all(node.arguments); }
  void operator()(const Expr::Not& node) const { all(node.operand); }
  void operator()(const Expr::Negative& node) const { all(node.operand); }
  void operator()(const Expr::Binary& node) const { all(node.operands); }
  void operator()(const Expr::Conditional& node) const { all(node.parts); }
  void operator()(const Expr::List& node) const { all(node.members); }
};

}  // namespace

void for_each_subexpression(const Expr& expr, const SeeExpression& see) {
  see(expr);
  std::visit(Inner{see}, expr.node);
}

void for_each_subexpression(const Alternatives& alternatives, const SeeExpression& see) {
  for (const Reading& each : alternatives.readings) for_each_subexpression(each.value, see);
}

void for_each_subexpression_laid_down(const Rule& rule, const SeeExpression& see) {
  for (const Part& part : rule.where) for_each_subexpression(part.value, see);
  if (const auto* value = std::get_if<Alternatives>(&rule.body)) for_each_subexpression(*value, see);
  const auto* ending = std::get_if<Ending>(&rule.body);
  if (ending == nullptr) return;
  for (const Requirement& each : ending->requirements) for_each_subexpression(each.that, see);
}

void for_each_subexpression(const Rule& rule, const SeeExpression& see) {
  if (rule.when) for_each_subexpression(*rule.when, see);
  for_each_subexpression_laid_down(rule, see);
}

}  // namespace yomikae
