#include "check/coverage.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yomikae {
namespace {

constexpr std::string_view before = "no rule says what ";
constexpr std::string_view after = " lays down";

Provision provision(ProvisionPath path) {
  Provision result;
  result.label = to_string(path);
  result.path = std::move(path);
  return result;
}

ProvisionRef at(ProvisionPath path) { return {std::move(path), {}}; }

/// A text of a list of two items, 1.1(1) and 1.1(2), and a paragraph 2.1; nobody says anything of it yet.
HeldVersion text(const std::string& id) {
  HeldVersion held;
  held.text.document.value = id;
  for (const char* item : {"", "1", "2"}) held.text.provisions.push_back(provision({"1", 1, item, {}}));
  held.text.provisions.push_back(provision({"2", 1, {}, {}}));
  return held;
}

Rule rule(ProvisionPath path) {
  Rule result;
  result.at = at(std::move(path));
  return result;
}

/// `1.1, 2.1`: what is unmarked in a text, with what the channels point to.
std::string unmarked(HeldVersion held, std::vector<Channel> channels = {}) {
  Terms terms;
  terms.versions.push_back(std::move(held));
  terms.channels = std::move(channels);
  Findings findings;
  const std::vector<State> states;
  const Sources sources;
  check_coverage({terms, states, sources, Date{}}, findings);
  std::string all;
  for (const Finding& finding : findings.all()) {
    CHECK(std::string(finding.rule->id) == "coverage/unmarked");
    std::string_view words = finding.message.en;
    REQUIRE(words.starts_with(before));
    REQUIRE(words.ends_with(after));
    words.remove_prefix(before.size());
    words.remove_suffix(after.size());
    all += (all.empty() ? "" : ", ") + std::string(words);
  }
  return all;
}

TEST_CASE("a provision of which nobody says anything is unmarked, each item of it too") {
  CHECK(unmarked(text("maker/base")) == "1.1, 1.1(1), 1.1(2), 2.1");
}

TEST_CASE("a mark on a paragraph serves its items, one on an article its paragraphs") {
  HeldVersion held = text("maker/base");
  held.rules.rules.push_back(rule({"1", 1, {}, {}}));
  CHECK(unmarked(held) == "2.1");
  held.rules.bare.push_back({at({"2", 0, {}, {}}), "a definition", {}});
  CHECK(unmarked(held) == "");
}

TEST_CASE("a paragraph all of whose items are marked needs no mark of its own, one with an unmarked item does") {
  HeldVersion held = text("maker/base");
  held.rules.rules.push_back(rule({"1", 1, "1", {}}));
  CHECK(unmarked(held) == "1.1, 1.1(2), 2.1");
  held.rules.rules.push_back(rule({"1", 1, "2", {}}));
  CHECK(unmarked(held) == "2.1");
}

TEST_CASE("an order of precedence and a provision that is not in force are marks like a rule") {
  HeldVersion held = text("maker/base");
  PrecedenceRule order;
  order.at = at({"1", 1, {}, {}});
  held.rules.precedence.push_back(order);
  held.rules.dormant.push_back({at({"2", 1, {}, {}}), "not in force yet", {}});
  CHECK(unmarked(held) == "");
}

TEST_CASE("what a channel does by a provision marks it, what it does to a provision does not") {
  Channel channel;
  OverlayLevel level;
  Exclusion exclusion;
  exclusion.at = {{"maker/base"}, std::nullopt, at({"1", 1, {}, {}})};
  exclusion.document.value = "maker/base";
  exclusion.article.text = "2";
  level.exclusions.push_back(exclusion);
  channel.levels.push_back(level);
  CHECK(unmarked(text("maker/base"), {channel}) == "2.1");
}

TEST_CASE("the marks of one document say nothing of another") {
  Channel channel;
  OverlayLevel level;
  Amendment amendment;
  amendment.at = {{"shop/top"}, std::nullopt, at({"1", 1, {}, {}})};
  level.amendments.push_back(amendment);
  channel.levels.push_back(level);
  CHECK(unmarked(text("maker/base"), {channel}) == "1.1, 1.1(1), 1.1(2), 2.1");
}

}  // namespace
}  // namespace yomikae
