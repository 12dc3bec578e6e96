#include "diff/mentioned_matters.h"

#include <string>
#include <variant>
#include <vector>

namespace yomikae {
namespace {

/// Collects every matter an expression names. What asks whether something is priced or metered looks at every sum.
class Collector {
 public:
  Collector(const Ontology& ontology, std::set<MatterId>& into) : ontology_(ontology), into_(into) {}

  void in(const Alternatives& alternatives) {
    for (const Reading& each : alternatives.readings) in(each.value);
  }
  void in(const Expr& expr) { std::visit(*this, expr.node); }

  void operator()(const Expr::Literal&) {}
  void operator()(const Expr::Unbound& node) { in(node.arguments); }
  void operator()(const Expr::Local&) {}
  void operator()(const Expr::Fact&) {}
  void operator()(const Expr::Assumption&) {}
  void operator()(const Expr::DimensionValue&) {}
  void operator()(const Expr::MatterValue& node) {
    into_.insert(node.matter);
    in(node.arguments);
  }
  void operator()(const Expr::Call& node) {
    const bool sums = node.function == Function::priced || node.function == Function::metered ||
                      node.function == Function::metered_by;
    if (node.function == Function::business_day) into_.insert(holidays_asked_for);
    for (const Matter& matter : ontology_.matters) {
      if (sums && !matter.sum_by.empty()) into_.insert(matter.id);
    }
    in(node.arguments);
  }
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

  const Ontology& ontology_;
  std::set<MatterId>& into_;
};

void collect(const Rule& rule, const Selection& selection, Collector& collector) {
  if (rule.when) collector.in(*rule.when);
  const Rule& words = words_of(rule, selection);
  for (const Rule* each : {&rule, &words}) {
    for (const Part& part : each->where) collector.in(part.value);
    if (const auto* value = std::get_if<Alternatives>(&each->body)) collector.in(*value);
    if (const auto* ending = std::get_if<Ending>(&each->body)) {
      for (const Requirement& requirement : ending->requirements) collector.in(requirement.that);
    }
  }
}

void collect(const StatementSpec& statement, std::set<MatterId>& into) {
  for (const StatementLineSpec& line : statement.lines) {
    into.insert(line.matter);
    into.insert(line.once);
    into.insert(line.beside);
  }
  into.insert(statement.undated.begin(), statement.undated.end());
  into.insert(statement.tax_rate);
}

}  // namespace

std::map<MatterId, std::set<MatterId>> mentioned_matters(const Selection& selection) {
  std::map<MatterId, std::set<MatterId>> result;
  const Ontology& ontology = selection.ontology();
  for (std::size_t i = 0; i < ontology.matters.size(); ++i) {
    const Matter& matter = ontology.matters[i];
    std::set<MatterId>& named = result[matter.id];
    Collector collector(ontology, named);
    const MatterExpressions& own = selection.terms->expressions[i];
    if (own.each) collector.in(*own.each);
    if (own.fallback) collector.in(*own.fallback);
    for (const Rule* rule : rules_on(matter.id, selection)) collect(*rule, selection, collector);
    named.insert(matter.rounding);
    named.insert(matter.free_after);
    collect(matter.statement, named);
    if (matter.shape == Matter::Shape::term) {
      named.insert({matter.id.value + ".length"});
      named.insert({matter.id.value + ".start"});
    }
    named.erase(MatterId{});
  }
  return result;
}

}  // namespace yomikae
