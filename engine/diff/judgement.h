#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "check/report.h"
#include "diff/change_item.h"
#include "overlay/gate.h"

namespace yomikae {

/// A change, how grave the gate says it is, and who has agreed to it.
struct JudgedChange {
  ChangeItem item;
  std::string name;                    ///< what the gate calls such a change; may be empty
  const Approval* approved = nullptr;  ///< null where nobody has
  [[nodiscard]] Severity severity() const { return item.finding.rule->severity; }
  [[nodiscard]] bool counts() const { return approved == nullptr; }
};

/// What becomes of the changes at the gate.
struct Judgement {
  std::vector<JudgedChange> changes;    ///< in the order of the report; what the gate turns off is left out
  std::vector<const Approval*> unused;  ///< approvals of no change there is
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] std::size_t approved() const;
  /// The change that was made of that part of the report; null where the gate turns it off.
  [[nodiscard]] const JudgedChange* of(const void* origin) const;
};

Judgement judge(const DiffReport& report, const Gate& gate, std::span<const Approval> approvals);

/// The changes as findings, for the formats that show those. An approved one is left out.
CheckReport as_findings(const Judgement& judgement, Date day);

}  // namespace yomikae
