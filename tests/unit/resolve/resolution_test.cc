#include "resolve/resolution.h"

#include "unit/resolve/small_terms.h"

namespace yomikae::test {
namespace {

/// The matter `fee`, asked of that market with every condition taken to hold.
Resolution fee(const SmallCase& small, const Dimensions& dimensions = {{"reason", "plain"}}) {
  const Selection& selection = *small.at.selection;
  Dimensions all = selection.contract().dimensions;
  for (const auto& [name, value] : dimensions) all[name] = value;
  return resolve(*selection.ontology().matter("fee"), all, selection, [](const Rule&) {
    return Outcome{Status::effective, Value{true}, {}};
  });
}

const char* const all_ranked = "  - { at: '#1.1', order: [order-form, shop/top, maker/base, third/side] }\n";
const char* const form_of_70 = "order-form: { terms: { fee: '70' } }\n";

TEST_CASE("a matter on which nothing is laid down is silent") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: refund, value: '1' }\n"});
  const Resolution result = fee(small);
  CHECK(result.status == Status::silent);
  CHECK(result.winners.empty());
  CHECK(result.losses.empty());
}

TEST_CASE("in one layer the narrower rule beats the wider, whichever comes first, and only where it speaks") {
  const std::string wide = "  - { at: '#2.1', matter: fee, value: '10' }\n";
  const std::string narrow = "  - { at: '#2.2', matter: fee, scope: { reason: fire }, value: '20' }\n";
  for (const std::string& rules : {wide + narrow, narrow + wide}) {
    const SmallCase small({.maker = rules});
    const Resolution fire = fee(small, {{"reason", "fire"}});
    CHECK(fire.status == Status::effective);
    CHECK(places_of(fire.winners) == "maker/base 2.2");
    REQUIRE(fire.losses.size() == 1);
    CHECK(place_of(fire.losses[0].rule) == "maker/base 2.1");
    CHECK(place_of(fire.losses[0].to) == "maker/base 2.2");
    CHECK(fire.losses[0].reason == LossReason::narrower);
    CHECK(fire.losses[0].because == nullptr);
    const Resolution plain = fee(small);
    CHECK(places_of(plain.winners) == "maker/base 2.1");
    CHECK(plain.losses.empty());
  }
}

TEST_CASE("fewer values of one dimension are narrower than more") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, scope: { reason: [fire, flood] }, value: '10' }\n"
                                  "  - { at: '#2.2', matter: fee, scope: { reason: fire }, value: '20' }\n"});
  CHECK(places_of(fee(small, {{"reason", "fire"}}).winners) == "maker/base 2.2");
  CHECK(places_of(fee(small, {{"reason", "flood"}}).winners) == "maker/base 2.1");
  CHECK(fee(small).status == Status::silent);
}

TEST_CASE("scopes of one layer that overlap and disagree are a conflict, and only where both speak") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, scope: { reason: fire }, value: '10' }\n"
                                  "  - { at: '#2.2', matter: fee, scope: { size: large }, value: '20' }\n"});
  const Resolution both = fee(small, {{"reason", "fire"}, {"size", "large"}});
  CHECK(both.status == Status::conflict);
  CHECK(both.winners.empty());
  CHECK(places_of(both.conflicting) == "maker/base 2.1, maker/base 2.2");
  CHECK(fee(small, {{"reason", "fire"}, {"size", "small"}}).status == Status::effective);
}

TEST_CASE("a rule that names a dimension does not speak where the question leaves it open") {
  const SmallCase small({.maker = "  - { at: '#2.2', matter: fee, scope: { size: large }, value: '20' }\n"});
  CHECK(fee(small).status == Status::silent);
}

TEST_CASE("a higher layer wins even where the lower is the narrower, and says by which provision") {
  const SmallCase small({.shop = "  - { at: '#2.1', matter: fee, value: '10' }\n",
                         .maker = "  - { at: '#3.1', matter: fee, scope: { reason: fire }, value: '20' }\n"});
  const Resolution result = fee(small, {{"reason", "fire"}});
  CHECK(result.status == Status::effective);
  CHECK(places_of(result.winners) == "shop/top 2.1");
  REQUIRE(result.losses.size() == 1);
  CHECK(place_of(result.losses[0].rule) == "maker/base 3.1");
  CHECK(place_of(result.losses[0].to) == "shop/top 2.1");
  CHECK(result.losses[0].reason == LossReason::precedence);
  REQUIRE(result.losses[0].because != nullptr);
  CHECK(result.losses[0].because->document.value == "shop/top");
  CHECK(to_string(result.losses[0].because->at.path) == "1.1");
}

