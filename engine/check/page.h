#pragma once

#include <span>
#include <string_view>

#include "base/finding.h"

namespace yomikae {

/// Words that stay as they are written, in both languages.
struct PageText {
  std::string_view ja;
  std::string_view en;
  [[nodiscard]] std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

/// The page of one kind of finding: `explain RULE`. What it looks for stands in the registry (base/finding.h).
struct FindingPage {
  std::string_view rule;
  PageText why;              ///< why it matters, in law or in practice
  PageText cure;             ///< how it is put right
  std::string_view example;  ///< YAML or output that shows it
};

/// The page of a rule; null where there is none.
const FindingPage* find_finding_page(std::string_view rule);

/// The pages of each family of rules, by what stands before the slash of their ids.
namespace pages {
std::span<const FindingPage> of_files();          ///< yaml, json, format, terms
std::span<const FindingPage> of_rules();          ///< rule, precedence, version, check, coverage, answers
std::span<const FindingPage> of_contracts();      ///< catalogue, prerequisite, quantity of a contract
std::span<const FindingPage> of_exclusions();     ///< exclusion
std::span<const FindingPage> of_substitutions();  ///< substitution
std::span<const FindingPage> of_citations();      ///< citation, definition
std::span<const FindingPage> of_catalogue();      ///< offer, price, note, name
std::span<const FindingPage> of_matters();        ///< matter
std::span<const FindingPage> of_order();          ///< order
std::span<const FindingPage> of_versions();       ///< version, erratum
std::span<const FindingPage> of_resale();         ///< resale
std::span<const FindingPage> of_acceptances();    ///< acceptance
std::span<const FindingPage> of_changes();        ///< change, approval, diff
}  // namespace pages

}  // namespace yomikae
