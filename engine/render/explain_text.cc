#include <fmt/format.h>

#include "base/text.h"
#include "render/names.h"
#include "render/output.h"

namespace yomikae {
namespace {

class ExplanationPrinter {
 public:
  ExplanationPrinter(const Explanation& explanation, TextStyle style)
      : explanation_(explanation), names_(*explanation.terms.selection, style.language) {}

  std::string print() {
    const Selection& selection = *explanation_.terms.selection;
    out_ += fmt::format("{} {}  {}\n", names_.pick("契約", "contract"), single_line(selection.contract().id),
                        single_line(explanation_.subject));
    out_ += fmt::format("{} {}\n", names_.pick("基準日", "as of"), names_.day(selection.day));
    for (const EffectiveProvision* provision : explanation_.provisions) print(*provision);
    for (const ContestReport& report : explanation_.contests) print(report);
    if (explanation_.contests.empty()) {
      out_ += fmt::format("\n{}\n",
                          names_.pick("計算や優劣に関わる定めはここにない", "nothing here takes part in a contest"));
    }
    return std::move(out_);
  }

 private:
  void print(const EffectiveProvision& each) {
    const Version& version = each.version->text;
    out_ += fmt::format("\n{} {}（{}）\n", version.document.value, each.provision->label, each.heading.text);
    const std::string why = names_.reason(each.fate.because);
    out_ += fmt::format("  {}: {}{}\n", names_.pick("扱い", "fate"), names_.fate(each.fate.fate),
                        why.empty() ? "" : fmt::format("（{}）", why));
    std::string words = each.name.text.empty() ? each.text.text : fmt::format("{}：{}", each.name.text, each.text.text);
    for (const Wording& cell : each.cells) words += fmt::format("{}{}", words.empty() ? "" : " | ", cell.text);
    for (const std::string& line : wrap_to_width(words, 104)) out_ += fmt::format("    {}\n", line);
    for (const Wording::Change& change : each.text.changes) {
      out_ += fmt::format("    {}: {} → {}（{}）\n", names_.pick("読替え", "renamed"), single_line(change.from),
                          change.to, change.rule);
    }
    for (const Erratum* erratum : each.errata) out_ += fmt::format("    {}\n", names_.erratum(*erratum));
    for (const Citation& citation : each.provision->cites) {
      out_ += fmt::format("    {}: {}（{}）\n", names_.pick("引用", "cites"), citation.printed.text,
                          names_.address(citation.to));
    }
  }

  void print(const ContestReport& report) {
    const MatterRow& row = *report.row;
    out_ += fmt::format("\n{}: {}［{}］\n", names_.row(row), row.display, names_.status(row.status));
    for (const Candidate& candidate : report.candidates) print(candidate);
  }

  void print(const Candidate& candidate) {
    out_ += fmt::format("  {}  {}", names_.source(*candidate.rule), candidate.display);
    const std::string about = scope(*candidate.rule);
    if (!about.empty()) out_ += fmt::format("（{}）", about);
    out_ += fmt::format("\n      {}", names_.standing(candidate.standing));
    if (candidate.loss) out_ += fmt::format("：{}", loss(*candidate.loss));
    const std::string why = names_.reason(candidate.because);
    if (!why.empty()) out_ += fmt::format("：{}", why);
    out_ += "\n";
  }

  std::string scope(const Rule& rule) const {
    std::string text;
    for (const auto& [name, values] : rule.scope.admits) {
      std::string names;
      for (const std::string& value : values)
        names += fmt::format("{}{}", names.empty() ? "" : "・", names_.dimension_value(name, value));
      text += fmt::format("{}{}", text.empty() ? "" : "、",
                          values.empty() ? fmt::format("{}: {}", name, names_.pick("すべて", "any")) : names);
    }
    return text;
  }

  std::string loss(const Loss& loss) const {
    const std::string to = names_.source(*loss.to);
    switch (loss.reason) {
      case LossReason::precedence:
        return fmt::format(
            "{} {}", to,
            fmt::format(fmt::runtime(std::string(names_.pick("が優先する（{}）", "goes before it ({})"))),
                        loss.because == nullptr ? std::string{} : names_.reason(*loss.because)));
      case LossReason::narrower:
        return fmt::format("{} {}", to, names_.pick("がこの場合を特に定める", "speaks of this case in particular"));
      case LossReason::notwithstanding:
        return fmt::format("{} {}", to, names_.pick("がこれにかかわらず定める", "holds notwithstanding"));
    }
    return {};
  }

  const Explanation& explanation_;
  Names names_;
  std::string out_;
};

}  // namespace

std::string render_text(const Explanation& explanation, const Sources&, TextStyle style) {
  return ExplanationPrinter(explanation, style).print();
}

}  // namespace yomikae
