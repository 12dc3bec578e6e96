// Test results as CI servers read them: a suite for each family of rules, a failed case for each error that counts, a
// skipped one for each finding somebody has accepted, and a passed one for each rule that found nothing.
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "render/output.h"

namespace yomikae {
namespace {

/// Text or the value of an attribute. What XML 1.0 does not allow at all is replaced.
std::string xml(std::string_view text) {
  std::string out;
  for (const char each : text) {
    switch (each) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: {
        const auto byte = static_cast<unsigned char>(each);
        if (byte < 0x20 && each != '\n' && each != '\t') {
          out += "\xEF\xBF\xBD";
        } else {
          out += each;
        }
      }
    }
  }
  return out;
}

std::string family_of(std::string_view rule) { return std::string(rule.substr(0, rule.find('/'))); }

struct Suite {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

class JunitWriter {
 public:
  JunitWriter(const Sources& sources, Language language) : sources_(sources), language_(language) {}

  std::string write(const CheckReport& report) {
    std::set<std::string_view> fired;
    for (const JudgedFinding& each : report.findings) {
      fired.insert(each.finding.rule->id);
      add(each);
    }
    for (const FindingRule& rule : finding_rules()) {
      if (!fired.contains(rule.id)) open(rule, {}) += "/>\n";
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"yomikae\">\n";
    for (const auto& [name, suite] : suites_) {
      out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
                         xml(name), suite.tests, suite.failures, suite.skipped);
      out += suite.cases + "  </testsuite>\n";
    }
    return out + "</testsuites>\n";
  }

 private:
  /// Begins a case; what is returned is where the rest of it goes.
  std::string& open(const FindingRule& rule, const std::string& what) {
    Suite& suite = suites_[family_of(rule.id)];
    ++suite.tests;
    suite.cases += fmt::format(R"(    <testcase classname="{}" name="{}")", xml(rule.id),
                               xml(what.empty() ? std::string(rule.id) : what));
    return suite.cases;
  }

  void add(const JudgedFinding& judged) {
    const Finding& finding = judged.finding;
    std::string place;
    std::string where;
    if (finding.place.known()) {
      const Location start = sources_.locate(finding.place);
      place = fmt::format("{}:{}:{}", sources_.name(finding.place.source), start.line, start.column);
      where = fmt::format(R"( file="{}" line="{}")", xml(single_line(sources_.name(finding.place.source))), start.line);
    }
    const std::string message = single_line(finding.message.in(language_));
    std::string body = place.empty() ? message : fmt::format("{}: {}", single_line(place), message);
    if (!finding.help.empty()) body += "\n" + finding.help.in(language_);
    std::string& out = open(*finding.rule, single_line(fmt::format("{} {}", place, message)));
    Suite& suite = suites_[family_of(finding.rule->id)];
    if (judged.accepted != nullptr) {
      ++suite.skipped;
      out += fmt::format("{}>\n      <skipped message=\"{}\"/>\n    </testcase>\n", where,
                         xml(single_line(judged.accepted->because)));
    } else if (finding.rule->severity == Severity::error) {
      ++suite.failures;
      out += fmt::format("{}>\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n", where,
                         xml(finding.rule->id), xml(message), xml(body));
    } else {
      out += fmt::format("{}>\n      <system-out>{}</system-out>\n    </testcase>\n", where, xml(body));
    }
  }

  const Sources& sources_;
  Language language_;
  std::map<std::string, Suite> suites_;
};

}  // namespace

std::string render_junit(const CheckReport& report, const Sources& sources, Language language) {
  return JunitWriter(sources, language).write(report);
}

}  // namespace yomikae
