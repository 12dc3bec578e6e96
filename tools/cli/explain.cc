#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "effective/explanation.h"

namespace yomikae::cli {
namespace {

/// `explain RULE`: what a kind of finding looks for.
Exit explain_finding(Session& session, const std::string& id) {
  const FindingRule* rule = find_finding_rule(id);
  if (rule == nullptr) {
    std::vector<std::string_view> names;
    for (const FindingRule& each : finding_rules()) names.push_back(each.id);
    const SourceId source = session.sources().add("argument", id);
    session.findings().add(
        "format/unknown-name", {source, 0, static_cast<std::uint32_t>(id.size())},
        {fmt::format("指摘 `{}` はない（契約を説明するには事項か番地も書く）", single_line(id)),
         fmt::format("there is no finding `{}` (to explain a contract, name a matter or address too)",
                     single_line(id))},
        nearest_help(id, names));
    return session.failed();
  }
  const bool japanese = session.options().language == Language::ja;
  const std::string_view severity = rule->severity == Severity::error     ? "error"
                                    : rule->severity == Severity::warning ? "warning"
                                                                          : "note";
  return session.write(fmt::format("{}（{}）\n  {}\n", rule->id, severity, japanese ? rule->ja : rule->en), Exit::done);
}

}  // namespace

Exit run_explain(const CommonOptions& options, const std::string& contract_or_rule, const std::string& subject) {
  Session session(options);
  if (subject.empty()) return explain_finding(session, contract_or_rule);
  if (!session.load_terms() || !session.load_contract(contract_or_rule) || !session.select()) return session.failed();
  return session.guarded([&] {
    const auto explanation = explain(session.selection(), subject, session.sources(), session.findings());
    if (!explanation) return session.failed();
    const std::string report = options.format == Format::json
                                   ? render_json(*explanation, session.sources(), options.language)
                                   : render_text(*explanation, session.sources(), options.style(false));
    return session.write(report, session.status_of(explanation->terms.findings));
  });
}

}  // namespace yomikae::cli
