#include "check/acceptance.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace yomikae {
namespace {

constexpr std::string_view unmarked = "coverage/unmarked";
const Date day = *parse_date("2026-11-24");

Findings found(std::vector<Subject> subjects) {
  Findings findings;
  for (Subject& subject : subjects) {
    findings.add(unmarked, {}, {"語られていない", "not spoken of"}).about(subject.at, subject.of);
  }
  return findings;
}

Acceptance accepting(Subject subject, std::string_view until = "2027-03-31", std::string_view rule = unmarked) {
  return {find_finding_rule(rule), std::move(subject), "a reason", *parse_date(until), {}, {}};
}

/// Which of the findings count: `yes no`.
std::string counting(const Findings& findings, const std::vector<Acceptance>& acceptances, Date on = day) {
  std::string all;
  for (const JudgedFinding& each : judge(findings, acceptances, on)) {
    all += std::string(all.empty() ? "" : " ") + (each.counts() ? "yes" : "no");
  }
  return all;
}

/// What is said of the acceptances: `acceptance/unused seller/terms#1.1`.
std::string said(const std::vector<Acceptance>& acceptances, const Findings& findings, Date on = day) {
  Findings about;
  check_acceptances(acceptances, findings, on, about);
  std::string all;
  for (const Finding& each : about.all()) {
    all += (all.empty() ? "" : "; ") + std::string(each.rule->id) + " " + each.subject.at + " " + each.help.en;
  }
  return all;
}

TEST_CASE("an acceptance speaks of one rule at one subject") {
  const Findings findings = found({{"seller/terms#1.1", "a"}, {"seller/terms#1.1", "b"}, {"seller/terms#1.2", "a"}});
  CHECK(counting(findings, {}) == "yes yes yes");
  CHECK(counting(findings, {accepting({"seller/terms#1.1", "a"})}) == "no yes yes");
  CHECK(counting(findings, {accepting({"seller/terms#1.1", ""})}) == "yes yes yes");
  CHECK(counting(findings, {accepting({"seller/terms#1.1", "a"}, "2027-03-31", "exclusion/not-found")}) ==
        "yes yes yes");
}

TEST_CASE("what has no subject cannot be accepted") {
  CHECK(counting(found({{"", ""}}), {accepting({"", ""})}) == "yes");
}

TEST_CASE("an acceptance holds through its last day; after it the finding points to where it ran out") {
  const Findings findings = found({{"seller/terms#1.1", ""}});
  const std::vector<Acceptance> acceptances{accepting({"seller/terms#1.1", ""})};
  CHECK(counting(findings, acceptances, *parse_date("2027-03-31")) == "no");
  CHECK(counting(findings, acceptances, *parse_date("2027-04-01")) == "yes");
  const auto judged = judge(findings, acceptances, *parse_date("2027-04-01"));
  REQUIRE(judged.at(0).finding.related.size() == 1);
  CHECK(judged.at(0).finding.related.front().message.en == "was accepted until 2027-03-31");
  CHECK(judge(findings, acceptances, day).at(0).finding.related.empty());
}

TEST_CASE("nothing is said of an acceptance that serves") {
  CHECK(said({accepting({"seller/terms#1.1", ""})}, found({{"seller/terms#1.1", ""}})) == "");
}

TEST_CASE("an acceptance nothing is found for is unused, with what may be meant") {
  const Findings findings = found({{"seller/terms#1.1", "archive"}});
  CHECK(said({accepting({"seller/terms#1.1", "archves"})}, findings) ==
        "acceptance/unused seller/terms#1.1 did you mean `seller/terms#1.1` `archive`?");
  CHECK(said({accepting({"seller/terms#1.1", "archive"}, "2027-03-31", "exclusion/not-found")}, findings) ==
        "acceptance/unused seller/terms#1.1 what is found there is `coverage/unmarked`");
  CHECK(said({accepting({"channel/seller", ""})}, findings) ==
        "acceptance/unused channel/seller if that is cured, delete this entry");
}

TEST_CASE("one that has run out is expired where the finding is still there, and unused where it is not") {
  const std::vector<Acceptance> old{accepting({"seller/terms#1.1", ""}, "2026-11-23")};
  CHECK(said(old, found({{"seller/terms#1.1", ""}})).starts_with("acceptance/expired seller/terms#1.1 "));
  CHECK(said(old, found({})).starts_with("acceptance/unused seller/terms#1.1 "));
}

TEST_CASE("five years from the day are not far off, a day more is") {
  const Findings findings = found({{"seller/terms#1.1", ""}});
  CHECK(said({accepting({"seller/terms#1.1", ""}, "2031-11-24")}, findings) == "");
  CHECK(said({accepting({"seller/terms#1.1", ""}, "2031-11-25")}, findings).starts_with("acceptance/far-off "));
}

}  // namespace
}  // namespace yomikae
