#include "diff/mentioned_matters.h"

#include <string>
#include <variant>
#include <vector>

#include "rules/subexpressions.h"

namespace yomikae {
namespace {

/// Collects every matter an expression names. What asks whether something is priced or metered looks at every sum.
SeeExpression collector(const Ontology& ontology, std::set<MatterId>& into) {
  return [&](const Expr& expr) {
    if (const auto* matter = std::get_if<Expr::MatterValue>(&expr.node)) into.insert(matter->matter);
    const auto* call = std::get_if<Expr::Call>(&expr.node);
    if (call == nullptr) return;
    const bool sums = call->function == Function::priced || call->function == Function::metered ||
                      call->function == Function::metered_by;
    if (call->function == Function::business_day) into.insert(holidays_asked_for);
    for (const Matter& matter : ontology.matters) {
      if (sums && !matter.sum_by.empty()) into.insert(matter.id);
    }
  };
}

void collect(const Rule& rule, const Selection& selection, const SeeExpression& see) {
  for_each_subexpression(rule, see);
  for_each_subexpression_laid_down(words_of(rule, selection), see);
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
    const SeeExpression see = collector(ontology, named);
    const MatterExpressions& own = selection.terms->expressions[i];
    if (own.each) for_each_subexpression(*own.each, see);
    if (own.fallback) for_each_subexpression(*own.fallback, see);
    for (const Rule* rule : rules_on(matter.id, selection)) collect(*rule, selection, see);
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
