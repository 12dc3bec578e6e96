#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "overlay/channel.h"
#include "rules/rule.h"
#include "terms/ontology.h"

namespace yomikae {

/// One step of a computation, for people.
struct ComputationStep {
  std::string text;
  std::string value;
  const Rule* source = nullptr;  ///< null for a step by statute
};

/// An assumption that entered an answer.
struct UsedAssumption {
  std::string name;
  std::string label;
  std::string value;
  bool is_default = false;
  std::string note;
};

/// Why an ending is not possible, and the nearest that is.
struct Refusal {
  std::string because;
  const Rule* rule = nullptr;
  std::optional<Date> instead;
};

/// 由来: what an answer was made of. Everything that was used is in it, once, in the order of use.
struct Trace {
  std::vector<ComputationStep> steps;
  std::vector<const Rule*> sources;
  std::vector<UsedAssumption> assumptions;
  std::vector<const Rule*> conflicting;
  std::optional<Refusal> refusal;
  std::optional<Rational> partial;  ///< of a sum that is not known whole: what its known items come to

  void source(const Rule& rule);
  void assume(UsedAssumption assumption);
  void step(std::string text, std::string value, const Rule* rule);
  /// Writes down what was written elsewhere.
  void take_over(const Trace& other);
};

}  // namespace yomikae
