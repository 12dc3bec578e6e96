#include "bench_answers/questionnaire.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace yomikae::bench {
namespace {

using Kind = ValueType::Kind;

/// Amounts and numbers no contract tells: what is owed, and hours of an outage.
constexpr const char* some_yen = "10000";
constexpr const char* some_number = "24";

class Writer {
 public:
  Writer(const Selection& selection, Sources& sources) : selection_(selection), sources_(sources) {}

  std::vector<StatedQuestion> write() {
    std::vector<std::string> subjects{""};
    for (const HeldOption& held : selection_.contract().options) subjects.push_back(held.option);
    const Date day_of_notice = selection_.day;
    Date end_of_contract = day_of_notice;
    for (const std::string& subject : subjects) {
      ends_on_ = end_of_contract;
      ask_all(subject, true);
      if (subject.empty()) end_of_contract = ends_on_;
      ask_all(subject, false);
    }
    return std::move(questions_);
  }

 private:
  void ask_all(const std::string& option, bool effects) {
    for (const std::string& name : question_names(selection_.ontology())) {
      const Question question = *find_question(selection_.ontology(), name);
      const bool effect = question.aspect == Question::Aspect::effect;
      const bool asked_of = option.empty() ? question.matter->of_contract : question.matter->of_option;
      if (effect == effects && asked_of && is_date_or_amount(question)) ask(name, question, option);
    }
  }

  /// A statement is a table of what is asked here by itself.
  static bool is_date_or_amount(const Question& question) {
    if (question.matter->shape == Matter::Shape::statement) return false;
    const Kind kind = question.matter->type.kind;
    return question.aspect != Question::Aspect::whole || kind == Kind::date || kind == Kind::money ||
           kind == Kind::period;
  }

  void ask(const std::string& name, const Question& question, const std::string& option) {
    std::vector<std::string> needed;
    std::vector<std::string> optional;
    if (!option.empty()) {
      needed.push_back(fmt::format("{}={}", selection_.ontology().option_dimension()->name, option));
    }
    for (const FactSpec& fact : question.matter->facts) {
      if (!is_told(fact, question.aspect)) continue;
      (fact.optional ? optional : needed).push_back(fmt::format("{}={}", fact.name, value_for(fact, question.aspect)));
    }
    const std::optional<Value> value = asked(name, needed);
    const auto* day = value ? std::get_if<Date>(&*value) : nullptr;
    if (question.aspect == Question::Aspect::effect && day != nullptr) ends_on_ = *day;
    if (optional.empty()) return;
    needed.insert(needed.end(), optional.begin(), optional.end());
    asked(name, needed);
  }

  /// Each direction of an ending asks for the other's day.
  static bool is_told(const FactSpec& fact, Question::Aspect aspect) {
    if (aspect == Question::Aspect::effect) return fact.name != "effect";
    return aspect == Question::Aspect::whole || fact.name == "effect";
  }

  std::string value_for(const FactSpec& fact, Question::Aspect aspect) const {
    switch (fact.type.kind) {
      case Kind::month: return to_string(month_of(selection_.day));
      case Kind::money: return some_yen;
      case Kind::number: return some_number;
      default: return to_string(aspect == Question::Aspect::effect ? selection_.day : ends_on_);
    }
  }

  std::optional<Value> asked(const std::string& name, const std::vector<std::string>& facts) {
    StatedQuestion stated = stated_in_arguments(name, facts, sources_);
    Findings refused;
    const std::optional<Asked> asked = read_question(stated, selection_, refused);
    if (!asked) return std::nullopt;
    questions_.push_back(std::move(stated));
    return answer(*asked, selection_).value;
  }

  const Selection& selection_;
  Sources& sources_;
  std::vector<StatedQuestion> questions_;
  Date ends_on_;  ///< when such a notice ends what is asked about
};

}  // namespace

std::vector<StatedQuestion> questionnaire(const Selection& selection, Sources& sources) {
  return Writer(selection, sources).write();
}

}  // namespace yomikae::bench
