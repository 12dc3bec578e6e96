// 契約の終わり: one rule serves both directions, by walking the days. What the walk looks at is not written down; the
// day it finds is worked out once more, and that is.
#include <fmt/format.h>

#include <utility>

#include "effective/calculation.h"

namespace yomikae {
namespace {

using Days = std::chrono::days;

/// How far a walk goes. No requirement of a contract reaches further; a rule that finds no day within is refused.
constexpr int longest_walk_days = 3700;

bool falls_on(Ending::Falls falls, Date day) {
  switch (falls) {
    case Ending::Falls::any_day: return true;
    case Ending::Falls::last_of_month: return day == month_of(day).last_day();
    case Ending::Falls::first_of_month: return day == month_of(day).first_day();
  }
  return false;
}

/// The first day from `day` on which such an ending may fall.
Date next_fall(Ending::Falls falls, Date day) {
  switch (falls) {
    case Ending::Falls::any_day: return day;
    case Ending::Falls::last_of_month: return month_of(day).last_day();
    case Ending::Falls::first_of_month:
      return day == month_of(day).first_day() ? day : add_months(month_of(day), 1).first_day();
  }
  return day;
}

std::string falls_words(Ending::Falls falls) {
  return falls == Ending::Falls::last_of_month ? "効力の発生日は月の末日に限る" : "効力の発生日は毎月1日に限る";
}

std::optional<Date> date_of(const Facts& facts, const char* name) {
  const auto found = facts.find(name);
  const auto* date = found == facts.end() ? nullptr : std::get_if<Date>(&found->second);
  return date == nullptr ? std::nullopt : std::optional<Date>{*date};
}

}  // namespace

Outcome Calculation::refused(const Rule& rule, std::string because, std::optional<Date> instead) {
  trace_->source(rule);
  trace_->refusal = Refusal{because, &rule, instead};
  return {Status::refused, {}, {std::move(because)}};
}

/// Resolves an ending into the frame; an outcome where there is no rule to work with.
std::optional<Outcome> Calculation::winner_of_ending(const Matter& matter, Frame& frame) {
  const Entered entered(*this, frame);
  const Resolution result = resolve(matter, frame.dimensions, selection_, [&](const Rule& rule) {
    return decide(rule, matter, frame.dimensions, frame.facts);
  });
  if (result.status != Status::effective) return unresolved(matter, result, frame);
  for (const Rule* rule : result.winners) trace().source(*rule);
  frame.rule = result.winners.front();
  frame.words = &words_of(*frame.rule, selection_);
  if (frame.words != frame.rule) trace().source(*frame.words);
  if (const auto* left = std::get_if<LeftTo>(&frame.words->body)) {
    return Outcome{Status::delegated, {}, {selection_.terms->title_of(left->document)}};
  }
  if (!std::holds_alternative<Ending>(frame.words->body)) return Outcome{Status::silent, {}, {matter.id.value}};
  return std::nullopt;
}

/// The first requirement that does not hold between these two days; null where all do, or where one cannot be decided,
/// which `failure` then tells.
const Requirement* Calculation::unmet(const EndingWalk& walk, Frame& frame, Date notice, Date effect,
                                      std::optional<Outcome>& failure) {
  const auto move = [&](Value& fact, Date day, const std::vector<std::string>& parts) {
    const auto* before = std::get_if<Date>(&fact);
    if (before != nullptr && *before == day) return;
    fact = day;
    for (const std::string& part : parts) frame.parts.erase(part);
  };
  move(*walk.notice, notice, walk.of_notice);
  move(*walk.effect, effect, walk.of_effect);
  const Entered entered(*this, frame);
  for (const Requirement& requirement : walk.ending->requirements) {
    const Outcome holds = evaluate(requirement.that, *this);
    if (!holds.has_value()) {
      failure = holds;
      return nullptr;
    }
    if (!std::get<bool>(holds.value)) return &requirement;
  }
  return nullptr;
}

bool Calculation::satisfied(const EndingWalk& walk, Frame& frame, Date notice, Date effect,
                            std::optional<Outcome>& failure) {
  return unmet(walk, frame, notice, effect, failure) == nullptr && !failure;
}

/// Where a walk goes on from a day on which `missed` did not hold: at the day from which it does, where it says so,
/// else at the `next` one; nowhere where no other day helps.
std::optional<Date> Calculation::after_missing(const Requirement& missed, const Bounds& bounds, const EndingWalk& walk,
                                               Frame& frame, Date next) {
  const auto index = static_cast<std::size_t>(&missed - walk.ending->requirements.data());
  if (index >= bounds.size()) return next;
  if (bounds[index] == nullptr) return std::nullopt;
  const Entered entered(*this, frame);
  const Outcome bound = evaluate(*bounds[index], *this);
  const auto* day = std::get_if<Date>(&bound.value);  // nothing is before or after what does not exist
  return day == nullptr ? std::nullopt : std::optional<Date>{*day};
}

Outcome Calculation::effect(const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  Frame frame = frame_for(matter, dimensions, facts);
  if (auto outcome = winner_of_ending(matter, frame)) return *outcome;
  const auto notice = date_of(facts, "notice");
  if (!notice) return {Status::missing, {}, {"notice"}};
  const EndingWalk walk = walk_of(*frame.words, frame.facts);
  const Ending::Falls falls = walk.ending->falls;
  const Date earliest = std::max(*notice, date_of(facts, "designated").value_or(*notice));
  std::optional<Outcome> failure;
  const bool was_muted = std::exchange(mute_, true);
  std::optional<Date> found;
  for (std::optional<Date> from = earliest; from;) {
    const Date day = next_fall(falls, *from);
    if (day > earliest + Days{longest_walk_days}) break;
    const Requirement* missed = unmet(walk, frame, *notice, day, failure);
    if (failure) break;
    if (missed == nullptr) found = day;
    from = missed == nullptr ? std::nullopt : after_missing(*missed, walk.earliest_effect, walk, frame, day + Days{1});
  }
  mute_ = was_muted;
  if (failure) return *failure;
  if (!found) return refused(*frame.rule, "この通知で終了できる日がない", std::nullopt);
  frame.parts.clear();  // now to be written down
  satisfied(walk, frame, *notice, *found, failure);
  if (frame.words->says.empty()) {
    trace().step(fmt::format("{}の効力が発生する最初の日", matter.label), to_string(*found), frame.rule);
  } else {
    trace().step(fmt::format("{}：{}", matter.label, frame.words->says), to_string(*found), frame.rule);
  }
  return {Status::effective, *found, {}};
}

/// The first day from `from` that some notice, however early, could bring about.
std::optional<Date> Calculation::first_possible(const EndingWalk& walk, Frame& frame, Date from) {
  const Ending::Falls falls = walk.ending->falls;
  std::optional<Outcome> failure;
  std::optional<Date> found;
  const bool was_muted = std::exchange(mute_, true);
  for (Date day = next_fall(falls, from); !found && !failure && day <= from + Days{longest_walk_days};
       day = next_fall(falls, day + Days{1})) {
    if (satisfied(walk, frame, day - Days{longest_walk_days}, day, failure)) found = day;
  }
  mute_ = was_muted;
  return found;
}

Outcome Calculation::latest_notice(const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  Frame frame = frame_for(matter, dimensions, facts);
  if (auto outcome = winner_of_ending(matter, frame)) return *outcome;
  const auto effect = date_of(facts, "effect");
  if (!effect) return {Status::missing, {}, {"effect"}};
  const EndingWalk walk = walk_of(*frame.words, frame.facts);
  const Ending::Falls falls = walk.ending->falls;
  if (!falls_on(falls, *effect)) {
    const std::optional<Date> nearest = first_possible(walk, frame, *effect);
    return refused(*frame.rule, falls_words(falls), nearest);
  }
  const Date earliest = *effect - Days{longest_walk_days};
  std::optional<Outcome> failure;
  const bool was_muted = std::exchange(mute_, true);
  std::optional<Date> found;
  for (std::optional<Date> notice = *effect; notice && *notice >= earliest;) {
    const Requirement* missed = unmet(walk, frame, *notice, *effect, failure);
    if (failure) break;
    if (missed == nullptr) found = notice;
    notice =
        missed == nullptr ? std::nullopt : after_missing(*missed, walk.latest_notice, walk, frame, *notice - Days{1});
  }
  const Requirement* missed = found || failure ? nullptr : unmet(walk, frame, earliest, *effect, failure);
  mute_ = was_muted;
  if (failure) return *failure;
  if (!found) {
    const std::string because = missed == nullptr ? "その日に終了させる通知の日がない" : missed->because;
    return refused(*frame.rule, because, first_possible(walk, frame, *effect));
  }
  frame.parts.clear();  // now to be written down
  satisfied(walk, frame, *found, *effect, failure);
  trace().step(fmt::format("{}の通知が到達すべき最後の日", matter.label), to_string(*found), frame.rule);
  return {Status::effective, *found, {}};
}

}  // namespace yomikae
