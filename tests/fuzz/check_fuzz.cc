// Loads whatever bytes come as a set of terms, puts every channel together, checks it and renders what was found. The
// input is a bundle: each file after a line `=== name`; seeds are the real files (make_seeds.py).
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.h"
#include "check/report.h"
#include "effective/effective_terms.h"
#include "load/terms_directory.h"
#include "render/output.h"
#include "rules/evaluate.h"

namespace {

using namespace yomikae;

constexpr std::string_view mark = "=== ";

std::vector<SourceId> files_of(std::string_view bundle, Sources& sources) {
  std::vector<SourceId> files;
  while (!bundle.empty()) {
    const std::size_t end_of_name = std::min(bundle.find('\n'), bundle.size());
    const std::string name(bundle.starts_with(mark) ? bundle.substr(mark.size(), end_of_name - mark.size()) : "input");
    bundle.remove_prefix(bundle.starts_with(mark) ? std::min(end_of_name + 1, bundle.size()) : 0);
    const std::size_t next = bundle.find("\n=== ");
    const std::size_t length = next == std::string_view::npos ? bundle.size() : next + 1;
    files.push_back(sources.add(name, std::string(bundle.substr(0, length))));
    bundle.remove_prefix(length);
  }
  return files;
}

void look(const Terms& terms, Sources& sources, Date day) {
  const std::vector<State> states = states_of(terms, day);
  const CheckReport report{day, judge(check({terms, states, sources, day}), terms.acceptances, day)};
  (void)render_text(report, sources, {Language::ja, false});
  (void)render_sarif(report, sources, Language::en);
  for (const State& state : states) (void)effective_terms(state.selection);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Date day = parse_date("2026-11-24").value();
  Sources sources;
  Findings findings;
  const std::string_view bundle(reinterpret_cast<const char*>(data), size);
  const auto terms = load_terms(files_of(bundle, sources), sources, findings, DeadAddresses::reported);
  (void)render_text(findings, sources, {Language::ja, false});
  if (!terms) return 0;
  try {
    look(*terms, sources, day);
  } catch (const RuleFailure&) {  // a rule that cannot be worked out is an answer
  }
  return 0;
}
