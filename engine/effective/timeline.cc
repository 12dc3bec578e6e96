// What happens when: the days the contract states, and those the terms make of them.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "effective/effective_terms.h"

namespace yomikae {
namespace {

class Timeline {
 public:
  explicit Timeline(const Selection& selection) : selection_(selection), ontology_(selection.ontology()) {}

  std::vector<DateRow> build() {
    add_stated(selection_.contract().dates, {});
    for (const HeldOption& option : selection_.contract().options) add_stated(option.dates, option.option);
    add_events();
    for (const Matter& matter : ontology_.matters) {
      if (matter.listed == Matter::Listed::never) continue;
      if (matter.of_contract) add(matter, {});
      if (!matter.of_option) continue;
      for (const HeldOption& option : selection_.contract().options) add(matter, option.option);
    }
    std::stable_sort(rows_.begin(), rows_.end(), [](const DateRow& a, const DateRow& b) {
      return a.date && b.date ? *a.date < *b.date : a.date.has_value() && !b.date;
    });
    return std::move(rows_);
  }

 private:
  [[nodiscard]] std::string who(const std::string& option) const {
    return option.empty() ? std::string{} : fmt::format("（{}）", ontology_.label_of(ontology_.option_set, option));
  }

  [[nodiscard]] Dimensions about(const std::string& option) const {
    const Dimension* dimension = ontology_.option_dimension();
    return dimension == nullptr || option.empty() ? Dimensions{} : Dimensions{{dimension->name, option}};
  }

  void add_stated(const std::map<std::string, Date>& dates, const std::string& option) {
    for (const FactSpec& spec : ontology_.dates) {
      const auto stated = dates.find(spec.name);
      if (stated == dates.end()) continue;
      DateRow row;
      row.label = spec.label + who(option);
      row.date = stated->second;
      rows_.push_back(std::move(row));
    }
  }

  void add_events() {
    const StatementLineSpec* line = ontology_.event_line();
    if (line == nullptr) return;
    for (const ContractEvent& event : selection_.contract().events) {
      const std::string& set = ontology_.is_option(event.item) ? ontology_.option_set : ontology_.item_set;
      DateRow row;
      row.label =
          fmt::format("{}：{}", ontology_.matter(line->matter.value)->label, ontology_.label_of(set, event.item));
      if (event.count != Rational{1}) row.label += fmt::format("（{}回）", event.count.to_string());
      row.date = event.on;
      rows_.push_back(std::move(row));
    }
  }

  [[nodiscard]] Answer ask(const Question& question, const std::string& option, const Facts& facts) const {
    Asked asked;
    asked.question = question;
    asked.dimensions = about(option);
    asked.facts = facts;
    return answer(asked, selection_);
  }

  static std::optional<Date> date_of(const std::optional<Value>& value) {
    const auto* date = value ? std::get_if<Date>(&*value) : nullptr;
    return date == nullptr ? std::nullopt : std::optional<Date>{*date};
  }

  /// Asks, and gives a line to what has a day, several, or would have one if something were known; to what is listed
  /// where a rule speaks of it only where one did.
  std::optional<Date> add(const std::string& text, std::string label, const std::string& option, const Facts& facts) {
    const auto question = find_question(ontology_, text);
    if (!question) return std::nullopt;
    const Answer result = ask(*question, option, facts);
    DateRow row;
    row.question = text;
    for (const auto& [name, value] : facts) row.facts.emplace_back(name, std::get<Date>(value));
    row.label = std::move(label);
    row.status = result.status;
    row.date = date_of(result.value);
    row.safe = date_of(result.safe);
    row.source = result.trace.sources.empty() ? nullptr : result.trace.sources.front();
    for (const std::string& name : result.missing) row.note += fmt::format("{}{}", row.note.empty() ? "" : "、", name);
    const bool has_day = row.date || row.status == AnswerStatus::ambiguous || row.status == AnswerStatus::missing;
    const std::optional<Date> reached = row.safe ? row.safe : row.date;
    if (has_day && is_listed(*question->matter, result)) rows_.push_back(std::move(row));
    return reached;
  }

  static bool is_listed(const Matter& matter, const Answer& result) {
    const auto& used = result.trace.sources;
    const auto speaks = [&](const Rule* rule) { return rule->matter == matter.id; };
    return matter.listed != Matter::Listed::where_ruled || std::any_of(used.begin(), used.end(), speaks);
  }

  void add(const Matter& matter, const std::string& option) {
    switch (matter.shape) {
      case Matter::Shape::term: return add_term(matter, option);
      case Matter::Shape::ending: return add_ending(matter, option);
      case Matter::Shape::value:
        if (matter.type.kind == ValueType::Kind::date) add_day(matter, option);
        return;
      default: return;
    }
  }

  /// Where the terms say there is no term, it neither begins nor ends.
  void add_term(const Matter& matter, const std::string& option) {
    const std::string& id = matter.id.value;
    const Answer length = ask({ontology_.matter(id + ".length"), Question::Aspect::whole}, option, {});
    if (length.value && std::holds_alternative<None>(*length.value)) return;
    add(id + ".start", fmt::format("{}の起算日{}", matter.label, who(option)), option, {});
    add(id + ".end", fmt::format("{}の満了日{}", matter.label, who(option)), option, {});
  }

  /// What a notice today would do, and when notice of that same day must arrive; likewise for the first day on which
  /// leaving costs nothing.
  void add_ending(const Matter& matter, const std::string& option) {
    const Facts today{{"notice", selection_.day}};
    add_way_out(matter, option, today, "基準日に通知が到達したときの最短の終了日", "その日に終了させる通知の期限");
    const Matter* term = ontology_.matter(matter.free_after.value);
    if (term == nullptr) return;
    const std::optional<Date> end = date_of(ask({term, Question::Aspect::end}, option, {}).value);
    if (!end || *end < selection_.day) return;
    add_way_out(matter, option, {{"designated", *end}, {"notice", selection_.day}},
                fmt::format("{}の満了を待って終了できる最初の日", term->label), "その日に終了させる通知の期限");
  }

  void add_way_out(const Matter& matter, const std::string& option, const Facts& facts, const std::string& effect_words,
                   const std::string& notice_words) {
    const std::string& id = matter.id.value;
    const auto label = [&](const std::string& words) {
      return fmt::format("{}：{}{}", matter.label, words, who(option));
    };
    const std::optional<Date> effect = add(id + ".effect", label(effect_words), option, facts);
    if (!effect) return;
    add(id + ".latest-notice", label(fmt::format("{}（{}）", notice_words, to_string(*effect))), option,
        {{"effect", *effect}});
  }

  /// A day that follows from the terms alone, or from one other day: that is taken to be today.
  void add_day(const Matter& matter, const std::string& option) {
    if (matter.facts.empty()) {
      add(matter.id.value, matter.label + who(option), option, {});
    } else if (matter.facts.size() == 1 && matter.facts.front().type.kind == ValueType::Kind::date) {
      const FactSpec& fact = matter.facts.front();
      add(matter.id.value, fmt::format("{}：{}が基準日のとき{}", matter.label, fact.label, who(option)), option,
          {{fact.name, selection_.day}});
    }
  }

  const Selection& selection_;
  const Ontology& ontology_;
  std::vector<DateRow> rows_;
};

}  // namespace

std::vector<DateRow> timeline(const Selection& selection) { return Timeline(selection).build(); }

}  // namespace yomikae
