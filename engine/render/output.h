#pragma once

#include <span>
#include <string>

#include "base/finding.h"
#include "check/cure.h"
#include "check/page.h"
#include "check/report.h"
#include "effective/answer.h"
#include "effective/comparison.h"
#include "effective/effective_terms.h"
#include "effective/explanation.h"
#include "overlay/reference.h"

namespace yomikae {

/// Which parts of the effective terms a person asks for.
enum class Section { all, matters, dates, provisions, open };

/// How the text output may look. The same input gives the same bytes; colour is the only thing a terminal changes.
struct TextStyle {
  Language language = Language::ja;
  bool color = false;
};

std::string render_text(const EffectiveTerms& terms, Section section, const Sources& sources, TextStyle style);
std::string render_text(const Answer& answer, const Selection& selection, TextStyle style);
std::string render_text(const Explanation& explanation, const Sources& sources, TextStyle style);
/// What is different for one contract on two days.
std::string render_text(const Comparison& comparison, TextStyle style);
/// What the terms hold on provisions or on a matter, whatever the contract.
std::string render_text(const std::vector<ProvisionEntry>& entries, const Terms& terms, TextStyle style);
std::string render_text(const MatterEntry& entry, const Terms& terms, TextStyle style);
/// File, line, column, the line itself with a caret, what is wrong and what would be right.
std::string render_text(const Findings& findings, const Sources& sources, TextStyle style);
/// The same of those that count, all of them; behind them in short those somebody has accepted, each with the reason.
std::string render_text(std::span<const JudgedFinding> findings, const Sources& sources, TextStyle style);

/// What was checked: its findings and a summary by severity.
std::string render_text(const CheckReport& report, const Sources& sources, TextStyle style);
std::string render_json(const CheckReport& report, const Sources& sources, Language language);
/// What the cures that are certain change, line by line.
std::string render_text(const std::vector<CuredFile>& files, const Sources& sources, TextStyle style);
/// SARIF 2.1.0: columns in code points, fingerprints by what a finding is about, acceptances as suppressions, cures as
/// fixes.
std::string render_sarif(const CheckReport& report, const Sources& sources, Language language);
/// Annotations of a GitHub Actions run, the worst first; what is more than one step can show stands in a folded group.
std::string render_github(const CheckReport& report, const Sources& sources, Language language);
/// JUnit XML: errors that count are failures, accepted findings are skipped.
std::string render_junit(const CheckReport& report, const Sources& sources, Language language);

/// The page of one kind of finding: what it looks for, why it matters, how to cure it, an example.
std::string render_text(const FindingRule& rule, const FindingPage& page, TextStyle style);
std::string render_json(const FindingRule& rule, const FindingPage& page, Language language);

std::string render_json(const EffectiveTerms& terms, Section section, const Sources& sources, Language language);
std::string render_json(const Answer& answer, const Selection& selection, Language language);
/// The lines of a statement, one a row, as a spreadsheet in Japanese opens them: UTF-8 with a byte order mark, CRLF.
std::string render_csv(const Answer& answer, const Selection& selection, Language language);
std::string render_json(const Comparison& comparison, const Sources& sources, Language language);
std::string render_json(const std::vector<ProvisionEntry>& entries, const Terms& terms, Language language);
std::string render_json(const MatterEntry& entry, const Terms& terms, Language language);
std::string render_json(const Explanation& explanation, const Sources& sources, Language language);

}  // namespace yomikae
