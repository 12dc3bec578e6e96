#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/agreement.h"
#include "overlay/channel.h"
#include "overlay/terms.h"
#include "resolve/precedence.h"

namespace yomikae {

/// One text that makes up a contract: the order form, or the version of a document in force on the day.
struct Layer {
  std::string id;  ///< `order-form`, or the id of the document
  std::string title;
  const HeldVersion* held = nullptr;  ///< null for the order form
  std::size_t rank = 1;
  const PrecedenceRule* because = nullptr;  ///< why it goes before what is below it; null for the lowest
};

/// A document a channel knows and does not make part of the contract.
struct OutsideDocument {
  const HeldVersion* held = nullptr;
  std::optional<Address> because;  ///< the provision that points to it
};

/// 適用除外 as it came out: the provision that is cut, and by what.
struct ExcludedProvision {
  DocumentId document;
  ProvisionPath path;
  Address because;
};

/// The texts that govern one contract on one day, in their order. The stage after loading.
struct Selection {
  const Terms* terms = nullptr;
  const Agreement* agreement = nullptr;
  const Channel* channel = nullptr;
  const Offering* offering = nullptr;
  Date day;
  std::vector<Layer> layers;                               ///< from the highest down
  std::vector<std::vector<const PrecedenceRule*>> before;  ///< by layer: why the one goes before the other
  std::vector<DocumentId> missing;                         ///< documents of which no version in force is held
  std::vector<OutsideDocument> outside;
  std::vector<ExcludedProvision> excluded;
  Findings findings;  ///< about the contract and how its texts come together

  [[nodiscard]] const Contract& contract() const { return agreement->contract; }
  [[nodiscard]] const Ontology& ontology() const { return terms->ontology; }
  /// Which layer a rule belongs to; `layers.size()` for one of a document that is no layer.
  [[nodiscard]] std::size_t layer_of(const Rule& rule) const;
  /// What cuts a provision out; null where nothing does.
  [[nodiscard]] const ExcludedProvision* exclusion_of(const DocumentId& document, const ProvisionPath& path) const;
};

/// Chooses the versions in force and puts the layers in order. A version that is not held is a finding
/// (`version/none-in-force`), never replaced by another in silence.
Selection select(const Terms& terms, const Agreement& agreement, Date day);

}  // namespace yomikae
