#include "resolve/exclusion.h"

#include "unit/resolve/small_terms.h"

namespace yomikae::test {
namespace {

/// A text with articles `2` 付加 (items アーカイブ, フィルタ) and `5` 保証, and what one exclusion cuts out of it.
struct Cut {
  Cut(const std::string& article, const std::string& heading, const std::string& item = {},
      const std::string& name = {}) {
    HeldVersion held;
    held.text.document.value = "maker/base";
    held.text.from = parse_date("2020-01-01").value();
    add(held.text, {"2", 1, {}, {}}, "付加", "");
    add(held.text, {"2", 1, "1", {}}, "付加", "アーカイブ");
    add(held.text, {"2", 1, "2", {}}, "付加", "Web フィルタ");
    add(held.text, {"5", 1, {}, {}}, "保証", "");
    add(held.text, {"5", 1, "1", {}}, "保証", "リレー");
    terms.versions.push_back(std::move(held));
    Exclusion exclusion;
    exclusion.at = {{"shop/top"}, std::nullopt, ProvisionRef{{"1", 2, {}, {}}, {}}};
    exclusion.document.value = "maker/base";
    exclusion.article.text = article;
    exclusion.heading.text = heading;
    exclusion.item.text = item;
    exclusion.name.text = name;
    channel.levels.push_back({{}, {}, {}, {exclusion}});
    excluded = resolve_exclusions(channel, terms, parse_date("2026-11-21").value(), findings);
  }
  static void add(Version& version, ProvisionPath path, const std::string& heading, const std::string& name) {
    Provision provision;
    provision.label = to_string(path);
    provision.path = std::move(path);
    provision.heading = heading;
    provision.name = name;
    version.provisions.push_back(std::move(provision));
  }
  /// `2.1(1)`, or nothing; then what was found.
  [[nodiscard]] std::string shown() const {
    std::string all;
    for (const ExcludedProvision& each : excluded) all += to_string(each.path);
    for (const Finding& finding : findings.all()) all += " " + std::string(finding.rule->id);
    return all;
  }
  Terms terms;
  Channel channel;
  Findings findings;
  std::vector<ExcludedProvision> excluded;
};

TEST_CASE("an item named by number and label is cut, by the provision that says so") {
  const Cut cut("2", "付加", "1", "アーカイブ");
  CHECK(cut.shown() == "2.1(1)");
  CHECK(cut.excluded.at(0).document.value == "maker/base");
  CHECK(cut.excluded.at(0).because.document.value == "shop/top");
}

TEST_CASE("where the number of an item disagrees with its label the label decides, and that is said") {
  CHECK(Cut("2", "付加", "1", "Web フィルタ").shown() == "2.1(2) exclusion/label-mismatch");
  CHECK(Cut("2", "付加", "9", "アーカイブ").shown() == "2.1(1) exclusion/label-mismatch");
}

TEST_CASE("where the number of an article disagrees with its heading the heading decides, and that is said") {
  CHECK(Cut("2", "保証").shown() == "5 exclusion/label-mismatch");
  CHECK(Cut("2", "保証", "1", "リレー").shown() == "5.1(1) exclusion/label-mismatch");
}

TEST_CASE("an exclusion without an item cuts the whole article") {
  const Cut cut("2", "付加");
  REQUIRE(cut.shown() == "2");
  CHECK(cut.excluded.at(0).path.contains({"2", 1, "2", {}}));
  CHECK_FALSE(cut.excluded.at(0).path.contains({"5", 1, "1", {}}));
}

TEST_CASE("an item without a label is cut by its number") {
  CHECK(Cut("2", "付加", "2").shown() == "2.1(2)");
  CHECK(Cut("2", "付加", "3").shown() == " exclusion/not-found");
}

TEST_CASE("a label that is nowhere excludes nothing, and the near name is named as not excluded") {
  const Cut cut("2", "付加", "2", "フィルタ");
  CHECK(cut.shown() == " exclusion/not-found");
  CHECK(cut.findings.all().at(0).help.en == "the near name `Web フィルタ` is not excluded");
  CHECK(Cut("2", "保証書").shown() == " exclusion/not-found");
}

TEST_CASE("a label in another article is not looked for") {
  CHECK(Cut("2", "付加", "1", "リレー").shown() == " exclusion/not-found");
}

TEST_CASE("labels that differ in spacing and width are the same") {
  CHECK(Cut("2", "付 加", "2", "Ｗｅｂフィルタ").shown() == "2.1(2)");
}

}  // namespace
}  // namespace yomikae::test
