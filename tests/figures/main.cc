// figures ROOT [EVERY]: each figure and duration in a copy of the terms, changed one at a time, changes at least one
// answer, and the answers that change are those that cite its provision. With EVERY only each EVERYth is changed.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "figures/exception.h"
#include "figures/figure.h"
#include "figures/question.h"
#include "figures/terms_copy.h"

namespace yomikae::figures {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> terms_folders(const fs::path& root) {
  return {root / "overlays", root / "iij", root / "itscom", root / "usen"};
}

bool cites(const std::set<std::string>& cited, const Figure& figure) {
  return std::any_of(figure.provisions.begin(), figure.provisions.end(),
                     [&](const std::string& each) { return cited.contains(each); });
}

/// What came of one figure.
struct Outcome {
  std::size_t changed = 0;           ///< answers
  std::vector<std::string> uncited;  ///< ids of questions whose answer changed and names another provision
  std::string why_not;               ///< the changed terms could not be loaded
};

/// An answer, before and after, that changed for a reason it does not name.
bool changed_unnamed(const Figure& figure, const Reply& before, const Reply& after) {
  if (figure.provisions.empty()) return false;
  const bool answer = before.answer != after.answer && !cites(before.cited, figure) && !cites(after.cited, figure);
  const bool findings =
      before.findings != after.findings && !cites(before.found_under, figure) && !cites(after.found_under, figure);
  return answer || findings;
}

Outcome compare(const Figure& figure, const Questionnaire& questions, const std::vector<Reply>& before,
                const std::vector<Reply>& after) {
  Outcome outcome;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].answer == after[i].answer && before[i].findings == after[i].findings) continue;
    ++outcome.changed;
    if (changed_unnamed(figure, before[i], after[i])) outcome.uncited.push_back(questions.lines()[i].id);
  }
  return outcome;
}

/// Changes the figure until an answer changes, and asks everything each time.
Outcome try_figure(const Figure& figure, TermsCopy& copy, const Questionnaire& questions,
                   const std::vector<Reply>& before) {
  Outcome outcome;
  for (const std::string& other : figure.others) {
    const auto changed = copy.with(figure.place, other);
    if (!changed.terms) return {0, {}, changed.why_not};
    outcome = compare(figure, questions, before, questions.ask(*changed.terms, copy.sources()));
    if (outcome.changed > 0) break;
  }
  return outcome;
}

/// Takes every `step`th figure from `first` on: each thread has terms of its own.
void try_figures(const fs::path& root, const Questionnaire& questions, const std::vector<Reply>& before,
                 const std::vector<Figure>& figures, std::size_t first, std::size_t step,
                 std::vector<Outcome>& outcomes) {
  TermsCopy copy(terms_folders(root));
  for (std::size_t i = first; i < figures.size(); i += step) {
    try {
      outcomes[i] = try_figure(figures[i], copy, questions, before);
    } catch (const std::exception& mistake) {
      outcomes[i].why_not = mistake.what();
    }
  }
}

