#include "base/finding.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace yomikae {
namespace {

bool is_small_word(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

TEST_CASE("every kind of finding has an id of its own, area and name in small letters") {
  std::set<std::string_view> seen;
  for (const FindingRule& rule : finding_rules()) {
    CAPTURE(rule.id);
    const std::size_t slash = rule.id.find('/');
    REQUIRE(slash != std::string_view::npos);
    CHECK(is_small_word(rule.id.substr(0, slash)));
    CHECK(is_small_word(rule.id.substr(slash + 1)));
    CHECK(seen.insert(rule.id).second);
  }
  CHECK_FALSE(seen.empty());
}

TEST_CASE("every kind of finding is explained in both languages, without a full stop") {
  for (const FindingRule& rule : finding_rules()) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.ja.empty());
    CHECK_FALSE(rule.en.empty());
    CHECK_FALSE(rule.ja.ends_with("。"));
    CHECK_FALSE(rule.en.ends_with('.'));
    CHECK(std::all_of(rule.en.begin(), rule.en.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; }));
    CHECK(std::any_of(rule.ja.begin(), rule.ja.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }));
  }
}

TEST_CASE("a kind is found by its whole id") {
  for (const FindingRule& rule : finding_rules()) CHECK(find_finding_rule(rule.id) == &rule);
  CHECK(find_finding_rule("yaml/anchors") == nullptr);
  CHECK(find_finding_rule("yaml/anch") == nullptr);
  CHECK(find_finding_rule("") == nullptr);
}

TEST_CASE("a finding carries what it was given") {
  Findings findings;
  findings.add("yaml/tag", {SourceId{1}, 5, 2}, {"日", "day"}, {"助け", "help"})
      .related.push_back({{SourceId{1}, 0, 1}, {"先", "first"}});
  REQUIRE(findings.all().size() == 1);
  const Finding& finding = findings.all().front();
  CHECK(finding.rule == find_finding_rule("yaml/tag"));
  CHECK((finding.place == Place{SourceId{1}, 5, 2}));
  CHECK(finding.message.in(Language::ja) == "日");
  CHECK(finding.message.in(Language::en) == "day");
  CHECK(finding.help.in(Language::en) == "help");
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related.front().message.en == "first");
}

TEST_CASE("a kind nobody registered cannot be reported") {
  Findings findings;
  CHECK_THROWS_AS(findings.add("yaml/nonsense", {}, {"x", "x"}), std::logic_error);
  CHECK(findings.all().empty());
}

TEST_CASE("warnings are no errors") {
  Findings findings;
  CHECK_FALSE(findings.has_errors());
  findings.add("catalogue/ended", {}, {"x", "x"});
  REQUIRE(find_finding_rule("catalogue/ended")->severity == Severity::warning);
  CHECK_FALSE(findings.has_errors());
  findings.add("yaml/syntax", {}, {"y", "y"});
  CHECK(findings.has_errors());
}

TEST_CASE("findings of another collection come after one's own, in their order") {
  Findings one;
  one.add("yaml/tag", {}, {"1", "1"});
  Findings two;
  two.add("yaml/anchor", {}, {"2", "2"});
  two.add("yaml/size", {}, {"3", "3"});
  one.append(two);
  REQUIRE(one.all().size() == 3);
  CHECK(one.all()[0].message.en == "1");
  CHECK(one.all()[1].message.en == "2");
  CHECK(one.all()[2].message.en == "3");
  CHECK(two.all().size() == 2);
}

TEST_CASE("help names what is near, and is silent where nothing is") {
  const std::string_view names[] = {"matter", "value", "readings"};
  CHECK(nearest_help("mater", names).en == "did you mean `matter`?");
  CHECK(nearest_help("mater", names).ja == "`matter` のことか");
  CHECK(nearest_help("vlaue", names).en.empty());  // two edits of five letters
  CHECK(nearest_help("readngs", names).en == "did you mean `readings`?");
  CHECK(nearest_help("something", names).empty());
  CHECK(nearest_help("value", {}).empty());
}

}  // namespace
}  // namespace yomikae
