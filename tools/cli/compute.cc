#include <cstdio>

#include "cli/command.h"
#include "effective/answer.h"
#include "effective/effective_terms.h"

namespace yomikae::cli {

Exit run_compute(const CommonOptions& options, const std::string& contract, const std::string& question,
                 const std::vector<std::string>& facts) {
  Session session(options);
  if (!session.load_terms() || !session.load_contract(contract) || !session.select()) return session.failed();
  const auto asked = read_question(question, facts, session.selection(), session.sources(), session.findings());
  if (!asked) return session.failed();
  const Answer result = answer(*asked, session.selection());
  Findings about_contract = session.selection().findings;
  check_contract(session.selection(), about_contract);
  const std::string report = options.format == Format::json
                                 ? render_json(result, session.selection(), options.language)
                                 : render_text(result, session.selection(), options.style(false));
  const std::string diagnostics = render_text(about_contract, session.sources(), options.style(true));
  std::fwrite(diagnostics.data(), 1, diagnostics.size(), stderr);
  const Exit status = result.status == AnswerStatus::refused ? Exit::findings : session.status_of(about_contract);
  return session.write(report, status);
}

}  // namespace yomikae::cli
