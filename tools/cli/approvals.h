#pragma once

#include <span>
#include <string>
#include <vector>

#include "overlay/gate.h"

namespace yomikae::cli {

/// The text of a file of approvals (`kind: approvals`), one entry a change, in an order that does not depend on when
/// each was agreed to: two people who approve at once do not collide in every line.
std::string approvals_text(std::vector<Approval> approvals);

}  // namespace yomikae::cli
