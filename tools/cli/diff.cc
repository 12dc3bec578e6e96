// `diff`: what changed between two states of the terms, for every service and for the contracts of a folder.
#include <fmt/format.h>

#include <algorithm>

#include "cli/approvals.h"
#include "cli/command.h"
#include "cli/diff_side.h"
#include "diff/judgement.h"
#include "load/contract_file.h"
#include "load/gate_file.h"
#include "load/terms_directory.h"
#include "render/diff_output.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> contract_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const fs::path& path = it->path();
    const bool sheet = path.string().ends_with(".answers.yaml");
    if (path.extension() == ".yaml" && !sheet && it->is_regular_file(error)) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct ReadContracts {
  std::vector<ComparedContract> compared;
  std::vector<UnreadContract> unread;
};

/// An agreement as one state reads it, and what that state has against it.
struct ReadByState {
  std::optional<Agreement> agreement;
  Findings problems;
};

ReadByState read_by(const DiffSide& side, const YamlNode& root) {
  ReadByState read;
  read.agreement = load_agreement(root, *side.terms, read.problems);
  if (read.problems.has_errors()) read.agreement.reset();
  return read;
}

/// Of problems among which there is an error: what makes a contract unreadable is one.
const Finding& first_error(const Findings& problems) {
  return *std::find_if(problems.all().begin(), problems.all().end(),
                       [](const Finding& each) { return each.rule->severity == Severity::error; });
}

/// Reads each file once, against both states.
ReadContracts read_contracts(const fs::path& folder, const DiffSide& before, const DiffSide& after, Session& session) {
  using Reads = UnreadContract::Reads;
  ReadContracts contracts;
  if (folder.empty()) return contracts;
  const std::vector<fs::path> files = contract_files(folder);
  if (files.empty()) {
    session.findings().add("yaml/unreadable", {session.sources().add(folder.string(), {}), 0, 0},
                           {"契約のファイルがない", "there are no contracts"});
  }
  for (const fs::path& file : files) {
    const std::string shown = fs::path(folder.filename() / file.lexically_relative(folder)).string();
    const auto root = load_yaml_file(file, shown, session.sources(), session.findings());
    if (!root) continue;
    ReadByState then = read_by(before, *root);
    ReadByState now = read_by(after, *root);
    if (!then.agreement && !now.agreement) {
      session.findings().append(now.problems);
    } else if (!then.agreement) {
      contracts.unread.push_back({shown, Reads::after_only, first_error(then.problems)});
    } else if (!now.agreement) {
      contracts.unread.push_back({shown, Reads::before_only, first_error(now.problems)});
    } else {
      const Contract& contract = now.agreement->contract;
      Whom whom{contract.channel, contract.service, {}, contract.id};
      const auto type = contract.dimensions.find("type");
      if (type != contract.dimensions.end()) whom.type = type->second;
      contracts.compared.push_back({std::move(whom), std::move(*then.agreement), std::move(*now.agreement)});
    }
  }
  return contracts;
}

/// What stands at the gate: the files the arguments name, else those of the new state.
struct AtTheGate {
  Gate gate;
  std::vector<Approval> approvals;
  fs::path file;  ///< where approvals are written; empty where nobody says
};

AtTheGate read_gate_files(const DiffRequest& request, ReadSide& after, Session& session) {
  AtTheGate result;
  Findings& findings = session.findings();
  fs::path gate_file = after.gate_file;
  if (after.gate) result.gate = std::move(*after.gate);
  if (!request.gate.empty()) {
    gate_file = request.gate;
    if (auto gate = read_gate(gate_file, gate_file.string(), session.sources(), findings))
      result.gate = std::move(*gate);
    check_gate(result.gate, after.terms.terms->ontology, findings);
  }
  result.approvals = std::move(after.approvals);
  result.file = after.approvals_file;
  if (!request.approvals.empty()) {
    result.file = request.approvals;
    result.approvals.clear();
    const bool there = fs::exists(result.file) || !request.approve;  // the first approval makes the file
    auto approvals = there ? read_approvals(result.file, result.file.string(), session.sources(), findings)
                           : std::optional(std::vector<Approval>{});
    if (approvals) result.approvals = std::move(*approvals);
  }
  if (result.file.empty() && !gate_file.empty()) result.file = gate_file.parent_path() / "approvals.yaml";
  return result;
}

