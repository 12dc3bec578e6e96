#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "overlay/acceptance.h"
#include "overlay/channel.h"
#include "rules/rule.h"
#include "terms/calendar.h"
#include "terms/document.h"
#include "terms/ontology.h"

namespace yomikae {

/// What a matter does to each item of its sum, and what holds where no rule does: expressions the ontology carries.
struct MatterExpressions {
  std::optional<Expr> each;
  std::optional<Expr> fallback;
};

/// A version of a document with its rules.
struct HeldVersion {
  Version text;
  RuleBook rules;
  std::vector<Erratum> errata = {};
};

/// Everything that was loaded. Built once, constant after that.
struct Terms {
  Ontology ontology;
  std::vector<MatterExpressions> expressions;  ///< beside `ontology.matters`
  std::vector<HeldVersion> versions;           ///< by document, oldest first
  std::vector<Channel> channels;               ///< by id, oldest first
  std::vector<KnownDocument> known;            ///< named and not held, by id
  HolidayCalendar calendar;
  std::vector<Acceptance> acceptances = {};  ///< findings somebody lives with, in the order of the files

  /// The version of a document in force on a day; null where none is held.
  [[nodiscard]] const HeldVersion* in_force(const DocumentId& document, Date day) const;
  /// The newest version of a document whatever the day; null where none is held.
  [[nodiscard]] const HeldVersion* newest(const DocumentId& document) const;
  /// A document that is named and not held; null where nobody declares it.
  [[nodiscard]] const KnownDocument* known_document(const DocumentId& document) const;
  /// What a document is called, held or only known; its id where nobody says.
  [[nodiscard]] std::string title_of(const DocumentId& document) const;
  [[nodiscard]] const Channel* channel(const ChannelId& id, Date day) const;
  [[nodiscard]] const Channel* newest_channel(const ChannelId& id) const;
};

}  // namespace yomikae
