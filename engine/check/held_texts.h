#pragma once

#include <vector>

#include "check/check.h"

namespace yomikae {

/// The versions that make up a contract of some state, each once, in the order of the terms.
std::vector<const HeldVersion*> texts_in_force(const Checked& checked);

}  // namespace yomikae
