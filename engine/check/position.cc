#include "check/position.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace yomikae {
namespace {

using Better = Matter::Better;
using Kind = Position::Kind;

constexpr int months_sampled = 12;
/// Later than any minimum term that is usual: an ending is compared as it is when nothing holds it up.
constexpr int years_until_days = 2;

/// The first January that many years later whose February is a short one: there days are fewest.
Month short_year_after(Month first) {
  std::chrono::year year = first.value.year() + std::chrono::years{years_until_days};
  while (year.is_leap()) ++year;
  return {year / std::chrono::January};
}

/// Below zero where the customer's side is worse than the reseller's own, above where it is better; nothing where the
/// two cannot be compared.
std::optional<int> compared(Better better, const Value& below, const Value& above) {
  const bool alike = below.index() == above.index() && !std::holds_alternative<None>(below);
  if (!alike || better == Better::none) return std::nullopt;
  const int order = below < above ? -1 : (above < below ? 1 : 0);
  return better == Better::more || better == Better::later ? order : -order;
}

/// Whether saying nothing on such a matter leaves the customer free: it lays a duty or a limit on customers. Of the
/// rest silence gives nothing.
bool binds_customers(const Matter& matter) {
  switch (matter.shape) {
    case Matter::Shape::term: return true;
    case Matter::Shape::ending: return false;
    case Matter::Shape::deadline: return matter.better == Better::later;
    default: break;
  }
  const auto kind = matter.type.kind;
  return kind == ValueType::Kind::boolean || kind == ValueType::Kind::number ||
         (kind == ValueType::Kind::date && matter.better == Better::later);
}

class Comparing {
 public:
  Comparing(const Matter& matter, const Dimensions& about, SampleContract& below, SampleContract& above,
            const Samples& samples)
      : matter_(matter), about_(about), below_(below), above_(above), samples_(samples) {}

  Position run() {
    switch (matter_.shape) {
      case Matter::Shape::term: terms(); break;
      case Matter::Shape::ending: endings(); break;
      case Matter::Shape::deadline: deadlines(); break;
      case Matter::Shape::value: values(); break;
      default: break;
    }
    if (result_.kind == Kind::covered && even_ > 0 && even_ == asked_) result_.kind = Kind::even;
    return std::move(result_);
  }

 private:
  void start_on(Date day) {
    below_.start_on(day);
    above_.start_on(day);
  }

  /// Notes a case in which the customer has more; the first that is met stays.
  void owes_more(Message shown) {
    if (result_.kind == Kind::owes_more) return;
    result_.kind = Kind::owes_more;
    result_.shown = std::move(shown);
  }

  /// Remembers the rules; true where both sides have a value to compare. Where one side is silent that is a result.
  bool both(const Owed& below, const Owed& above, const Message& given, const Message& bound) {
    if (result_.below == nullptr) result_.below = below.rule();
    if (result_.above == nullptr) result_.above = above.rule();
    if (below.known() && above.known()) return true;
    const auto nothing = [](const Owed& side) { return !side.known() && side.silent(); };
    if (binds_customers(matter_)) {
      if (nothing(below) && above.known() && result_.kind == Kind::covered) {
        result_.kind = Kind::free;
        result_.shown = bound;
      }
    } else if (below.known() && nothing(above)) {
      owes_more(given);
    }
    return false;
  }

  void compare(const Value& below, const Value& above, Message shown) {
    const auto order = compared(matter_.better, below, above);
    if (!order) return;
    ++asked_;
    if (*order == 0) ++even_;
    if (*order > 0) owes_more(std::move(shown));
  }

  static Message no_value() { return {"卸元の定めにはない", "the wholesaler's terms give nothing of the kind"}; }

