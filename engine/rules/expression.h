#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"
#include "rules/value.h"
#include "terms/ontology.h"

namespace yomikae {

/// The functions of the rule language. Each is documented, with its article of law, in `functions()`.
enum class Function {
  last_day,
  elapses,
  before,
  first_of_month,
  last_of_month,
  days,
  days_of_year,
  units_completed,
  units_begun,
  months_in,
  months_begun,
  calendar_years,
  part_of_month,
  billed_in,
  business_day,
  earlier_of,
  later_of,
  smaller_of,
  larger_of,
  given,
  first_given,
  holds,
  priced,
  metered,
  metered_by,
};

struct FunctionSpec {
  Function function;
  std::string_view name;
  std::string_view parameters;  ///< a letter each: d date, p period, n number, m month, c choice, b boolean, D dates, v
                                ///< number or money, f a fact's name, h a holding, i a billed item, q a
                                ///< quantity; `+` repeats the last
  ValueType::Kind result;
  std::string_view law;  ///< the articles behind it, of which a step names those it used; empty where none is needed
};

const std::vector<FunctionSpec>& functions();
const FunctionSpec& spec_of(Function function);

enum class Operator {
  add,
  subtract,
  multiply,
  divide,
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  in,
  both,
  either
};
std::string_view to_string(Operator op);

/// One expression of a rule. A value: it is built by `parse_expression`, made to mean something by `bind_expression`,
/// and never changed after that.
struct Expr {
  struct Argument;
  struct Literal {
    Value value;
  };
  /// A name as it was written; binding replaces it by one of those below.
  struct Unbound {
    std::string name;
    std::vector<Argument> arguments;  ///< in brackets: `fee.monthly[item = base]`
    bool bracketed = false;
  };
  struct Local {
    std::string name;  ///< a part of the same rule (`where`)
  };
  struct Fact {
    std::string name;  ///< stated by the contract or the question
  };
  struct Assumption {
    std::string name;
  };
  struct DimensionValue {
    std::string name;  ///< `option`, `ground`: what the question is about
  };
  struct MatterValue {
    MatterId matter;  ///< whatever won that matter
    Question::Aspect aspect = Question::Aspect::whole;
    std::vector<Argument> arguments;
    std::size_t index = 0;  ///< of the matter in the ontology
  };
  struct Call {
    Function function;
    std::vector<Expr> arguments;
  };
  struct Not {
    std::vector<Expr> operand;  ///< one
  };
  struct Negative {
    std::vector<Expr> operand;  ///< one
  };
  struct Binary {
    Operator op;
    std::vector<Expr> operands;  ///< two
  };
  struct Conditional {
    std::vector<Expr> parts;  ///< condition, then, else
  };
  struct List {
    std::vector<Expr> members;
  };
  using Node = std::variant<Literal, Unbound, Local, Fact, Assumption, DimensionValue, MatterValue, Call, Not, Negative,
                            Binary, Conditional, List>;

  Place place;
  ValueType type;
  std::string source;  ///< as written, for steps
  Node node;
};

struct Expr::Argument {
  std::string name;
  std::vector<Expr> value;  ///< one
  Place place;
};

/// Whether both were written the same, places and spaces apart; constant periods are compared by their length.
bool same_expression(const Expr& a, const Expr& b);

}  // namespace yomikae