/// Records every change that stops at the gate as agreed to; approvals of changes that are no more go.
Exit approve(const AtTheGate& gate, const Judgement& judgement, const DiffRequest& request, Session& session) {
  if (gate.file.empty()) {
    session.findings().add("yaml/unreadable", {session.sources().add("--approvals", {}), 0, 0},
                           {"承認をどのファイルに書くかを `--approvals` で示す",
                            "name the file the approvals go into, with `--approvals`"});
    return session.failed();
  }
  std::vector<Approval> approvals;
  std::size_t fresh = 0;
  for (const JudgedChange& each : judgement.changes) {
    if (each.approved != nullptr) {
      approvals.push_back(*each.approved);
    } else if (each.severity() == Severity::error) {
      approvals.push_back({each.item.id, request.because, request.by, {}});
      ++fresh;
    }
  }
  ReportFile file(gate.file);
  file.write(approvals_text(std::move(approvals)));
  if (!file.finish()) return session.unreadable(gate.file);
  const bool ja = session.options().language == Language::ja;
  return session.write(ja ? fmt::format("{} 件を承認し、{} に記録した\n", fresh, gate.file.string())
                          : fmt::format("approved {} changes in {}\n", fresh, gate.file.string()),
                       Exit::done);
}

std::string rendered(const DiffReport& report, const Judgement& judgement, Session& session) {
  const CommonOptions& options = session.options();
  switch (options.format) {
    case Format::json: return render_json(report, judgement, session.sources(), options.language);
    case Format::markdown: return render_markdown(report, judgement, session.sources(), options.language);
    case Format::sarif: return render_sarif(as_findings(judgement, report.day), session.sources(), options.language);
    case Format::github: return render_github(as_findings(judgement, report.day), session.sources(), options.language);
    default: return render_text(report, judgement, session.sources(), options.style(false));
  }
}

Exit status_of(const Judgement& judgement, const CommonOptions& options) {
  const bool strictly = options.strict && (judgement.count(Severity::warning) > 0 || !judgement.unused.empty());
  return strictly || judgement.count(Severity::error) > 0 ? Exit::findings : Exit::done;
}

}  // namespace

Exit run_diff(const CommonOptions& options, const DiffRequest& request) {
  Session session(options);
  if (!session.choose_day()) return session.failed();
  const ReadSide before = read_side(request.before, options.terms, session.sources());
  ReadSide after = read_side(request.after, options.terms, session.sources());
  const auto& problems = before.terms.problems.all();
  const bool asked_wrongly = std::any_of(problems.begin(), problems.end(),
                                         [](const Finding& each) { return each.rule->id == "diff/no-such-state"; });
  if (asked_wrongly) session.findings().append(before.terms.problems);
  if (!after.terms.terms) session.findings().append(after.terms.problems);
  if (asked_wrongly || !after.terms.terms) return session.failed();
  return session.guarded([&] {
    const AtTheGate gate = read_gate_files(request, after, session);
    ReadContracts contracts;
    if (before.terms.terms) contracts = read_contracts(request.contracts, before.terms, after.terms, session);
    if (session.findings().has_errors()) return session.failed();
    const DiffReport report = compare_states(
        before.terms, after.terms, {contracts.compared, contracts.unread, gate.gate, session.sources(), session.day()});
    const Judgement judgement = judge(report, gate.gate, gate.approvals);
    if (request.approve) return approve(gate, judgement, request, session);
    return session.write(rendered(report, judgement, session), status_of(judgement, options));
  });
}

}  // namespace yomikae::cli
