// The table of matters: for each matter its winner, the losers and the reason.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "effective/effective_terms.h"

namespace yomikae {
namespace {

std::string with_commas(std::int64_t number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return number < 0 ? "-" + digits : digits;
}

bool has_open_reading(const Rule& rule) {
  if (rule.when && rule.when->open()) return true;
  if (std::any_of(rule.where.begin(), rule.where.end(), [](const Part& part) { return part.value.open(); }))
    return true;
  const auto* body = std::get_if<Alternatives>(&rule.body);
  return body != nullptr && body->open();
}

class RowBuilder {
 public:
  explicit RowBuilder(const Selection& selection) : selection_(selection), ontology_(selection.ontology()) {}

  std::vector<MatterRow> build() {
    return build([](const Matter& matter) { return matter.listed != Matter::Listed::never; });
  }

  std::vector<MatterRow> build(const std::function<bool(const Matter&)>& wanted) {
    for (const Matter& matter : ontology_.matters) {
      if (!wanted(matter)) continue;
      if (matter.of_contract) {
        for (Dimensions& scope : scopes(matter, false)) add(matter, std::move(scope));
      }
      if (!matter.of_option || !matter.sum_by.empty()) continue;
      for (const std::string& option : held_options()) {
        for (Dimensions& scope : scopes(matter, true)) {
          scope[option_dimension()] = option;
          add(matter, std::move(scope));
        }
      }
    }
    return std::move(rows_);
  }

 private:
  const Matter& resolved_matter(const Matter& matter) const {
    if (matter.shape != Matter::Shape::term) return matter;
    return *ontology_.matter(fmt::format("{}.length", matter.id.value));
  }

  std::string option_dimension() const {
    const Dimension* dimension = ontology_.option_dimension();
    return dimension == nullptr ? std::string{} : dimension->name;
  }

  std::vector<std::string> held_options() const {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    std::vector<std::string> held;
    for (const auto& choice : ontology_.set(ontology_.option_set)->choices) {
      const bool stated = selection_.contract().option(choice.name) != nullptr;
      if (stated || calculation.option_held(choice.name)) held.push_back(choice.name);
    }
    return held;
  }

  /// The lines a matter gets: the contract (or an option) as a whole, then every case some rule names (a ground, an
  /// item, an occasion).
  std::vector<Dimensions> scopes(const Matter& matter, bool of_option) const {
    std::vector<Dimensions> result{{}};
    const bool total_too = !matter.sum_by.empty();
    for (const std::string& name : matter.by) {
      const Dimension& dimension = *ontology_.dimension(name);
      const std::vector<std::string> values =
          name == matter.sum_by ? billed_items(matter) : values_named(matter, dimension, of_option);
      if (values.empty()) continue;
      const bool keeps_whole = total_too || !dimension.fallback.empty() || has_unrestricted(matter, of_option);
      std::vector<Dimensions> more;
      if (keeps_whole) more.emplace_back();
      for (const std::string& value : values) more.push_back(Dimensions{{name, value}});
      if (result.size() == 1) result = std::move(more);
    }
    return result;
  }

  std::vector<std::string> billed_items(const Matter& matter) const {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    return calculation.items(matter, selection_.fixed, {});
  }

  /// Whether some rule speaks of every case alike.
  bool has_unrestricted(const Matter& matter, bool of_option) const {
    const auto& rules = rules_on(matter.id, selection_);
    return std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) {
      const bool named = std::any_of(matter.by.begin(), matter.by.end(),
                                     [&](const std::string& each) { return rule->scope.admits.contains(each); });
      return (of_option ? rule->of_option : rule->of_contract) && !named;
    });
  }

  std::vector<std::string> all_values(const Dimension& dimension) const {
    std::vector<std::string> values;
    for (const auto& set : dimension.sets) {
      for (const auto& choice : ontology_.set(set)->choices) values.push_back(choice.name);
    }
    return values;
  }

