#include <fmt/format.h>

#include "base/text.h"
#include "check/page.h"
#include "cli/command.h"
#include "effective/explanation.h"
#include "overlay/reference.h"

namespace yomikae::cli {
namespace {

/// `explain FINDING`: the page of a kind of finding.
std::string finding_page(const FindingRule& rule, const CommonOptions& options) {
  const FindingPage* written = find_finding_page(rule.id);
  const FindingPage page = written == nullptr ? FindingPage{rule.id, {}, {}, {}} : *written;
  return options.format == Format::json ? render_json(rule, page, options.language)
                                        : render_text(rule, page, options.style(false));
}

template <class Entry>
std::string page(const Entry& entry, Session& session) {
  const CommonOptions& options = session.options();
  return options.format == Format::json ? render_json(entry, session.terms(), options.language)
                                        : render_text(entry, session.terms(), options.style(false));
}

Exit nothing_known(Session& session, const std::string& subject, const std::vector<std::string>& known) {
  const SourceId source = session.sources().add("argument", subject);
  const std::vector<std::string_view> names(known.begin(), known.end());
  session.findings().add(
      "format/unknown-name", {source, 0, static_cast<std::uint32_t>(subject.size())},
      {fmt::format("`{}` は事項・番地・指摘のどれでもない（契約を説明するには、その後に事項か番地も書く）",
                   single_line(subject)),
       fmt::format("`{}` is no matter, address or finding (to explain a contract, name a matter or address after it)",
                   single_line(subject))},
      nearest_help(subject, names));
  return session.failed();
}

/// `explain SUBJECT`: a kind of finding, a matter with every rule on it, or a provision with all that is held on it.
Exit explain_terms(Session& session, const std::string& subject) {
  if (const FindingRule* rule = find_finding_rule(subject)) {
    return session.write(finding_page(*rule, session.options()), Exit::done);
  }
  if (!session.load_terms()) return session.failed();
  const Terms& terms = session.terms();
  if (const auto question = find_question(terms.ontology, subject)) {
    return session.write(page(look_up(terms, *question->matter), session), Exit::done);
  }
  if (const auto address = parse_address(subject); address && address->provision) {
    const auto entries = look_up(terms, *address);
    if (!entries.empty()) return session.write(page(entries, session), Exit::done);
  }
  std::vector<std::string> known = question_names(terms.ontology);
  for (const Matter& each : terms.ontology.matters) known.push_back(each.id.value);
  for (const FindingRule& each : finding_rules()) known.emplace_back(each.id);
  for (const HeldVersion& each : terms.versions) known.push_back(each.text.document.value);
  return nothing_known(session, subject, known);
}

}  // namespace

Exit run_explain(const CommonOptions& options, const std::string& contract_or_subject, const std::string& subject) {
  Session session(options);
  if (subject.empty()) return explain_terms(session, contract_or_subject);
  if (!session.load_terms() || !session.load_contract(contract_or_subject) || !session.select())
    return session.failed();
  return session.guarded([&] {
    const auto explanation = explain(session.selection(), subject, session.sources(), session.findings());
    if (!explanation) return session.failed();
    const std::string report = options.format == Format::json
                                   ? render_json(*explanation, session.sources(), options.language)
                                   : render_text(*explanation, session.sources(), options.style(false));
    return session.write(report, session.status_of(explanation->terms.judged()));
  });
}

}  // namespace yomikae::cli
