// `check`: holds the terms, or some folders of them, against everything that can be seen without a customer.
#include "check/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "check/acceptance.h"
#include "check/expectations.h"
#include "check/report.h"
#include "cli/command.h"
#include "cli/fix.h"
#include "cli/shipped_terms.h"
#include "load/answers_file.h"
#include "load/terms_directory.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view answers_suffix = ".answers.yaml";
constexpr std::string_view examples_folder = "examples";

bool lies_in(const fs::path& path, const fs::path& folder) {
  const fs::path inner = fs::weakly_canonical(path);
  const fs::path outer = fs::weakly_canonical(folder);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

/// The name under which what lies in a folder is shown: from the folder of the terms that holds it.
std::string shown_as(const fs::path& path, const fs::path& root) {
  const fs::path inner = fs::weakly_canonical(path);
  const fs::path outer = fs::weakly_canonical(root);
  const fs::path below = inner.lexically_relative(outer);
  const fs::path name = outer.filename();
  return below == "." ? name.string() : (name / below).string();
}

std::vector<fs::path> answer_sheets(const fs::path& root) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error)) {
    const fs::path& path = it->path();
    const bool here = path.string().ends_with(answers_suffix) && path.parent_path().filename() == examples_folder;
    if (here && it->is_regular_file(error)) found.push_back(path);
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Checker {
 public:
  Checker(Session& session, const std::vector<fs::path>& roots) : session_(session), roots_(roots) {}

  Findings run() {
    const std::vector<State> states = states_of(session_.terms(), session_.day());
    findings_ = check({session_.terms(), states, session_.sources(), session_.day()});
    for (const fs::path& root : roots_) {
      for (const fs::path& sheet : answer_sheets(root)) answers(sheet, shown_as(sheet, root));
    }
    return std::move(findings_);
  }

 private:
  void answers(const fs::path& path, const std::string& shown) {
    const auto sheet = load_answers_file(path, shown, session_.sources(), findings_);
    if (!sheet) return;
    const auto agreement =
        load_agreement_file(path.parent_path() / sheet->contract, session_.terms(), session_.sources(), findings_);
    if (!agreement) return;
    const auto day = sheet->as_of ? sheet->as_of : agreement->contract.as_of;
    if (!day) {
      findings_.add("format/missing-key", sheet->place,
                    {"`as-of` がない（期待する答えは日によって変わる）",
                     "`as-of` is missing, what is expected depends on the day"});
      return;
    }
    check_expectations(*sheet, *agreement, session_.terms(), *day, findings_);
  }

  Session& session_;
  const std::vector<fs::path>& roots_;
  Findings findings_;
};

/// Those that lie below one of the folders asked about, by file and place; all of them where none is named.
Findings in_order(const Findings& findings, const std::vector<std::string>& folders, const Sources& sources) {
  std::vector<Finding> kept;
  for (const Finding& each : findings.all()) {
    const bool placed = each.place.known();
    const bool wanted =
        folders.empty() || !placed || std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
          const std::string_view name = sources.name(each.place.source);
          return name == folder || name.starts_with(folder + "/");
        });
    if (wanted) kept.push_back(each);
  }
  const auto key = [&](const Finding& each) {
    const std::string_view name = each.place.known() ? sources.name(each.place.source) : std::string_view{};
    return std::tuple(name, each.place.offset, each.rule->id);
  };
  std::stable_sort(kept.begin(), kept.end(), [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
  Findings sorted;
  for (Finding& each : kept) sorted.append(std::move(each));
  return sorted;
}

std::string rendered(const CheckReport& report, const Sources& sources, const CommonOptions& options) {
  switch (options.format) {
    case Format::json: return render_json(report, sources, options.language);
    case Format::sarif: return render_sarif(report, sources, options.language);
    case Format::github: return render_github(report, sources, options.language);
    case Format::junit: return render_junit(report, sources, options.language);
    case Format::csv:
    case Format::markdown:
    case Format::text: break;
  }
  return render_text(report, sources, options.style(false));
}

Exit write(const CheckReport& report, Session& session, Exit status) {
  return session.write(rendered(report, session.sources(), session.options()), status);
}

}  // namespace

Exit run_check(const CommonOptions& options, const std::vector<fs::path>& paths, Fix fix) {
  CommonOptions widened = options;
  std::vector<fs::path> roots = options.only_terms.empty() ? shipped_terms() : std::vector{options.only_terms};
  roots.insert(roots.end(), options.terms.begin(), options.terms.end());
  std::vector<std::string> folders;
  for (const fs::path& path : paths) {
    const auto root =
        std::find_if(roots.begin(), roots.end(), [&](const fs::path& each) { return lies_in(path, each); });
    if (root == roots.end()) {
      widened.terms.push_back(path);
      folders.push_back(shown_as(path, path));
    } else {
      folders.push_back(shown_as(path, *root));
    }
  }
  roots.insert(roots.end(), widened.terms.begin() + static_cast<std::ptrdiff_t>(options.terms.size()),
               widened.terms.end());
  Session session(widened);
  if (!session.read_stated_day()) return session.failed();
  const bool loaded = session.load_terms(DeadAddresses::reported);
  session.choose_day();
  if (!loaded) {
    return write({session.day(), judge(in_order(session.findings(), {}, session.sources()), {}, session.day())},
                 session, Exit::failed);
  }
  return session.guarded([&] {
    Findings found = session.findings();
    found.append(Checker(session, roots).run());
    // Held against everything, whatever is shown of it: what lies in another folder is not unused.
    const auto& acceptances = session.terms().acceptances;
    check_acceptances(acceptances, Findings(found), session.day(), found);
    const Findings asked = in_order(found, folders, session.sources());
    const CheckReport report{session.day(), judge(asked, acceptances, session.day())};
    return fix == Fix::none ? write(report, session, session.status_of(report.findings))
                            : run_fix(report, roots, fix, session);
  });
}

}  // namespace yomikae::cli