  std::vector<std::string> values_named(const Matter& matter, const Dimension& dimension, bool of_option) const {
    std::vector<std::string> named;
    for (const Rule* rule : rules_on(matter.id, selection_)) {
      const auto scope = rule->scope.admits.find(dimension.name);
      if (scope == rule->scope.admits.end() || !(of_option ? rule->of_option : rule->of_contract)) continue;
      if (scope->second.empty()) return all_values(dimension);
      named.insert(named.end(), scope->second.begin(), scope->second.end());
    }
    std::vector<std::string> ordered;
    for (const auto& set : dimension.sets) {
      for (const auto& choice : ontology_.set(set)->choices) {
        const bool is_named = std::find(named.begin(), named.end(), choice.name) != named.end();
        if (is_named && choice.name != dimension.fallback) ordered.push_back(choice.name);
      }
    }
    return ordered;
  }

  void add(const Matter& matter, Dimensions scope) {
    MatterRow row;
    row.matter = &matter;
    Dimensions asked = scope;
    set_item_of_option(matter, asked);
    if (!matter.sum_by.empty()) {
      const auto item = scope.find(matter.sum_by);
      if (item != scope.end() && ontology_.is_option(item->second)) asked[option_dimension()] = item->second;
    }
    row.scope = std::move(scope);
    const bool total = !matter.sum_by.empty() && !row.scope.contains(matter.sum_by);
    if (!total) fill_contest(matter, asked, row);
    const LeftTo* left = total || row.sources.empty() || matter.combine == Matter::Combine::all
                             ? nullptr
                             : std::get_if<LeftTo>(&words_of(*row.sources.front(), selection_).body);
    if (left != nullptr) {
      row.status = AnswerStatus::delegated;
      row.missing = {selection_.terms->title_of(left->document)};
      row.display = rule_display(*row.sources.front(), selection_);
    } else if (row.status == AnswerStatus::delegated && !row.missing.empty() && !total) {
      // it stands under terms of its own, which are not held
    } else if (needs_no_facts(matter)) {
      fill_answer(matter, asked, row);
    } else if (!row.sources.empty()) {
      const Rule& words = words_of(*row.sources.front(), selection_);
      row.status = has_open_reading(words) ? AnswerStatus::ambiguous : AnswerStatus::effective;
      row.display = rule_display(*row.sources.front(), selection_);
    }
    const auto& form = selection_.contract().order_form;
    if (form) {
      const auto note = form->notes.find(matter.id.value);
      if (note != form->notes.end()) row.note = note->second;
    }
    find_readings(matter, asked, row);
    const bool unruled = row.sources.empty() && row.conflicting.empty() && row.over.empty();
    if (unruled && matter.listed != Matter::Listed::always) return;
    rows_.push_back(std::move(row));
  }

  static void add_readings(const Rule& rule, const std::string& part, const Alternatives& alternatives,
                           MatterRow& row) {
    if (!alternatives.open()) return;
    for (const Reading& each : alternatives.readings) {
      row.readings.push_back({&rule, part, &each, &each == &alternatives.readings.front()});
    }
  }

  /// The readings a line that is ambiguous rests on; a condition that can be read in two ways makes a line so too,
  /// where its rule speaks of this case.
  void find_readings(const Matter& matter, const Dimensions& asked, MatterRow& row) const {
    if (!row.sources.empty() && row.status == AnswerStatus::ambiguous) {
      const Rule& words = words_of(*row.sources.front(), selection_);
      for (const Part& part : words.where) add_readings(*row.sources.front(), part.name, part.value, row);
      if (const auto* body = std::get_if<Alternatives>(&words.body)) add_readings(*row.sources.front(), {}, *body, row);
    }
    Dimensions all = selection_.fixed;
    for (const auto& [name, value] : asked) all[name] = value;
    for (const Rule* rule : rules_on(resolved_matter(matter).id, selection_)) {
      if (!rule->when || !rule->when->open() || !speaks_of(*rule, all, ontology_)) continue;
      add_readings(*rule, "when", *rule->when, row);
      if (row.status == AnswerStatus::effective) row.status = AnswerStatus::ambiguous;
    }
  }

