#include "load/rules_file.h"

#include <doctest/doctest.h>

#include "load/ontology_file.h"
#include "loading.h"
#include "rules/bind.h"
#include "rules/parse.h"

namespace yomikae {
namespace {

constexpr std::string_view world = R"(
sets:
  ground: { customer-notice: x, provider: x }
  occasion: { at-start: x, at-end: x }
  option: { archive: x, audit: x }
  item: { base: x, seats: x }
  service: { mail: x, access: x }
  quantity: { accounts: x, disk: x }
dimensions:
  service: { values: service }
  ground: { values: ground, otherwise: customer-notice }
  option: { values: option }
  item: { values: [item, option] }
  quantity: { values: quantity }
  occasion: { values: occasion }
dates: { end: x, billing-start: x }
quantities: { accounts: { label: x }, disk: { label: x } }
roles: { options: option, items: item }
columns:
  initial: { matter: fee.initial, each: 'units-begun({quantity} - included[quantity = {quantity}], {unit})' }
  monthly: { matter: fee.monthly, each: 'units-begun({quantity} - included[quantity = {quantity}], {unit})' }
  includes: { matter: included, along: quantity }
  sold: { matter: offered }
  billed-by: { matter: area, value: '"{}まで"', says: '{}まで請求する' }
matters:
  minimum-term: { label: x, type: term, of: [contract, option] }
  leaving: { label: x, type: ending, by: [ground] }
  option-leaving: { label: x, type: ending, of: option }
  notice: { label: x, type: deadline }
  charge: { label: x, type: money, by: [ground], facts: { amount: { label: x, type: money } } }
  fee.initial: { label: x, type: money, of: [contract, option], combine: sum, sum-by: item }
  fee.monthly: { label: x, type: money, of: [contract, option], combine: sum, sum-by: item }
  included: { label: x, type: number, by: [quantity] }
  area: { label: x, type: words }
  offered: { label: x, type: boolean, of: option }
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

/// A file of rules; `rest` begins on its third line.
struct Rules : YamlText {
  explicit Rules(const std::string& rest) : YamlText("document: iij/mail\nversion: 2026-04-01\n" + rest) {
    MappingReader file(root.value(), findings);
    book = load_rules(file, ontology(), findings);
  }
  [[nodiscard]] const Rule& rule(std::size_t index) const {
    REQUIRE(book.has_value());
    REQUIRE(index < book->rules.size());
    return book->rules[index];
  }
  std::optional<RuleBook> book;
};

/// Whether a rule's value is what that text says.
bool says(const Rule& rule, const std::string& text) {
  Findings findings;
  const auto expected = parse_expression({text, {}, 0}, findings);
  REQUIRE(expected.has_value());
  const auto* value = std::get_if<Alternatives>(&rule.body);
  if (value == nullptr || value->open()) return false;
  Expr bound = *expected;
  REQUIRE(bind_expression(bound, {ontology(), ontology().matter(rule.matter.value), {}}, {}, findings));
  return same_expression(value->readings.front().value, bound);
}

TEST_CASE("a rule stands at its provision, of its version, on its matter") {
  const Rules file(
      "rules:\n  - at: '#7.2(3)'\n    matter: charge\n    value: amount * 2\n    says: 二倍\n  - at: '3:ただし書'\n    "
      "matter: area\n    value: '\"日本\"'\n");
  CHECK(file.found() == "");
  REQUIRE(file.book.has_value());
  CHECK(file.book->document.value == "iij/mail");
  CHECK(to_string(file.book->version) == "2026-04-01");
  const Rule& rule = file.rule(0);
  CHECK(to_string(rule.at) == "7.2(3)");
  CHECK(rule.document.value == "iij/mail");
  CHECK(to_string(rule.version.value()) == "2026-04-01");
  CHECK(rule.matter.value == "charge");
  CHECK(rule.says == "二倍");
  CHECK((rule.kind == Rule::Kind::candidate));
  CHECK(says(rule, "amount * 2"));
  CHECK(file.where(rule.place) == "4:5");
  CHECK(to_string(file.rule(1).at) == "3:ただし書");
}

TEST_CASE("a rule speaks of the contract, or of the options its scope names, or as it says") {
  const Rules file(
      "rules:\n"
      "  - { at: '#1', matter: minimum-term.length, value: 1 year }\n"
      "  - { at: '#1', matter: minimum-term.length, scope: { option: archive }, value: 1 year }\n"
      "  - { at: '#1', matter: minimum-term.length, of: [contract, option], value: 1 year }\n"
      "  - { at: '#1', matter: minimum-term.length, of: option, value: 1 year }\n");
  CHECK(file.found() == "");
  const auto subjects = [&](std::size_t index) {
    return std::string(file.rule(index).of_contract ? "contract " : "") + (file.rule(index).of_option ? "option" : "");
  };
  CHECK(subjects(0) == "contract ");
  CHECK(subjects(1) == "option");
  CHECK(subjects(2) == "contract option");
  CHECK(subjects(3) == "option");
}

TEST_CASE("a scope holds values in one order, and any value where none is named") {
  const Rules file(
      "rules:\n  - { at: '#1', matter: charge, scope: { ground: [provider, customer-notice], service: any }, value: "
      "'1' }\n"
      "  - { at: '#1', matter: charge, scope: { service: mail }, value: '1' }\n");
  CHECK(file.found() == "");
  CHECK((file.rule(0).scope.admits.at("ground") == std::vector<std::string>{"customer-notice", "provider"}));
  CHECK(file.rule(0).scope.admits.at("service").empty());
  CHECK((file.rule(1).scope.admits.at("service") == std::vector<std::string>{"mail"}));
}

TEST_CASE("readings stand with the preferred one first, in a value, a part or a condition") {
  const Rules file(R"(rules:
  - at: '#1'
    matter: charge
    when: { readings: [{ id: a, value: 'true', because: x }, { id: b, value: 'false', because: y }] }
    where:
      base:
        readings:
          - { id: c, value: amount, because: x }
          - { id: d, value: '0', because: y, erratum: e1 }
      twice: base * 2
    readings:
      - { id: f, value: twice, because: z }
      - { id: g, value: base, because: w }
)");
  CHECK(file.found() == "");
  const Rule& rule = file.rule(0);
  REQUIRE(rule.when.has_value());
  CHECK(rule.when->readings.at(1).id == "b");
  REQUIRE(rule.where.size() == 2);
  CHECK(rule.where[0].value.open());
  CHECK(rule.where[0].value.readings.at(1).erratum == "e1");
  CHECK((rule.where[0].type == ValueType{ValueType::Kind::money, {}}));
  CHECK((rule.where[1].type == ValueType{ValueType::Kind::money, {}}));
  const auto& body = std::get<Alternatives>(rule.body);
  CHECK(body.readings.at(0).id == "f");
  CHECK(body.readings.at(0).because == "z");
  CHECK(std::holds_alternative<Expr::Local>(body.readings.at(0).value.node));
}

TEST_CASE("a way of ending falls on certain days and requires what it says") {
  const Rules file(R"(rules:
  - at: '#1'
    matter: leaving
    falls: last-of-month
    where: { earliest: 'elapses(notice, 30 days)' }
    requires:
      - { that: effect >= earliest, because: 三十日前 }
      - { that: effect >= notice, because: 過去 }
)");
  CHECK(file.found() == "");
  const auto& ending = std::get<Ending>(file.rule(0).body);
  CHECK((ending.falls == Ending::Falls::last_of_month));
  REQUIRE(ending.requirements.size() == 2);
  CHECK(ending.requirements[0].because == "三十日前");
}

TEST_CASE("pointers, quotes and rules notwithstanding others are told from values") {
  const Rules file(R"(rules:
  - { at: '#1', delegates: charge }
  - { at: '#2', matter: charge, value: quoted }
  - { at: '#3', matter: charge, value: '1', notwithstanding: ['#2', 'usen/mail#4.1'] }
)");
  CHECK(file.found() == "");
  CHECK((file.rule(0).kind == Rule::Kind::pointer));
  CHECK(file.rule(0).matter.value == "charge");
  CHECK(std::holds_alternative<Quoted>(file.rule(1).body));
  REQUIRE(file.rule(2).notwithstanding.size() == 2);
  CHECK(file.rule(2).notwithstanding[0].document.value == "iij/mail");
  CHECK(file.rule(2).notwithstanding[1].document.value == "usen/mail");
}

TEST_CASE("what follows another rule follows the one on its matter, or else on its shape, wherever it stands") {
  const Rules file(R"(rules:
  - { at: '#1', matter: option-leaving, like: '#2' }
  - { at: '#2', matter: area, value: '"x"' }
  - { at: '#2', matter: charge, value: '1' }
  - { at: '#2', matter: leaving, falls: any-day }
  - { at: '#3', matter: charge, like: '#2' }
  - { at: '#4', matter: nonsense, like: '#2' }
)");
  CHECK(file.found() == "format/unknown-name 9:25");
  CHECK((file.rule(0).like == std::optional<std::size_t>{3}));
  CHECK((file.rule(4).like == std::optional<std::size_t>{2}));
  const Rules gone("rules:\n  - { at: '#1', matter: charge, like: '#2' }\n");
  CHECK(gone.found() == "terms/unknown-provision 4:40");
}

TEST_CASE("what follows a rule that itself follows another is refused, in whichever order they stand") {
  const std::string first = "  - { at: '#1', matter: charge, like: '#2' }\n";
  const std::string second = "  - { at: '#2', matter: charge, like: '#3' }\n";
  const std::string third = "  - { at: '#3', matter: charge, value: '1' }\n";
  CHECK(Rules("rules:\n" + third + second + first).found() == "terms/unknown-provision 6:40");
  CHECK(Rules("rules:\n" + first + second + third).found() == "terms/unknown-provision 4:40");
  const std::string back = "  - { at: '#2', matter: charge, like: '#1' }\n";
  CHECK(Rules("rules:\n" + first + back).found() == "terms/unknown-provision 4:40; terms/unknown-provision 5:40");
}

TEST_CASE("a price is a rule on its charge for its item, an option's price one of that option") {
  const Rules file(R"(prices:
  - { at: '#1', item: base, initial: 1000, monthly: '2,000', scope: { service: mail }, includes: { accounts: 10 } }
  - { at: '#2', item: archive, monthly: 300 }
  - { at: '#3', item: seats, monthly: 50, each: { accounts: 5 } }
  - { at: '#4', item: audit, monthly: quoted, each: { accounts: 1 } }
)");
  CHECK(file.found() == "rule/syntax 4:55");
  const Rules good(R"(prices:
  - { at: '#1', item: base, initial: 1000, monthly: 2000, scope: { service: mail }, includes: { accounts: 10 } }
  - { at: '#2', item: archive, monthly: 300 }
  - { at: '#3', item: seats, monthly: 50, each: { accounts: 5 } }
  - { at: '#4', item: audit, monthly: quoted, each: { accounts: 1 } }
)");
  REQUIRE(good.found() == "");
  CHECK(good.book->rules.size() == 6);
  CHECK(good.rule(0).matter.value == "fee.initial");
  CHECK(says(good.rule(0), "1000"));
  CHECK((good.rule(0).scope.admits.at("item") == std::vector<std::string>{"base"}));
  CHECK((good.rule(0).scope.admits.at("service") == std::vector<std::string>{"mail"}));
  CHECK(good.rule(0).of_contract);
  CHECK(says(good.rule(1), "2000"));
  CHECK(good.rule(2).matter.value == "included");
  CHECK(says(good.rule(2), "10"));
  CHECK((good.rule(2).scope.admits.at("quantity") == std::vector<std::string>{"accounts"}));
  CHECK((good.rule(3).scope.admits.at("option") == std::vector<std::string>{"archive"}));
  CHECK(good.rule(3).of_option);
  CHECK(says(good.rule(4), "50 * units-begun(accounts - included[quantity = accounts], 5)"));
  CHECK(std::holds_alternative<Quoted>(good.rule(5).body));
}

TEST_CASE("a price that is an expression is multiplied as a whole") {
  const Rules file("prices:\n  - { at: '#1', item: seats, monthly: 100 + 20, each: { accounts: 1 } }\n");
  REQUIRE(file.found() == "");
  CHECK(says(file.rule(0), "(100 + 20) * units-begun(accounts - included[quantity = accounts], 1)"));
}

TEST_CASE("a price's unit and what it includes are read or refused, never passed over") {
  for (const std::string part : {"each: accounts", "each: [accounts]", "each: { accounts: 1, disk: 10 }", "each: {}",
                                 "includes: accounts", "includes: [accounts]"}) {
    CAPTURE(part);
    CHECK(Rules("prices:\n  - { at: '#1', item: seats, monthly: 100, " + part + " }\n").findings.has_errors());
  }
}

TEST_CASE("precedence, open points and provisions not in force are read beside the rules") {
  const Rules file(R"(precedence:
  - { at: '#5.2', order: [order-form, [iij/mail, iij/option], iij/general], because: 定め, open: true }
open-points:
  - { at: '#6', id: p1, text: 不明, matter: charge, scope: { service: mail } }
  - { id: p2, text: 全体 }
not-in-force:
  - { at: '#7.1(2)', because: 条件未成就 }
)");
  CHECK(file.found() == "");
  REQUIRE(file.book.has_value());
  const PrecedenceRule& precedence = file.book->precedence.at(0);
  CHECK((precedence.order ==
         std::vector<std::vector<std::string>>{{"order-form"}, {"iij/mail", "iij/option"}, {"iij/general"}}));
  CHECK(to_string(precedence.at) == "5.2");
  CHECK(precedence.open);
  CHECK(precedence.document.value == "iij/mail");
  CHECK(file.book->open_points.at(0).matter.value == "charge");
  CHECK(file.book->open_points.at(0).scope.admits.contains("service"));
  CHECK(file.book->open_points.at(1).at.path.head.empty());
  CHECK(to_string(file.book->dormant.at(0).at) == "7.1(2)");
  CHECK(file.book->dormant.at(0).because == "条件未成就");
}

TEST_CASE("what is wrong with a rule is reported at its place") {
  struct Case {
    std::string rule;  ///< on the fourth line, from its sixth column on
    std::string found;
  };
  const Case cases[] = {
      {"matter: charge, value: '1'", "format/missing-key 4:5"},
      {"at: '#1', value: '1'", "format/missing-key 4:5"},
      {"at: 第1条, matter: charge, value: '1'", "format/bad-value 4:11"},
      {"at: '#1', matter: chrge, value: '1'", "format/unknown-name 4:25"},
      {"at: '#1', matter: minimum-term, value: 1 year", "format/unknown-name 4:25"},
      {"at: '#1', matter: charge", "format/missing-key 4:5"},
      {"at: '#1', matter: charge, value: '1', valu: '2'", "format/unknown-key 4:45"},
      {"at: '#1', matter: charge, value: 1 +", "rule/syntax 4:43"},
      {"at: '#1', matter: charge, value: amount + end", "rule/type 4:40"},
      {"at: '#1', matter: charge, value: amuont", "rule/unknown-name 4:40"},
      {"at: '#1', matter: charge, value: 1 year", "rule/type 4:40"},
      {"at: '#1', matter: charge, when: amount, value: '1'", "rule/type 4:39"},
      {"at: '#1', matter: charge, value: [1]", "format/wrong-kind 4:40"},
      {"at: '#1', matter: charge, readings: [{ id: a, value: '1', because: x }]", "format/wrong-kind 4:43"},
      {"at: '#1', matter: charge, readings: [{ id: a, value: '1', because: x }, { id: b, value: '2' }]",
       "format/missing-key 4:79"},
      {"at: '#1', matter: charge, scope: { grund: provider }, value: '1'", "format/unknown-name 4:42"},
      {"at: '#1', matter: charge, scope: { ground: provder }, value: '1'", "format/unknown-name 4:50"},
      {"at: '#1', matter: charge, scope: { occasion: at-start }, value: '1'", ""},
      {"at: '#1', matter: area, scope: { ground: provider }, value: '\"x\"'", "format/unknown-name 4:40"},
      {"at: '#1', matter: charge, scope: { option: archive }, value: '1'", "format/unknown-name 4:42"},
      {"at: '#1', matter: charge, of: customer, value: '1'", "format/unknown-name 4:37"},
      {"at: '#1', matter: charge, notwithstanding: 第2条, value: '1'", "format/bad-value 4:50"},
      {"at: '#1', delegates: charge, value: '1'", "format/unknown-key 4:36"},
      {"at: '#1', delegates: nothing", "format/unknown-name 4:28"},
      {"at: '#1', matter: charge, like: '#1', value: '1'", "format/unknown-key 4:45; terms/unknown-provision 4:40"},
      {"at: '#1', matter: leaving", "format/missing-key 4:5"},
      {"at: '#1', matter: leaving, falls: fridays", "format/unknown-name 4:41"},
      {"at: '#1', matter: leaving, falls: any-day, value: '1'", "format/unknown-key 4:50"},
      {"at: '#1', matter: leaving, falls: any-day, requires: [{ that: effect }]",
       "rule/type 4:69; format/missing-key 4:61"},
      {"at: '#1', matter: charge, where: { a: b, b: '1' }, value: a", "rule/unknown-name 4:45"},
      {"at: '#1', matter: charge, where: { a: { readings: [{ id: x, value: '1', because: x }, { id: y, value: end, "
       "because: y }] } }, value: a",
       "rule/type 4:109"},
      {"at: '#1', matter: charge, value: '1', readings: [{ id: a, value: '1', because: x }, { id: b, value: '2', "
       "because: y }]",
       "format/unknown-key 4:45"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rule);
    CHECK(Rules("rules:\n  - { " + c.rule + " }\n").found() == c.found);
  }
  CHECK(Rules("rules:\n  - { at: '#1', matter: chrge, value: '1' }\n").help() == "did you mean `charge`?");
}

TEST_CASE("a mistake inside a block of lines is found in its line and column") {
  const Rules file(
      "rules:\n  - at: '#1'\n    matter: charge\n    value: |-\n      if amount > 100\n      then amuont\n      else "
      "0\n"
      "  - at: '#2'\n    matter: charge\n    value: |\n      amount\n        + * 2\n");
  CHECK(file.found() == "rule/unknown-name 8:12; rule/syntax 14:11");
}

TEST_CASE("all mistakes of a file are reported, and what is right beside them is kept") {
  const Rules file(
      "rules:\n  - { at: '#1', matter: nothing, value: '1' }\n  - { at: '#2', matter: charge, value: '1' }\n  - { at: "
      "'#3', matter: charge, value: 1 + }\n"
      "precedence:\n  - { at: 第1条, order: [a] }\nruls: []\n");
  CHECK(file.found() == "format/unknown-name 4:25; rule/syntax 6:43; format/bad-value 8:11; format/unknown-key 9:1");
  REQUIRE(file.book.has_value());
  CHECK(file.book->rules.size() == 1);
}

TEST_CASE("without a day there is no book of rules") {
  YamlText file("document: iij/mail\nversion: soon\nrules: []\n");
  MappingReader reader(file.root.value(), file.findings);
  CHECK_FALSE(load_rules(reader, ontology(), file.findings).has_value());
  CHECK(file.found() == "format/bad-value 2:10");
}

}  // namespace
}  // namespace yomikae
