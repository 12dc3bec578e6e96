#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "effective/effective_terms.h"

namespace yomikae {

/// How one rule stood in one contest.
struct Candidate {
  enum class Standing {
    won,
    agrees,  ///< lays down the same as the winner, from another layer
    filled,  ///< leaves the value to the order form, which states it
    lost,
    conflicting,
    elsewhere,  ///< speaks of other cases than this one
    excluded,
    outside,  ///< of a document that is no part of the contract
    pointer,  ///< hands the matter to another text
  };
  const Rule* rule = nullptr;
  Standing standing = Standing::won;
  std::string display;
  std::optional<Loss> loss;
  FateReason because;
};
std::string_view to_string(Candidate::Standing standing);

/// One contest: a matter in one case, with every rule on it anywhere.
struct ContestReport {
  const MatterRow* row = nullptr;
  std::vector<Candidate> candidates;
};

/// Why a matter or a provision came out as it did.
struct Explanation {
  EffectiveTerms terms;
  std::string subject;
  std::deque<MatterRow> unlisted;  ///< lines made for matters the table does not show
  std::vector<ContestReport> contests;
  std::vector<const EffectiveProvision*> provisions;  ///< for an address: what lies at it
};

/// `subject` is a matter (or a part or aspect of one) or an address; reported where it is neither, with the nearest.
std::optional<Explanation> explain(const Selection& selection, const std::string& subject, Sources& sources,
                                   Findings& findings);

}  // namespace yomikae
