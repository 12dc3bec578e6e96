#include "diff/observation.h"

#include <fmt/format.h>

#include <algorithm>

#include "diff/sample_facts.h"

namespace yomikae {
namespace {

using Kind = Observation::Kind;
using Aspect = Question::Aspect;

Observation finding(const Finding& found) {
  Observation one;
  one.kind = Kind::finding;
  one.asked = found.rule->id;
  one.facts = found.message.en;
  one.status = found.rule->severity == Severity::error ? AnswerStatus::refused : AnswerStatus::effective;
  one.display = found.message.ja;
  return one;
}

class Observer {
 public:
  Observer(const Selection& selection, const Affected& affected, ObservedMatters matters)
      : selection_(selection), affected_(affected), matters_(matters) {}

  std::vector<Observation> run() {
    const auto wanted = [&](const Matter& matter) {
      const bool words = matter.type.kind == ValueType::Kind::words;
      if (words && matters_ == ObservedMatters::without_words) return false;
      return matter.check.empty() && matter.shape != Matter::Shape::statement && matter.shape != Matter::Shape::part &&
             affected_.has(matter.id);
    };
    for (const MatterRow& row : matter_rows(selection_, wanted)) observe(row);
    const auto& matters = selection_.ontology().matters;
    const bool requirements = std::any_of(matters.begin(), matters.end(), [&](const Matter& matter) {
      return !matter.check.empty() && affected_.has(matter.id);
    });
    if (requirements) observe_requirements();
    return std::move(all_);
  }

 private:
  void observe(const MatterRow& row) {
    Observation& line = all_.emplace_back();
    line.question = {row.matter, Aspect::whole};
    line.asked = row.matter->id.value;
    line.scope = row.scope;
    line.status = row.status;
    line.value = row.value;
    line.display = row.display;
    line.rules = row.sources;
    line.rules.insert(line.rules.end(), row.conflicting.begin(), row.conflicting.end());
    line.yielded = row.over;
    if (row.status == AnswerStatus::silent || row.status == AnswerStatus::conflict) return;
    for (const Aspect aspect : aspects_that_need_facts(*row.matter)) ask({row.matter, aspect}, row);
  }

  static std::vector<Aspect> aspects_that_need_facts(const Matter& matter) {
    switch (matter.shape) {
      case Matter::Shape::ending: return {Aspect::effect, Aspect::latest_notice};
      case Matter::Shape::deadline: return {Aspect::latest};
      case Matter::Shape::term: return {Aspect::end};
      case Matter::Shape::value: break;
      default: return {};
    }
    const bool needs =
        std::any_of(matter.facts.begin(), matter.facts.end(), [](const FactSpec& fact) { return !fact.optional; });
    return needs ? std::vector{Aspect::whole} : std::vector<Aspect>{};
  }

  static std::string name_of(const Question& question) {
    const std::string& id = question.matter->id.value;
    switch (question.aspect) {
      case Aspect::end: return id + ".end";
      case Aspect::effect: return id + ".effect";
      case Aspect::latest_notice: return id + ".latest-notice";
      case Aspect::latest: return id + ".latest";
      case Aspect::whole: break;
    }
    return id;
  }

  void ask(const Question& question, const MatterRow& row) {
    Asked asked;
    asked.question = question;
    asked.text = name_of(question);
    asked.dimensions = row.scope;
    asked.facts = sample_facts(question, selection_.day);
    const Answer result = answer(asked, selection_);
    Observation& one = all_.emplace_back();
    one.kind = Kind::question;
    one.question = question;
    one.asked = asked.text;
    one.scope = row.scope;
    one.facts = to_string(asked.facts);
    one.status = result.status;
    one.value = result.value;
    one.safe = result.safe;
    one.display = result.value ? value_display(*result.value, result.type, selection_.ontology()) : result.because;
    one.rules = result.trace.sources;
    if (result.trace.refusal && result.trace.refusal->rule != nullptr) one.rules.push_back(result.trace.refusal->rule);
    one.rules.insert(one.rules.end(), result.trace.conflicting.begin(), result.trace.conflicting.end());
  }

  void observe_requirements() {
    Findings unmet;
    check_contract(selection_, unmet);
    for (const Finding& each : unmet.all()) all_.push_back(finding(each));
  }

  const Selection& selection_;
  const Affected& affected_;
  ObservedMatters matters_;
  std::vector<Observation> all_;
};

}  // namespace

std::string Observation::key() const {
  std::string key = fmt::format("{} {}", static_cast<int>(kind), asked);
  for (const auto& [name, held] : scope) key += fmt::format(" {}={}", name, held);
  return fmt::format("{} {}", key, facts);
}

std::vector<Observation> observe_texts(const Selection& selection) {
  std::vector<Observation> all;
  for (const Finding& each : selection.findings.all()) all.push_back(finding(each));
  return all;
}

std::vector<Observation> observe(const Selection& selection, const Affected& affected, ObservedMatters matters) {
  return Observer(selection, affected, matters).run();
}

}  // namespace yomikae
