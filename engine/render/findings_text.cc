#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/color.h"
#include "render/output.h"
#include "render/severity.h"

namespace yomikae {
namespace {

/// Longer lines are cut around the place, so that a caret is never off the screen.
constexpr std::size_t widest_line = 110;
constexpr std::size_t widest_bytes = 440;
/// More than anyone reads at once; the rest is counted.
constexpr std::size_t most_findings = 100;

struct Excerpt {
  std::string text;
  std::size_t caret_column = 0;
  std::size_t caret_width = 1;
};

/// The part of the line a caret can point into, with control characters made visible.
Excerpt excerpt(const Location& location, std::size_t place_length) {
  const std::string_view line = location.line_text;
  const std::size_t start = std::min(location.byte, line.size());
  const std::string_view marked = line.substr(start, place_length);
  // A line may be a megabyte: only what can be seen is looked at.
  std::size_t from = start > widest_bytes ? start - widest_bytes : 0;
  while (from < start && (static_cast<unsigned char>(line[from]) & 0xC0U) == 0x80U) ++from;
  std::string before = single_line(line.substr(from, start - from));
  std::string cut_mark = from > 0 ? "…" : "";
  while (display_width(before) > widest_line / 2) {
    std::size_t one = 1;
    while (one < before.size() && (static_cast<unsigned char>(before[one]) & 0xC0U) == 0x80U) ++one;
    before.erase(0, one);
    cut_mark = "…";
  }
  Excerpt result;
  result.text = cut_mark + before;
  result.caret_column = display_width(result.text);
  const auto rest = wrap_to_width(single_line(line.substr(start, widest_bytes)),
                                  widest_line - std::min(widest_line - 2, result.caret_column));
  result.text += rest.front();
  if (rest.size() > 1) result.text += "…";
  result.caret_width = std::max<std::size_t>(
      1, std::min(display_width(single_line(marked.substr(0, widest_bytes))), display_width(rest.front())));
  return result;
}

class FindingPrinter {
 public:
  FindingPrinter(const Sources& sources, TextStyle style) : sources_(sources), style_(style) {}

  std::string print(const Finding& finding) const {
    std::string out = line(finding) + snippet(finding.place, finding.rule->severity);
    if (!finding.help.empty()) out += fmt::format("  = {}\n", finding.help.in(style_.language));
    for (const auto& related : finding.related) {
      out += fmt::format("  {}{}\n", head(related.place), related.message.in(style_.language));
    }
    return out;
  }

  /// In short: where it is and what, and why somebody lives with it.
  std::string print(const Finding& finding, const Acceptance& acceptance) const {
    const std::string until = to_string(acceptance.until);
    const std::string reason = style_.language == Language::ja ? fmt::format("{} まで：{}", until, acceptance.because)
                                                               : fmt::format("until {}: {}", until, acceptance.because);
    std::string out = "  " + line(finding);
    std::string_view before = "    = ";
    for (const std::string& part : wrap_to_width(reason, widest_line - before.size())) {
      if (!part.empty()) out += fmt::format("{}{}\n", before, single_line(part));
      before = "      ";
    }
    return out;
  }

 private:
  std::string line(const Finding& finding) const {
    return fmt::format("{}{}: {} {}\n", head(finding.place), word(finding.rule->severity),
                       finding.message.in(style_.language), paint(fmt::format("[{}]", finding.rule->id), dim));
  }

  std::string head(Place place) const {
    if (!place.known()) return {};
    const Location location = sources_.locate(place);
    return fmt::format("{}:{}:{}: ", single_line(sources_.name(place.source)), location.line, location.column);
  }

  std::string snippet(Place place, Severity severity) const {
    if (!place.known() || sources_.text(place.source).empty()) return {};
    const Location location = sources_.locate(place);
    const Excerpt part = excerpt(location, std::max<std::size_t>(1, place.length));
    const std::string number = std::to_string(location.line);
    const std::string gutter(number.size(), ' ');
    return fmt::format(" {} | {}\n {} | {}{}\n", number, part.text, gutter, std::string(part.caret_column, ' '),
                       paint(std::string(part.caret_width, '^'), color_of(severity)));
  }

  std::string paint(std::string_view text, std::string_view code) const { return painted(text, code, style_); }

  std::string word(Severity severity) const {
    return paint(severity_word(severity, style_.language), color_of(severity));
  }

  const Sources& sources_;
  TextStyle style_;
};

}  // namespace

std::string render_text(std::span<const JudgedFinding> findings, const Sources& sources, TextStyle style) {
  const FindingPrinter printer(sources, style);
  std::string out;
  std::string accepted;
  std::size_t count = 0;
  for (const JudgedFinding& each : findings) {
    if (each.counts()) {
      out += printer.print(each.finding);
    } else {
      accepted += printer.print(each.finding, *each.accepted);
      ++count;
    }
  }
  if (count == 0) return out;
  const std::string title =
      style.language == Language::ja ? fmt::format("了承済み（{} 件）", count) : fmt::format("accepted ({})", count);
  return fmt::format("{}{}{}:\n{}", out, out.empty() ? "" : "\n", painted(title, emphasis, style), accepted);
}

std::string render_text(const Findings& findings, const Sources& sources, TextStyle style) {
  const FindingPrinter printer(sources, style);
  std::string out;
  const std::size_t count = std::min(findings.all().size(), most_findings);
  for (std::size_t i = 0; i < count; ++i) out += printer.print(findings.all()[i]);
  if (count < findings.all().size()) {
    const std::size_t more = findings.all().size() - count;
    out += style.language == Language::ja ? fmt::format("ほかに {} 件\n", more) : fmt::format("and {} more\n", more);
  }
  return out;
}

}  // namespace yomikae
