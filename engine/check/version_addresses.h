#pragma once

#include <string>

#include "check/check.h"
#include "terms/address.h"

namespace yomikae {

/// 版を名指す番地: `document@2024-10-30#9.1` anywhere in rules, texts and channels.
void check_version_addresses(const Checked& checked, Findings& findings);

/// Reports an address that names a version nobody holds, or one that is not the newest. `at` is what writes it, a
/// subject of the finding; an address without a version is fine.
void check_version_address(const Address& address, Place place, const std::string& at, const Terms& terms,
                           Findings& findings);

}  // namespace yomikae