/// The answers under the terms as they stand, held against those that were looked at.
bool golden_answers_hold(const fs::path& file, const std::vector<Reply>& replies) {
  std::string now;
  for (const Reply& each : replies) now += each.golden + "\n";
  if (std::getenv("YOMIKAE_RENEW") != nullptr) {  // NOLINT(concurrency-mt-unsafe): before any thread begins
    std::ofstream(file, std::ios::binary) << now;
    return true;
  }
  std::ifstream in(file, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  if (now == expected) return true;
  const auto [ours, theirs] = std::mismatch(now.begin(), now.end(), expected.begin(), expected.end());
  const auto begin = now.rfind('\n', static_cast<std::size_t>(ours - now.begin()));
  const std::size_t line = begin == std::string::npos ? 0 : begin + 1;
  fmt::print("{}: the answers differ (YOMIKAE_RENEW=1 renews them), first at\n  {}\n", file.filename().string(),
             now.substr(line, now.find('\n', line) - line));
  return false;
}

class Report {
 public:
  Report(const Sources& sources, std::vector<Exception>& exceptions) : sources_(sources), exceptions_(exceptions) {}

  void add(const Figure& figure, const Outcome& outcome) {
    const bool no_effect = excepted(figure, Exception::Lacks::effect, outcome.changed == 0);
    const bool uncited = excepted(figure, Exception::Lacks::citation, !outcome.uncited.empty());
    if (!outcome.why_not.empty()) return complain(figure, fmt::format("cannot be asked: {}", outcome.why_not));
    if (outcome.changed == 0 && !no_effect) complain(figure, "changes no answer");
    if (outcome.uncited.empty() || uncited) return;
    complain(figure, fmt::format("changes {} answers that do not cite it: {}", outcome.uncited.size(),
                                 fmt::join(outcome.uncited, ", ")));
  }

  /// Figures that were left out say nothing of an exception.
  void judge_exceptions(bool all_tried) {
    for (const Exception& each : exceptions_) {
      if (each.needed || (!each.tried && !all_tried)) continue;
      ++problems_;
      fmt::print("exceptions.yaml: `{}` in `{}` of {} {}\n", each.figure, each.within, each.owner,
                 each.tried ? "needs no exception any more" : "is no figure of the terms");
    }
  }

  [[nodiscard]] std::size_t problems() const { return problems_; }

 private:
  /// Whether there is an exception for what the figure `lacks`.
  bool excepted(const Figure& figure, Exception::Lacks what, bool lacks) {
    const auto found = std::find_if(exceptions_.begin(), exceptions_.end(), [&](const Exception& each) {
      return each.lacks == what && each.is_of(figure, sources_);
    });
    if (found == exceptions_.end()) return false;
    found->tried = true;
    found->needed = found->needed || lacks;
    return true;
  }

  void complain(const Figure& figure, const std::string& words) {
    ++problems_;
    const Location at = sources_.locate(figure.place);
    fmt::print("{}:{}:{}: `{}` in `{}` ({}) as `{}` {}\n", sources_.name(figure.place.source), at.line, at.column,
               figure.text, figure.within, figure.owner(sources_), fmt::join(figure.others, "` or `"), words);
  }

  const Sources& sources_;
  std::vector<Exception>& exceptions_;
  std::size_t problems_ = 0;
};

int run(const fs::path& root, std::size_t every) {
  const fs::path here = root / "tests/figures";
  TermsCopy copy(terms_folders(root));
  const Questionnaire questions(here / "questions.jsonl");
  std::vector<Exception> exceptions = read_exceptions(here / "exceptions.yaml");
  const std::vector<Reply> before = questions.ask(copy.terms(), copy.sources());
  std::size_t problems = golden_answers_hold(here / "answers.jsonl", before) ? 0 : 1;

  std::vector<std::string> untraced;
  const std::vector<Figure> all = find_figures(copy, untraced);
  for (const std::string& each : untraced) fmt::print("a figure without a place: {}\n", each);
  std::vector<Figure> tried;
  for (std::size_t i = 0; i < all.size(); i += every) tried.push_back(all[i]);

  std::vector<Outcome> outcomes(tried.size());
  std::thread other([&] { try_figures(root, questions, before, tried, 1, 2, outcomes); });
  try_figures(root, questions, before, tried, 0, 2, outcomes);
  other.join();

  Report report(copy.sources(), exceptions);
  for (std::size_t i = 0; i < tried.size(); ++i) report.add(tried[i], outcomes[i]);
  report.judge_exceptions(every == 1);
  problems += untraced.size() + report.problems();
  fmt::print("{} of {} figures changed, {} questions, {} exceptions, {} problems\n", tried.size(), all.size(),
             questions.lines().size(), exceptions.size(), problems);
  return problems == 0 ? 0 : 1;
}

}  // namespace
}  // namespace yomikae::figures

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::size_t every = count > 2 ? std::max(1UL, std::strtoul(arguments[2], nullptr, 10)) : 1;
  try {
    return yomikae::figures::run(arguments[1], every);
  } catch (const std::exception& mistake) {
    fmt::print("{}\n", mistake.what());
    return 1;
  }
}