  /// What is asked about an option is asked about its item, where the matter distinguishes items.
  void set_item_of_option(const Matter& matter, Dimensions& asked) const {
    const std::string option = option_of(asked, ontology_);
    if (option.empty()) return;
    for (const std::string& name : matter.by) {
      if (ontology_.admits(*ontology_.dimension(name), option)) asked.try_emplace(name, option);
    }
  }

  void fill_contest(const Matter& matter, const Dimensions& asked, MatterRow& row) const {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    const Resolution result = calculation.resolution(resolved_matter(matter), asked, {});
    row.status = to_answer_status(result.status);
    row.sources = result.winners;
    row.sources.insert(row.sources.end(), result.quoted.begin(), result.quoted.end());
    row.conflicting = result.conflicting;
    row.missing = result.undecided;
    if (result.sub_terms != nullptr) {
      row.missing.push_back(result.sub_terms->title);
      row.display = fmt::format("「{}」による（保有していない）", result.sub_terms->title);
    }
    for (const Loss& loss : result.losses) {
      row.over.push_back({loss.rule, rule_display(*loss.rule, selection_), loss.reason, loss.because, loss.to});
    }
    if (matter.shape == Matter::Shape::term && !is_none(row)) add_start(matter, asked, row);
    if (row.status == AnswerStatus::silent) row.display = "定めなし";
    if (row.status == AnswerStatus::conflict) {
      for (const Rule* rule : row.conflicting) {
        row.display += fmt::format("{}{}", row.display.empty() ? "" : "／", rule_display(*rule, selection_));
      }
    }
  }

  /// Whether the winner says there is no term: then nobody asks when it begins.
  bool is_none(const MatterRow& row) const {
    if (row.sources.empty()) return false;
    const auto* body = std::get_if<Alternatives>(&words_of(*row.sources.front(), selection_).body);
    const auto* literal = body == nullptr ? nullptr : std::get_if<Expr::Literal>(&body->readings.front().value.node);
    return literal != nullptr && std::holds_alternative<None>(literal->value);
  }

  /// A term is shown by its length; where the start comes from another provision, that one is a source too.
  void add_start(const Matter& matter, const Dimensions& asked, MatterRow& row) const {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    const Matter& start = *ontology_.matter(fmt::format("{}.start", matter.id.value));
    const Resolution result = calculation.resolution(start, asked, {});
    const auto same_place = [](const Rule& a, const Rule& b) { return a.document == b.document && a.at == b.at; };
    for (const Rule* rule : result.winners) {
      const bool known = std::any_of(row.sources.begin(), row.sources.end(),
                                     [&](const Rule* each) { return same_place(*each, *rule); });
      if (!known && !row.sources.empty()) row.sources.push_back(rule);
    }
    // A provision whose length agrees and whose start yields has lost the term.
    for (const Loss& loss : result.losses) {
      const bool known = std::any_of(row.over.begin(), row.over.end(),
                                     [&](const LosingRule& each) { return same_place(*each.rule, *loss.rule); });
      const auto agreed = std::find_if(row.sources.begin(), row.sources.end(),
                                       [&](const Rule* each) { return same_place(*each, *loss.rule); });
      const bool won_both = std::any_of(result.winners.begin(), result.winners.end(),
                                        [&](const Rule* each) { return same_place(*each, *loss.rule); });
      if (known || won_both || agreed == row.sources.end() || row.sources.size() == 1) continue;
      const Rule* length = *agreed;
      row.sources.erase(agreed);
      const std::string display =
          fmt::format("{}（起算 {}）", rule_display(*length, selection_), rule_display(*loss.rule, selection_));
      row.over.push_back({length, display, loss.reason, loss.because, loss.to});
    }
  }

