#include <fmt/format.h>

#include "render/output.h"

namespace yomikae {
namespace {

std::string summary(const CheckReport& report, Language language) {
  const std::size_t errors = report.count(Severity::error);
  const std::size_t warnings = report.count(Severity::warning);
  const std::size_t notes = report.count(Severity::note);
  const std::size_t accepted = report.accepted();
  if (language == Language::ja) {
    const std::string also = accepted == 0 ? "" : fmt::format("、了承済み {} 件", accepted);
    return fmt::format("エラー {} 件、警告 {} 件、注記 {} 件{}（基準日 {}）\n", errors, warnings, notes, also,
                       to_string(report.day));
  }
  const std::string also = accepted == 0 ? "" : fmt::format(", {} accepted", accepted);
  return fmt::format("{} errors, {} warnings, {} notes{} (as of {})\n", errors, warnings, notes, also,
                     to_string(report.day));
}

std::string acceptance_line(const Acceptance& acceptance, Language language) {
  const std::string day = to_string(acceptance.until);
  return language == Language::ja ? fmt::format("  = 了承済み（{} まで）: {}\n", day, acceptance.because)
                                  : fmt::format("  = accepted until {}: {}\n", day, acceptance.because);
}

}  // namespace

std::string render_text(const CheckReport& report, const Sources& sources, TextStyle style) {
  std::string out;
  for (const JudgedFinding& each : report.findings) {
    Findings one;
    one.append(each.finding);
    out += render_text(one, sources, style);
    if (each.accepted != nullptr) out += acceptance_line(*each.accepted, style.language);
  }
  return out + summary(report, style.language);
}

}  // namespace yomikae
