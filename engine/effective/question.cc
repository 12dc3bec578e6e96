// Reads what a person asks: a question of the terms and its facts.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "effective/answer.h"
#include "terms/fact_order.h"

namespace yomikae {
namespace {

/// A hundred years.
constexpr int longest_statement_days = 36525;

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
    for (const StatedFact& fact : stated.facts) read_fact(fact, stated, asked);
    demand_option(stated, asked);
    check_bounds(stated, asked);
    demand_span(stated, asked);
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
                  help_among(shown, names));
  }

  /// The nearest name; where none is near and there are few, all of them.
  static Message help_among(const std::string& wanted, const std::vector<std::string_view>& names) {
    constexpr std::size_t few = 12;
    Message nearest = nearest_help(wanted, names);
    if (!nearest.empty() || names.size() > few) return nearest;
    if (names.empty()) return {"ここに書けるものはない", "there is none"};
    std::string listed;
    for (const std::string_view each : names) listed += fmt::format("{}`{}`", listed.empty() ? "" : ", ", each);
    return {fmt::format("あるもの: {}", listed), fmt::format("there are: {}", listed)};
  }

  /// What a value of such a type is, for people.
  static Message wanted(ValueType::Kind kind) {
    switch (kind) {
      case ValueType::Kind::date: return {"存在する日付", "date that exists"};
      case ValueType::Kind::month: return {"存在する月", "month that exists"};
      case ValueType::Kind::period: return {"期間", "period"};
      case ValueType::Kind::money:
        return {"0円以上の整数の金額（18桁まで）", "whole number of yen, zero or more, at most 18 digits"};
      default: return {"0以上の数（18桁まで）", "number, zero or more, at most 18 digits"};
    }
  }

  static Message example(ValueType::Kind kind) {
    const auto such = [](std::string_view ja, std::string_view en) {
      return Message{fmt::format("{} のように書く", ja), fmt::format("write it as {}", en)};
    };
    switch (kind) {
      case ValueType::Kind::date:
        return such("`2026-04-15`、`2026年4月15日`、`令和8年4月15日`",
                    "`2026-04-15`, `2026年4月15日`, `令和8年4月15日`");
      case ValueType::Kind::month: return such("`2026-04`、`令和8年4月`", "`2026-04`, `令和8年4月`");
      case ValueType::Kind::period: return such("`3ヶ月`、`30日`、`1 year`", "`3 months`, `30 days`, `1 year`");
      case ValueType::Kind::money: return such("`10000`、`10,000`", "`10000`, `10,000`");
      default: return such("`24`、`0.5`", "`24`, `0.5`");
    }
  }

  void bad_value(const FactSpec& spec, const Scalar& value) {
    const std::string shown = single_line(value.text);
    const Message what = wanted(spec.type.kind);
    Message message{fmt::format("{} `{}`: `{}` は{}ではない", spec.label, spec.name, shown, what.ja),
                    fmt::format("`{}`: `{}` is no {}", spec.name, shown, what.en)};
    if (shown.empty()) {
      message = {fmt::format("{} `{}` に値がない。{}が要る", spec.label, spec.name, what.ja),
                 fmt::format("`{}` has no value, a {} belongs there", spec.name, what.en)};
    }
    findings_.add("format/bad-value", value.at(0, value.text.size()), std::move(message), example(spec.type.kind));
  }

  void read_fact(const StatedFact& fact, const StatedQuestion& stated, Asked& asked) {
    const std::string& name = fact.name.text;
    if (!fact.value) return without_value(fact.name, known_names(asked));
    const std::string& value = fact.value->text;
    const auto first = std::find_if(stated.facts.begin(), stated.facts.end(),
                                    [&](const StatedFact& each) { return each.value && each.name.text == name; });
    if (&*first != &fact) {
      Finding& finding = findings_.add(
          "format/duplicate", fact.name.at(0, name.size()),
          {fmt::format("`{}` が二度ある", single_line(name)), fmt::format("`{}` is given twice", single_line(name))});
      finding.related.push_back({first->name.at(0, name.size()), {"先に書かれた場所", "first written here"}});
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
      const std::vector<std::string_view> views(names.begin(), names.end());
      const bool far = ontology_.is_option_dimension(*dimension) && nearest_help(value, views).empty();
      return unknown(*fact.value, "値", "value", far ? held_options() : names);
    }
    asked.dimensions[name] = value;
  }

  /// A name that stands alone.
  void without_value(const Scalar& name, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), name.text) == known.end()) {
      return unknown(name, "事実（`名前=値`）", "fact (`name=value`)", known);
    }
    findings_.add("format/bad-value", name.at(0, name.text.size()),
                  {fmt::format("`{}` に値がない", name.text), fmt::format("`{}` has no value", name.text)},
                  {fmt::format("`{}=…` と書く", name.text), fmt::format("write it as `{}=…`", name.text)});
  }

  std::vector<std::string> held_options() const {
    std::vector<std::string> held;
    for (const HeldOption& each : selection_.contract().options) held.push_back(each.option);
    return held;
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
      bad_value(spec, stated);
    }
  }

  /// A statement is no longer than a person can read.
  void demand_span(const StatedQuestion& stated, const Asked& asked) {
    if (asked.question.matter->shape != Matter::Shape::statement) return;
    const std::string& last = asked.question.matter->facts.back().name;
    const auto from = asked.facts.find(asked.question.matter->facts.front().name);
    const auto to = asked.facts.find(last);
    if (from == asked.facts.end() || to == asked.facts.end()) return;
    const std::chrono::days span = std::get<Month>(to->second).last_day() - std::get<Month>(from->second).first_day();
    if (span < std::chrono::days{longest_statement_days}) return;
    const Scalar& value = *value_of(stated, last);
    const std::string month = to_string(from->second);
    findings_.add("format/bad-value", value.at(0, value.text.size()),
                  {fmt::format("`{}` から `{}` までは長すぎる（100年まで）", month, value.text),
                   fmt::format("`{}` through `{}` is too long a time (at most 100 years)", month, value.text)});
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
    for (const StatedFact& fact : stated.facts) {
      const Dimension* dimension = ontology_.dimension(fact.name.text);
      if (dimension == nullptr || !ontology_.is_option_dimension(*dimension)) continue;
      return unknown(*fact.value, "オプション（この契約の）", "option of this contract called", held_options());
    }
  }

  static const Scalar* value_of(const StatedQuestion& stated, std::string_view name) {
    for (const StatedFact& fact : stated.facts) {
      if (fact.name.text == name && fact.value) return &*fact.value;
    }
    return nullptr;
  }

  /// What the terms say a fact cannot lie before or exceed: other facts of the question, then the dates of the option
  /// it is about, then those of the contract.
  void check_bounds(const StatedQuestion& stated, const Asked& asked) {
    const Contract& contract = selection_.contract();
    const std::string option = option_of(asked.dimensions, ontology_);
    const HeldOption* held = option.empty() ? nullptr : contract.option(option);
    const auto find = [&](std::string_view wanted) -> std::optional<StatedDay> {
      const std::string name(wanted);
      if (const auto fact = asked.facts.find(name); fact != asked.facts.end())
        return day_of(fact->second, stated, name);
      if (held != nullptr && held->dates.contains(name)) {
        return StatedDay{held->dates.at(name), contract.place_of(fmt::format("options/{}/{}", option, name))};
      }
      if (!contract.dates.contains(name)) return std::nullopt;
      return StatedDay{contract.dates.at(name), contract.place_of(fmt::format("dates/{}", name))};
    };
    for (const FactSpec& spec : asked.question.matter->facts) {
      const auto value = asked.facts.find(spec.name);
      if (value == asked.facts.end()) continue;
      if (const auto day = day_of(value->second, stated, spec.name)) check_not_before(spec, *day, find, findings_);
      check_at_most(spec, value->second, stated, asked);
    }
  }

  static std::optional<StatedDay> day_of(const Value& value, const StatedQuestion& stated, const std::string& name) {
    const Scalar* text = value_of(stated, name);
    const Place place = text == nullptr ? Place{} : text->at(0, text->text.size());
    if (const auto* date = std::get_if<Date>(&value)) return StatedDay{*date, place};
    if (const auto* month = std::get_if<Month>(&value)) return StatedDay{*month, place};
    return std::nullopt;
  }

  void check_at_most(const FactSpec& spec, const Value& value, const StatedQuestion& stated, const Asked& asked) {
    const auto* number = std::get_if<Rational>(&value);
    for (const Scalar& name : spec.at_most) {
      const auto fact = asked.facts.find(name.text);
      const auto* bound = fact == asked.facts.end() ? nullptr : std::get_if<Rational>(&fact->second);
      if (number == nullptr || bound == nullptr || *number <= *bound) continue;
      const Scalar& mine = *value_of(stated, spec.name);
      const Scalar& other = *value_of(stated, name.text);
      Finding& finding = findings_.add("format/bad-value", mine.at(0, mine.text.size()),
                                       {fmt::format("{} `{}`（{}）が `{}`（{}）を超える", spec.label, spec.name,
                                                    to_string(value), name.text, to_string(fact->second)),
                                        fmt::format("`{}` ({}) is more than `{}` ({})", spec.name, to_string(value),
                                                    name.text, to_string(fact->second))},
                                       {fmt::format("{} 以下でなければならない", to_string(fact->second)),
                                        fmt::format("it can be {} at most", to_string(fact->second))});
      finding.related.push_back(
          {other.at(0, other.text.size()),
           {fmt::format("`{}` が書かれた場所", name.text), fmt::format("`{}` stands here", name.text)}});
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
