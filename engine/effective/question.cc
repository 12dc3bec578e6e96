// Reads what a person asks: a question of the terms and its facts.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "effective/answer.h"

namespace yomikae {
namespace {

class QuestionReader {
 public:
  QuestionReader(const Selection& selection, Findings& findings)
      : selection_(selection), ontology_(selection.ontology()), findings_(findings) {}

  std::optional<Asked> read(const StatedQuestion& stated) {
    const std::size_t before = findings_.all().size();
    Asked asked;
    asked.text = stated.text.text;
    const auto question = find_question(ontology_, asked.text);
    const bool answerable =
        question && (question->aspect != Question::Aspect::whole || has_own_value(*question->matter));
    if (!answerable) {
      unknown(stated.text, "質問", "question", question_names(ontology_));
      return std::nullopt;
    }
    asked.question = *question;
    for (const StatedFact& fact : stated.facts) read_fact(fact, asked);
    demand_option(stated, asked);
    if (findings_.all().size() != before) return std::nullopt;
    return asked;
  }

 private:
  static bool has_own_value(const Matter& matter) {
    return matter.shape != Matter::Shape::term && matter.shape != Matter::Shape::ending &&
           matter.shape != Matter::Shape::deadline;
  }

  void unknown(const Scalar& word, std::string_view ja, std::string_view en, const std::vector<std::string>& known) {
    const std::string shown = single_line(word.text);
    const std::vector<std::string_view> names(known.begin(), known.end());
    findings_.add("format/unknown-name", word.at(0, word.text.size()),
                  {fmt::format("`{}` という{}はない", shown, ja), fmt::format("there is no {} `{}`", en, shown)},
                  nearest_help(shown, names));
  }

  void bad_value(const Scalar& value, const ValueType& wanted) {
    const std::string shown = single_line(value.text);
    findings_.add("format/bad-value", value.at(0, value.text.size()),
                  {fmt::format("`{}` は {} として読めない", shown, to_string(wanted)),
                   fmt::format("`{}` cannot be read as a {}", shown, to_string(wanted))});
  }

  void read_fact(const StatedFact& fact, Asked& asked) {
    if (!fact.value) return unknown(fact.name, "事実（`名前=値`）", "fact (`name=value`)", known_names(asked));
    const std::string& name = fact.name.text;
    const std::string& value = fact.value->text;
    const bool twice =
        std::any_of(asked.stated.begin(), asked.stated.end(), [&](const auto& each) { return each.first == name; });
    if (twice) {
      findings_.add("format/duplicate", fact.name.at(0, name.size()),
                    {fmt::format("`{}` が二度ある", name), fmt::format("`{}` is given twice", name)});
      return;
    }
    asked.stated.emplace_back(name, value);
    const auto& specs = asked.question.matter->facts;
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const FactSpec& each) { return each.name == name; });
    if (spec != specs.end()) return read_value(*spec, *fact.value, asked);
    const Dimension* dimension = ontology_.dimension(name);
    if (dimension == nullptr || !asks_for(*dimension, *asked.question.matter)) {
      return unknown(fact.name, "事実", "fact", known_names(asked));
    }
    if (!ontology_.admits(*dimension, value)) {
      std::vector<std::string> names;
      for (const auto& set : dimension->sets) {
        for (const auto& choice : ontology_.set(set)->choices) names.push_back(choice.name);
      }
      return unknown(*fact.value, "値", "value", names);
    }
    asked.dimensions[name] = value;
  }

  bool asks_for(const Dimension& dimension, const Matter& matter) const {
    if (ontology_.is_option_dimension(dimension)) return matter.of_option;
    return matter.has_dimension(dimension.name);
  }

  std::vector<std::string> known_names(const Asked& asked) const {
    std::vector<std::string> names;
    for (const FactSpec& spec : asked.question.matter->facts) names.push_back(spec.name);
    for (const Dimension& dimension : ontology_.dimensions) {
      if (asks_for(dimension, *asked.question.matter)) names.push_back(dimension.name);
    }
    return names;
  }

  void read_value(const FactSpec& spec, const Scalar& stated, Asked& asked) {
    const std::string& text = stated.text;
    std::optional<Value> value;
    switch (spec.type.kind) {
      case ValueType::Kind::date:
        if (const auto date = parse_date(text)) value = *date;
        break;
      case ValueType::Kind::month:
        if (const auto month = parse_month(text)) value = *month;
        break;
      case ValueType::Kind::period:
        if (const auto period = parse_period(text)) value = *period;
        break;
      case ValueType::Kind::money:
      case ValueType::Kind::number: {
        const auto number = Rational::parse(text);
        const bool whole_enough = number && (spec.type.kind == ValueType::Kind::number || number->is_whole());
        if (whole_enough && *number >= Rational{0}) value = *number;
        break;
      }
      default: break;
    }
    if (value) {
      asked.facts[spec.name] = *value;
    } else {
      bad_value(stated, spec.type);
    }
  }

  /// A question about an option the contract does not have has no answer.
  void demand_option(const StatedQuestion& stated, const Asked& asked) {
    const std::string option = option_of(asked.dimensions, ontology_);
    const bool optional_subject = asked.question.matter->of_contract || !asked.question.matter->of_option;
    if (option.empty()) {
      if (optional_subject) return;
      findings_.add("format/missing-key", stated.text.at(0, stated.text.text.size()),
                    {"どのオプションかを `option=…` で示す", "name the option, as `option=…`"});
      return;
    }
    if (selection_.contract().option(option) != nullptr) return;
    ReadingWalk walk;
    Trace trace;
    if (Calculation(selection_, walk, trace).option_held(option)) return;
    std::vector<std::string> held;
    for (const HeldOption& each : selection_.contract().options) held.push_back(each.option);
    for (const StatedFact& fact : stated.facts) {
      const Dimension* dimension = ontology_.dimension(fact.name.text);
      if (dimension == nullptr || !ontology_.is_option_dimension(*dimension)) continue;
      return unknown(*fact.value, "オプション（この契約の）", "option of this contract called", held);
    }
  }

  const Selection& selection_;
  const Ontology& ontology_;
  Findings& findings_;
};

}  // namespace

StatedQuestion stated_in_arguments(const std::string& question, const std::vector<std::string>& facts,
                                   Sources& sources) {
  const auto part = [&](SourceId source, const std::string& argument, std::size_t from, std::size_t length) {
    return Scalar{argument.substr(from, length),
                  {source, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(length)}};
  };
  StatedQuestion stated;
  stated.text = part(sources.add("argument", question), question, 0, question.size());
  for (const std::string& fact : facts) {
    const SourceId source = sources.add("argument", fact);
    const std::size_t equals = std::min(fact.find('='), fact.size());
    StatedFact& one = stated.facts.emplace_back();
    one.name = part(source, fact, 0, equals);
    if (equals < fact.size()) one.value = part(source, fact, equals + 1, fact.size() - equals - 1);
  }
  return stated;
}

std::optional<Asked> read_question(const StatedQuestion& stated, const Selection& selection, Findings& findings) {
  return QuestionReader(selection, findings).read(stated);
}

}  // namespace yomikae
