#include <cstdio>

#include "cli/command.h"
#include "effective/answer.h"
#include "effective/effective_terms.h"

namespace yomikae::cli {

Findings in_the_way(const Selection& selection) {
  Findings findings;
  for (const Finding& finding : selection.findings.all()) {
    if (finding.rule->severity != Severity::error) continue;
    findings.add(finding.rule->id, finding.place, finding.message, finding.help);
  }
  check_contract(selection, findings);
  return findings;
}

Exit run_compute(const CommonOptions& options, const std::string& contract, const std::string& question,
                 const std::vector<std::string>& facts) {
  Session session(options);
  if (!session.load_terms() || !session.load_contract(contract) || !session.select()) return session.failed();
  return session.guarded([&] {
    const auto asked =
        read_question(stated_in_arguments(question, facts, session.sources()), session.selection(), session.findings());
    if (!asked) return session.failed();
    const Answer result = answer(*asked, session.selection());
    const Findings about_contract = in_the_way(session.selection());
    const std::string report = options.format == Format::json
                                   ? render_json(result, session.selection(), options.language)
                                   : render_text(result, session.selection(), options.style(false));
    const std::string diagnostics = render_text(about_contract, session.sources(), options.style(true));
    std::fwrite(diagnostics.data(), 1, diagnostics.size(), stderr);
    return session.write(report, session.status_of(result, about_contract));
  });
}

}  // namespace yomikae::cli
