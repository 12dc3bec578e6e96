#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/compared_contract.h"
#include "overlay/gate.h"
#include "overlay/terms.h"

namespace yomikae {

/// 変更の予告: what a document says of its own amendment, for a version that is new. Where its texts state no time the
/// law does: a change without each customer's consent takes effect only if its content and the day of its effect were
/// made known before that day (民法548条の4第2項・第3項).
struct AmendmentNotice {
  const HeldVersion* version = nullptr;
  std::optional<Date> latest;      ///< the last day on which notice may be given; nothing where nobody can say
  std::string source;              ///< the provision that says so; empty where the law does
  std::vector<std::string> words;  ///< what the texts say of who is told and how, with the provision before it
  bool late = false;               ///< that day has passed on the day in question
  std::vector<Whom> whom;          ///< the services the version is for
};

/// The notices due for every version of the new state that the old one lacks. What matters speak of amendments the gate
/// says; without that there is nothing to look for.
std::vector<AmendmentNotice> amendment_notices(const Terms& before, const Terms& after, const Gate& gate, Date day);

}  // namespace yomikae
