#include "check/substitutions.h"

#include "check/names_left.h"
#include "check/renamed_texts.h"
#include "check/substitution_hits.h"
#include "check/substitution_rows.h"

namespace yomikae {

void check_substitutions(const Checked& checked, Findings& findings) {
  for (const State& state : checked.states) {
    const RenamedTexts texts(state);
    if (texts.levels.empty()) continue;
    check_rows(texts, findings);
    check_hits(texts, checked.sources, findings);
    check_names_left(texts, findings);
  }
}

}  // namespace yomikae
