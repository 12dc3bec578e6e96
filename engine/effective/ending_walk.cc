#include "effective/ending_walk.h"

#include <utility>

#include "rules/mentions.h"

namespace yomikae {
namespace {

/// The parts of a rule that ask for a fact.
std::vector<std::string> parts_of(std::string_view fact, const std::vector<Part>& where) {
  std::vector<std::string> names;
  for (const Part& part : where) {
    if (mentions(part.value, fact, where)) names.push_back(part.name);
  }
  return names;
}

/// `X` where an expression says `day <= X` or `X >= day` (for at_most; for at_least the other way round) and `X` does
/// not ask for the day itself; null else.
const Expr* bound_of(std::string_view day, Operator by, const Expr& expr, const std::vector<Part>& where) {
  const auto* binary = std::get_if<Expr::Binary>(&expr.node);
  if (binary == nullptr || (binary->op != Operator::at_most && binary->op != Operator::at_least)) return nullptr;
  const bool day_is_left = binary->op == by;
  const Expr& side = binary->operands[day_is_left ? 0 : 1];
  const Expr& other = binary->operands[day_is_left ? 1 : 0];
  const auto* fact = std::get_if<Expr::Fact>(&side.node);
  return fact != nullptr && fact->name == day && !mentions(other, day, where) ? &other : nullptr;
}

Bounds bounds_of(std::string_view day, Operator by, const Ending& ending, const std::vector<Part>& where) {
  Bounds bounds;
  for (const Requirement& requirement : ending.requirements) {
    const Expr* bound = bound_of(day, by, requirement.that, where);
    if (bound == nullptr && mentions(requirement.that, day, where)) break;
    bounds.push_back(bound);
  }
  return bounds;
}

}  // namespace

EndingWalk walk_of(const Rule& words, std::map<std::string, Value>& facts) {
  const auto& ending = std::get<Ending>(words.body);
  return {&ending,
          &facts["notice"],
          &facts["effect"],
          parts_of("notice", words.where),
          parts_of("effect", words.where),
          bounds_of("notice", Operator::at_most, ending, words.where),
          bounds_of("effect", Operator::at_least, ending, words.where)};
}

}  // namespace yomikae
