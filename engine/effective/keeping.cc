// What a calculation takes from what was worked out before, and what it leaves to those that follow.
#include <algorithm>
#include <utility>

#include "effective/calculation.h"

namespace yomikae {

Calculation::Recording::Recording(Calculation& calculation)
    : calculation_(calculation),
      outer_(std::exchange(calculation.recording_, this)),
      outer_trace_(std::exchange(calculation.trace_, &found_.trace)),
      outer_reached_(std::exchange(calculation.reached_, calculation.depth_)) {}

Calculation::Recording::~Recording() {
  calculation_.recording_ = outer_;
  calculation_.trace_ = outer_trace_;
  calculation_.reached_ = std::max(calculation_.reached_, outer_reached_);
}

Found Calculation::Recording::found(Outcome outcome) {
  found_.outcome = std::move(outcome);
  found_.depth = calculation_.reached_ - calculation_.depth_;
  return std::move(found_);
}

void Calculation::Recording::meet(const ReadingWalk::Step& step) {
  const bool known = std::any_of(found_.readings.begin(), found_.readings.end(),
                                 [&](const ReadingWalk::Step& each) { return same_axis(each.axis, step.axis); });
  if (!known) found_.readings.push_back(step);
}

std::size_t Calculation::chosen_at(const Axis& axis) {
  const std::size_t chosen = readings_.choose(axis);
  if (recording_ != nullptr) recording_->meet({axis, chosen});
  return chosen;
}

/// What was found before along the readings of this run; null where nothing was, and where it would take the rules
/// deeper than they may go, so that a circle shows where it is.
template <class Asked>
const Found* Calculation::found_before(const Asked& asked) {
  const Found* found = worked_out_->find(asked, [&](const Axis& axis) { return chosen_at(axis); });
  if (found == nullptr || depth_ + found->depth > deepest) return nullptr;
  reached_ = std::max(reached_, depth_ + found->depth);
  return found;
}

/// What nobody reads is not kept: a walk over days asks much that is asked once.
Outcome Calculation::kept(const Matter& matter, const Frame& frame, bool billed, const std::function<Outcome()>& work) {
  if (worked_out_ == nullptr || mute_) return work();
  const MatterAsked asked{
      &matter, frame.dimensions, frame.facts, {frame.counted_on, frame.counted_in, frame.day_named}, billed};
  const Found* found = found_before(asked);
  if (found == nullptr) found = &worked_out_->keep(asked, recorded(work));
  trace().take_over(found->trace);
  return found->outcome;
}

/// What `work` comes to and writes down, apart.
Found Calculation::recorded(const std::function<Outcome()>& work) {
  Found result = [&] {
    Recording recording(*this);
    return recording.found(work());
  }();
  for (const ReadingWalk::Step& step : result.readings) chosen_at(step.axis);  // whoever asks for this met them too
  return result;
}

/// Whether the contract has an option, and by what that is so.
Found Calculation::whether_held(const std::string& option) {
  Frame frame;
  frame.matter = option_held_;
  frame.dimensions = selection_.fixed;
  const CountedAt counted = counted_here();
  frame.counted_on = counted.on;
  frame.counted_in = counted.in;
  frame.day_named = counted.day_named;
  for (const Dimension& dimension : ontology_.dimensions) {
    if (ontology_.is_option_dimension(dimension)) frame.dimensions[dimension.name] = option;
  }
  const bool was_muted = std::exchange(mute_, true);  // which options there are is no source of what they cost
  Trace outer = std::exchange(muted_, Trace{});
  Found result = recorded([&] { return work_out(*option_held_, std::move(frame)); });
  result.trace = std::exchange(muted_, std::move(outer));
  mute_ = was_muted;
  return result;
}

bool Calculation::option_held(const std::string& option) {
  const bool stated = selection_.contract().option(option) != nullptr;
  if (option_held_ == nullptr) return stated;
  const auto settled = [&](const Found& held) {
    if (!held.outcome.has_value()) return stated;  // undecided: what is stated holds
    const bool result = std::get<bool>(held.outcome.value);
    if (result == stated) return result;
    for (const Rule* rule : held.trace.sources) trace().source(*rule);  // a provision that gives or takes one is one
    return result;
  };
  const ChoiceSet* options = ontology_.set(ontology_.option_set);
  const OptionAsked asked{options == nullptr ? nullptr : options->find(option), counted_here()};
  if (worked_out_ == nullptr || asked.option == nullptr) return settled(whether_held(option));
  const Found* before = found_before(asked);
  return settled(before != nullptr ? *before : worked_out_->keep(asked, whether_held(option)));
}

CountedAt Calculation::counted_here() const {
  if (frame_ == nullptr) return {selection_.day, std::nullopt, false};
  return {frame_->counted_on, frame_->counted_in, frame_->day_named};
}

}  // namespace yomikae