TEST_CASE("a lower layer that lays down the same is displaced by nobody") {
  const SmallCase small({.shop = "  - { at: '#2.1', matter: fee, value: '10' }\n",
                         .maker = "  - { at: '#3.1', matter: fee, value: '10' }\n"});
  const Resolution result = fee(small);
  CHECK(result.status == Status::effective);
  CHECK(places_of(result.winners) == "shop/top 2.1, maker/base 3.1");
  CHECK(result.losses.empty());
}

TEST_CASE("layers that are not ranked conflict where they disagree and stand together where they agree") {
  for (const bool same : {true, false}) {
    const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: '10' }\n",
                           .third = fmt::format("  - {{ at: '#3.1', matter: fee, value: '{}' }}\n", same ? 10 : 11)});
    const Resolution result = fee(small);
    CHECK(result.losses.empty());
    CHECK(result.status == (same ? Status::effective : Status::conflict));
    CHECK(places_of(same ? result.winners : result.conflicting) == "third/side 3.1, maker/base 2.1");
  }
}

TEST_CASE("a lower layer loses to the highest that is above it, not to the next") {
  const SmallCase small({.shop = "  - { at: '#2.1', matter: fee, value: '10' }\n",
                         .maker = "  - { at: '#2.1', matter: fee, value: '20' }\n",
                         .third = "  - { at: '#2.1', matter: fee, value: '30' }\n",
                         .precedence = all_ranked});
  const Resolution result = fee(small);
  CHECK(places_of(result.winners) == "shop/top 2.1");
  REQUIRE(result.losses.size() == 2);
  for (const Loss& loss : result.losses) CHECK(place_of(loss.to) == "shop/top 2.1");
}

TEST_CASE("notwithstanding beats the provision it names, from below too, and no other") {
  const std::string beats = "  - { at: '#3.1', matter: fee, value: '20', notwithstanding: 'shop/top#2.1' }\n";
  const SmallCase named({.shop = "  - { at: '#2.1', matter: fee, value: '10' }\n", .maker = beats});
  const Resolution won = fee(named);
  CHECK(places_of(won.winners) == "maker/base 3.1");
  REQUIRE(won.losses.size() == 1);
  CHECK(place_of(won.losses[0].rule) == "shop/top 2.1");
  CHECK(won.losses[0].reason == LossReason::notwithstanding);
  const SmallCase another({.shop = "  - { at: '#2.2', matter: fee, value: '10' }\n", .maker = beats});
  CHECK(places_of(fee(another).winners) == "shop/top 2.2");
}

TEST_CASE("two provisions that each hold notwithstanding the other conflict") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: '10', notwithstanding: '#3.1' }\n"
                                  "  - { at: '#3.1', matter: fee, value: '20', notwithstanding: '#2.1' }\n"});
  CHECK(fee(small).status == Status::conflict);
  CHECK(fee(small).conflicting.size() == 2);
}

TEST_CASE("notwithstanding a whole article reaches its paragraphs") {
  const SmallCase small({.maker = "  - { at: '#2.2', matter: fee, value: '10' }\n"
                                  "  - { at: '#3.1', matter: fee, value: '20', notwithstanding: '#2' }\n"});
  CHECK(places_of(fee(small).winners) == "maker/base 3.1");
}

TEST_CASE("a price left to the order form is filled by it though nothing ranks the two") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: quoted }\n"}, form_of_70);
  const Resolution result = fee(small);
  CHECK(result.status == Status::effective);
  CHECK(places_of(result.winners) == "order-form");
  CHECK(places_of(result.quoted) == "maker/base 2.1");
  CHECK(result.losses.empty());
}

TEST_CASE("a price left to the order form stays open where the order form is silent") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: quoted }\n"});
  const Resolution result = fee(small);
  CHECK(places_of(result.winners) == "maker/base 2.1");
  CHECK(result.quoted.empty());
  CHECK(is_quoted(*result.winners.at(0), *small.at.selection));
}

