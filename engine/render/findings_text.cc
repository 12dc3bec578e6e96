#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/output.h"

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

  std::string print(const Finding& finding) {
    std::string out = head(finding.place);
    out += fmt::format("{}: {} [{}]\n", severity(finding.rule->severity), finding.message.in(style_.language),
                       finding.rule->id);
    out += snippet(finding.place);
    if (!finding.help.empty()) out += fmt::format("  = {}\n", finding.help.in(style_.language));
    for (const auto& related : finding.related) {
      out += fmt::format("  {}{}\n", head(related.place), related.message.in(style_.language));
    }
    return out;
  }

 private:
  std::string head(Place place) const {
    if (!place.known()) return {};
    const Location location = sources_.locate(place);
    return fmt::format("{}:{}:{}: ", single_line(sources_.name(place.source)), location.line, location.column);
  }

  std::string snippet(Place place) const {
    if (!place.known() || sources_.text(place.source).empty()) return {};
    const Location location = sources_.locate(place);
    const Excerpt part = excerpt(location, std::max<std::size_t>(1, place.length));
    const std::string number = std::to_string(location.line);
    const std::string gutter(number.size(), ' ');
    return fmt::format(" {} | {}\n {} | {}{}\n", number, part.text, gutter, std::string(part.caret_column, ' '),
                       paint(std::string(part.caret_width, '^'), "1;31"));
  }

  std::string paint(const std::string& text, std::string_view code) const {
    return style_.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
  }

  std::string severity(Severity severity) const {
    switch (severity) {
      case Severity::error: return paint(style_.language == Language::ja ? "エラー" : "error", "1;31");
      case Severity::warning: return paint(style_.language == Language::ja ? "警告" : "warning", "1;33");
      case Severity::note: break;
    }
    return paint(style_.language == Language::ja ? "注記" : "note", "1;36");
  }

  const Sources& sources_;
  TextStyle style_;
};

}  // namespace

std::string render_text(const Findings& findings, const Sources& sources, TextStyle style) {
  FindingPrinter printer(sources, style);
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
