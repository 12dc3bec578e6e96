#include "load/table_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "load/ontology_file.h"
#include "load/reader.h"
#include "loading.h"

namespace yomikae {
namespace {

constexpr std::string_view world = R"(
sets:
  option: { archive: x, audit: x }
  item: { base: x, seats: x }
  service: { mail: x }
  quantity: { accounts: x, disk: x }
dimensions:
  service: { values: service }
  option: { values: option }
  item: { values: [item, option] }
  quantity: { values: quantity }
dates: { application: x }
quantities: { accounts: { label: x }, disk: { label: x } }
roles: { options: option, items: item }
columns:
  monthly: { matter: fee.monthly, each: 'begun({quantity}, {unit})' }
  includes: { matter: included, along: quantity }
  offered: { matter: offered }
  closed-after: { matter: admission, value: 'application <= {}', says: 'closed after {}' }
matters:
  fee.monthly: { label: x, type: money, of: [contract, option], combine: sum, sum-by: item }
  included: { label: x, type: number, by: [quantity] }
  offered: { label: x, type: boolean, of: option }
  admission: { label: x, type: boolean, of: [contract, option] }
)";

const Ontology& ontology() {
  static const Ontology built = [] {
    YamlText file{std::string(world)};
    Ontology result;
    MappingReader reader(file.root.value(), file.findings);
    load_ontology(reader, result, file.findings);
    check_ontology(result, file.findings);
    REQUIRE(file.found() == "");
    return result;
  }();
  return built;
}

std::string shown(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) return node.scalar.text;
  std::string all;
  for (const YamlNode::Entry& entry : node.entries) {
    all += (all.empty() ? "" : ", ") + entry.key.text + ": " + shown(entry.value);
  }
  return "{" + all + "}";
}

/// The rules a row stands for, a line each.
struct Row : YamlText {
  explicit Row(const std::string& row) : YamlText(row) {
    for (const YamlNode& rule : rules_of_row(root.value(), ontology(), findings)) rules += shown(rule) + "\n";
  }
  std::string rules;
};

TEST_CASE("a row is one rule for each column it fills, in the order of the columns") {
  const Row row("{ at: '#1', option: archive, closed-after: 2023-04-30, offered: true, monthly: 300 }");
  CHECK(row.found() == "");
  CHECK(row.rules ==
        "{at: #1, matter: fee.monthly, scope: {item: archive, option: archive}, value: 300}\n"
        "{at: #1, matter: offered, scope: {option: archive}, value: true}\n"
        "{at: #1, matter: admission, scope: {option: archive}, value: application <= 2023-04-30, "
        "says: closed after 2023年4月30日}\n");
}

TEST_CASE("an item is a scope where amounts are won along items, and the row's own scope stays") {
  const Row row("{ at: '#1', item: base, scope: { service: mail }, monthly: 300 }");
  CHECK(row.found() == "");
  CHECK(row.rules == "{at: #1, matter: fee.monthly, scope: {service: mail, item: base}, value: 300}\n");
}

TEST_CASE("a column along a dimension is a rule for each of its values") {
  const Row row("{ at: '#1', item: base, includes: { accounts: 10, disk: 20 } }");
  CHECK(row.found() == "");
  CHECK(row.rules ==
        "{at: #1, matter: included, scope: {quantity: accounts}, value: 10}\n"
        "{at: #1, matter: included, scope: {quantity: disk}, value: 20}\n");
}

TEST_CASE("a unit multiplies what is a price, and nothing that is left to a quote") {
  const Row priced("{ at: '#1', item: seats, monthly: 50 + 1, each: { accounts: 5 } }");
  CHECK(priced.rules == "{at: #1, matter: fee.monthly, scope: {item: seats}, value: (50 + 1) * begun(accounts, 5)}\n");
  const Row left("{ at: '#1', item: seats, monthly: quoted, each: { accounts: 5 } }");
  CHECK(left.rules == "{at: #1, matter: fee.monthly, scope: {item: seats}, value: quoted}\n");
}

TEST_CASE("a row holds from a day, through a day, or between two, counted on the day unless another fact is named") {
  const auto when = [](const std::string& valid) {
    const Row row("{ at: '#1', item: base, monthly: 1, valid: " + valid + " }");
    CHECK(row.found() == "");
    const std::size_t begin = row.rules.find("when: ");
    REQUIRE(begin != std::string::npos);
    return row.rules.substr(begin, row.rules.find(", value") - begin);
  };
  CHECK(when("{ from: 2026-12-01 }") == "when: (on) >= 2026-12-01");
  CHECK(when("{ through: 2026-11-30 }") == "when: (on) <= 2026-11-30");
  CHECK(when("{ from: 2026-12-01, through: 2026-12-01 }") == "when: (on) >= 2026-12-01 and (on) <= 2026-12-01");
  CHECK(when("{ from: 2026-12-01, by: application }") == "when: (application) >= 2026-12-01");
}

TEST_CASE("the words a row says itself stand in every rule it makes") {
  const Row row("{ at: '#1', option: archive, monthly: 300, closed-after: 2023-04-30, says: mine }");
  CHECK(row.rules ==
        "{at: #1, matter: fee.monthly, scope: {item: archive, option: archive}, value: 300, says: mine}\n"
        "{at: #1, matter: admission, scope: {option: archive}, value: application <= 2023-04-30, says: mine}\n");
}

TEST_CASE("a row that cannot be read is refused at its place") {
  CHECK(Row("{ at: '#1', item: base, option: archive, monthly: 1 }").found() == "format/wrong-kind 1:1");
  CHECK(Row("{ at: '#1', item: base }").found() == "format/missing-key 1:1");
  CHECK(Row("{ at: '#1', item: base, monthly: 1, valid: {} }").found() == "format/missing-key 1:44");
  CHECK(Row("{ at: '#1', item: base, monthly: 1, valid: { from: 2026-12-01, through: 2026-11-30 } }").found() ==
        "format/bad-value 1:44");
  CHECK(Row("{ at: '#1', item: base, monthly: 1, each: { accounts: 1, disk: 1 } }").found() ==
        "format/wrong-kind 1:43");
}

}  // namespace
}  // namespace yomikae
