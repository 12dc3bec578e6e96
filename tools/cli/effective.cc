#include "cli/command.h"
#include "effective/effective_terms.h"

namespace yomikae::cli {

Exit run_effective(const CommonOptions& options, const std::string& contract, Section section) {
  Session session(options);
  if (!session.load_terms() || !session.load_contract(contract) || !session.select()) return session.failed();
  return session.guarded([&] {
    const EffectiveTerms terms = effective_terms(session.selection());
    const std::string report = options.format == Format::json
                                   ? render_json(terms, section, session.sources(), options.language)
                                   : render_text(terms, section, session.sources(), options.style(false));
    return session.write(report, session.status_of(terms.findings));
  });
}

}  // namespace yomikae::cli
