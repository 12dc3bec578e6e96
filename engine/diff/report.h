#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "diff/amendment_notice.h"
#include "diff/compared_contract.h"
#include "diff/mask.h"
#include "diff/overlay_effect.h"
#include "diff/provision_change.h"
#include "diff/term_change.h"
#include "overlay/terms.h"

namespace yomikae {

/// One of the two states: the terms as they are there, or what is wrong with them.
struct DiffSide {
  std::string name;            ///< as somebody named it
  std::optional<Terms> terms;  ///< nothing where they cannot be read
  Findings problems;           ///< what was found while reading them
};

/// What changed between two states of the terms. Points into both.
struct DiffReport {
  const DiffSide* before = nullptr;
  const DiffSide* after = nullptr;
  Date day;
  std::vector<Date> days;  ///< looked at: the day in question, and those on which a new version begins to hold
  std::vector<DocumentChange> documents;
  OfferedServices services;
  std::vector<TermChange> changes;
  std::vector<Mask> masks;                     ///< changed rules that do not matter for some services
  std::vector<OverlayEffect> overlay_effects;  ///< what overlays that are the same do otherwise
  std::vector<FindingChange> findings;         ///< what `check` finds on one side only
  std::vector<AmendmentNotice> notices;        ///< what new versions must have been told by when
  std::vector<UnreadContract> unread;          ///< contracts only one of the states can read
  std::size_t contracts = 0;                   ///< how many were compared beside those every service has

  [[nodiscard]] bool comparable() const { return before->terms.has_value() && after->terms.has_value(); }
};

/// What is asked of two states.
struct StatesAsked {
  const std::vector<ComparedContract>& contracts;  ///< beside those every service has
  const std::vector<UnreadContract>& unread;       ///< and those that could not be compared
  const Gate& gate;
  const Sources& sources;
  Date day;
};

/// 差分: compares two states on a day, and on every later day on which the new one has a version the old one lacks.
/// `after` must be readable; where `before` is not, that is all the report says.
DiffReport compare_states(const DiffSide& before, const DiffSide& after, const StatesAsked& asked);

}  // namespace yomikae
