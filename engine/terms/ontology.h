#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "terms/name.h"
#include "terms/statement_spec.h"

namespace yomikae {

/// What kind of value a matter, a fact or an expression has. `set` names the closed set a choice (or the members of a
/// list) comes from.
struct ValueType {
  enum class Kind { boolean, number, money, date, month, period, choice, list, dates, words, nothing };
  Kind kind = Kind::nothing;
  std::string set;
  friend bool operator==(const ValueType&, const ValueType&) = default;
};

/// `date`, `choice of ground`: for messages.
std::string to_string(const ValueType& type);

/// A closed set of names with what a person calls each.
struct ChoiceSet {
  struct Choice {
    std::string name;
    std::string label;
    Place place;
  };
  std::string name;
  std::vector<Choice> choices;
  [[nodiscard]] const Choice* find(std::string_view wanted) const;
};

/// Something a contract or a question states: `notice`, `billing-start`, `accounts`.
struct FactSpec {
  std::string name;
  std::string label;
  ValueType type;
  bool optional = false;
  /// What a day or month cannot lie before: other facts of the question, or dates of the option or the contract.
  std::vector<Scalar> not_before = {};
  /// What an amount or number cannot exceed: other facts of the same question.
  std::vector<Scalar> at_most = {};
};

/// Something that is counted. It may change inside a month: what that counts then, the role `counting` says.
struct QuantitySpec {
  std::string name;
  std::string label;
  std::string unit;
};

/// What the terms leave to a party and the user decides; a default is printed with the answer it changed.
struct AssumptionSpec {
  std::string name;
  std::string label;
  ValueType type;
  std::vector<std::string> fallback;  ///< what holds where the contract says nothing: one name for a choice
  std::string unstated;               ///< what a person is told where the fallback was used
  Place place = {};
};

/// A dimension a rule's scope may name, and the sets its values come from.
struct Dimension {
  std::string name;
  std::vector<std::string> sets;
  std::string fallback;  ///< the value a question has that does not name one; may be empty
  Place place = {};
};

/// 事項: what a provision may regulate, with its type and how its rules combine.
struct Matter {
  enum class Shape {
    value,      ///< asked as itself
    term,       ///< 期間: a group of `length`, `start` and the derived `end`
    part,       ///< `length` or `start` of a term
    ending,     ///< asked for `effect` and `latest-notice`
    deadline,   ///< asked for `latest`
    statement,  ///< 請求明細: month by month what is billed, for `from` to `to`
  };
  enum class Combine {
    one,  ///< a higher layer beats a lower one, the narrower scope the wider
    all,  ///< every rule stands
    sum,  ///< won item by item and added up
  };
  /// Which of several arguable answers is safe: the one that holds under every reading.
  enum class Safe { earliest, latest, largest, smallest, none };
  /// Which way is better for the customer. `more` of a right (a boolean) is having it, of a period is a longer one.
  enum class Better { more, less, earlier, later, none };

  MatterId id;
  std::string label;
  Shape shape = Shape::value;
  ValueType type;
  Combine combine = Combine::one;
  bool of_contract = true;
  bool of_option = false;
  std::vector<std::string> by;  ///< dimensions a rule's scope may name beside service, type and customer
  std::string sum_by;           ///< for `sum`: the dimension it is won along
  bool counts_ended = false;    ///< for `sum`: also of options that have ended since
  std::vector<FactSpec> facts;
  Safe safe = Safe::none;
  Better better = Better::none;
  bool back_to_back = false;  ///< a reseller has to get it from the wholesaler to be able to give it
  MatterId share_of;          ///< for money: the amount of which it is a share, where two are compared; may be empty
  Scalar each;                ///< for `sum`: what happens to each item (`value`), an expression
  Scalar fallback;            ///< an expression that holds where no rule does; empty for silence
  MatterId rounding;          ///< for money: the matter that says whether and how it is rounded
  MatterId free_after;        ///< for an ending: the term after which it costs nothing
  StatementSpec statement;    ///< for a statement
  std::string check;          ///< for booleans: the finding that is reported where a rule of it fails
  MatterId on_loss_of;        ///< the matter whose requirement is lost where its rules speak
  /// Whether `effective` gives it a row: always, only where some rule speaks of it, or never.
  enum class Listed { always, where_ruled, never };
  Listed listed = Listed::always;
  Place place;

