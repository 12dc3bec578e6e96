#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/rational.h"

namespace yomikae {

/// `none` is a value (there is no minimum term); silence is not.
struct None {
  friend auto operator<=>(const None&, const None&) = default;
};

/// A name out of a closed set.
struct Symbol {
  std::string name;
  friend auto operator<=>(const Symbol&, const Symbol&) = default;
};

/// Free words a provision lays down, where nothing is computed from them.
struct Words {
  std::string text;
  friend auto operator<=>(const Words&, const Words&) = default;
};

/// Words of several provisions that stand beside each other (a list that cumulates).
using WordList = std::vector<Words>;
using SymbolList = std::vector<Symbol>;
using DateList = std::vector<Date>;

/// What an expression comes to. Yen, rates and counts are all exact fractions; the type of the expression tells which.
using Value = std::variant<None, bool, Rational, Date, Month, Period, Symbol, SymbolList, DateList, Words, WordList>;

/// As it stands in JSON and in steps: `2026-04-15`, `1 year`, `5000/3`, `none`, `a, b`.
std::string to_string(const Value& value);

}  // namespace yomikae
