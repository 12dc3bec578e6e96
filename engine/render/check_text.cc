#include <fmt/format.h>

#include "render/color.h"
#include "render/output.h"
#include "render/severity.h"

namespace yomikae {
namespace {

/// `3 件`, in the colour of its severity where it is not nothing.
std::string counted(const CheckReport& report, Severity severity, TextStyle style) {
  const std::size_t count = report.count(severity);
  const std::string_view word = severity_word(severity, style.language);
  const std::string text = style.language == Language::ja ? fmt::format("{} {} 件", word, count)
                                                          : fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
  return count == 0 ? text : painted(text, color_of(severity), style);
}

std::string summary(const CheckReport& report, TextStyle style) {
  const bool japanese = style.language == Language::ja;
  const std::string_view comma = japanese ? "、" : ", ";
  std::string out = counted(report, Severity::error, style);
  out += comma;
  out += counted(report, Severity::warning, style);
  out += comma;
  out += counted(report, Severity::note, style);
  if (const std::size_t accepted = report.accepted(); accepted > 0) {
    out += comma;
    out += japanese ? fmt::format("了承済み {} 件", accepted) : fmt::format("{} accepted", accepted);
  }
  const std::string day = to_string(report.day);
  return out + (japanese ? fmt::format("（基準日 {}）\n", day) : fmt::format(" (as of {})\n", day));
}

}  // namespace

std::string render_text(const CheckReport& report, const Sources& sources, TextStyle style) {
  const std::string found = render_text(report.findings, sources, style);
  const bool apart = report.accepted() > 0;  // the block of accepted findings is no part of the summary
  return found + (apart ? "\n" : "") + summary(report, style);
}

}  // namespace yomikae