  [[nodiscard]] bool has_dimension(std::string_view name) const;
};

/// A column of the price table or catalogue: a key of its rows, and the rule a value under that key stands for.
///
///   column   closed-after: { matter: admission, value: 'application <= {}', says: '{} closed' }
///   row      { option: archive, closed-after: 2023-04-30 }
///   rule     { matter: admission, scope: { option: archive }, value: 'application <= 2023-04-30', … }
struct Column {
  std::string name;
  MatterId matter;
  std::string value;  ///< an expression with `{}` for what stands in the row; empty for that itself
  std::string says;   ///< words for tables, with `{}` likewise; may be empty
  std::string each;   ///< how a row with `each:` counts: an expression with `{quantity}` and `{unit}`; may be empty
  std::string along;  ///< the dimension whose values are the keys of a mapping in the row; empty for a single value
  std::vector<std::string> heads;  ///< words at the head of the columns in which tables print such a value
  Place place;
};

/// What the terms declare of the world: names, facts, matters. Several files add to one ontology.
struct Ontology {
  std::vector<ChoiceSet> sets;
  std::vector<Dimension> dimensions;
  std::vector<FactSpec> dates;
  std::vector<FactSpec> declarations;
  std::vector<QuantitySpec> quantities;
  std::vector<AssumptionSpec> assumptions;
  std::vector<Matter> matters;
  std::vector<Column> columns;
  std::string option_set;                    ///< the set whose members are options
  MatterId counting;                         ///< the matter that says how a month counts what changed inside it
  MatterId option_held;                      ///< the matter that says whether an option is held
  std::string holding_set;                   ///< the set of other contracts a customer may hold
  std::string item_set;                      ///< billed items that are no options
  std::string weekday_set;                   ///< what the days of the week are called
  std::string party_set;                     ///< the roles 当社 may stand for, with what each is called
  std::vector<std::string> own_dates;        ///< dates an option has of its own, beside the contract's
  std::string closing_date;                  ///< the date on which a contract ends, and with it its options
  std::map<std::string, Place> role_places;  ///< where each of these is declared, by its key

  [[nodiscard]] const ChoiceSet* set(std::string_view name) const;
  /// The dimension whose values are options; null where the terms declare none.
  [[nodiscard]] const Dimension* option_dimension() const;
  [[nodiscard]] bool is_option_dimension(const Dimension& dimension) const {
    return !dimension.sets.empty() && dimension.sets.front() == option_set;
  }
  /// The dimension whose values are billed items; null where the terms declare none.
  [[nodiscard]] const Dimension* item_dimension() const;
  /// Whether a statement bills the matter month by month: the charge an item is known to have a price for.
  [[nodiscard]] bool is_monthly_charge(const MatterId& matter) const;
  /// The first line of a statement that bills events; null where nothing does.
  [[nodiscard]] const StatementLineSpec* event_line() const;
  [[nodiscard]] const Dimension* dimension(std::string_view name) const;
  [[nodiscard]] const Matter* matter(std::string_view id) const;
  [[nodiscard]] const FactSpec* date(std::string_view name) const;
  [[nodiscard]] const FactSpec* declaration(std::string_view name) const;
  [[nodiscard]] const QuantitySpec* quantity(std::string_view name) const;
  [[nodiscard]] const AssumptionSpec* assumption(std::string_view name) const;
  [[nodiscard]] bool is_option(std::string_view name) const;
  /// Whether the dimension can have that value.
  [[nodiscard]] bool admits(const Dimension& wanted, std::string_view value) const;
  /// What people call a name of any set; the name itself where nobody says.
  [[nodiscard]] std::string label_of(std::string_view set_name, std::string_view name) const;
};

/// A question as people ask it: a matter, or a matter and one of its aspects.
struct Question {
  enum class Aspect { whole, end, effect, latest_notice, latest };
  const Matter* matter = nullptr;
  Aspect aspect = Aspect::whole;
};

/// `minimum-term.end`, `customer-termination.effect`, `late-charge`; nothing where the terms declare no such matter.
std::optional<Question> find_question(const Ontology& ontology, std::string_view text);
/// Every question that can be asked, in the order of the declarations.
std::vector<std::string> question_names(const Ontology& ontology);

}  // namespace yomikae