TEST_CASE("an order form that contradicts a text nobody ranks it with is a conflict, ranked it wins") {
  const std::string rules = "  - { at: '#2.1', matter: fee, value: '10' }\n";
  const Resolution unranked = fee(SmallCase({.maker = rules}, form_of_70));
  CHECK(unranked.status == Status::conflict);
  CHECK(unranked.conflicting.size() == 2);
  const SmallCase small({.maker = rules, .precedence = all_ranked}, form_of_70);
  const Resolution ranked = fee(small);
  CHECK(places_of(ranked.winners) == "order-form");
  REQUIRE(ranked.losses.size() == 1);
  CHECK(place_of(ranked.losses[0].rule) == "maker/base 2.1");
}

TEST_CASE("a rule of an excluded article is gone, one beside it stays") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: '10' }\n"
                                  "  - { at: '#3.1', matter: fee, value: '20' }\n",
                         .channel = "excludes:\n  - { at: 'shop/top#1.2', document: maker/base, article: '2', heading: "
                                    "見出し2 }\n"});
  CHECK(places_of(rules_on({"fee"}, *small.at.selection)) == "maker/base 3.1");
  const Resolution result = fee(small);
  CHECK(result.status == Status::effective);
  CHECK(places_of(result.winners) == "maker/base 3.1");
}

TEST_CASE("a pointer never wins, from the highest layer neither") {
  const SmallCase small(
      {.shop = "  - { at: '#2.1', delegates: fee }\n", .maker = "  - { at: '#3.1', matter: fee, value: '20' }\n"});
  CHECK(places_of(rules_on({"fee"}, *small.at.selection)) == "maker/base 3.1");
  const Resolution result = fee(small);
  CHECK(places_of(result.winners) == "maker/base 3.1");
  CHECK(result.losses.empty());
  CHECK(fee(SmallCase({.shop = "  - { at: '#2.1', delegates: fee }\n"})).status == Status::silent);
}

TEST_CASE("a rule that follows another agrees with it and is quoted where it is") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, scope: { reason: fire }, value: quoted }\n"
                                  "  - { at: '#2.2', matter: fee, scope: { size: large }, like: '#2.1' }\n"});
  const Resolution result = fee(small, {{"reason", "fire"}, {"size", "large"}});
  CHECK(result.status == Status::effective);
  CHECK(places_of(result.winners) == "maker/base 2.1, maker/base 2.2");
  CHECK(is_quoted(*result.winners.back(), *small.at.selection));
  CHECK(place_of(&words_of(*result.winners.back(), *small.at.selection)) == "maker/base 2.1");
}

TEST_CASE("a rule about the contract does not speak of an option, and the other way round") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, value: '10' }\n"
                                  "  - { at: '#2.2', matter: fee, of: option, value: '20' }\n"});
  CHECK(places_of(fee(small).winners) == "maker/base 2.1");
  CHECK(places_of(fee(small, {{"option", "ice"}}).winners) == "maker/base 2.2");
}

TEST_CASE("an option under terms of its own that are not held is handed to them, the contract is not") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, of: [contract, option], value: '10' }\n",
                         .channel = "sub-terms:\n  - { option: ice, document: ice/terms, title: 保冷規約, because: "
                                    "'maker/base#1.1' }\n"});
  const Resolution ice = fee(small, {{"option", "ice"}});
  CHECK(ice.status == Status::delegated);
  REQUIRE(ice.sub_terms != nullptr);
  CHECK(ice.sub_terms->title == "保冷規約");
  CHECK(fee(small, {{"option", "glow"}}).status == Status::effective);
  CHECK(fee(small).status == Status::effective);
}

TEST_CASE("a condition that is not met takes the rule out, one that cannot be decided leaves the matter undecided") {
  const SmallCase small({.maker = "  - { at: '#2.1', matter: fee, when: given(end), value: '10' }\n"
                                  "  - { at: '#2.2', matter: fee, value: '20' }\n"});
  const Selection& selection = *small.at.selection;
  const auto asked = [&](const Outcome& outcome) {
    return resolve(*selection.ontology().matter("fee"), {{"reason", "plain"}}, selection,
                   [&](const Rule&) { return outcome; });
  };
  CHECK(places_of(asked({Status::effective, Value{false}, {}}).winners) == "maker/base 2.2");
  CHECK(asked({Status::effective, Value{true}, {}}).status == Status::conflict);
  const Resolution undecided = asked({Status::missing, {}, {"end"}});
  CHECK(undecided.status == Status::missing);
  CHECK(undecided.undecided == std::vector<std::string>{"end"});
}

}  // namespace
}  // namespace yomikae::test
