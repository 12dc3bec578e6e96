// consumer CONTRACT MATTER: which provision wins a matter of a contract, by the terms that ship with the library.
#include <iostream>

#include "effective/effective_terms.h"
#include "load/terms_directory.h"
#include "render/output.h"
#include "resolve/selection.h"

int main(int argc, char** argv) {
  using namespace yomikae;
  if (argc != 3) return 2;
  Sources sources;
  Findings findings;
  const auto terms = load_terms({TERMS_DIR}, sources, findings);
  const auto agreement = terms ? load_agreement_file(argv[1], *terms, sources, findings) : std::nullopt;
  if (!agreement || !agreement->contract.as_of) {
    std::cerr << render_text(findings, sources, {Language::en, false});
    return 2;
  }
  const Selection selection = select(*terms, *agreement, *agreement->contract.as_of);
  for (const MatterRow& row : matter_rows(selection)) {
    if (row.matter->id.value != argv[2] || !row.scope.empty() || row.sources.empty()) continue;
    const Rule& winner = *row.sources.front();
    std::cout << winner.document.value << '#' << to_string(winner.at) << ' ' << row.display << '\n';
    return 0;
  }
  return 1;
}
