// How long every date and amount of a contract takes once the terms are loaded: the measure of ./tools/bench.
//   bench_answers TERMS-FOLDER … -- CONTRACT …
// A line for each contract: its file, how many questions, and the medians in microseconds of processor time of reading
// that file (what the others are compared with), of choosing its texts, and of all its answers.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench_answers/questionnaire.h"
#include "load/terms_directory.h"
#include "render/output.h"

namespace yomikae::bench {
namespace {

constexpr int rounds = 101;

/// Of the processor: what else the machine does in the meantime is left out.
template <class Work>
double microseconds(const Work& work) {
  constexpr double in_a_second = 1e6;
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) * in_a_second / CLOCKS_PER_SEC;
}

double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

/// Reads and answers each question as somebody asks it; how many came out, so that nothing is optimised away.
std::size_t answer_all(const std::vector<StatedQuestion>& questions, const Selection& selection, Findings& findings) {
  std::size_t answered = 0;
  WorkedOut worked_out;
  for (const StatedQuestion& each : questions) {
    if (const auto asked = read_question(each, selection, findings)) {
      answered += answer(*asked, selection, worked_out).readings.empty() ? 0 : 1;
    }
  }
  return answered;
}

std::vector<StatedQuestion> asked_of(const std::filesystem::path& file, const Terms& terms, Sources& sources,
                                     Findings& findings) {
  const auto agreement = load_agreement_file(file, terms, sources, findings);
  if (!agreement || !agreement->contract.as_of) return {};
  return questionnaire(select(terms, *agreement, *agreement->contract.as_of), sources);
}

bool measure(const std::filesystem::path& file, const Terms& terms, Sources& sources, Findings& findings) {
  const std::vector<StatedQuestion> questions = asked_of(file, terms, sources, findings);
  std::vector<double> loading;
  std::vector<double> selecting;
  std::vector<double> answering;
  std::size_t answered = 0;
  for (int round = 0; round < rounds; ++round) {
    std::optional<Agreement> agreement;
    std::unique_ptr<const Selection> selection;
    loading.push_back(microseconds([&] { agreement = load_agreement_file(file, terms, sources, findings); }));
    if (!agreement || !agreement->contract.as_of) return false;
    selecting.push_back(microseconds(
        [&] { selection = std::make_unique<const Selection>(select(terms, *agreement, *agreement->contract.as_of)); }));
    answering.push_back(microseconds([&] { answered += answer_all(questions, *selection, findings); }));
  }
  fmt::print("{} {} {:.1f} {:.1f} {:.1f}\n", file.string(), questions.size(), median(std::move(loading)),
             median(std::move(selecting)), median(std::move(answering)));
  return answered == questions.size() * rounds && answered > 0;
}

int run(const std::vector<std::string>& arguments) {
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  const std::vector<std::filesystem::path> folders(arguments.begin(), dashes);
  Sources sources;
  Findings findings;
  const auto terms = load_terms(folders, sources, findings);
  bool measured = terms.has_value() && dashes != arguments.end();
  for (auto file = dashes; measured && file != arguments.end(); ++file) {
    if (file != dashes) measured = measure(*file, *terms, sources, findings);
  }
  const std::string problems = render_text(findings, sources, {});
  std::fwrite(problems.data(), 1, problems.size(), stderr);
  return measured ? 0 : 2;
}

}  // namespace
}  // namespace yomikae::bench

int main(int argc, char** argv) {
  try {
    return yomikae::bench::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_answers: %s\n", error.what());
    return 2;
  }
}
