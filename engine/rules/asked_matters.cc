#include "rules/asked_matters.h"

namespace yomikae {
namespace {

using Look = std::function<void(const Expr::MatterValue&)>;

class Walk {
 public:
  explicit Walk(const Look& look) : look_(look) {}

  void in(const Expr& expr) { std::visit(*this, expr.node); }

  template <class Leaf>
  void operator()(const Leaf& /*a literal or a name*/) {}
  void operator()(const Expr::MatterValue& node) {
    look_(node);
    in(node.arguments);
  }
  void operator()(const Expr::Call& node) { in(node.arguments); }
  void operator()(const Expr::Not& node) { in(node.operand); }
  void operator()(const Expr::Negative& node) { in(node.operand); }
  void operator()(const Expr::Binary& node) { in(node.operands); }
  void operator()(const Expr::Conditional& node) { in(node.parts); }
  void operator()(const Expr::List& node) { in(node.members); }

 private:
  void in(const std::vector<Expr>& list) {
    for (const Expr& each : list) in(each);
  }
  void in(const std::vector<Expr::Argument>& arguments) {
    for (const Expr::Argument& each : arguments) in(each.value);
  }

  const Look& look_;
};

}  // namespace

void for_each_matter(const Alternatives& alternatives, const Look& look) {
  for (const Reading& each : alternatives.readings) Walk(look).in(each.value);
}

void for_each_matter(const Rule& rule, const Look& look) {
  if (rule.when) for_each_matter(*rule.when, look);
  for (const Part& part : rule.where) for_each_matter(part.value, look);
  if (const auto* value = std::get_if<Alternatives>(&rule.body)) for_each_matter(*value, look);
  if (const auto* ending = std::get_if<Ending>(&rule.body)) {
    for (const Requirement& each : ending->requirements) Walk(look).in(each.that);
  }
}

}  // namespace yomikae
