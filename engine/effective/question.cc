// Reads what a person asks: a question of the terms and `name=value` facts.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "effective/answer.h"

namespace yomikae {
namespace {

/// A hundred years.
constexpr int longest_statement_days = 36525;

class QuestionReader {
 public:
  QuestionReader(const Selection& selection, Sources& sources, Findings& findings)
      : selection_(selection), ontology_(selection.ontology()), sources_(sources), findings_(findings) {}

  std::optional<Asked> read(const std::string& text, const std::vector<std::string>& facts) {
    const std::size_t before = findings_.all().size();
    Asked asked;
    asked.text = text;
    const auto question = find_question(ontology_, text);
    const bool answerable =
        question && (question->aspect != Question::Aspect::whole || has_own_value(*question->matter));
    if (!answerable) {
      report(text, 0, text.size(), "質問", "question", question_names(ontology_));
      return std::nullopt;
    }
    asked.question = *question;
    for (const std::string& fact : facts) read_fact(fact, asked);
    demand_option(asked);
    demand_order(asked);
    if (findings_.all().size() != before) return std::nullopt;
    return asked;
  }

 private:
  static bool has_own_value(const Matter& matter) {
    return matter.shape != Matter::Shape::term && matter.shape != Matter::Shape::ending &&
           matter.shape != Matter::Shape::deadline;
  }

  void report(const std::string& argument, std::size_t offset, std::size_t length, std::string_view ja,
              std::string_view en, const std::vector<std::string>& known) {
    const SourceId source = sources_.add("argument", argument);
    const std::string word = single_line(std::string_view(argument).substr(offset, length));
    const std::vector<std::string_view> names(known.begin(), known.end());
    findings_.add("format/unknown-name",
                  {source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)},
                  {fmt::format("`{}` という{}はない", word, ja), fmt::format("there is no {} `{}`", en, word)},
                  nearest_help(word, names));
  }

  void bad_value(const std::string& argument, std::size_t offset, const ValueType& wanted) {
    const SourceId source = sources_.add("argument", argument);
    const std::string word = single_line(std::string_view(argument).substr(offset));
    findings_.add("format/bad-value",
                  {source, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(argument.size() - offset)},
                  {fmt::format("`{}` は {} として読めない", word, to_string(wanted)),
                   fmt::format("`{}` cannot be read as a {}", word, to_string(wanted))});
  }

  void read_fact(const std::string& argument, Asked& asked) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos) {
      report(argument, 0, argument.size(), "事実（`名前=値`）", "fact (`name=value`)", known_names(asked));
      return;
    }
    const std::string name = argument.substr(0, equals);
    const std::string value = argument.substr(equals + 1);
    const bool twice =
        std::any_of(asked.stated.begin(), asked.stated.end(), [&](const auto& each) { return each.first == name; });
    if (twice) {
      const SourceId source = sources_.add("argument", argument);
      findings_.add("format/duplicate", {source, 0, static_cast<std::uint32_t>(equals)},
                    {fmt::format("`{}` が二度ある", name), fmt::format("`{}` is given twice", name)});
      return;
    }
    asked.stated.emplace_back(name, value);
    const auto& specs = asked.question.matter->facts;
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const FactSpec& each) { return each.name == name; });
    if (spec != specs.end()) return read_value(*spec, argument, equals + 1, asked);
    const Dimension* dimension = ontology_.dimension(name);
    if (dimension == nullptr || !asks_for(*dimension, *asked.question.matter)) {
      report(argument, 0, equals, "事実", "fact", known_names(asked));
      return;
    }
    if (!ontology_.admits(*dimension, value)) {
      std::vector<std::string> names;
      for (const auto& set : dimension->sets) {
        for (const auto& choice : ontology_.set(set)->choices) names.push_back(choice.name);
      }
      report(argument, equals + 1, value.size(), "値", "value", names);
      return;
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

  void read_value(const FactSpec& spec, const std::string& argument, std::size_t offset, Asked& asked) {
    const std::string text = argument.substr(offset);
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
      bad_value(argument, offset, spec.type);
    }
  }

  /// A statement runs forward, over what a person can read.
  void demand_order(const Asked& asked) {
    if (asked.question.matter->shape != Matter::Shape::statement) return;
    const auto from = asked.facts.find(asked.question.matter->facts.front().name);
    const auto to = asked.facts.find(asked.question.matter->facts.back().name);
    if (from == asked.facts.end() || to == asked.facts.end()) return;
    const Date first = std::get<Month>(from->second).first_day();
    const Date last = std::get<Month>(to->second).last_day();
    if (first < last && last - first < std::chrono::days{longest_statement_days}) return;
    const std::string text = fmt::format("{}={}", to->first, to_string(to->second));
    const SourceId source = sources_.add("argument", text);
    const std::string month = to_string(from->second);
    Message message{fmt::format("`{}` は `{}` より前の月", text, month),
                    fmt::format("`{}` lies before `{}`", text, month)};
    if (first < last) {
      message = {fmt::format("`{}` から `{}` までは長すぎる（100年まで）", month, text),
                 fmt::format("`{}` through `{}` is too long a time (at most 100 years)", month, text)};
    }
    findings_.add("format/bad-value", {source, 0, static_cast<std::uint32_t>(text.size())}, message);
  }

  /// A question about an option the contract does not have has no answer.
  void demand_option(const Asked& asked) {
    const std::string option = option_of(asked.dimensions, ontology_);
    const bool optional_subject = asked.question.matter->of_contract || !asked.question.matter->of_option;
    if (option.empty()) {
      if (optional_subject) return;
      const SourceId source = sources_.add("argument", asked.text);
      findings_.add("format/missing-key", {source, 0, static_cast<std::uint32_t>(asked.text.size())},
                    {"どのオプションかを `option=…` で示す", "name the option, as `option=…`"});
      return;
    }
    if (selection_.contract().option(option) != nullptr) return;
    ReadingWalk walk;
    Trace trace;
    if (Calculation(selection_, walk, trace).option_held(option)) return;
    std::vector<std::string> held;
    for (const HeldOption& each : selection_.contract().options) held.push_back(each.option);
    report(fmt::format("option={}", option), 7, option.size(), "オプション（この契約の）",
           "option of this contract called", held);
  }

  const Selection& selection_;
  const Ontology& ontology_;
  Sources& sources_;
  Findings& findings_;
};

}  // namespace

std::optional<Asked> read_question(const std::string& question, const std::vector<std::string>& facts,
                                   const Selection& selection, Sources& sources, Findings& findings) {
  return QuestionReader(selection, sources, findings).read(question, facts);
}

}  // namespace yomikae
