#include "diff/sample_facts.h"

#include <fmt/format.h>

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

/// A round sum, and a number large enough to pass what is usually free (hours of an outage).
constexpr std::int64_t some_yen = 10000;
constexpr std::int64_t some_number = 100;
/// An effect far enough ahead that no usual notice has run out by then.
constexpr int months_ahead = 6;
constexpr std::chrono::days between{30};

}  // namespace

Facts sample_facts(const Question& question, Date day) {
  if (question.aspect == Question::Aspect::end) return {};
  if (question.aspect == Question::Aspect::effect) return {{"notice", day}};
  const Date ahead = add_months(month_of(day), months_ahead).last_day();
  if (question.aspect != Question::Aspect::whole) return {{"effect", ahead}};
  Facts facts;
  Date next = month_of(day).last_day();
  for (const FactSpec& fact : question.matter->facts) {
    if (fact.optional) continue;
    switch (fact.type.kind) {
      case Kind::month: facts[fact.name] = month_of(day); break;
      case Kind::money: facts[fact.name] = Rational{some_yen}; break;
      case Kind::number: facts[fact.name] = Rational{some_number}; break;
      case Kind::date:
        facts[fact.name] = next;
        next += between;
        break;
      default: break;
    }
  }
  return facts;
}

std::string to_string(const Facts& facts) {
  std::string words;
  for (const auto& [name, value] : facts) {
    words += fmt::format("{}{}={}", words.empty() ? "" : " ", name, to_string(value));
  }
  return words;
}

}  // namespace yomikae
