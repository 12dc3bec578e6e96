// 契約の終わり: one rule serves both directions, by walking the days. What the walk looks at is not written down; the
// day it finds is worked out once more, and that is.
#include <fmt/format.h>

#include <utility>

#include "effective/calculation.h"
#include "rules/mentions.h"

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

/// The parts of a rule that ask for a fact.
std::vector<std::string> parts_of(std::string_view fact, const std::vector<Part>& where) {
  std::vector<std::string> names;
  for (const Part& part : where) {
    if (mentions(part.value, fact, where)) names.push_back(part.name);
  }
  return names;
}

}  // namespace

EndingWalk walk_of(const Rule& words, Facts& facts) {
  return {&std::get<Ending>(words.body), &facts["notice"], &facts["effect"], parts_of("notice", words.where),
          parts_of("effect", words.where)};
}

Outcome Calculation::refused(const Rule& rule, std::string because, std::optional<Date> instead) {
  trace_.source(rule);
  trace_.refusal = Refusal{because, &rule, instead};
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
  for (Date day = next_fall(falls, earliest); day <= earliest + Days{longest_walk_days};
       day = next_fall(falls, day + Days{1})) {
    if (satisfied(walk, frame, *notice, day, failure)) {
      found = day;
      break;
    }
    if (failure) break;
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
  for (Date day = next_fall(falls, from); day <= from + Days{longest_walk_days};
       day = next_fall(falls, day + Days{1})) {
    if (satisfied(walk, frame, day - Days{longest_walk_days}, day, failure)) return day;
    if (failure) return std::nullopt;
  }
  return std::nullopt;
}

Outcome Calculation::latest_notice(const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  Frame frame = frame_for(matter, dimensions, facts);
  if (auto outcome = winner_of_ending(matter, frame)) return *outcome;
  const auto effect = date_of(facts, "effect");
  if (!effect) return {Status::missing, {}, {"effect"}};
  const EndingWalk walk = walk_of(*frame.words, frame.facts);
  const Ending::Falls falls = walk.ending->falls;
  std::optional<Outcome> failure;
  const bool was_muted = std::exchange(mute_, true);
  const std::optional<Date> nearest = first_possible(walk, frame, *effect);
  if (!falls_on(falls, *effect)) {
    mute_ = was_muted;
    return refused(*frame.rule, falls_words(falls), nearest);
  }
  std::optional<Date> found;
  for (Date notice = *effect; notice >= *effect - Days{longest_walk_days}; notice -= Days{1}) {
    if (satisfied(walk, frame, notice, *effect, failure)) {
      found = notice;
      break;
    }
    if (failure) break;
  }
  const Requirement* missed =
      found || failure ? nullptr : unmet(walk, frame, *effect - Days{longest_walk_days}, *effect, failure);
  mute_ = was_muted;
  if (failure) return *failure;
  if (!found) {
    return refused(*frame.rule, missed == nullptr ? "その日に終了させる通知の日がない" : missed->because, nearest);
  }
  frame.parts.clear();  // now to be written down
  satisfied(walk, frame, *found, *effect, failure);
  trace().step(fmt::format("{}の通知が到達すべき最後の日", matter.label), to_string(*found), frame.rule);
  return {Status::effective, *found, {}};
}

}  // namespace yomikae
