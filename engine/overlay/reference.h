#pragma once

#include <string>
#include <vector>

#include "overlay/terms.h"

namespace yomikae {

/// A provision that cites another, and the words it cites it in.
struct CitedBy {
  const HeldVersion* version = nullptr;
  const Provision* provision = nullptr;
  const Citation* citation = nullptr;
};

/// What a channel does with a provision: excludes or amends it, or does something because of it.
struct ChannelUse {
  enum class Kind { adopts_by, renames_by, excludes, excludes_by, amends, amends_by, sub_terms_by };
  const Channel* channel = nullptr;
  Kind kind = Kind::adopts_by;
};

/// 条項を引く: all the terms hold on one provision, whatever the contract.
struct ProvisionEntry {
  const HeldVersion* version = nullptr;
  const Provision* provision = nullptr;
  std::vector<const Rule*> rules;
  std::vector<const PrecedenceRule*> precedence;
  std::vector<const OpenPoint*> open_points;
  std::vector<const DormantProvision*> dormant;
  std::vector<const BareProvision*> bare;
  std::vector<const Erratum*> errata;
  std::vector<CitedBy> cited_by;
  std::vector<ChannelUse> uses;
};

/// 事項を引く: every rule on a matter in every document held.
struct MatterEntry {
  struct Held {
    const HeldVersion* version = nullptr;
    const Rule* rule = nullptr;
  };
  const Matter* matter = nullptr;
  std::vector<Held> rules;  ///< by document and version, there in the order of the file
  std::vector<const OpenPoint*> open_points;
  std::vector<const HeldVersion*> no_rule_in;  ///< documents that say nothing on it
};

/// Every provision at or below an address; of the newest version where it names none. Empty where there is nothing.
std::vector<ProvisionEntry> look_up(const Terms& terms, const Address& address);
/// The rules on a matter; for a term those on its length and its start.
MatterEntry look_up(const Terms& terms, const Matter& matter);

/// In short what a rule lays down, whatever the contract: its words for tables, or its expression as it is written.
std::string content_of(const Rule& rule, const HeldVersion& version, const Terms& terms);

}  // namespace yomikae
