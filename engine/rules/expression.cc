#include "rules/expression.h"

#include <algorithm>
#include <array>

namespace yomikae {
namespace {

template <class List>
bool same_list(const List& a, const List& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Expr& x, const Expr& y) { return same_expression(x, y); });
}

bool same_arguments(const std::vector<Expr::Argument>& a, const std::vector<Expr::Argument>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.name == y.name && same_list(x.value, y.value); });
}

/// Compares two nodes of the same alternative.
struct SameNode {
  const Expr::Node& other;

  bool operator()(const Expr::Literal& a) const { return a.value == of<Expr::Literal>().value; }
  bool operator()(const Expr::Unbound& a) const {
    return a.name == of<Expr::Unbound>().name && same_arguments(a.arguments, of<Expr::Unbound>().arguments);
  }
  bool operator()(const Expr::Local& a) const { return a.name == of<Expr::Local>().name; }
  bool operator()(const Expr::Fact& a) const { return a.name == of<Expr::Fact>().name; }
  bool operator()(const Expr::Assumption& a) const { return a.name == of<Expr::Assumption>().name; }
  bool operator()(const Expr::DimensionValue& a) const { return a.name == of<Expr::DimensionValue>().name; }
  bool operator()(const Expr::MatterValue& a) const {
    const auto& b = of<Expr::MatterValue>();
    return a.matter == b.matter && a.aspect == b.aspect && same_arguments(a.arguments, b.arguments);
  }
  bool operator()(const Expr::Call& a) const {
    return a.function == of<Expr::Call>().function && same_list(a.arguments, of<Expr::Call>().arguments);
  }
  bool operator()(const Expr::Not& a) const { return same_list(a.operand, of<Expr::Not>().operand); }
  bool operator()(const Expr::Negative& a) const { return same_list(a.operand, of<Expr::Negative>().operand); }
  bool operator()(const Expr::Binary& a) const {
    return a.op == of<Expr::Binary>().op && same_list(a.operands, of<Expr::Binary>().operands);
  }
  bool operator()(const Expr::Conditional& a) const { return same_list(a.parts, of<Expr::Conditional>().parts); }
  bool operator()(const Expr::List& a) const { return same_list(a.members, of<Expr::List>().members); }

  template <class Node>
  [[nodiscard]] const Node& of() const {
    return std::get<Node>(other);
  }
};

}  // namespace

const std::vector<FunctionSpec>& functions() {
  using Kind = ValueType::Kind;
  static const std::vector<FunctionSpec> table{
      {Function::last_day, "last-day", "dp", Kind::date, "民法140条ただし書・141条・143条"},
      {Function::elapses, "elapses", "dp", Kind::date, "民法140条本文・141条・143条"},
      {Function::before, "before", "dp", Kind::date, "民法140条・143条の類推"},
      {Function::first_of_month, "first-of-month", "dn", Kind::date, ""},
      {Function::last_of_month, "last-of-month", "dn", Kind::date, ""},
      {Function::days, "days", "dd", Kind::number, "民法140条本文"},
      {Function::days_of_year, "days-of-year", "d", Kind::number, ""},
      {Function::units_completed, "units-completed", "nn", Kind::number, ""},
      {Function::units_begun, "units-begun", "nn", Kind::number, ""},
      {Function::months_in, "months-in", "ddc", Kind::number, ""},
      {Function::months_begun, "months-begun", "dd", Kind::number, "民法140条ただし書・141条・143条"},
      {Function::calendar_years, "calendar-years", "dd", Kind::number, ""},
      {Function::part_of_month, "part-of-month", "mddcc", Kind::number, ""},
      {Function::billed_in, "billed-in", "vmddcccb", Kind::money, ""},
      {Function::business_day, "business-day", "dDW", Kind::date, ""},
      {Function::earlier_of, "earlier-of", "dd", Kind::date, ""},
      {Function::later_of, "later-of", "dd", Kind::date, ""},
      {Function::smaller_of, "smaller-of", "vv", Kind::number, ""},
      {Function::larger_of, "larger-of", "vv", Kind::number, ""},
      {Function::given, "given", "f", Kind::boolean, ""},
      {Function::first_given, "first-given", "f+", Kind::date, ""},
      {Function::holds, "holds", "h", Kind::boolean, ""},
      {Function::priced, "priced", "i", Kind::boolean, ""},
      {Function::metered, "metered", "i", Kind::boolean, ""},
      {Function::metered_by, "metered-by", "iq", Kind::boolean, ""},
  };
  return table;
}

const FunctionSpec& spec_of(Function function) {
  return *std::find_if(functions().begin(), functions().end(),
                       [&](const FunctionSpec& each) { return each.function == function; });
}

std::string_view to_string(Operator op) {
  static constexpr std::array<std::string_view, 13> names{"+",  "-", "*",  "/",  "=",   "!=", "<",
                                                          "<=", ">", ">=", "in", "and", "or"};
  return names[static_cast<std::size_t>(op)];
}

bool same_expression(const Expr& a, const Expr& b) {
  return a.node.index() == b.node.index() && std::visit(SameNode{b.node}, a.node);
}

}  // namespace yomikae
