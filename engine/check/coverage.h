#pragma once

#include "check/check.h"

namespace yomikae {

/// Reports every provision of which nobody said what it lays down (`coverage/unmarked`): it has no rule, ranks nothing,
/// is pointed to by no channel, is not marked as out of force, and is not said to lay down nothing computable. A mark
/// on a provision serves what lies below it; a provision all of whose items are marked needs none of its own.
void check_coverage(const Checked& checked, Findings& findings);

}  // namespace yomikae
