#include <fmt/format.h>

#include "base/text.h"
#include "render/color.h"
#include "render/output.h"
#include "render/severity.h"

namespace yomikae {
namespace {

constexpr std::size_t page_width = 100;

std::string indented(const std::vector<std::string>& lines, std::string_view by) {
  std::string out;
  for (const std::string& line : lines) out += line.empty() ? "\n" : fmt::format("{}{}\n", by, line);
  return out;
}

std::string wrapped(std::string_view text) { return indented(wrap_to_width(text, page_width), "  "); }

/// The lines of an example, as they are.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

std::string render_text(const FindingRule& rule, const FindingPage& page, TextStyle style) {
  const bool japanese = style.language == Language::ja;
  const std::string severity = painted(severity_word(rule.severity, style.language), color_of(rule.severity), style);
  std::string out =
      fmt::format(fmt::runtime(japanese ? "{}（{}）\n" : "{} ({})\n"), painted(rule.id, emphasis, style), severity);
  out += wrapped(japanese ? rule.ja : rule.en);
  const auto section = [&](std::string_view ja, std::string_view en, const std::string& text) {
    out += fmt::format("\n■ {}\n{}", japanese ? ja : en, text);
  };
  if (!page.why.in(style.language).empty())
    section("なぜ問題か", "why it matters", wrapped(page.why.in(style.language)));
  if (!page.cure.in(style.language).empty()) section("直し方", "how to cure it", wrapped(page.cure.in(style.language)));
  if (!page.example.empty()) section("例", "example", indented(lines_of(page.example), "    "));
  return out;
}

}  // namespace yomikae
