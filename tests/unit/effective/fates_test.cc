#include "effective/effective_terms.h"
#include "unit/resolve/small_terms.h"

namespace yomikae::test {
namespace {

/// What became of a paragraph, and of what or by which words: `displaced by shop/top 1.1`.
std::string fate(const SmallCase& small, const std::string& document, const std::string& path) {
  const Selection& selection = *small.at.selection;
  const HeldVersion& held = *selection.terms->in_force({document}, selection.day);
  const Provision* provision = held.text.find(parse_provision(path)->path);
  REQUIRE(provision != nullptr);
  const ProvisionFate result = Fates(selection).of(held.text, *provision);
  std::string text(to_string(result.fate));
  if (result.because.provision) {
    text += fmt::format(" by {} {}", result.because.provision->document.value,
                        to_string(result.because.provision->provision->path));
  }
  return result.because.words.empty() ? text : text + ": " + result.because.words;
}

const char* const shop_10 = "  - { at: '#2.1', matter: fee, value: '10' }\n";

TEST_CASE("what nothing touches applies in the highest text and supplements in the others") {
  const SmallCase small({.precedence = "  - { at: '#1.1', order: [shop/top, maker/base, third/side] }\n"});
  CHECK(fate(small, "shop/top", "2.1") == "applies");
  CHECK(fate(small, "maker/base", "2.1") == "supplements");
  CHECK(fate(small, "third/side", "2.1") == "supplements");
}

TEST_CASE("a provision whose only rule loses is displaced, by the provision that ranks the texts") {
  const SmallCase small({.shop = shop_10, .maker = "  - { at: '#3.1', matter: fee, value: '20' }\n"});
  CHECK(fate(small, "maker/base", "3.1") == "displaced by shop/top 1.1");
  CHECK(fate(small, "maker/base", "3.2") == "supplements");
}

TEST_CASE("a provision that lays down the same as the higher text is not displaced") {
  const SmallCase small({.shop = shop_10, .maker = "  - { at: '#3.1', matter: fee, value: '10' }\n"});
  CHECK(fate(small, "maker/base", "3.1") == "supplements");
}

TEST_CASE("a rule that loses for some questions and stands for others is partly displaced") {
  const SmallCase small({.shop = "  - { at: '#2.1', matter: fee, scope: { reason: fire }, value: '10' }\n",
                         .maker = "  - { at: '#3.1', matter: fee, value: '20' }\n"});
  CHECK(fate(small, "maker/base", "3.1") == "partly-displaced by shop/top 1.1");
}

TEST_CASE("a provision of which one rule loses and another stands is partly displaced") {
  const SmallCase small({.shop = shop_10,
                         .maker = "  - { at: '#3.1', matter: fee, value: '20' }\n"
                                  "  - { at: '#3.1', matter: refund, value: '5' }\n"});
  CHECK(fate(small, "maker/base", "3.1") == "partly-displaced by shop/top 1.1");
}

TEST_CASE("a rule that yields to a narrower one of its own text is not displaced") {
  const SmallCase small({.maker = "  - { at: '#3.1', matter: fee, value: '20' }\n"
                                  "  - { at: '#3.2', matter: fee, scope: { reason: [plain, fire, flood] }, value: '5' "
                                  "}\n"});
  CHECK(fate(small, "maker/base", "3.1") == "supplements");
}

TEST_CASE("what the higher text does not sell is not offered, by the provision that says so") {
  const SmallCase small({.shop = "  - { at: '#4.1', matter: offered, scope: { option: ice }, value: 'false' }\n",
                         .maker = "  - { at: '#3.1', matter: offered, scope: { option: ice }, value: 'true' }\n"
                                  "  - { at: '#3.2', matter: offered, scope: { option: glow }, value: 'true' }\n"});
  CHECK(fate(small, "maker/base", "3.1") == "not-offered by shop/top 4.1");
  CHECK(fate(small, "maker/base", "3.2") == "supplements");
}

TEST_CASE("what is excluded is excluded, even where it would be displaced, by the provision that excludes") {
  const SmallCase small({.shop = shop_10,
                         .maker = "  - { at: '#3.1', matter: fee, value: '20' }\n",
                         .channel = "excludes:\n  - { at: 'shop/top#1.2', document: maker/base, article: '3', heading: "
                                    "見出し3 }\n"});
  CHECK(fate(small, "maker/base", "3.1") == "excluded by shop/top 1.2");
  CHECK(fate(small, "maker/base", "3.2") == "excluded by shop/top 1.2");
  CHECK(fate(small, "maker/base", "4.1") == "supplements");
}

TEST_CASE("what is spent is not in force, with the reason") {
  const SmallCase small({.more = "not-in-force:\n  - { at: '#6.2', because: 経過措置は終わった }\n"});
  CHECK(fate(small, "maker/base", "6.2") == "not-in-force: 経過措置は終わった");
  CHECK(fate(small, "maker/base", "6.1") == "supplements");
}

TEST_CASE("the free-standing terms make nothing of the wholesaler's part of the contract") {
  Case contract(itscom_contract);
  std::size_t seen = 0;
  for (const OutsideDocument& outside : contract.selection->outside) {
    const Fates fates(*contract.selection);
    for (const Provision& provision : outside.held->text.provisions) {
      CHECK(fates.of(outside.held->text, provision).fate == Fate::not_incorporated);
      ++seen;
    }
  }
  CHECK(seen > 0);
}

}  // namespace
}  // namespace yomikae::test
