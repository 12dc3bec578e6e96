#include "cli/approvals.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace yomikae::cli {
namespace {

/// In single quotes: nothing but a quote means anything there.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char each : single_line(text)) result += each == '\'' ? std::string("''") : std::string(1, each);
  return result + "'";
}

}  // namespace

std::string approvals_text(std::vector<Approval> approvals) {
  std::sort(approvals.begin(), approvals.end(), [](const Approval& a, const Approval& b) {
    return std::tie(a.id.at, a.id.of, a.id.change, a.id.mark) < std::tie(b.id.at, b.id.of, b.id.change, b.id.mark);
  });
  constexpr std::string_view prefix = "change/";
  std::string text = "format: 1\nkind: approvals\napprovals:\n";
  for (const Approval& each : approvals) {
    const ChangeId& id = each.id;
    text +=
        fmt::format("  - change: {}\n    at: {}\n", std::string_view(id.change).substr(prefix.size()), quoted(id.at));
    const auto line = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) text += fmt::format("    {}: {}\n", key, quoted(value));
    };
    line("of", id.of);
    if (!id.whom.empty()) text += "    for:\n";
    for (const std::string& whom : id.whom) text += fmt::format("      - {}\n", quoted(whom));
    line("before", id.before);
    line("after", id.after);
    line("mark", id.mark);
    line("because", each.because);
    line("by", each.by);
  }
  return text;
}

}  // namespace yomikae::cli
