#include <fmt/format.h>

#include <initializer_list>

#include "render/output.h"
#include "render/statement.h"

namespace yomikae {
namespace {

/// A cell of RFC 4180. What a spreadsheet would take for a formula is kept from being one.
std::string cell(std::string text) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  if (formula) text.insert(text.begin(), '\'');
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

class CsvWriter {
 public:
  CsvWriter(const Selection& selection, Language language) : names_(selection, language) {}

  std::string write(const Answer& answer) {
    row({std::string(names_.pick("読み方", "reading")), std::string(names_.pick("月", "month")),
         std::string(names_.pick("区分", "kind")), std::string(names_.pick("事項", "matter")),
         std::string(names_.pick("項目", "item")), std::string(names_.pick("金額（円）", "amount (yen)")),
         std::string(names_.pick("税率", "tax rate")), std::string(names_.pick("状態", "status")),
         std::string(names_.pick("足りないもの", "missing"))});
    for (const ReadingAnswer& reading : answer.readings) {
      reading_ = answer.readings.size() > 1 ? reading.id : std::string{};
      if (reading.statement) add(*reading.statement);
    }
    return std::move(out_);
  }

 private:
  void row(std::initializer_list<std::string> cells) {
    std::string_view separator;
    for (const std::string& each : cells) {
      out_ += fmt::format("{}{}", separator, cell(each));
      separator = ",";
    }
    out_ += "\r\n";
  }

  void add(const Statement& statement) {
    for (const StatementMonth& month : statement.months) {
      const std::string when = to_string(month.month);
      for (const StatementLine& line : month.lines) add(when, names_.pick("明細", "line"), line);
      for (const StatementTax& tax : month.taxes) {
        row({reading_,
             when,
             std::string(names_.pick("消費税", "tax")),
             {},
             {},
             number(tax.tax),
             percent(tax.rate),
             std::string(names_.status(AnswerStatus::effective)),
             {}});
      }
      total(when, names_.pick("合計", "total"), month.total);
    }
    for (const StatementLine& line : statement.undated) add({}, names_.pick("時期不明", "undated"), line);
    total({}, names_.pick("総計", "grand total"), statement.total);
  }

  void add(const std::string& when, std::string_view kind, const StatementLine& line) {
    row({reading_,
         when,
         std::string(kind),
         line.matter->label,
         line_subject(line, names_),
         number(line.amount),
         {},
         std::string(names_.status(to_answer_status(line.amount.status))),
         listed(line.amount.names)});
  }

  void total(const std::string& when, std::string_view kind, const Outcome& outcome) {
    row({reading_,
         when,
         std::string(kind),
         {},
         {},
         number(outcome),
         {},
         std::string(names_.status(to_answer_status(outcome.status))),
         listed(outcome.names)});
  }

  /// Blank where there is no amount: nothing that is not known is zero. A fraction stands as a fraction.
  static std::string number(const Outcome& outcome) {
    const auto* amount = outcome.has_value() ? std::get_if<Rational>(&outcome.value) : nullptr;
    return amount == nullptr ? std::string{} : number(*amount);
  }
  static std::string number(const Rational& amount) { return amount.to_string(); }

  Names names_;
  std::string reading_;
  std::string out_;
};

/// Excel takes a file for UTF-8 by this mark only.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::string render_csv(const Answer& answer, const Selection& selection, Language language) {
  return std::string(byte_order_mark) + CsvWriter(selection, language).write(answer);
}

}  // namespace yomikae
