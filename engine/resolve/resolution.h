#pragma once

#include <functional>
#include <string>
#include <vector>

#include "resolve/selection.h"
#include "rules/evaluate.h"
#include "rules/rule.h"

namespace yomikae {

/// Why a rule lost.
enum class LossReason {
  precedence,       ///< a layer that goes before it lays down something else
  narrower,         ///< a rule of the same layer speaks of this case in particular
  notwithstanding,  ///< the winner holds …の規定にかかわらず
};

struct Loss {
  const Rule* rule = nullptr;
  const Rule* to = nullptr;
  LossReason reason = LossReason::precedence;
  const PrecedenceRule* because = nullptr;  ///< for `precedence`
};

/// How one matter came out for one question.
struct Resolution {
  Status status = Status::silent;        ///< effective, silent, conflict, delegated (to other terms) or missing
  std::vector<const Rule*> winners;      ///< they lay down the same; the highest first
  std::vector<const Rule*> quoted;       ///< provisions that leave the value to the order form, where that fills it
  std::vector<const Rule*> conflicting;  ///< for a conflict: rules of equal rank that disagree
  std::vector<Loss> losses;
  const SubTerms* sub_terms = nullptr;  ///< for `delegated`: the terms the option stands under
  std::vector<std::string> undecided;   ///< for `missing`: facts a condition asks for
};

/// Decides the condition of a rule (`when`) on the facts.
using Condition = std::function<Outcome(const Rule&)>;

/// Whether a rule speaks of such a question: its subject, and every dimension its scope names.
bool speaks_of(const Rule& rule, const Dimensions& dimensions, const Ontology& ontology);
/// The option a question is about; empty where it is about the contract itself.
const std::string& option_of(const Dimensions& dimensions, const Ontology& ontology);

/// The rules of the governing texts on a matter, in the order of the layers: excluded provisions are gone, and so are
/// pointers.
const std::vector<const Rule*>& rules_on(const MatterId& matter, const Selection& selection);

/// Lets the rules on a matter stand against each other for one question.
Resolution resolve(const Matter& matter, const Dimensions& dimensions, const Selection& selection,
                   const Condition& condition);

/// Whether a rule leaves its value to the order form; `like` is followed.
bool is_quoted(const Rule& rule, const Selection& selection);
/// The rule whose words hold: the one itself, or the one it follows (準ずる).
const Rule& words_of(const Rule& rule, const Selection& selection);

}  // namespace yomikae
