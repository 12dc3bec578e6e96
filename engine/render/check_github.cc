// Annotations of a GitHub Actions run: `::error file=…,line=…,col=…::words`.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "render/output.h"

namespace yomikae {
namespace {

/// GitHub shows no more than this many annotations of a kind for a step; the rest would be lost.
constexpr std::size_t most_annotations = 10;

enum class Part { property, data };

/// What would end or break a command is written as its percent code.
std::string escaped(std::string_view text, Part part) {
  std::string out;
  for (const char each : text) {
    const bool separates = part == Part::property && (each == ':' || each == ',');
    if (each == '%' || each == '\r' || each == '\n' || separates) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(each)));
    } else {
      out += each;
    }
  }
  return out;
}

/// A line of the log that is no command, whatever stands in it: `##[` is one wherever it stands, `::` at the beginning.
std::string plain_line(const std::string& text) {
  std::string line = "| " + single_line(text);
  for (std::size_t at = line.find("##["); at != std::string::npos; at = line.find("##[", at)) line.insert(at + 2, " ");
  return line + "\n";
}

class GithubWriter {
 public:
  GithubWriter(const Sources& sources, Language language) : sources_(sources), language_(language) {}

  std::string write(const CheckReport& report) const {
    std::string annotations;
    std::string rest;
    std::string accepted;
    constexpr std::array kinds{Severity::error, Severity::warning, Severity::note};
    for (const Severity severity : kinds) {
      std::size_t shown = 0;
      for (const JudgedFinding& each : report.findings) {
        if (each.finding.rule->severity != severity) continue;
        if (!each.counts()) {
          accepted += plain_line(fmt::format("{} = {}", words(each.finding), each.accepted->because));
        } else if (++shown <= most_annotations) {
          annotations += annotation(each.finding);
        } else {
          rest += plain_line(words(each.finding));
        }
      }
    }
    return annotations + group(pick("そのほかの指摘", "further findings"), rest) +
           group(pick("了承済みの指摘", "accepted findings"), accepted);
  }

 private:
  [[nodiscard]] std::string pick(const char* ja, const char* en) const { return language_ == Language::ja ? ja : en; }

  static std::string group(const std::string& title, const std::string& lines) {
    if (lines.empty()) return {};
    return fmt::format("::group::{} ({})\n{}::endgroup::\n", title, std::count(lines.begin(), lines.end(), '\n'),
                       lines);
  }

  [[nodiscard]] std::string annotation(const Finding& finding) const {
    std::string properties;
    if (finding.place.known()) {
      const Location start = sources_.locate(finding.place);
      const Location end = sources_.locate({finding.place.source, finding.place.offset + finding.place.length, 0});
      properties =
          fmt::format("file={},line={}", escaped(sources_.name(finding.place.source), Part::property), start.line);
      // Columns are only taken where both lie on one line.
      if (end.line == start.line) {
        properties += fmt::format(",col={},endColumn={}", start.column, std::max(start.column, end.column));
      } else {
        properties += fmt::format(",endLine={}", end.line);
      }
      properties += ",";
    }
    properties += fmt::format("title={}", escaped(finding.rule->id, Part::property));
    std::string text = finding.message.in(language_);
    if (!finding.help.empty()) text += "\n" + finding.help.in(language_);
    const std::string_view kind = finding.rule->severity == Severity::error     ? "error"
                                  : finding.rule->severity == Severity::warning ? "warning"
                                                                                : "notice";
    return fmt::format("::{} {}::{}\n", kind, properties, escaped(text, Part::data));
  }

  [[nodiscard]] std::string words(const Finding& finding) const {
    std::string place;
    if (finding.place.known()) {
      const Location start = sources_.locate(finding.place);
      place = fmt::format("{}:{}:{}: ", sources_.name(finding.place.source), start.line, start.column);
    }
    return fmt::format("{}{} [{}]", place, finding.message.in(language_), finding.rule->id);
  }

  const Sources& sources_;
  Language language_;
};

}  // namespace

std::string render_github(const CheckReport& report, const Sources& sources, Language language) {
  return GithubWriter(sources, language).write(report);
}

}  // namespace yomikae
