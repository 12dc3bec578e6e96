#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "terms/name.h"

namespace yomikae {

/// One kind of line of a statement: what is billed, and in which months.
struct StatementLineSpec {
  MatterId matter;
  std::string monthly;  ///< billed every month: the fact that takes the month
  MatterId once;        ///< billed once: the matter whose value is the day
  MatterId events;      ///< billed for every event the contract states: the matter whose value is the day
  std::string
      stating;      ///< the fact that takes a day: of what is billed once that same day, of `events` the event's own
  MatterId beside;  ///< whether what is billed of options that end with the contract is billed beside it (boolean)
  Place place;
};

/// What a statement is made of.
struct StatementSpec {
  std::vector<StatementLineSpec> lines;
  std::vector<MatterId> undated;  ///< charges whose month the terms do not tell; named beside the table
  MatterId tax_rate;              ///< the rate that is added to an amount, by the dimension `tax_by` and the day
  std::string tax_by;
};

}  // namespace yomikae
