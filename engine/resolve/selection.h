#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/agreement.h"
#include "overlay/channel.h"
#include "overlay/substitution.h"
#include "overlay/terms.h"
#include "resolve/precedence.h"
#include "resolve/rule_index.h"

namespace yomikae {

/// One text that makes up a contract: the order form, or the version of a document in force on the day.
struct Layer {
  std::string id;  ///< `order-form`, or the id of the document
  std::string title;
  const HeldVersion* held = nullptr;  ///< null for the order form
  std::size_t rank = 1;
  const PrecedenceRule* because = nullptr;  ///< why it goes before what is below it; null for the lowest
  std::vector<std::string> options = {};    ///< terms of their own for some options: they speak of those only
};

/// For each pair of layers, the provision by which the one goes before the other; null where it does not.
using Order = std::vector<std::vector<const PrecedenceRule*>>;

/// What some provisions say of the order of the layers for some questions only.
struct ScopedOrder {
  Scope scope;
  Order before;
  [[nodiscard]] bool ranks(std::size_t a, std::size_t b) const {
    return before[a][b] != nullptr || before[b][a] != nullptr;
  }
};

/// A document a channel knows and does not make part of the contract.
struct OutsideDocument {
  const HeldVersion* held = nullptr;
  std::optional<Address> because;  ///< the provision that points to it
  Incorporation extent = Incorporation::specification;
};

/// 適用除外 or 置換え as it came out: the provision whose words do not hold, and by what.
struct ExcludedProvision {
  enum class How {
    excluded,
    replaced,       ///< other words stand in its place; its rules are gone with it
    only_reworded,  ///< other words stand in its place; its rules stay
  };
  DocumentId document;
  ProvisionPath path;
  Address because;
  How how = How::excluded;
  std::size_t level = 0;  ///< of the overlay that does it, counted from the base
};

/// The names one level of the overlay replaces, and the documents in which it does.
struct Renaming {
  std::vector<DocumentId> documents;
  Substitution table;
};

/// The texts that govern one contract on one day, in their order. The stage after loading.
struct Selection {
  const Terms* terms = nullptr;
  const Agreement* agreement = nullptr;
  const Channel* channel = nullptr;
  const Offering* offering = nullptr;
  Date day;
  Dimensions fixed;                        ///< the contract's own dimensions, and of the others what goes unsaid
  std::vector<Layer> layers;               ///< from the highest down
  Order order;                             ///< by layer: why the one goes before the other
  std::vector<ScopedOrder> scoped_orders;  ///< for questions some provision ranks otherwise
  std::vector<DocumentId> missing;         ///< documents of which no version in force is held
  std::vector<OutsideDocument> outside;
  std::vector<ExcludedProvision> excluded;
  std::vector<PrecedenceRule> sub_terms_orders;  ///< what `order` holds of terms of their own; by reference
  std::vector<const Amendment*> amendments;      ///< words the overlay puts into the documents in force
  std::vector<Renaming> renamings;               ///< of each level of the overlay, the one nearest to the base first
  RuleIndex candidates;  ///< the rules that stand against each other, in the order of the layers
  Findings findings;     ///< about the contract and how its texts come together

  [[nodiscard]] const Contract& contract() const { return agreement->contract; }
  [[nodiscard]] const Ontology& ontology() const { return terms->ontology; }
  /// Which layer a rule belongs to; `layers.size()` for one of a document that is no layer.
  [[nodiscard]] std::size_t layer_of(const Rule& rule) const;
  /// Why what a provision lays down does not hold (excluded, or replaced with its rules); null where it does.
  [[nodiscard]] const ExcludedProvision* exclusion_of(const DocumentId& document, const ProvisionPath& path) const;
  /// What the words of a provision gave way to, its rules apart; null where they stand.
  [[nodiscard]] const ExcludedProvision* displaced_words(const DocumentId& document, const ProvisionPath& path) const;
  /// The provision by which layer `a` goes before `b` on such a question; null where none does. Of the orders for some
  /// questions that rank these two for this one the narrowest count, and only what they agree on; where none ranks
  /// them, the general order does.
  [[nodiscard]] const PrecedenceRule* before(std::size_t a, std::size_t b, const Dimensions& dimensions) const;
};

/// Chooses the versions in force and puts the layers in order. A version that is not held is a finding
/// (`version/none-in-force`), never replaced by another in silence.
Selection select(const Terms& terms, const Agreement& agreement, Date day);

}  // namespace yomikae
