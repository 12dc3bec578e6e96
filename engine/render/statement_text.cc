#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/statement.h"
#include "render/table.h"

namespace yomikae {
namespace {

constexpr std::size_t amount_width = 16;

std::string yen(const Rational& amount, const Names& names) {
  return value_display(Value{amount}, {ValueType::Kind::money, {}}, names.selection().ontology());
}

/// Amounts stand under each other by their last digit.
std::string to_the_right(const std::string& text) {
  const std::size_t width = display_width(text);
  return width < amount_width ? std::string(amount_width - width, ' ') + text : text;
}

std::string shown(const Outcome& outcome, const Names& names) {
  const auto* amount = outcome.has_value() ? std::get_if<Rational>(&outcome.value) : nullptr;
  if (amount != nullptr) return yen(*amount, names);
  return std::string(names.status(to_answer_status(outcome.status)));
}

class StatementTable {
 public:
  explicit StatementTable(const Names& names)
      : names_(names),
        table_({{std::string(names.pick("月", "month")), 8},
                {std::string(names.pick("項目", "item")), 46},
                {to_the_right(std::string(names.pick("金額", "amount"))), amount_width},
                {std::string(names.pick("足りないもの", "missing")), 30}}) {}

  std::string render(const Statement& statement) {
    for (const StatementMonth& month : statement.months) add(month);
    table_.row({});
    total(std::string(names_.pick("期間の合計", "total of all months")), statement.total, statement.known, {});
    return table_.render() + events(statement) + undated(statement);
  }

 private:
  void add(const StatementMonth& month) {
    std::string when = to_string(month.month);
    for (const StatementLine& line : month.lines) {
      row(when, line_label(line, names_), shown(line.amount, names_), listed(line.amount.names));
      when.clear();
    }
    for (const StatementTax& tax : month.taxes) {
      row(when, fmt::format("{} {}", names_.pick("消費税", "consumption tax"), percent(tax.rate)), yen(tax.tax, names_),
          {});
    }
    total(std::string(names_.pick("合計", "total")), month.total, month.known, when);
  }

  void total(const std::string& label, const Outcome& outcome, const Rational& known, const std::string& when) {
    const bool whole = outcome.has_value();
    row(when, label, whole ? shown(outcome, names_) : yen(known, names_),
        whole ? std::string{} : std::string(names_.pick("確定している分だけ", "known parts only")));
  }

  void row(const std::string& when, const std::string& label, const std::string& amount, const std::string& note) {
    table_.row({when, label, to_the_right(amount), note});
  }

  /// What happened, with the rule each price comes from.
  std::string events(const Statement& statement) const {
    std::string out;
    const auto add = [&](const StatementLine& line) {
      if (line.event == nullptr) return;
      if (out.empty()) {
        out += fmt::format("\n{}\n", names_.pick("一回ごとの料金の根拠", "what each event is charged by"));
      }
      out += fmt::format("  {}: {}{}\n", line_subject(line, names_), shown(line.amount, names_),
                         line.source == nullptr ? std::string{} : fmt::format("  [{}]", names_.source(*line.source)));
    };
    for (const StatementMonth& month : statement.months) std::for_each(month.lines.begin(), month.lines.end(), add);
    std::for_each(statement.undated.begin(), statement.undated.end(), add);
    return out;
  }

  std::string undated(const Statement& statement) const {
    std::string out;
    for (const StatementLine& line : statement.undated) {
      if (out.empty()) {
        out += fmt::format("\n{}\n", names_.pick("時期が定まらず、合計に含めていないもの",
                                                 "in no total, since the month is not known"));
      }
      out += fmt::format("  {}: {}{}\n", line_label(line, names_), shown(line.amount, names_),
                         line.amount.names.empty() ? "" : fmt::format("（{}）", listed(line.amount.names)));
    }
    return out;
  }

  const Names& names_;
  Table table_;
};

}  // namespace

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += fmt::format("{}{}", all.empty() ? "" : "、", word);
  return all;
}

std::string line_subject(const StatementLine& line, const Names& names) {
  const Dimension* items = names.selection().ontology().item_dimension();
  if (line.event != nullptr) {
    const std::string what = items == nullptr ? line.item : names.dimension_value(items->name, line.item);
    const std::string times =
        line.event->count == Rational{1} ? std::string{} : fmt::format(" ×{}", line.event->count.to_string());
    return fmt::format("{} {}{}", what, to_string(line.event->on), times);
  }
  if (!line.item.empty()) return names.dimension_value(line.matter->sum_by, line.item);
  const Dimension* option = names.selection().ontology().option_dimension();
  return option == nullptr || line.option.empty() ? std::string{} : names.dimension_value(option->name, line.option);
}

std::string line_label(const StatementLine& line, const Names& names) {
  const std::string about = line_subject(line, names);
  return about.empty() ? line.matter->label : fmt::format("{}（{}）", line.matter->label, about);
}

std::string percent(const Rational& rate) { return fmt::format("{}%", (rate * 100).to_string()); }

std::string statement_table(const Statement& statement, const Names& names) {
  return StatementTable(names).render(statement);
}

}  // namespace yomikae
