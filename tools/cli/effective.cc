#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/command.h"
#include "effective/comparison.h"

namespace yomikae::cli {
namespace {

/// What changed for the contract between the day in question and another, from the earlier to the later.
Exit compare_days(Session& session, const std::string& against) {
  const auto other = parse_date(against);
  if (!other) {
    const SourceId source = session.sources().add("--against", against);
    const std::string shown = single_line(against);
    session.findings().add(
        "format/bad-value", {source, 0, static_cast<std::uint32_t>(against.size())},
        {fmt::format("`{}` は存在する日付ではない", shown), fmt::format("`{}` is no date that exists", shown)});
    return session.failed();
  }
  const auto [first, second] = std::minmax({session.day(), *other});
  const Selection earlier = select(session.terms(), session.agreement(), first);
  const Selection later = select(session.terms(), session.agreement(), second);
  const EffectiveTerms before = effective_terms(earlier);
  const EffectiveTerms after = effective_terms(later);
  const Comparison comparison = compare(before, after);
  const CommonOptions& options = session.options();
  const std::string report = options.format == Format::json
                                 ? render_json(comparison, session.sources(), options.language)
                                 : render_text(comparison, options.style(false));
  return session.write(report, session.status_of(after.judged()));
}

}  // namespace

Exit run_effective(const CommonOptions& options, const std::string& contract, Section section,
                   const std::string& against) {
  Session session(options);
  if (!session.load_terms() || !session.load_contract(contract) || !session.select()) return session.failed();
  return session.guarded([&] {
    if (!against.empty()) return compare_days(session, against);
    const EffectiveTerms terms = effective_terms(session.selection());
    const std::string report = options.format == Format::json
                                   ? render_json(terms, section, session.sources(), options.language)
                                   : render_text(terms, section, session.sources(), options.style(false));
    return session.write(report, session.status_of(terms.judged()));
  });
}

}  // namespace yomikae::cli
