#pragma once

#include <vector>

#include "base/finding.h"
#include "check/sample_contract.h"
#include "terms/ontology.h"

namespace yomikae {

/// Days and counts on which two sets of terms are held against each other.
struct Samples {
  std::vector<Date> starts;  ///< on which a contract begins
  std::vector<Date> days;    ///< on which it ends or something happens, years later
  std::vector<Rational> counts;

  /// Contracts that begin in the year from `from` on; the first and the last day of each month of a year well after it.
  static Samples from(Date from);
};

/// 板挟み: how a reseller stands on one matter, between its customer and its wholesaler.
struct Position {
  enum class Kind {
    covered,    ///< it gets what it gives, or the two cannot be compared
    even,       ///< exactly that on every day looked at: nothing is left for passing it on
    free,       ///< the wholesaler binds it, and nothing binds its customer
    owes_more,  ///< the customer has more of it than the reseller
  };
  Kind kind = Kind::covered;
  const Rule* below = nullptr;  ///< what it owes its customer by; null where its terms are silent
  const Rule* above = nullptr;  ///< what the wholesaler owes it by; null where those are
  Message shown;                ///< a case that shows it
};

/// Works out where the reseller stands. `below` is its contract with a customer, `above` its own with the wholesaler;
/// both begin on the days of `samples`.
Position position_on(const Matter& matter, const Dimensions& about, SampleContract& below, SampleContract& above,
                     const Samples& samples);

}  // namespace yomikae