  static bool needs_no_facts(const Matter& matter) {
    if (matter.shape == Matter::Shape::ending || matter.shape == Matter::Shape::deadline) return false;
    return std::all_of(matter.facts.begin(), matter.facts.end(), [](const FactSpec& fact) { return fact.optional; });
  }

  void fill_answer(const Matter& matter, const Dimensions& asked, MatterRow& row) {
    const bool contested = matter.sum_by.empty() || row.scope.contains(matter.sum_by);
    if (contested && row.status == AnswerStatus::silent) return;  // what an assumption would make of it is no term
    if (matter.shape == Matter::Shape::term) return fill_term(matter, asked, row);
    Asked question;
    question.question = {&matter, Question::Aspect::whole};
    question.dimensions = asked;
    const Answer result = answer(question, selection_, worked_out_);
    const bool total = !matter.sum_by.empty() && !row.scope.contains(matter.sum_by);
    if (total) row.sources = result.trace.sources;
    row.status = result.status;
    row.value = result.value;
    row.missing = result.missing;
    if (matter.type.kind == ValueType::Kind::words && !row.sources.empty()) return show_words(matter, row);
    if (result.value && (row.sources.empty() || row.sources.front()->says.empty())) {
      row.display = value_display(*result.value, matter.type, ontology_);
    } else if (result.value) {
      row.display = rule_display(*row.sources.front(), selection_);
      const bool money_or_date =
          matter.type.kind == ValueType::Kind::money || matter.type.kind == ValueType::Kind::date;
      if (money_or_date && !std::holds_alternative<None>(*result.value)) {
        row.display = fmt::format("{}（{}）", value_display(*result.value, matter.type, ontology_), row.display);
      }
    }
    if (row.status == AnswerStatus::delegated && row.display.empty()) row.display = "別途示す額による";
    if (total && result.trace.partial && !result.value) {
      row.display = fmt::format("{}（確定している分 {}）", row.display,
                                value_display(*result.trace.partial, matter.type, ontology_));
    }
    if (row.status == AnswerStatus::silent) row.display = "定めなし";
    if (row.status == AnswerStatus::missing && row.display.empty()) row.display = missing_words(result.missing);
  }

  /// Each rule that stands in a line of its own, where a list cumulates; else what the winner says.
  void show_words(const Matter& matter, MatterRow& row) const {
    const Rule& first = *row.sources.front();
    const bool literal = std::holds_alternative<Alternatives>(words_of(first, selection_).body) && first.says.empty();
    if (matter.combine != Matter::Combine::all) {
      row.display = literal && row.value ? to_string(*row.value) : rule_display(first, selection_);
      return;
    }
    for (const Rule* rule : row.sources) {
      row.display += fmt::format("{}{}", row.display.empty() ? "" : "\n", rule_display(*rule, selection_));
    }
  }

  static std::string missing_words(const std::vector<std::string>& missing) {
    std::string words;
    for (const std::string& name : missing) words += fmt::format("{}{}", words.empty() ? "" : "、", name);
    return fmt::format("不明（{} の指定がない）", words);
  }

  void fill_term(const Matter& matter, const Dimensions& asked, MatterRow& row) {
    if (row.sources.empty()) return;
    const auto ask = [&](const char* suffix, Question::Aspect aspect) {
      Asked question;
      const Matter* part = *suffix == '\0' ? &matter : ontology_.matter(fmt::format("{}.{}", matter.id.value, suffix));
      question.question = {part, aspect};
      question.dimensions = asked;
      return answer(question, selection_, worked_out_);
    };
    const Answer length = ask("length", Question::Aspect::whole);
    row.status = length.status;
    row.value = length.value;
    if (!length.value) return;
    if (std::holds_alternative<None>(*length.value)) {
      row.display = "なし";
      return;
    }
    const Answer start = ask("start", Question::Aspect::whole);
    const Answer end = ask("", Question::Aspect::end);
    row.display = value_display(*length.value, {ValueType::Kind::period, {}}, ontology_);
    if (start.value && end.value) {
      row.display += fmt::format("（{}から{}まで）", to_string(*start.value), to_string(*end.value));
    } else if (!start.missing.empty()) {
      row.missing = start.missing;
      row.display += fmt::format("（起算日は{}）", missing_words(start.missing));
    }
  }

