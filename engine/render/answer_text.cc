#include <fmt/format.h>

#include "base/text.h"
#include "render/names.h"
#include "render/output.h"
#include "render/statement.h"

namespace yomikae {
namespace {

class AnswerPrinter {
 public:
  AnswerPrinter(const Answer& answer, const Selection& selection, TextStyle style)
      : answer_(answer), selection_(selection), names_(selection, style.language) {}

  std::string print() {
    head();
    conclusion();
    statement();
    readings();
    list(names_.pick("根拠", "sources"), answer_.trace.sources);
    conflict();
    steps();
    assumptions();
    upstream();
    return std::move(out_);
  }

 private:
  std::string shown(const Value& value) const {
    if (const auto* date = std::get_if<Date>(&value)) return names_.day(*date);
    return value_display(value, answer_.type, selection_.ontology());
  }

  void head() {
    out_ += fmt::format("{} {}  {}\n", names_.pick("契約", "contract"), single_line(selection_.contract().id),
                        answer_.question);
    for (const auto& [name, value] : answer_.facts) out_ += fmt::format("  {} = {}\n", name, single_line(value));
    out_ += fmt::format("{} {}\n\n", names_.pick("基準日", "as of"), names_.day(answer_.day));
  }

  void conclusion() {
    out_ += fmt::format("{}: {}\n", names_.pick("結論", "answer"), names_.status(answer_.status));
    if (answer_.value) out_ += fmt::format("  {}\n", shown(*answer_.value));
    if (!answer_.value && answer_.exact) {
      out_ += fmt::format("  {} {}{}\n", names_.pick("端数のある額", "exact"), answer_.exact->to_string(),
                          names_.pick("円", " yen"));
    }
    if (!answer_.value && answer_.trace.partial) {
      out_ += fmt::format("  {}: {}\n", names_.pick("確定している分", "known part"), shown(*answer_.trace.partial));
    }
    if (answer_.safe && answer_.status == AnswerStatus::ambiguous) {
      out_ += fmt::format("  {}: {}\n", names_.pick("どの読み方でも安全", "safe under every reading"),
                          shown(*answer_.safe));
    }
    if (!answer_.because.empty()) out_ += fmt::format("  {}: {}\n", names_.pick("理由", "because"), answer_.because);
    if (answer_.instead)
      out_ += fmt::format("  {}: {}\n", names_.pick("可能な直近の日", "nearest allowed"), names_.day(*answer_.instead));
    for (const auto& name : answer_.missing)
      out_ += fmt::format("  {}: {}\n", names_.pick("足りないもの", "missing"), name);
  }

  void statement() {
    if (answer_.statement) out_ += "\n" + statement_table(*answer_.statement, names_);
  }

  void readings() {
    if (answer_.readings.size() < 2) return;
    out_ += fmt::format("\n{}\n", names_.pick("読み方", "readings"));
    for (const ReadingAnswer& reading : answer_.readings) {
      out_ += fmt::format("  {} {}  {}\n", reading.preferred ? "*" : "-", outcome(reading), reading.id);
      if (!reading.because.empty()) out_ += fmt::format("      {}\n", reading.because);
    }
    if (answer_.readings_truncated) {
      out_ += fmt::format(
          "  {}\n", names_.pick("（組合せが多く、一部だけを示した）", "(too many combinations, not all are shown)"));
    }
  }

  std::string outcome(const ReadingAnswer& reading) const {
    if (reading.value) return shown(*reading.value);
    std::string words(names_.status(reading.status));
    if (reading.statement) {
      words += fmt::format("（{} {}）", names_.pick("確定している分", "known parts"), shown(reading.statement->known));
    }
    return words;
  }

  void list(std::string_view title, const std::vector<const Rule*>& rules) {
    if (rules.empty()) return;
    out_ += fmt::format("\n{}\n", title);
    for (const Rule* rule : rules) out_ += fmt::format("  {}\n", names_.source(*rule));
  }

  void conflict() {
    if (answer_.status != AnswerStatus::conflict) return;
    out_ += fmt::format("\n{}\n", names_.pick("優劣の定めがなく抵触する定め", "rules of equal rank that disagree"));
    for (const Rule* rule : answer_.trace.conflicting) {
      out_ += fmt::format("  {}  {}\n", names_.source(*rule), rule_display(*rule, selection_));
    }
  }

  void steps() {
    if (answer_.trace.steps.empty()) return;
    out_ += fmt::format("\n{}\n", names_.pick("計算", "steps"));
    for (const ComputationStep& step : answer_.trace.steps) {
      const std::string source =
          step.source == nullptr ? std::string{} : fmt::format("  [{}]", names_.source(*step.source));
      out_ += fmt::format("  {} → {}{}\n", step.text, step.value, source);
    }
  }

  void assumptions() {
    if (answer_.trace.assumptions.empty()) return;
    out_ += fmt::format("\n{}\n", names_.pick("前提", "assumptions"));
    for (const UsedAssumption& each : answer_.trace.assumptions) {
      out_ += fmt::format("  {}: {}{}\n", each.label, each.value.empty() ? names_.pick("なし", "none") : each.value,
                          each.note.empty() ? "" : fmt::format("（{}）", each.note));
    }
  }

  void upstream() {
    if (answer_.upstream.empty()) return;
    out_ += fmt::format("\n{}\n", names_.pick("参考：卸元の約款の定め（この契約の内容ではない）",
                                              "upstream, no part of this contract"));
    for (const UpstreamRule& each : answer_.upstream) {
      out_ += fmt::format("  {}  {}\n", names_.source(*each.rule), rule_display(*each.rule, selection_));
    }
  }

  const Answer& answer_;
  const Selection& selection_;
  Names names_;
  std::string out_;
};

}  // namespace

std::string render_text(const Answer& answer, const Selection& selection, TextStyle style) {
  return AnswerPrinter(answer, selection, style).print();
}

}  // namespace yomikae
