#include "effective/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "effective/rounding.h"

namespace yomikae {
namespace {

/// One run: what it came to along one path of readings, before rounding.
struct Run {
  std::vector<ReadingWalk::Step> path;
  Outcome outcome;
  std::optional<Statement> statement;
  std::optional<Symbol> rounding;  ///< how a fraction of a yen is rounded; none where the value is whole
  Trace trace;
};

/// What a run comes to once it is rounded, where something says how.
Value settled(const Run& run) {
  const auto* amount = run.rounding ? std::get_if<Rational>(&run.outcome.value) : nullptr;
  const auto whole = amount == nullptr ? std::nullopt : rounded(*amount, run.rounding->name);
  return whole ? Value{*whole} : run.outcome.value;
}

/// Whether a fraction is left that nothing rounds.
bool unrounded(const Run& run) { return run.rounding && settled(run) == run.outcome.value; }

/// What two runs must share to be the same answer.
bool same_result(const Run& a, const Run& b) {
  return a.outcome.status == b.outcome.status && settled(a) == settled(b) && unrounded(a) == unrounded(b) &&
         a.statement == b.statement;
}

class AnswerBuilder {
 public:
  AnswerBuilder(const Asked& asked, const Selection& selection, WorkedOut& worked_out)
      : asked_(asked), selection_(selection), worked_out_(worked_out) {}

  Answer build() {
    Answer result;
    result.question = asked_.text;
    result.facts = asked_.stated;
    result.day = selection_.day;
    result.type = result_type();
    if (!selection_.missing.empty()) return without_texts(std::move(result));
    run_all(result);
    collect_readings(result);
    combine(result);
    fill_silence(result);
    return result;
  }

 private:
  ValueType result_type() const {
    const bool whole = asked_.question.aspect == Question::Aspect::whole;
    return whole ? asked_.question.matter->type : ValueType{ValueType::Kind::date, {}};
  }

  /// Without a text that governs the contract on the day no answer is sure.
  Answer without_texts(Answer result) const {
    result.status = AnswerStatus::missing;
    for (const DocumentId& document : selection_.missing) {
      result.missing.push_back(fmt::format("{}@{}", document.value, to_string(selection_.day)));
    }
    return result;
  }

  Outcome ask(Calculation& calculation, Run& run) const {
    const Matter& matter = *asked_.question.matter;
    if (matter.shape == Matter::Shape::statement) return ask_statement(matter, calculation, run);
    switch (asked_.question.aspect) {
      case Question::Aspect::end: return calculation.term_end(matter, asked_.dimensions);
      case Question::Aspect::effect: return calculation.effect(matter, asked_.dimensions, asked_.facts);
      case Question::Aspect::latest_notice: return calculation.latest_notice(matter, asked_.dimensions, asked_.facts);
      default: return calculation.value(matter, asked_.dimensions, asked_.facts);
    }
  }

  Outcome ask_statement(const Matter& matter, Calculation& calculation, Run& run) const {
    for (const FactSpec& fact : matter.facts) {
      if (!asked_.facts.contains(fact.name)) return {Status::missing, {}, {fact.name}};
    }
    const Month from = std::get<Month>(asked_.facts.at(matter.facts.front().name));
    const Month to = std::get<Month>(asked_.facts.at(matter.facts.back().name));
    run.statement = make_statement(matter, from, to, calculation, selection_, run.trace);
    return statement_outcome(*run.statement, selection_.ontology());
  }

  void run_all(Answer& result) {
    ReadingWalk walk;
    do {
      Run run;
      Calculation calculation(selection_, walk, run.trace, &worked_out_);
      run.outcome = ask(calculation, run);
      if (const auto* amount = run.outcome.has_value() ? std::get_if<Rational>(&run.outcome.value) : nullptr) {
        run.rounding = rounding_of(*asked_.question.matter, *amount, calculation, selection_.ontology());
      }
      run.path = walk.path();
      runs_.push_back(std::move(run));
    } while (walk.next());
    result.readings_truncated = walk.truncated();
    result.trace = runs_.front().trace;
    if (asked_.question.matter->combine != Matter::Combine::sum) result.trace.partial.reset();  // of a sum inside it
    for (const Run& run : runs_) {
      for (const Rule* rule : run.trace.sources) result.trace.source(*rule);
      for (const UsedAssumption& each : run.trace.assumptions) result.trace.assume(each);
    }
  }

