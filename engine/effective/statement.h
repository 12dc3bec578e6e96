#pragma once

#include <optional>
#include <string>
#include <vector>

#include "effective/calculation.h"

namespace yomikae {

/// One line of a month: what is billed, of which item or option (both empty for the contract), and how much. A fraction
/// of a yen stands as it is; what is rounded is the sum of the matter.
struct StatementLine {
  const Matter* matter = nullptr;
  std::string item;
  std::string option;
  Outcome amount;
  const ContractEvent* event = nullptr;  ///< what happened, where the line is billed for that
  const Rule* source = nullptr;          ///< the rule that gave an event its price
  friend bool operator==(const StatementLine&, const StatementLine&) = default;
};

/// 消費税: the tax on what one rate applies to, shown apart.
struct StatementTax {
  Rational rate;
  Rational base;
  Rational tax;
  friend bool operator==(const StatementTax&, const StatementTax&) = default;
};

/// One month: its lines, the taxes the terms add, and what they come to. `total` has no value where a part is not
/// known; `known` is what the known parts come to.
struct StatementMonth {
  Month month;
  std::vector<StatementLine> lines;
  std::vector<StatementTax> taxes;
  Outcome total;
  Rational known;
  friend bool operator==(const StatementMonth&, const StatementMonth&) = default;
};

/// 請求明細: what is billed from one month through another.
struct Statement {
  Month from;
  Month to;
  std::vector<StatementMonth> months;
  std::vector<StatementLine> undated;  ///< charges whose month is not known, and those nothing is said of: in no total
  Outcome total;
  Rational known;
  friend bool operator==(const Statement&, const Statement&) = default;
};

/// Makes the statement along one path of readings. `matter` is a statement of the ontology; `from` is not after `to`.
Statement make_statement(const Matter& matter, Month from, Month to, Calculation& calculation,
                         const Selection& selection, Trace& trace);

/// The answer of a statement: its total, or why there is none. A fraction nobody rounds is no total.
Outcome statement_outcome(const Statement& statement, const Ontology& ontology);

}  // namespace yomikae
