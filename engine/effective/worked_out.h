#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/date.h"
#include "effective/readings.h"
#include "effective/trace.h"
#include "rules/calendar_months.h"
#include "rules/evaluate.h"
#include "terms/dimensions.h"
#include "terms/ontology.h"

namespace yomikae {

/// The day or days on which what is asked is counted.
struct CountedAt {
  Date on;
  std::optional<DayRange> in;
  bool day_named = false;
  friend bool operator==(const CountedAt&, const CountedAt&) = default;
};

/// A matter asked of a contract: all that decides what it comes to, the readings apart.
struct MatterAsked {
  const Matter* matter = nullptr;
  Dimensions dimensions;
  std::map<std::string, Value> facts;
  CountedAt counting;
  bool billed = false;  ///< after what the matter does to each item
  friend bool operator==(const MatterAsked&, const MatterAsked&) = default;
};

/// Whether a contract has an option.
struct OptionAsked {
  const ChoiceSet::Choice* option = nullptr;
  CountedAt counting;
  friend bool operator==(const OptionAsked&, const OptionAsked&) = default;
};

/// What such a question came to along some readings, and what was written down on the way.
struct Found {
  std::vector<ReadingWalk::Step> readings;  ///< in the order in which they were met
  Outcome outcome;
  Trace trace;
  int depth = 0;  ///< how many matters it took within each other
};

/// What has been worked out for one selection: a question takes from here what another, or another reading of it,
/// already asked. It belongs to who asks; two threads need two.
class WorkedOut {
 public:
  /// Tells which reading is taken at an axis.
  using Chosen = std::function<std::size_t(const Axis&)>;

  /// Null where it was never asked, or not along these readings.
  template <class Asked>
  [[nodiscard]] const Found* find(const Asked& asked, const Chosen& chosen) const {
    const auto& all = found<Asked>();
    const auto here = all.find(asked);
    return here == all.end() ? nullptr : along(here->second, chosen);
  }
  template <class Asked>
  const Found& keep(const Asked& asked, Found result) {
    return std::get<Table<Asked>>(tables_)[asked].emplace_back(std::move(result));
  }

 private:
  struct Hash {
    std::size_t operator()(const MatterAsked& asked) const;
    std::size_t operator()(const OptionAsked& asked) const;
  };
  template <class Asked>
  using Table = std::unordered_map<Asked, std::vector<Found>, Hash>;

  template <class Asked>
  [[nodiscard]] const Table<Asked>& found() const {
    return std::get<Table<Asked>>(tables_);
  }
  static const Found* along(const std::vector<Found>& all, const Chosen& chosen);

  std::tuple<Table<MatterAsked>, Table<OptionAsked>> tables_;
};

}  // namespace yomikae
