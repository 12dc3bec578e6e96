#pragma once

#include "check/check.h"

namespace yomikae {

/// 事項と定め: rules that disagree, that no contract reaches, that repeat what they override; matters nobody regulates.
void check_matters(const Checked& checked, Findings& findings);

}  // namespace yomikae
