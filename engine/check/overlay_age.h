#pragma once

#include "check/check.h"

namespace yomikae {

/// 適用のしかたの古さ: overlays older than the terms they adopt or point to (with what changed since, where it is
/// known), than those of the channel they extend, and than their own.
void check_overlay_age(const Checked& checked, Findings& findings);

/// The day on which the overlay of a level was drawn up: that of the channel it belongs to.
Date day_of(const OverlayLevel& level, const Channel& channel, const Terms& terms);

}  // namespace yomikae