  void terms() {
    for (const Date start : samples_.starts) {
      start_on(start);
      const Owed below = below_.term_end(matter_, about_);
      const Owed above = above_.term_end(matter_, about_);
      const bool bound = above.known() && !std::holds_alternative<None>(above.outcome.value);
      if (!bound) continue;
      const std::string day = to_string(start);
      const std::string until = to_string(above.outcome.value);
      const Message held{fmt::format("{} に始まれば、卸元には {} まで拘束される", day, until),
                         fmt::format("beginning on {} the wholesaler holds the reseller until {}", day, until)};
      if (!both(below, above, no_value(), held)) continue;
      if (std::holds_alternative<None>(below.outcome.value)) {
        owes_more({fmt::format("{}が、契約者を拘束しない", held.ja), fmt::format("{}, and its customer not", held.en)});
        continue;
      }
      compare(below.outcome.value, above.outcome.value,
              {fmt::format("{}が、契約者は {} まで", held.ja, to_string(below.outcome.value)),
               fmt::format("{}, its customer only until {}", held.en, to_string(below.outcome.value))});
    }
  }

  /// The customer gives notice at the last moment, and the reseller passes it on the same day.
  void endings() {
    start_on(samples_.starts.front());
    for (const Date end : samples_.days) {
      const Owed below = below_.latest_notice(matter_, about_, end);
      if (!below.known()) continue;
      const Date notice = std::get<Date>(below.outcome.value);
      const Owed above = above_.effect(matter_, about_, notice);
      const Message given{fmt::format("契約者は {} の通知で {} に終えられる", to_string(notice), to_string(end)),
                          fmt::format("a customer's notice of {} ends it on {}", to_string(notice), to_string(end))};
      const Message nothing{fmt::format("{}が、{}", given.ja, no_value().ja),
                            fmt::format("{}, and {}", given.en, no_value().en)};
      if (!both(below, above, nothing, {})) continue;
      compare(
          end, above.outcome.value,
          {fmt::format("{}が、同じ日に卸元へ通知しても {} まで続く", given.ja, to_string(above.outcome.value)),
           fmt::format("{}, the same notice to the wholesaler only on {}", given.en, to_string(above.outcome.value))});
    }
  }

  void deadlines() {
    start_on(samples_.starts.front());
    for (const Date day : samples_.days) {
      const Facts facts{{"effect", day}};
      const Owed below = below_.value(matter_, about_, facts);
      const Owed above = above_.value(matter_, about_, facts);
      const std::string effect = to_string(day);
      const auto latest = [&](const Owed& side) {
        return side.known() ? to_string(side.outcome.value) : std::string{};
      };
      const Message given{fmt::format("{} に実施するとき、契約者との期限は {}", effect, latest(below)),
                          fmt::format("for {} the day between reseller and customer is {}", effect, latest(below))};
      const Message bound{fmt::format("{} に実施するとき、卸元との期限は {}", effect, latest(above)),
                          fmt::format("for {} the day between reseller and wholesaler is {}", effect, latest(above))};
      const Message nothing{fmt::format("{}。{}", given.ja, no_value().ja),
                            fmt::format("{}, {}", given.en, no_value().en)};
      if (!both(below, above, nothing, bound)) continue;
      compare(below.outcome.value, above.outcome.value,
              {fmt::format("{}、卸元との期限は {}", given.ja, latest(above)),
               fmt::format("{}, between reseller and wholesaler {}", given.en, latest(above))});
    }
  }

  /// The facts of the matter, the n-th sample of each kind; nothing where it asks for something else.
  [[nodiscard]] std::optional<Facts> facts_at(std::size_t n) const {
    Facts facts;
    for (const FactSpec& fact : matter_.facts) {
      if (fact.optional) continue;
      switch (fact.type.kind) {
        case ValueType::Kind::date: facts[fact.name] = samples_.days[n % samples_.days.size()]; break;
        case ValueType::Kind::number: facts[fact.name] = samples_.counts[n % samples_.counts.size()]; break;
        default: return std::nullopt;
      }
    }
    return facts;
  }

