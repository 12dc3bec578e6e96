#include "check/matters.h"

#include <vector>

#include "check/cases.h"
#include "check/charges.h"
#include "check/conflicts.h"
#include "check/ending_walks.h"
#include "check/idle_marks.h"
#include "check/overrides.h"
#include "check/reach.h"
#include "check/readings.h"
#include "check/silence.h"

namespace yomikae {

void check_matters(const Checked& checked, Findings& findings) {
  const std::vector<Case> cases = cases_of(checked);
  find_conflicts(checked, cases, findings);
  find_silence(checked, cases, findings);
  find_unreachable(checked, cases, findings);
  find_idle_overrides(checked, cases, findings);
  walk_endings(checked, cases, findings);
  check_readings(checked, findings);
  check_charges(checked, findings);
  check_idle_marks(checked, findings);
}

}  // namespace yomikae
