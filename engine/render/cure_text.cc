#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "render/color.h"
#include "render/output.h"

namespace yomikae {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// The lines that differ, old ones above new ones, each stretch under the number of its first line. Cures change few
/// lines and rarely their number, so what both have in common is matched from the front and, behind the last
/// difference, from the back of the rest.
class LineChanges {
 public:
  LineChanges(std::string_view before, std::string_view after) : before_(lines_of(before)), after_(lines_of(after)) {}

  template <class Show>
  void each(Show show) const {
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < before_.size() || b < after_.size()) {
      if (a < before_.size() && b < after_.size() && before_[a] == after_[b]) {
        ++a;
        ++b;
        continue;
      }
      const auto [next_a, next_b] = meet(a, b);
      show(a + 1, std::vector(before_.begin() + at(a), before_.begin() + at(next_a)),
           std::vector(after_.begin() + at(b), after_.begin() + at(next_b)));
      a = next_a;
      b = next_b;
    }
  }

 private:
  static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

  /// Where the two run alike again, with as little between as can be.
  [[nodiscard]] std::pair<std::size_t, std::size_t> meet(std::size_t a, std::size_t b) const {
    for (std::size_t sum = 1; a + sum <= before_.size() || b + sum <= after_.size(); ++sum) {
      for (std::size_t left = 0; left <= sum; ++left) {
        const std::size_t i = a + left;
        const std::size_t j = b + sum - left;
        if (i < before_.size() && j < after_.size() && before_[i] == after_[j]) return {i, j};
      }
    }
    return {before_.size(), after_.size()};
  }

  std::vector<std::string_view> before_;
  std::vector<std::string_view> after_;
};

}  // namespace

std::string render_text(const std::vector<CuredFile>& files, const Sources& sources, TextStyle style) {
  const bool japanese = style.language == Language::ja;
  std::string out;
  std::size_t cured = 0;
  std::size_t left = 0;
  for (const CuredFile& file : files) {
    cured += file.findings.size();
    left += file.left_over.size();
    if (file.findings.empty()) continue;
    out += fmt::format("{}\n", single_line(sources.name(file.source)));
    for (const Finding* each : file.findings) {
      out += fmt::format("  {}: {} [{}]\n", sources.locate(each->place).line, each->message.in(style.language),
                         each->rule->id);
    }
    LineChanges(sources.text(file.source), file.text).each([&](std::size_t line, const auto& gone, const auto& come) {
      out += fmt::format("@@ {} @@\n", line);
      for (const std::string_view each : gone) out += painted("-" + single_line(each), "31", style) + "\n";
      for (const std::string_view each : come) out += painted("+" + single_line(each), "32", style) + "\n";
    });
  }
  out += japanese ? fmt::format("直せるもの {} 件\n", cured) : fmt::format("{} can be cured\n", cured);
  if (left > 0) {
    out += japanese ? fmt::format("同じ箇所に重なるため次の回に回すもの {} 件\n", left)
                    : fmt::format("{} touch the same places and are left for the next run\n", left);
  }
  return out;
}

}  // namespace yomikae
