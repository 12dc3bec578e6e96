#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace yomikae {

/// What the first requirements of an ending come to while one of its days moves: for each the day beyond which it does
/// not hold (`X` of `notice <= X`), or null where it does not ask for that day at all. It ends before the first
/// requirement that asks for it otherwise: about that one each day has to be asked.
using Bounds = std::vector<const Expr*>;

/// An ending whose days are walked, and which parts of its rule have to be worked out again when one of them moves.
struct EndingWalk {
  const Ending* ending = nullptr;
  Value* notice = nullptr;  ///< the two days, where the rule finds them as facts
  Value* effect = nullptr;
  std::vector<std::string> of_notice;
  std::vector<std::string> of_effect;
  Bounds latest_notice;    ///< while the notice moves and the effect stays
  Bounds earliest_effect;  ///< while the effect moves and the notice stays
};

/// `words` lays down an ending; `facts` stay where they are as long as the walk.
EndingWalk walk_of(const Rule& words, std::map<std::string, Value>& facts);

}  // namespace yomikae
