#include "check/page.h"

#include <array>

namespace yomikae {

const FindingPage* find_finding_page(std::string_view rule) {
  static const std::array families{pages::of_files(),      pages::of_rules(),         pages::of_contracts(),
                                   pages::of_exclusions(), pages::of_substitutions(), pages::of_citations(),
                                   pages::of_catalogue(),  pages::of_matters(),       pages::of_order(),
                                   pages::of_versions(),   pages::of_resale(),        pages::of_acceptances(),
                                   pages::of_changes()};
  for (const auto& family : families) {
    for (const FindingPage& page : family) {
      if (page.rule == rule) return &page;
    }
  }
  return nullptr;
}

}  // namespace yomikae