  const Selection& selection_;
  WorkedOut worked_out_;
  const Ontology& ontology_;
  std::vector<MatterRow> rows_;
};

}  // namespace

std::string value_display(const Value& value, const ValueType& type, const Ontology& ontology) {
  if (std::holds_alternative<None>(value)) return "なし";
  if (const auto* number = std::get_if<Rational>(&value)) {
    if (type.kind != ValueType::Kind::money) return number->to_string();
    return number->is_whole() ? fmt::format("{}円", with_commas(number->numerator()))
                              : fmt::format("{}円", number->to_string());
  }
  if (const auto* period = std::get_if<Period>(&value)) return to_japanese(*period);
  if (const auto* date = std::get_if<Date>(&value)) return to_japanese(*date);
  if (const auto* symbol = std::get_if<Symbol>(&value)) return ontology.label_of(type.set, symbol->name);
  if (const auto* words = std::get_if<WordList>(&value)) {
    std::string text;
    for (const Words& each : *words) text += fmt::format("{}{}", text.empty() ? "" : "\n", each.text);
    return text;
  }
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "はい" : "いいえ";
  return to_string(value);
}

namespace {

/// A list by how many it has, words by the heading under which they stand: the words themselves are among the
/// provisions.
std::string written_display(const Rule& rule, const Selection& selection) {
  const HeldVersion* held = selection.terms->in_force(rule.document, selection.day);
  if (held == nullptr) return {};
  const std::vector<StandingProvision> words = written_provisions(rule, selection);
  const Provision* provision = held->text.find(rule.at.path);
  if (words.size() > 1)
    return fmt::format("{}（{}項目）", provision == nullptr ? "" : provision->heading, words.size());
  if (provision == nullptr) {
    for (const Provision& each : held->text.provisions) {
      if (rule.at.path.contains(each.path)) return each.heading;
    }
    return {};
  }
  return provision->name.empty() ? provision->heading : provision->name;
}

}  // namespace

std::string rule_display(const Rule& rule, const Selection& selection) {
  if (rule.kind == Rule::Kind::pointer) return {};
  if (!rule.says.empty()) return rule.says;
  const Rule& words = words_of(rule, selection);
  if (!words.says.empty()) return words.says;
  if (is_quoted(rule, selection)) return "別途示す額による";
  if (const auto* left = std::get_if<LeftTo>(&words.body)) {
    const bool held = selection.terms->newest(left->document) != nullptr;
    return fmt::format("「{}」による{}", selection.terms->title_of(left->document), held ? "" : "（保有していない）");
  }
  if (std::holds_alternative<AsWritten>(words.body)) return written_display(words, selection);
  const auto* body = std::get_if<Alternatives>(&words.body);
  if (body == nullptr) return {};
  const Expr& value = body->readings.front().value;
  const auto* literal = std::get_if<Expr::Literal>(&value.node);
  const Matter* matter = selection.ontology().matter(rule.matter.value);
  if (const auto* fact = std::get_if<Expr::Fact>(&value.node)) {
    if (const FactSpec* date = selection.ontology().date(fact->name)) return date->label;
  }
  return literal == nullptr ? value.source : value_display(literal->value, matter->type, selection.ontology());
}

std::vector<MatterRow> matter_rows(const Selection& selection) { return RowBuilder(selection).build(); }

std::vector<MatterRow> matter_rows(const Selection& selection, const std::function<bool(const Matter&)>& wanted) {
  return RowBuilder(selection).build(wanted);
}

}  // namespace yomikae
