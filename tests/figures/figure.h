#pragma once

#include <string>
#include <vector>

#include "figures/terms_copy.h"

namespace yomikae::figures {

/// 数値・期間・日付: one that stands written in a rule, in a row of a table, or in an expression of the ontology.
struct Figure {
  Place place;
  std::string text;                     ///< `30 days`
  std::vector<std::string> others;      ///< `31 days`: the nearest other one; of a day the next and the one before
  std::string within;                   ///< the expression it stands in, or the key of the row
  std::vector<std::string> provisions;  ///< `document#at` of the rules that hold it; none for the ontology

  /// `itscom/server-hosting#33.1`, or the file where no provision holds it.
  [[nodiscard]] std::string owner(const Sources& sources) const;
};

/// What a rule is cited by: `document#at`.
std::string provision_of(const Rule& rule);

/// Every figure of the terms, by file and place. What stands in a rule and cannot be traced to a place in a file is
/// named in `untraced`.
std::vector<Figure> find_figures(TermsCopy& copy, std::vector<std::string>& untraced);

}  // namespace yomikae::figures
