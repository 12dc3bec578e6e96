#pragma once

#include "check/citing.h"

namespace yomikae {

/// Where a provision of one version stands in another: by the heading of its article, the name or the words of the
/// paragraph or item. The same path where nothing tells it apart; nothing where what has a name is not there any more.
std::optional<ProvisionPath> moved_to(const ProvisionPath& path, const Version& before, const Version& after);

/// A number that a newer version of the document cited gave to something else (`citation/moved`), or to nothing
/// (`citation/not-found`). Whether something was reported.
bool check_moved(const Citing& citing, const Terms& terms, Findings& findings);

}  // namespace yomikae
