#include <fmt/format.h>

#include <cstdio>

#include "cli/command.h"
#include "effective/answer.h"
#include "effective/effective_terms.h"

namespace yomikae::cli {

std::vector<JudgedFinding> in_the_way(const Selection& selection) {
  Findings findings;
  for (const Finding& finding : selection.findings.all()) {
    if (finding.rule->severity == Severity::error) findings.append(finding);
  }
  check_contract(selection, findings);
  return judge(findings, selection.terms->acceptances, selection.day);
}

namespace {

std::string rendered(const Answer& answer, const Session& session) {
  const CommonOptions& options = session.options();
  switch (options.format) {
    case Format::json: return render_json(answer, session.selection(), options.language);
    case Format::csv: return render_csv(answer, session.selection(), options.language);
    case Format::sarif:
    case Format::github:
    case Format::junit:
    case Format::markdown:
    case Format::text: break;
  }
  return render_text(answer, session.selection(), options.style(false));
}

/// A single date or amount is no table.
Exit refuse_csv(Session& session, const std::string& question) {
  const SourceId source = session.sources().add("--format", "csv");
  session.findings().add("format/bad-value", {source, 0, 3},
                         {fmt::format("`{}` は表ではない。csv は請求明細の形式", question),
                          fmt::format("`{}` is no table: csv is for a statement", question)});
  return session.failed();
}

}  // namespace

Exit run_compute(const CommonOptions& options, const std::string& contract, const std::string& question,
                 const std::vector<std::string>& facts) {
  Session session(options);
  if (!session.load_terms() || !session.load_contract(contract) || !session.select()) return session.failed();
  return session.guarded([&] {
    const auto asked =
        read_question(stated_in_arguments(question, facts, session.sources()), session.selection(), session.findings());
    if (!asked) return session.failed();
    const bool statement = asked->question.matter->shape == Matter::Shape::statement;
    if (options.format == Format::csv && !statement) return refuse_csv(session, question);
    const Answer result = answer(*asked, session.selection());
    const std::vector<JudgedFinding> about_contract = in_the_way(session.selection());
    const std::string report = rendered(result, session);
    const std::string diagnostics = render_text(about_contract, session.sources(), options.style(true));
    std::fwrite(diagnostics.data(), 1, diagnostics.size(), stderr);
    return session.write(report, session.status_of(result, about_contract));
  });
}

}  // namespace yomikae::cli
