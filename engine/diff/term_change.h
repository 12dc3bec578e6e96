#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "diff/cause.h"
#include "diff/compared_contract.h"
#include "diff/direction.h"
#include "diff/observation.h"

namespace yomikae {

/// What one side says, in words that outlive the contracts it was worked out for.
struct ChangeSide {
  bool there = false;  ///< whether there is anything to say on this side
  AnswerStatus status = AnswerStatus::silent;
  std::optional<Value> value;
  std::string display;
};

/// A change as one contract sees it.
struct ChangeInstance {
  Whom whom;
  ChangeSide before;
  ChangeSide after;
};

/// Something of the effective terms that comes out otherwise, for everybody for whom it does by the same rules. Points
/// into the terms of both sides.
struct TermChange {
  Observation::Kind kind = Observation::Kind::matter;
  std::string asked;  ///< the matter or question; of a finding the id of its kind
  std::string label;  ///< what people call it
  const Matter* matter = nullptr;
  Dimensions scope;
  std::string facts;
  Direction direction = Direction::undirected;
  Date day;                                 ///< the first of the days looked at on which it is so
  std::vector<std::string> sources_before;  ///< addresses of the provisions that win, the first decides
  std::vector<std::string> sources_after;
  std::vector<ChangeInstance> instances;  ///< never empty; the first shows it
  std::vector<Cause> causes;
};

/// What is compared: the two states, and the contracts beside those every service has.
struct Compared {
  const Terms& before;
  const Terms& after;
  const Fingerprints& old_prints;
  const Fingerprints& new_prints;
};

/// Every change of the effective terms on the days given, the earliest first; what a later day has in common with an
/// earlier one is said of the earlier. `contracts` must outlive nothing: the changes do not point into them.
std::vector<TermChange> term_changes(const Compared& compared, const std::vector<ComparedContract>& contracts,
                                     const std::vector<Date>& days);

}  // namespace yomikae
