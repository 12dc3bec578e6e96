#include "cli/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "base/text.h"
#include "cli/shipped_terms.h"
#include "load/terms_directory.h"
#include "rules/evaluate.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::year_month_day day{std::chrono::year{local.tm_year + 1900},
                                        std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                                        std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return Date{day};
}

}  // namespace

TextStyle CommonOptions::style(bool to_error) const {
  TextStyle style{language, false};
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = no_color != nullptr && *no_color != '\0';
  const bool terminal = isatty(to_error ? STDERR_FILENO : STDOUT_FILENO) == 1 && (to_error || output.empty());
  style.color = color == Color::always || (color == Color::automatic && terminal && !refused);
  return style;
}

bool Session::load_terms(DeadAddresses dead) {
  std::vector<fs::path> directories;
  if (options_.only_terms.empty()) {
    directories = shipped_terms();
  } else {
    directories.push_back(options_.only_terms);
  }
  directories.insert(directories.end(), options_.terms.begin(), options_.terms.end());
  terms_ = yomikae::load_terms(directories, sources_, findings_, dead);
  return terms_.has_value();
}

bool Session::load_contract(const fs::path& path) {
  agreement_ = load_agreement_file(path, *terms_, sources_, findings_);
  return agreement_.has_value();
}

bool Session::choose_day() {
  if (!read_stated_day()) return false;
  day_ = day_for(agreement_ ? agreement_->contract : Contract{});
  return true;
}

Date Session::day_for(const Contract& contract) const {
  if (stated_day_) return *stated_day_;
  return contract.as_of ? *contract.as_of : today();
}

bool Session::read_stated_day() {
  if (options_.as_of.empty()) return true;
  stated_day_ = parse_date(options_.as_of);
  if (stated_day_) return true;
  const SourceId source = sources_.add("--as-of", options_.as_of);
  findings_.add("format/bad-value", {source, 0, static_cast<std::uint32_t>(options_.as_of.size())},
                {fmt::format("`{}` は存在する日付ではない", single_line(options_.as_of)),
                 fmt::format("`{}` is no date that exists", single_line(options_.as_of))});
  return false;
}

bool Session::select() {
  if (!choose_day()) return false;
  selection_ = yomikae::select(*terms_, *agreement_, day_);
  return true;
}

Exit Session::failed() {
  const std::string text = render_text(findings_, sources_, options_.style(true));
  std::fwrite(text.data(), 1, text.size(), stderr);
  return Exit::failed;
}

Exit Session::unreadable(const fs::path& file) {
  findings_.add("yaml/unreadable", {sources_.add(file.string(), {}), 0, 0}, {"読めない", "cannot be read"});
  return failed();
}

Exit Session::guarded(const std::function<Exit()>& work) {
  try {
    return work();
  } catch (const RuleFailure& failure) {
    findings_.add(failure.rule, failure.place, failure.message);
    return failed();
  }
}

Exit Session::write(const std::string& report, Exit status) {
  ReportFile file(options_.output);
  file.write(report);
  return finish(file, status);
}

Exit Session::finish(ReportFile& file, Exit status) {
  if (file.finish()) return status;
  if (options_.output.empty()) return Exit::failed;
  const SourceId source = sources_.add(options_.output.string(), {});
  findings_.add("yaml/unreadable", {source, 0, 0}, {"書き込めない", "cannot be written"});
  return failed();
}

Exit Session::status_of(std::span<const JudgedFinding> found) const {
  const bool reported = std::any_of(found.begin(), found.end(), [&](const JudgedFinding& each) {
    const Severity severity = each.finding.rule->severity;
    return each.counts() && (severity == Severity::error || (severity == Severity::warning && options_.strict));
  });
  return reported ? Exit::findings : Exit::done;
}

Exit Session::status_of(const Answer& answer, std::span<const JudgedFinding> in_the_way) const {
  return answer.status == AnswerStatus::refused ? Exit::findings : status_of(in_the_way);
}

}  // namespace yomikae::cli
