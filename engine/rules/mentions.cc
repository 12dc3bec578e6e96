#include "rules/mentions.h"

#include <algorithm>

namespace yomikae {
namespace {

/// Looks through one expression and what it is made of.
class Search {
 public:
  Search(std::string_view fact, const std::vector<Part>& where) : fact_(fact), where_(where) {}

  bool in(const Expr& expr) { return std::visit(*this, expr.node); }
  bool in(const Alternatives& alternatives) {
    return std::any_of(alternatives.readings.begin(), alternatives.readings.end(),
                       [&](const Reading& each) { return in(each.value); });
  }

  bool operator()(const Expr::Literal&) { return false; }
  bool operator()(const Expr::Assumption&) { return false; }
  bool operator()(const Expr::DimensionValue&) { return false; }
  bool operator()(const Expr::Fact& node) { return node.name == fact_; }
  bool operator()(const Expr::Unbound& node) { return node.name == fact_ || in(node.arguments); }
  bool operator()(const Expr::MatterValue& node) { return in(node.arguments); }
  bool operator()(const Expr::Call& node) { return in(node.arguments); }
  bool operator()(const Expr::Not& node) { return in(node.operand); }
  bool operator()(const Expr::Negative& node) { return in(node.operand); }
  bool operator()(const Expr::Binary& node) { return in(node.operands); }
  bool operator()(const Expr::Conditional& node) { return in(node.parts); }
  bool operator()(const Expr::List& node) { return in(node.members); }

  bool operator()(const Expr::Local& node) {
    if (std::find(seen_.begin(), seen_.end(), node.name) != seen_.end()) return false;
    seen_.push_back(node.name);
    return std::any_of(where_.begin(), where_.end(),
                       [&](const Part& part) { return part.name == node.name && in(part.value); });
  }

 private:
  bool in(const std::vector<Expr>& list) {
    return std::any_of(list.begin(), list.end(), [&](const Expr& each) { return in(each); });
  }
  bool in(const std::vector<Expr::Argument>& arguments) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const Expr::Argument& each) { return in(each.value); });
  }

  std::string_view fact_;
  const std::vector<Part>& where_;
  std::vector<std::string_view> seen_;
};

}  // namespace

bool mentions(const Alternatives& alternatives, std::string_view fact, const std::vector<Part>& where) {
  return Search(fact, where).in(alternatives);
}

bool mentions(const Expr& expr, std::string_view fact, const std::vector<Part>& where) {
  return Search(fact, where).in(expr);
}

}  // namespace yomikae
