#include "diff/provision_match.h"

#include <doctest/doctest.h>

#include "diff/provision_change.h"

namespace yomikae {
namespace {

Provision item(int number, const std::string& name, const std::string& text) {
  Provision provision;
  provision.path = {"7", 2, std::to_string(number), {}};
  provision.label = article_label(provision.path, false);
  provision.heading = "付加";
  provision.name = name;
  provision.text = text;
  return provision;
}

const std::string keep = "届いたメールを一年のあいだ保管し、いつでも取り出せるようにする。";
const std::string audit = "送るメールの中身を調べ、決めた言葉があれば知らせる。";
const std::string link = "大きな添付を切り離し、別の道で受け取らせる。";

Version version(std::vector<Provision> provisions) {
  Version result;
  result.provisions = std::move(provisions);
  return result;
}

TEST_CASE("an item put in before others moves them, and is the only one that is new") {
  const Version before = version({item(1, "保管", keep), item(2, "点検", audit)});
  const Version after = version({item(1, "連携", link), item(2, "保管", keep), item(3, "点検", audit)});
  const auto origins = match_provisions(before.provisions, after.provisions);
  REQUIRE(origins.size() == 3);
  CHECK(!origins[0]);
  CHECK(origins[1] == 0);
  CHECK(origins[2] == 1);
  const auto changes = provision_changes(before, after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].before == nullptr);
  CHECK(changes[1].moved);
  CHECK(changes[1].words == ProvisionChange::Words::same);
  CHECK_FALSE(changes[1].renamed);
}

TEST_CASE("two items that change places have both moved") {
  const auto changes = provision_changes(version({item(1, "保管", keep), item(2, "点検", audit)}),
                                         version({item(1, "点検", audit), item(2, "保管", keep)}));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].moved);
  CHECK(changes[1].moved);
}

TEST_CASE("what stays at its address under its name is the same, however it is worded") {
  const auto changes = provision_changes(version({item(1, "保管", keep)}), version({item(1, "保管", link)}));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].before != nullptr);
  CHECK(changes[0].words == ProvisionChange::Words::reworded);
}

TEST_CASE("words that have nothing in common at one address are one struck out and one new") {
  const auto changes = provision_changes(version({item(1, "", keep)}), version({item(1, "", "abc")}));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].before == nullptr);
  CHECK(changes[1].after == nullptr);
}

TEST_CASE("of words of which only figures differ the figures are said") {
  const auto changes = provision_changes(version({item(1, "", "30日前までに知らせ、10円を払う。")}),
                                         version({item(1, "", "60日前までに知らせ、10円を払う。")}));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].words == ProvisionChange::Words::figures);
  CHECK(changes[0].figures_before == std::vector<std::string>{"30"});
  CHECK(changes[0].figures_after == std::vector<std::string>{"60"});
}

TEST_CASE("a heading that is another is said once") {
  Version after = version({item(1, "保管", keep), item(2, "点検", audit)});
  for (Provision& each : after.provisions) each.heading = "付属";
  const auto changes = provision_changes(version({item(1, "保管", keep), item(2, "点検", audit)}), after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].renamed);
}

}  // namespace
}  // namespace yomikae