  static std::optional<std::size_t> chosen_at(const Run& run, const Axis& axis) {
    for (const auto& step : run.path) {
      if (same_axis(step.axis, axis)) return step.chosen;
    }
    return std::nullopt;
  }

  /// An axis matters where two runs that differ in nothing else they share come to different results.
  bool matters(const Axis& axis) const {
    for (const Run& a : runs_) {
      for (const Run& b : runs_) {
        const auto at_a = chosen_at(a, axis);
        const auto at_b = chosen_at(b, axis);
        if (!at_a || !at_b || *at_a == *at_b || same_result(a, b)) continue;
        const bool alike = std::all_of(a.path.begin(), a.path.end(), [&](const auto& step) {
          if (same_axis(step.axis, axis)) return true;
          const auto other = chosen_at(b, step.axis);
          return !other || *other == step.chosen;
        });
        if (alike) return true;
      }
    }
    return false;
  }

  static ReadingAnswer reading_of(const Run& run, const std::vector<Axis>& relevant) {
    ReadingAnswer reading;
    for (const auto& step : run.path) {
      const bool counts =
          std::any_of(relevant.begin(), relevant.end(), [&](const Axis& a) { return same_axis(a, step.axis); });
      if (!counts) continue;
      const Reading& taken = step.axis.alternatives->readings[step.chosen];
      reading.choices.push_back({step.axis.rule, step.axis.part, taken.id, taken.because, taken.erratum});
      reading.id += fmt::format("{}{}", reading.id.empty() ? "" : "+", taken.id);
      reading.because += fmt::format("{}{}", reading.because.empty() ? "" : "／", taken.because);
    }
    reading.status = to_answer_status(run.outcome.status);
    if (run.outcome.has_value()) reading.value = run.outcome.value;
    reading.statement = run.statement;
    if (run.trace.refusal && run.outcome.status == Status::refused) {
      reading.because = run.trace.refusal->because;
      reading.instead = run.trace.refusal->instead;
    }
    return reading;
  }

  void collect_readings(Answer& result) {
    std::vector<Axis> relevant;
    for (const Run& run : runs_) {
      for (const auto& step : run.path) {
        const bool known =
            std::any_of(relevant.begin(), relevant.end(), [&](const Axis& a) { return same_axis(a, step.axis); });
        if (!known && matters(step.axis)) relevant.push_back(step.axis);
      }
    }
    std::vector<const Run*> distinct;
    for (const Run& run : runs_) {
      const bool seen =
          std::any_of(distinct.begin(), distinct.end(), [&](const Run* each) { return same_result(*each, run); });
      if (!seen) distinct.push_back(&run);
    }
    different_ = distinct.size();
    for (const Run* run : distinct) add_readings(*run, reading_of(*run, relevant), result);
    if (!result.readings.empty()) result.readings.front().preferred = true;
  }

  /// A fraction is rounded where something says how; else the reading shows what each usual rounding would make of it.
  static void add_readings(const Run& run, ReadingAnswer reading, Answer& result) {
    const auto* exact = reading.value ? std::get_if<Rational>(&*reading.value) : nullptr;
    if (!run.rounding || exact == nullptr) {
      result.readings.push_back(std::move(reading));
      return;
    }
    const Rational amount = *exact;
    if (const auto whole = rounded(amount, run.rounding->name)) {
      reading.value = *whole;
      reading.exact = amount;
      result.readings.push_back(std::move(reading));
      return;
    }
    for (const std::string_view how : {truncate_choice, half_up_choice}) {
      ReadingAnswer option = reading;
      option.id += fmt::format("{}{}", option.id.empty() ? "" : "+", how);
      option.status = AnswerStatus::delegated;
      option.value = *rounded(amount, how);
      option.exact = amount;
      option.because += fmt::format("{}{}", option.because.empty() ? "" : "／",
                                    how == truncate_choice ? "1円未満を切り捨てる" : "1円未満を四捨五入する");
      result.readings.push_back(std::move(option));
    }
  }