  /// An amount as a share of what it is a share of.
  [[nodiscard]] Owed measured(const SampleContract& side, const Facts& facts) const {
    Owed owed = side.value(matter_, about_, facts);
    const Matter* whole = side.selection().ontology().matter(matter_.share_of.value);
    const auto* part = owed.known() ? std::get_if<Rational>(&owed.outcome.value) : nullptr;
    if (whole == nullptr || part == nullptr) return owed;
    const Owed all = side.value(*whole, {}, {});
    const auto* amount = all.known() ? std::get_if<Rational>(&all.outcome.value) : nullptr;
    if (amount == nullptr || *amount == Rational{0}) {
      owed.outcome = {Status::missing, {}, {}};
    } else {
      owed.outcome.value = *part / *amount;
    }
    return owed;
  }

  /// `継続した時間 = 24`
  [[nodiscard]] Message stated(const Facts& facts) const {
    Message words;
    for (const FactSpec& fact : matter_.facts) {
      const auto found = facts.find(fact.name);
      if (found == facts.end()) continue;
      words.ja += fmt::format("{}が {} のとき、", fact.label, to_string(found->second));
      words.en += fmt::format("with `{}` {}, ", fact.name, to_string(found->second));
    }
    return words;
  }

  [[nodiscard]] Message shown(const Owed& side) const {
    if (const auto* right = std::get_if<bool>(&side.outcome.value)) {
      return *right ? Message{"認められる", "it is allowed"} : Message{"認められない", "it is not allowed"};
    }
    const std::string value = to_string(side.outcome.value);
    const auto& ontology = below_.selection().ontology();
    if (const Matter* whole = ontology.matter(matter_.share_of.value)) {
      return {fmt::format("{}の {} 倍", whole->label, value), fmt::format("{} of `{}`", value, whole->id.value)};
    }
    return {value, value};
  }

  void values() {
    start_on(samples_.starts.front());
    const std::size_t cases = matter_.facts.empty() ? 1 : std::max(samples_.days.size(), samples_.counts.size());
    for (std::size_t n = 0; n < cases; ++n) {
      const auto facts = facts_at(n);
      if (!facts) return;
      const Owed below = measured(below_, *facts);
      const Owed above = measured(above_, *facts);
      const Message when = stated(*facts);
      const auto said = [&](const Owed& side, std::string_view ja, std::string_view en) {
        const Message value = side.known() ? shown(side) : Message{};
        return Message{fmt::format("{}{}{}", when.ja, ja, value.ja), fmt::format("{}{}{}", when.en, en, value.en)};
      };
      const Message given = said(below, "契約者には", "the customer: ");
      const Message nothing{fmt::format("{}。{}", given.ja, no_value().ja),
                            fmt::format("{}, {}", given.en, no_value().en)};
      const Message bound = said(above, "卸元からは", "from the wholesaler: ");
      if (!both(below, above, nothing, bound)) continue;
      const Message theirs = shown(above);
      compare(below.outcome.value, above.outcome.value,
              {fmt::format("{}、卸元からは{}", given.ja, theirs.ja),
               fmt::format("{}, from the wholesaler: {}", given.en, theirs.en)});
    }
  }

  const Matter& matter_;
  const Dimensions& about_;
  SampleContract& below_;
  SampleContract& above_;
  const Samples& samples_;
  Position result_;
  int asked_ = 0;  ///< cases in which the two could be compared
  int even_ = 0;   ///< and in how many of them they were the same
};

}  // namespace

Samples Samples::from(Date from) {
  Samples samples;
  const Month first = month_of(from);
  const Month january = short_year_after(first);
  samples.starts.push_back(first.first_day());
  for (int i = 0; i < months_sampled; ++i) {
    const Month later = add_months(january, i);
    samples.starts.push_back(add_months(first, i).last_day());
    samples.days.push_back(later.first_day());
    samples.days.push_back(later.last_day());
  }
  // Hours, pieces: below, on and above what such rules count by.
  for (const int count : {1, 12, 23, 24, 25, 47, 48, 100, 240, 720}) samples.counts.emplace_back(count);
  return samples;
}

Position position_on(const Matter& matter, const Dimensions& about, SampleContract& below, SampleContract& above,
                     const Samples& samples) {
  return Comparing(matter, about, below, above, samples).run();
}

}  // namespace yomikae
