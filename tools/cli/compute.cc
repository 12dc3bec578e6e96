#include <cstdio>

#include "cli/command.h"
#include "effective/answer.h"
#include "effective/effective_terms.h"

namespace yomikae::cli {

namespace {

/// Warnings about how the texts come together belong to `effective`; a single answer shows what stands in its way.
Findings errors_of(const Findings& findings) {
  Findings errors;
  for (const Finding& finding : findings.all()) {
    if (finding.rule->severity != Severity::error) continue;
    errors.add(finding.rule->id, finding.place, finding.message, finding.help);
  }
  return errors;
}

}  // namespace

Exit run_compute(const CommonOptions& options, const std::string& contract, const std::string& question,
                 const std::vector<std::string>& facts) {
  Session session(options);
  if (!session.load_terms() || !session.load_contract(contract) || !session.select()) return session.failed();
  return session.guarded([&] {
    const auto asked = read_question(question, facts, session.selection(), session.sources(), session.findings());
    if (!asked) return session.failed();
    const Answer result = answer(*asked, session.selection());
    Findings about_contract = errors_of(session.selection().findings);
    check_contract(session.selection(), about_contract);
    const std::string report = options.format == Format::json
                                   ? render_json(result, session.selection(), options.language)
                                   : render_text(result, session.selection(), options.style(false));
    const std::string diagnostics = render_text(about_contract, session.sources(), options.style(true));
    std::fwrite(diagnostics.data(), 1, diagnostics.size(), stderr);
    const Exit status = result.status == AnswerStatus::refused ? Exit::findings : session.status_of(about_contract);
    return session.write(report, status);
  });
}

}  // namespace yomikae::cli
