#pragma once

#include "check/citing.h"

namespace yomikae {

/// What a citation is for (`for:`) is laid down where it leads; reported where another provision does that
/// (`citation/other-matter`).
void check_cited_matter(const Citing& citing, const Terms& terms, Findings& findings);

}  // namespace yomikae
