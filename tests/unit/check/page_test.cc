#include "check/page.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string_view>

namespace yomikae {
namespace {

TEST_CASE("every kind of finding has a page with nothing empty") {
  for (const FindingRule& rule : finding_rules()) {
    CAPTURE(rule.id);
    const FindingPage* page = find_finding_page(rule.id);
    REQUIRE(page != nullptr);
    CHECK_FALSE(page->why.ja.empty());
    CHECK_FALSE(page->why.en.empty());
    CHECK_FALSE(page->cure.ja.empty());
    CHECK_FALSE(page->cure.en.empty());
    CHECK_FALSE(page->example.empty());
  }
}

TEST_CASE("every page is of a kind of finding there is, and the only one of it") {
  std::set<std::string_view> seen;
  const std::array families{pages::of_files(),      pages::of_rules(),         pages::of_contracts(),
                            pages::of_exclusions(), pages::of_substitutions(), pages::of_citations(),
                            pages::of_catalogue(),  pages::of_matters(),       pages::of_order(),
                            pages::of_versions(),   pages::of_resale(),        pages::of_acceptances(),
                            pages::of_changes()};
  for (const auto& family : families) {
    for (const FindingPage& page : family) {
      CAPTURE(page.rule);
      CHECK(find_finding_rule(page.rule) != nullptr);
      CHECK(seen.insert(page.rule).second);
    }
  }
}

}  // namespace
}  // namespace yomikae
