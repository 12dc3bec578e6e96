#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace yomikae {

/// An ending whose days are walked, and which parts of its rule have to be worked out again when one of them moves.
struct EndingWalk {
  const Ending* ending = nullptr;
  Value* notice = nullptr;  ///< the two days, where the rule finds them as facts
  Value* effect = nullptr;
  std::vector<std::string> of_notice;
  std::vector<std::string> of_effect;
};

/// `words` lays down an ending; `facts` stay where they are as long as the walk.
EndingWalk walk_of(const Rule& words, std::map<std::string, Value>& facts);

}  // namespace yomikae
