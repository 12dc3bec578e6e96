#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "terms/ontology.h"

namespace yomikae {

/// How grave one kind of change is: of these matters and types of value, where it says so.
struct GateRule {
  const FindingRule* change = nullptr;
  std::string name;                    ///< what people call it here (`price-up`); may be empty
  std::vector<Scalar> matters;         ///< names, or `fee.*` for all below; empty for any
  std::vector<ValueType::Kind> types;  ///< of value; empty for any
  std::optional<Severity> severity;    ///< nothing where such a change is not even listed
  Place place;
};

/// 門: what a change of the terms must be approved for. The first rule that speaks of a change holds; what none speaks
/// of is as grave as the kind of change is by itself.
struct Gate {
  /// 約款の変更の予告: which matters speak of it.
  struct Amendment {
    Scalar deadline;            ///< by when notice is given; empty where nobody says
    std::vector<Scalar> words;  ///< who is told, and how
  };
  std::vector<GateRule> rules;
  Amendment amendment;
  Place place;
};

/// By what a change is known again: if any of it is another, the change is another.
struct ChangeId {
  std::string change;             ///< the id of its kind
  std::string at;                 ///< the provision that decides, or what else has an address
  std::string of;                 ///< the matter or question, with what it is about; may be empty
  std::vector<std::string> whom;  ///< the services it is for, in order
  std::string before;             ///< in short what was laid down
  std::string after;              ///< and what is now
  std::string mark;               ///< of everything it consists of, words that are not shown included
  friend bool operator==(const ChangeId&, const ChangeId&) = default;
};

/// 承認: somebody has agreed to a change, and why. It lapses when the change becomes another.
struct Approval {
  ChangeId id;
  std::string because;
  std::string by;
  Place place;
};

}  // namespace yomikae
