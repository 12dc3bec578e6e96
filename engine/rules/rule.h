#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "rules/expression.h"
#include "terms/address.h"
#include "terms/dimensions.h"
#include "terms/name.h"

namespace yomikae {

/// 読み方: one arguable way to read a part of a provision, with its reason.
struct Reading {
  std::string id;
  Expr value;
  std::string because;
  std::string erratum;  ///< the erratum it leans on; may be empty
  Place erratum_place = {};
};

/// What stands in a rule at one place: one expression, or several readings with the preferred one first.
struct Alternatives {
  std::vector<Reading> readings;
  [[nodiscard]] bool open() const { return readings.size() > 1; }
};

/// A named part of a rule (`where`).
struct Part {
  std::string name;
  Alternatives value;
  ValueType type;
};

/// What must hold between notice and effect of an ending, and the words that say so when it does not.
struct Requirement {
  Expr that;
  std::string because;
};

/// 契約を終わらせる方法: on which days it may take effect, and what must hold. One rule serves both directions.
struct Ending {
  enum class Falls { any_day, last_of_month, first_of_month };
  Falls falls = Falls::any_day;
  std::vector<Requirement> requirements;
};

/// The provision leaves the value to a quote or a price list (別途示す金額).
struct Quoted {};

/// What the provision lays down is its own words, or those of its items: a list of grounds, a duty, a limit of
/// liability. Nothing is computed from them.
struct AsWritten {};

/// The provision leaves the matter to a document of its own, which may be known without being held.
struct LeftTo {
  DocumentId document;
};

/// For which contracts and questions a rule speaks. A dimension that is not named is not restricted; a named one
/// without values admits every value but must have one.
struct Scope {
  std::map<std::string, std::vector<std::string>> admits;
};

/// Whether a scope admits a question with these values of its dimensions.
bool admits(const Scope& scope, const Dimensions& dimensions);

/// How two scopes lie to each other. `overlap` is neither narrower, and both can apply at once.
enum class ScopeOrder { same, narrower, wider, overlap };
ScopeOrder compare_scopes(const Scope& a, const Scope& b);
/// Whether some question falls under both scopes.
bool meet(const Scope& a, const Scope& b);

/// 定め: what one provision lays down on one matter.
struct Rule {
  enum class Kind {
    candidate,  ///< stands against others on the matter
    pointer,    ///< hands the matter to another text (…は個別規程において定める): never a candidate
  };
  std::size_t index = 0;  ///< its place among all rules of the terms
  Kind kind = Kind::candidate;
  DocumentId document;  ///< empty for a rule that an order form states
  std::optional<Date> version;
  ProvisionRef at;
  MatterId matter;
  bool of_contract = true;  ///< speaks of the contract itself
  bool of_option = false;   ///< speaks of options
  Scope scope;
  std::optional<Alternatives> when;  ///< a condition on the facts, boolean
  std::vector<Part> where;
  std::variant<Alternatives, Ending, Quoted, AsWritten, LeftTo> body = Quoted{};
  std::optional<std::size_t> like;       ///< 準ずる: the rule whose body and parts it takes over
  std::string says;                      ///< in short, for a table of matters; `{value}` is filled in
  std::vector<Address> notwithstanding;  ///< …の規定にかかわらず: provisions it goes before
  Place place;
  Place at_place = {};  ///< where its provision is named
};

/// Whether two rules lay down the same thing, however they are spelled; scopes apart.
bool same_content(const Rule& a, const Rule& b);

/// 優先: a provision that ranks layers, the highest first; layers in one entry are not ranked among themselves.
struct PrecedenceRule {
  DocumentId document;  ///< empty where the channel itself says so
  ProvisionRef at;
  std::vector<std::vector<std::string>> order;  ///< ids of documents, or `order-form`
  Scope scope;                                  ///< the questions it ranks for; empty for all
  std::string because;                          ///< words, where no provision says it
  bool open = false;                            ///< arguable: shown among the open points
  Place place;
};

/// Something a text leaves open that is no reading of one rule: shown with the contract.
struct OpenPoint {
  DocumentId document;
  ProvisionRef at;
  Scope scope;
  MatterId matter;  ///< may be empty
  std::string id;
  std::string text;
  Place place;
};

/// A provision that does not hold now: spent, not yet in force, or on a condition nobody can see from here.
struct DormantProvision {
  ProvisionRef at;
  std::string because;
  Place place;
};

/// A provision that lays down nothing that could be computed or ranked, and why: a definition, a heading, a purpose.
/// Said, so that nothing falls out unmarked.
struct BareProvision {
  ProvisionRef at;
  std::string because;
  Place place;
};

/// All rules of one version of a document.
struct RuleBook {
  DocumentId document;
  Date version;
  std::vector<Rule> rules;
  std::vector<PrecedenceRule> precedence;
  std::vector<OpenPoint> open_points;
  std::vector<DormantProvision> dormant;
  std::vector<BareProvision> bare;
};

}  // namespace yomikae
