#include "effective/calculation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "resolve/wording.h"
#include "rules/bind.h"
#include "rules/calendar_months.h"
#include "rules/period_law.h"

namespace yomikae {
namespace {

Outcome known(Value value) { return {Status::effective, std::move(value), {}}; }
Outcome lacking(Status status, std::string name) { return {status, {}, {std::move(name)}}; }
DayRange days_of(Month month) { return {month.first_day(), month.last_day()}; }

/// What a question is about, and where it does not say, what the contract is.
Dimensions completed(Dimensions dimensions, const Dimensions& fixed) {
  for (const auto& [name, value] : fixed) {
    if (!dimensions.contains(name)) dimensions[name] = value;
  }
  return dimensions;
}

}  // namespace

Calculation::Entered::Entered(Calculation& calculation, Frame& frame)
    : calculation_(calculation), outer_(calculation.frame_) {
  if (calculation_.depth_ >= deepest) {
    const Place place = frame.rule != nullptr ? frame.rule->place : frame.matter->place;
    throw RuleFailure("rule/circle", place,
                      {fmt::format("`{}` の定めが互いを参照して終わらない", frame.matter->id.value),
                       fmt::format("the rules on `{}` refer to each other without end", frame.matter->id.value)});
  }
  ++calculation_.depth_;
  calculation_.reached_ = std::max(calculation_.reached_, calculation_.depth_);
  calculation_.frame_ = &frame;
}

Calculation::Entered::~Entered() {
  calculation_.frame_ = outer_;
  --calculation_.depth_;
}

Calculation::Calculation(const Selection& selection, ReadingWalk& readings, Trace& trace, WorkedOut* worked_out)
    : selection_(selection),
      ontology_(selection.ontology()),
      readings_(readings),
      trace_(&trace),
      worked_out_(worked_out),
      option_held_(ontology_.matter(ontology_.option_held.value)) {}

const MatterExpressions& Calculation::expressions_of(const Matter& matter) const {
  return selection_.terms->expressions[static_cast<std::size_t>(&matter - ontology_.matters.data())];
}

std::string Calculation::describe(const Matter& matter, const Dimensions& dimensions) const {
  std::string about;
  const auto add = [&](const std::string& name) {
    const auto found = dimensions.find(name);
    if (found == dimensions.end() || found->second.empty()) return;
    const Dimension* dimension = ontology_.dimension(name);
    if (dimension != nullptr && dimension->fallback == found->second) return;
    std::string label = found->second;
    for (const auto& set : dimension->sets) {
      if (const auto* choice = ontology_.set(set)->find(found->second)) label = choice->label;
    }
    if (about.find(label) != std::string::npos) return;
    if (!about.empty()) about += "・";
    about += label;
  };
  for (const auto& name : matter.by) add(name);
  if (matter.of_option) {
    if (const Dimension* option = ontology_.option_dimension()) add(option->name);
  }
  return about.empty() ? matter.label : fmt::format("{}（{}）", matter.label, about);
}

Calculation::Frame Calculation::frame_for(const Matter& matter, const Dimensions& dimensions,
                                          const Facts& facts) const {
  Frame frame;
  frame.matter = &matter;
  frame.dimensions = completed(dimensions, selection_.fixed);
  frame.facts = facts;
  frame.counted_on = selection_.day;
  for (const auto& [name, value] : facts) {
    if (const auto* month = std::get_if<Month>(&value)) {
      frame.counted_in = days_of(*month);
      frame.counted_on = month->first_day();
    }
  }
  return frame;
}

/// A matter met inside a rule: it inherits the dimensions it knows (but not the one it is summed along) and the time
/// at which quantities are counted; facts only as far as they are given in brackets.
Calculation::Frame Calculation::nested_frame(const Matter& target, const Arguments& arguments) const {
  Frame frame;
  frame.matter = &target;
  frame.counted_on = frame_->counted_on;
  frame.counted_in = frame_->counted_in;
  frame.day_named = frame_->day_named;
  frame.dimensions = frame_->dimensions;
  for (const Dimension& dimension : ontology_.dimensions) {
    const bool subject = ontology_.is_option_dimension(dimension);
    const bool fixed = selection_.contract().dimensions.contains(dimension.name);
    const bool inherits = fixed || (subject ? target.of_option && target.sum_by.empty()
                                            : target.has_dimension(dimension.name) && target.sum_by != dimension.name);
    if (!inherits) frame.dimensions.erase(dimension.name);
    const bool unsaid = !dimension.fallback.empty() && !frame.dimensions.contains(dimension.name);
    if (unsaid) frame.dimensions[dimension.name] = dimension.fallback;
  }
  for (const auto& [name, value] : arguments) {
    if (name == counting_day) {
      frame.counted_on = std::get<Date>(value);
      frame.counted_in.reset();
      frame.day_named = true;
    } else if (ontology_.dimension(name) != nullptr && std::holds_alternative<Symbol>(value)) {
      frame.dimensions[name] = std::get<Symbol>(value).name;
    } else if (ontology_.dimension(name) != nullptr && std::holds_alternative<None>(value)) {
      frame.dimensions.erase(name);  // `closing[option = none]`: of the contract itself
    } else {
      frame.facts[name] = value;
      if (const auto* month = std::get_if<Month>(&value)) {
        frame.counted_in = days_of(*month);
        frame.counted_on = month->first_day();
      }
    }
  }
  if (!target.sum_by.empty()) {
    const auto item = frame.dimensions.find(target.sum_by);
    if (item != frame.dimensions.end()) set_option_of_item(frame.dimensions, item->second);
  }
  return frame;
}

/// An item that is an option is that option's.
void Calculation::set_option_of_item(Dimensions& dimensions, std::string item) const {
  const Dimension* option = ontology_.option_dimension();
  if (option == nullptr) return;
  if (ontology_.is_option(item)) {
    dimensions[option->name] = std::move(item);
  } else {
    dimensions.erase(option->name);
  }
}

Outcome Calculation::local(std::string_view name) {
  if (frame_->item != nullptr) {
    Frame inner = *frame_;
    const std::string item = *frame_->item;
    inner.item = nullptr;
    return one(*frame_->matter, std::move(inner));
  }
  const auto found = frame_->parts.find(std::string(name));
  if (found != frame_->parts.end()) return found->second;
  for (const Part& part : frame_->words->where) {
    if (part.name != name) continue;
    Outcome outcome = evaluated(part.value, *frame_->words, part.name);
    if (outcome.has_value() && !mute_) {
      const auto& readings = part.value.readings;
      trace().step(fmt::format("{} = {}", part.name, readings.front().value.source), to_string(outcome.value),
                   frame_->rule);
    }
    frame_->parts[part.name] = outcome;
    return outcome;
  }
  return lacking(Status::missing, std::string(name));
}

void Calculation::lawful_step(const FunctionSpec& function, const std::vector<Value>& arguments, const Value& result) {
  if (mute_) return;
  std::string shown;
  for (const Value& argument : arguments) {
    if (!shown.empty()) shown += ", ";
    shown += to_string(argument);
  }
  trace().step(fmt::format("{}({})（{}）", function.name, shown, law_behind(function.function, arguments)),
               to_string(result), nullptr);
}

Outcome Calculation::evaluated(const Alternatives& alternatives, const Rule& words, const std::string& part) {
  std::size_t chosen = 0;
  if (alternatives.open()) chosen = chosen_at({&words, part, &alternatives});
  return evaluate(alternatives.readings[chosen].value, *this);
}

Outcome Calculation::decide(const Rule& rule, const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  Frame frame = frame_for(matter, dimensions, facts);
  if (frame_ != nullptr) {
    frame.counted_on = frame_->counted_on;
    frame.counted_in = frame_->counted_in;
    frame.day_named = frame_->day_named;
  }
  frame.rule = frame.words = &rule;
  const Entered entered(*this, frame);
  return evaluated(*rule.when, rule, "when");
}

Resolution Calculation::resolution(const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  const Dimensions all = completed(dimensions, selection_.fixed);
  return resolve(matter, all, selection_, [&](const Rule& rule) { return decide(rule, matter, all, facts); });
}

Outcome Calculation::matter(const Expr::MatterValue& value, const Arguments& arguments) {
  const Matter& target = ontology_.matters[value.index];
  Frame frame = nested_frame(target, arguments);
  if (value.aspect == Question::Aspect::end) return term_end(target, frame.dimensions);
  if (value.aspect == Question::Aspect::effect) return effect(target, frame.dimensions, frame.facts);
  if (value.aspect == Question::Aspect::latest_notice) return latest_notice(target, frame.dimensions, frame.facts);
  const bool whole_sum = target.combine == Matter::Combine::sum && !frame.dimensions.contains(target.sum_by);
  return whole_sum ? sum(target, frame) : item_value(target, frame, {});
}

Outcome Calculation::value(const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  Frame frame = frame_for(matter, dimensions, facts);
  const std::string option = option_of(frame.dimensions, ontology_);
  if (!matter.sum_by.empty() && !option.empty())
    frame.dimensions.try_emplace(matter.sum_by, option);  // that option's item
  if (!matter.sum_by.empty() && dimensions.contains(matter.sum_by))
    set_option_of_item(frame.dimensions, dimensions.at(matter.sum_by));
  const bool whole_sum = matter.combine == Matter::Combine::sum && !frame.dimensions.contains(matter.sum_by);
  return whole_sum ? sum(matter, frame) : item_value(matter, frame, {});
}

Outcome Calculation::value_on(Date day, const Matter& matter, const Dimensions& dimensions) {
  Frame frame = frame_for(matter, dimensions, {});
  frame.counted_on = day;
  return item_value(matter, std::move(frame), {});
}

const Rule* Calculation::winner_on(Date day, const Matter& matter, const Dimensions& dimensions) {
  Frame frame = frame_for(matter, dimensions, {});
  frame.counted_on = day;
  const Entered entered(*this, frame);
  const Resolution result = resolve(matter, frame.dimensions, selection_, [&](const Rule& rule) {
    return decide(rule, matter, frame.dimensions, frame.facts);
  });
  return result.winners.empty() ? nullptr : result.winners.front();
}

/// One matter for one question.
Outcome Calculation::one(const Matter& matter, Frame frame) {
  return kept(matter, frame, false, [&] { return work_out(matter, std::move(frame)); });
}

/// The rules stand against each other, the winner is worked out.
Outcome Calculation::work_out(const Matter& matter, Frame frame) {
  const Entered entered(*this, frame);
  const Resolution result = resolve(matter, frame.dimensions, selection_, [&](const Rule& rule) {
    return decide(rule, matter, frame.dimensions, frame.facts);
  });
  if (result.status != Status::effective) return unresolved(matter, result, std::move(frame));
  return applied(matter, result, std::move(frame));
}

Outcome Calculation::unresolved(const Matter& matter, const Resolution& result, Frame frame) {
  switch (result.status) {
    case Status::missing: return {Status::missing, {}, result.undecided};
    case Status::conflict:
      for (const Rule* rule : result.conflicting) {
        trace().source(*rule);
        auto& conflicting = trace().conflicting;
        if (std::find(conflicting.begin(), conflicting.end(), rule) == conflicting.end()) conflicting.push_back(rule);
      }
      return lacking(Status::conflict, matter.id.value);
    case Status::delegated: return lacking(Status::delegated, result.sub_terms->title);
    default: break;
  }
  if (const auto& fallback = expressions_of(matter).fallback) {
    frame.rule = frame.words = nullptr;
    const Entered entered(*this, frame);
    return evaluate(*fallback, *this);
  }
  return lacking(Status::silent, describe(matter, frame.dimensions));
}

Outcome Calculation::applied(const Matter& matter, const Resolution& result, Frame frame) {
  for (const Rule* rule : result.quoted) trace().source(*rule);
  for (const Rule* rule : result.winners) trace().source(*rule);
  const Rule& winner = *result.winners.front();
  if (is_quoted(winner, selection_)) {
    return lacking(Status::delegated, fmt::format("{}（{}）", describe(matter, frame.dimensions), "別途示す金額"));
  }
  const bool cumulates = matter.combine == Matter::Combine::all && matter.check.empty();
  const auto* left = std::get_if<LeftTo>(&words_of(winner, selection_).body);
  if (left != nullptr && (!cumulates || result.winners.size() == 1)) {
    return lacking(Status::delegated, selection_.terms->title_of(left->document));
  }
  if (matter.type.kind == ValueType::Kind::words && matter.check.empty()) return laid_down_words(matter, result, frame);
  frame.rule = &winner;
  frame.words = &words_of(winner, selection_);
  if (frame.words != frame.rule) trace().source(*frame.words);
  const auto* body = std::get_if<Alternatives>(&frame.words->body);
  if (body == nullptr) return lacking(Status::silent, matter.id.value);
  const Entered entered(*this, frame);
  Outcome outcome = evaluated(*body, *frame.words, {});
  if (outcome.has_value() && !mute_)
    trace().step(describe(matter, frame.dimensions), to_string(outcome.value), &winner);
  return outcome;
}

/// Words of one provision, or of all that stand beside each other where the matter cumulates.
Outcome Calculation::laid_down_words(const Matter& matter, const Resolution& result, Frame frame) {
  WordList all;
  for (const Rule* rule : result.winners) {
    frame.rule = rule;
    frame.words = &words_of(*rule, selection_);
    if (std::holds_alternative<AsWritten>(frame.words->body)) {
      for (Wording& words : as_written(*rule, selection_)) all.push_back({std::move(words.text)});
    } else if (const auto* body = std::get_if<Alternatives>(&frame.words->body)) {
      const Entered entered(*this, frame);
      Outcome one = evaluated(*body, *frame.words, {});
      if (!one.has_value()) return one;
      all.push_back(std::get<Words>(one.value));
    } else if (const auto* left = std::get_if<LeftTo>(&frame.words->body)) {
      all.push_back({fmt::format("「{}」による", selection_.terms->title_of(left->document))});
    }
    if (matter.combine != Matter::Combine::all) break;  // those that agree say it once
  }
  if (matter.combine == Matter::Combine::all) return known(std::move(all));
  std::string text;
  for (const Words& words : all) text += fmt::format("{}{}", text.empty() ? "" : "\n", words.text);
  return known(Words{std::move(text)});
}

/// What an item comes to after what the matter does to each (`each`), for instance its share of a month.
Outcome Calculation::item_value(const Matter& matter, Frame frame, const std::string& item) {
  Outcome outcome = billed_item(matter, std::move(frame), item);
  const bool unbilled = outcome.has_value() && std::holds_alternative<None>(outcome.value);
  return unbilled && matter.combine == Matter::Combine::sum ? known(Rational{0}) : outcome;
}

/// The same, and `none` where the item is not billed at all.
Outcome Calculation::billed_item(const Matter& matter, Frame frame, const std::string& item) {
  if (!item.empty()) {
    frame.dimensions[matter.sum_by] = item;
    set_option_of_item(frame.dimensions, item);
  }
  const auto& each = expressions_of(matter).each;
  if (!each) return one(matter, std::move(frame));
  const std::string name = item.empty() ? std::string("value") : item;
  return kept(matter, frame, true, [&] {
    frame.item = &name;
    const Entered entered(*this, frame);
    return evaluate(*each, *this);
  });
}

std::vector<std::string> Calculation::items(const Matter& matter, const Dimensions& dimensions, const Facts& facts) {
  std::vector<std::string> named;
  for (const Rule* rule : rules_on(matter.id, selection_)) {
    const auto scope = rule->scope.admits.find(matter.sum_by);
    if (scope == rule->scope.admits.end()) continue;
    for (const std::string& item : scope->second) {
      if (ontology_.is_option(item) || std::find(named.begin(), named.end(), item) != named.end()) continue;
      Dimensions asked = dimensions;
      asked[matter.sum_by] = item;
      if (!speaks_of(*rule, asked, ontology_)) continue;
      if (rule->when) {
        const Outcome applies = decide(*rule, matter, asked, facts);
        if (applies.has_value() && !std::get<bool>(applies.value)) continue;
      }
      named.push_back(item);
    }
  }
  std::vector<std::string> result;
  if (const ChoiceSet* set = ontology_.set(ontology_.item_set)) {
    for (const auto& choice : set->choices) {
      if (std::find(named.begin(), named.end(), choice.name) != named.end()) result.push_back(choice.name);
    }
  }
  if (const ChoiceSet* options = ontology_.set(ontology_.option_set)) {
    for (const auto& choice : options->choices) {
      const bool was_held = matter.counts_ended && selection_.contract().option(choice.name) != nullptr;
      if (was_held || option_held(choice.name)) result.push_back(choice.name);
    }
  }
  return result;
}

std::vector<std::pair<const Rule*, Outcome>> Calculation::each_rule(const Matter& matter,
                                                                    const Dimensions& dimensions) {
  std::vector<std::pair<const Rule*, Outcome>> result;
  Frame frame = frame_for(matter, dimensions, {});
  for (const Rule* rule : rules_on(matter.id, selection_)) {
    if (!speaks_of(*rule, frame.dimensions, ontology_)) continue;
    if (rule->when) {
      const Outcome applies = decide(*rule, matter, frame.dimensions, {});
      if (applies.has_value() && !std::get<bool>(applies.value)) continue;
    }
    Resolution alone;
    alone.status = Status::effective;
    alone.winners = {rule};
    result.emplace_back(rule, applied(matter, alone, frame));
  }
  return result;
}

std::vector<BilledItem> Calculation::billed_items(const Matter& matter, const Facts& facts) {
  return billed_items(matter, frame_for(matter, {}, facts));
}

std::vector<BilledItem> Calculation::billed_items(const Matter& matter, const Frame& frame) {
  std::vector<std::string> names;
  {
    Frame counting = frame;
    const Entered entered(*this, counting);
    names = items(matter, frame.dimensions, frame.facts);
  }
  std::vector<BilledItem> billed;
  for (std::string& name : names) {
    Outcome outcome = billed_item(matter, frame, name);
    billed.push_back({std::move(name), std::move(outcome)});
  }
  return billed;
}

Outcome Calculation::sum(const Matter& matter, const Frame& frame) {
  const std::vector<BilledItem> billed = billed_items(matter, frame);
  if (billed.empty()) return lacking(Status::silent, describe(matter, frame.dimensions));
  Outcome total = known(Rational{0});
  Rational known_part = 0;
  for (const BilledItem& item : billed) {
    total = worse_of(total, item.outcome);
    const auto* amount = item.outcome.has_value() ? std::get_if<Rational>(&item.outcome.value) : nullptr;
    if (amount == nullptr) continue;
    known_part = known_part + *amount;
    if (known_part.overflowed()) {
      throw RuleFailure("rule/overflow", matter.place,
                        {"合計が扱える桁を超える", "the sum leaves the range of exact numbers"});
    }
  }
  if (total.has_value()) total.value = known_part;
  if (!total.has_value()) trace().partial = known_part;
  trace().step(fmt::format("{}の合計{}", matter.label, total.has_value() ? "" : "（確定している分）"),
               known_part.to_string(), nullptr);
  return total;
}

Outcome Calculation::term_end(const Matter& matter, const Dimensions& dimensions) {
  const Matter& length_matter = *ontology_.matter(fmt::format("{}.length", matter.id.value));
  const Matter& start_matter = *ontology_.matter(fmt::format("{}.start", matter.id.value));
  Outcome length = value(length_matter, dimensions, {});
  if (!length.has_value() || std::holds_alternative<None>(length.value)) return length;
  Outcome start = value(start_matter, dimensions, {});
  if (!start.has_value() || std::holds_alternative<None>(start.value)) return start;
  const Date end = last_day_of(std::get<Date>(start.value), std::get<Period>(length.value));
  if (!in_calendar(end)) {
    throw RuleFailure("rule/overflow", matter.place,
                      {fmt::format("{}の終わりが暦で表せる日を超える", matter.label),
                       fmt::format("the end of `{}` is no day a calendar can name", matter.id.value)});
  }
  lawful_step(spec_of(Function::last_day), {start.value, length.value}, end);
  return known(end);
}

}  // namespace yomikae
