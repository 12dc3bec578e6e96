#include "rules/asked_matters.h"

#include "rules/subexpressions.h"

namespace yomikae {
namespace {

using Look = std::function<void(const Expr::MatterValue&)>;

SeeExpression matters_for(const Look& look) {
  return [&look](const Expr& expr) {
    if (const auto* matter = std::get_if<Expr::MatterValue>(&expr.node)) look(*matter);
  };
}

}  // namespace

void for_each_matter(const Alternatives& alternatives, const Look& look) {
  for_each_subexpression(alternatives, matters_for(look));
}

void for_each_matter(const Rule& rule, const Look& look) { for_each_subexpression(rule, matters_for(look)); }

}  // namespace yomikae