  void combine(Answer& result) const {
    const Run& preferred = runs_.front();
    const ReadingAnswer& first = result.readings.front();
    const bool unrounded = first.status == AnswerStatus::delegated && first.exact.has_value();
    result.status = different_ > 1 ? AnswerStatus::ambiguous : first.status;
    if (!unrounded) result.value = first.value;
    result.exact = first.exact;
    result.statement = first.statement;
    if (preferred.outcome.status == Status::missing || preferred.outcome.status == Status::delegated ||
        preferred.outcome.status == Status::silent) {
      result.missing = preferred.outcome.names;
    }
    if (unrounded) result.missing.push_back(rounding_assumption(*asked_.question.matter, selection_.ontology()));
    result.because = first.status == AnswerStatus::refused ? first.because : std::string{};
    result.instead = first.instead;
    find_safe(result);
  }

  static Matter::Safe direction(const Question& question) {
    switch (question.aspect) {
      case Question::Aspect::effect:
      case Question::Aspect::end: return Matter::Safe::latest;
      case Question::Aspect::latest_notice:
      case Question::Aspect::latest: return Matter::Safe::earliest;
      default: break;
    }
    return question.matter->shape == Matter::Shape::deadline ? Matter::Safe::earliest : question.matter->safe;
  }

  /// What holds under every reading; nothing where some reading has no value.
  void find_safe(Answer& result) const {
    const Matter::Safe safe = direction(asked_.question);
    for (const ReadingAnswer& reading : result.readings) {
      const bool usable =
          reading.value && !std::holds_alternative<None>(*reading.value) && reading.status == AnswerStatus::effective;
      if (!usable || safe == Matter::Safe::none) {
        result.safe =
            result.readings.size() == 1 && reading.status == AnswerStatus::effective ? reading.value : std::nullopt;
        return;
      }
      const bool smaller_is_safe = safe == Matter::Safe::earliest || safe == Matter::Safe::smallest;
      if (!result.safe || (smaller_is_safe ? *reading.value < *result.safe : *result.safe < *reading.value)) {
        result.safe = reading.value;
      }
    }
  }

  void fill_silence(Answer& result) const {
    if (result.status != AnswerStatus::silent) return;
    std::string wanted = asked_.question.matter->id.value;
    if (asked_.question.aspect == Question::Aspect::end) wanted += ".length";
    for (const OutsideDocument& outside : selection_.outside) {
      Dimensions dimensions = selection_.fixed;
      for (const auto& [name, value] : asked_.dimensions) dimensions[name] = value;
      for (const Rule& rule : outside.held->rules.rules) {
        if (rule.matter.value != wanted || rule.kind != Rule::Kind::candidate) continue;
        if (speaks_of(rule, dimensions, selection_.ontology())) result.upstream.push_back({&rule});
      }
    }
  }

  const Asked& asked_;
  const Selection& selection_;
  WorkedOut& worked_out_;
  std::vector<Run> runs_;
  std::size_t different_ = 1;
};

}  // namespace

std::string_view to_string(AnswerStatus status) {
  switch (status) {
    case AnswerStatus::effective: return "effective";
    case AnswerStatus::ambiguous: return "ambiguous";
    case AnswerStatus::missing: return "missing";
    case AnswerStatus::delegated: return "delegated";
    case AnswerStatus::silent: return "silent";
    case AnswerStatus::conflict: return "conflict";
    case AnswerStatus::refused: return "refused";
  }
  return {};
}

AnswerStatus to_answer_status(Status status) {
  switch (status) {
    case Status::conflict: return AnswerStatus::conflict;
    case Status::missing: return AnswerStatus::missing;
    case Status::silent: return AnswerStatus::silent;
    case Status::delegated: return AnswerStatus::delegated;
    case Status::refused: return AnswerStatus::refused;
    case Status::effective: break;
  }
  return AnswerStatus::effective;
}

Answer answer(const Asked& asked, const Selection& selection) {
  WorkedOut worked_out;
  return answer(asked, selection, worked_out);
}

Answer answer(const Asked& asked, const Selection& selection, WorkedOut& worked_out) {
  return AnswerBuilder(asked, selection, worked_out).build();
}

}  // namespace yomikae
