#include "diff/direction.h"

#include <compare>
#include <utility>

namespace yomikae {
namespace {

using Better = Matter::Better;

/// What the direction of a question is; of a term's end what its length says.
Better better_of(const Question& question) {
  const Better declared = question.matter->better;
  switch (question.aspect) {
    case Question::Aspect::effect: return declared == Better::none ? Better::earlier : declared;
    case Question::Aspect::latest_notice:
      return declared == Better::later ? Better::earlier : Better::later;  // the notice moves the other way
    case Question::Aspect::end:
      if (declared == Better::less) return Better::earlier;
      if (declared == Better::more) return Better::later;
      return declared;
    default: return declared;
  }
}

/// Nothing is less than anything.
std::optional<std::strong_ordering> compare(const Value& a, const Value& b) {
  const bool no_a = std::holds_alternative<None>(a);
  const bool no_b = std::holds_alternative<None>(b);
  if (no_a || no_b) return (no_a ? 0 : 1) <=> (no_b ? 0 : 1);
  if (a.index() != b.index()) return std::nullopt;
  if (const auto* date = std::get_if<Date>(&a)) return *date <=> std::get<Date>(b);
  if (const auto* flag = std::get_if<bool>(&a)) return static_cast<int>(*flag) <=> static_cast<int>(std::get<bool>(b));
  if (const auto* number = std::get_if<Rational>(&a)) {
    if (*number == std::get<Rational>(b)) return std::strong_ordering::equal;
    return *number < std::get<Rational>(b) ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  if (const auto* period = std::get_if<Period>(&a)) {
    const auto& other = std::get<Period>(b);
    if (period->unit != other.unit) return std::nullopt;  // 30 days is not a month
    return period->count <=> other.count;
  }
  return std::nullopt;
}

}  // namespace

Direction direction_of(const Question& question, const std::optional<Value>& before,
                       const std::optional<Value>& after) {
  const Better better = better_of(question);
  if (better == Better::none || !before || !after) return Direction::undirected;
  const auto order = compare(*before, *after);
  if (!order || *order == std::strong_ordering::equal) return Direction::undirected;
  const bool grew = *order == std::strong_ordering::less;
  const bool growing_is_better = better == Better::more || better == Better::later;
  return grew == growing_is_better ? Direction::better : Direction::worse;
}

}  // namespace yomikae
