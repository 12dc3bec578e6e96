#include "load/ontology_file.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "loading.h"

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

/// Files that add to one ontology, one after the other.
struct Declared : YamlText {
  explicit Declared(const std::string& text) : YamlText(text) { load(root.value()); }
  Declared(const std::string& first, const std::string& second) : YamlText(first) {
    load(root.value());
    const SourceId other = sources.add("second.yaml", second);
    later = parse_yaml(sources, other, findings);
    load(later.value());
  }
  void load(const YamlNode& node) {
    MappingReader file(node, findings);
    load_ontology(file, ontology, findings);
  }
  /// What the check after all files finds.
  std::string checked() {
    check_ontology(ontology, findings);
    return found();
  }
  Ontology ontology;
  std::optional<YamlNode> later;
};

constexpr std::string_view world = R"(sets:
  ground: { customer-notice: 解約, provider: 解除 }
  option: { archive: アーカイブ }
  item: { base: 基本料金 }
  holding: {}
  weekday: { saturday: 土曜日, sunday: 日曜日 }
dimensions:
  ground: { values: ground, otherwise: customer-notice }
  item: { values: [item, option] }
dates: { end: 終了日, billing-start: 課金開始日 }
declarations: { switch: 切替 }
quantities:
  accounts: { label: アカウント数, unit: アカウント }
  disk: { label: 容量 }
assumptions:
  closed-days: { label: 休業日, type: dates, unstated: 指定なし }
  weekly: { label: 毎週, type: list, of-set: weekday, otherwise: [saturday, sunday], unstated: 土日 }
roles:
  options: option
  option-held: held
  holdings: holding
  items: item
  weekdays: weekday
  own-dates: [end]
matters:
  minimum-term: { label: 最低利用期間, type: term, of: [contract, option], safe: latest }
  leaving: { label: 解約, type: ending, by: [ground] }
  notice: { label: 予告, type: deadline }
  held: { label: 利用, type: boolean, of: option, otherwise: 'true', listed: never, check: catalogue/not-offered }
  reason: { label: 事由, type: choice, of-set: ground }
  reasons: { label: 事由, type: list, of-set: ground, combine: all, listed: where-ruled }
  rounding: { label: 端数, type: ground }
  fee.monthly:
    label: 月額費用
    type: money
    combine: sum
    sum-by: item
    by: [ground]
    rounding: rounding
    safe: largest
    each: value * 2
    facts:
      month: { label: 月, type: month, optional: true }
      why: { label: 理由, type: ground }
)";

TEST_CASE("a file declares sets, dimensions, facts, quantities, assumptions and roles") {
  Declared file{std::string(world)};
  const Ontology& ontology = file.ontology;
  CHECK(file.checked() == "");
  REQUIRE(ontology.set("ground") != nullptr);
  CHECK(ontology.set("ground")->choices.size() == 2);
  CHECK(ontology.label_of("ground", "provider") == "解除");
  CHECK(ontology.set("holding")->choices.empty());
  CHECK(ontology.dimension("ground")->fallback == "customer-notice");
  CHECK((ontology.dimension("item")->sets == std::vector<std::string>{"item", "option"}));
  CHECK(ontology.date("billing-start")->label == "課金開始日");
  CHECK((ontology.date("billing-start")->type == ValueType{Kind::date, {}}));
  CHECK(ontology.declaration("switch")->label == "切替");
  CHECK(ontology.quantity("accounts")->unit == "アカウント");
  CHECK(ontology.quantity("disk")->label == "容量");
  CHECK((ontology.assumption("closed-days")->type == ValueType{Kind::dates, {}}));
  CHECK(ontology.assumption("closed-days")->fallback.empty());
  CHECK(ontology.assumption("closed-days")->unstated == "指定なし");
  CHECK(ontology.option_set == "option");
  CHECK(ontology.option_held.value == "held");
  CHECK(ontology.holding_set == "holding");
  CHECK(ontology.item_set == "item");
  CHECK(ontology.weekday_set == "weekday");
  REQUIRE(ontology.assumption("weekly") != nullptr);
  CHECK((ontology.assumption("weekly")->type == ValueType{Kind::list, "weekday"}));
  CHECK((ontology.assumption("weekly")->fallback == std::vector<std::string>{"saturday", "sunday"}));
  CHECK((ontology.own_dates == std::vector<std::string>{"end"}));
}

TEST_CASE("a matter has a shape, a type, subjects and a way its rules combine") {
  using Shape = Matter::Shape;
  Declared file{std::string(world)};
  const Ontology& ontology = file.ontology;
  const Matter& fee = *ontology.matter("fee.monthly");
  CHECK((fee.shape == Shape::value));
  CHECK((fee.type == ValueType{Kind::money, {}}));
  CHECK((fee.combine == Matter::Combine::sum));
  CHECK(fee.sum_by == "item");
  CHECK(fee.has_dimension("item"));
  CHECK(fee.has_dimension("ground"));
  CHECK((fee.safe == Matter::Safe::largest));
  CHECK(fee.each.text == "value * 2");
  CHECK(file.where(fee.each.place) == "41:11");
  CHECK(fee.rounding.value == "rounding");
  REQUIRE(fee.facts.size() == 2);
  CHECK(fee.facts[0].optional);
  CHECK_FALSE(fee.facts[1].optional);
  CHECK((fee.facts[1].type == ValueType{Kind::choice, "ground"}));
  CHECK(fee.of_contract);
  CHECK_FALSE(fee.of_option);
  const Matter& held = *ontology.matter("held");
  CHECK_FALSE(held.of_contract);
  CHECK(held.of_option);
  CHECK(held.fallback.text == "true");
  CHECK((held.listed == Matter::Listed::never));
  CHECK(held.check == "catalogue/not-offered");
  CHECK((ontology.matter("reason")->type == ValueType{Kind::choice, "ground"}));
  CHECK((ontology.matter("reasons")->type == ValueType{Kind::list, "ground"}));
  CHECK((ontology.matter("reasons")->combine == Matter::Combine::all));
  CHECK((ontology.matter("reasons")->listed == Matter::Listed::where_ruled));
  CHECK((ontology.matter("reason")->listed == Matter::Listed::always));
  CHECK((ontology.matter("rounding")->type == ValueType{Kind::choice, "ground"}));
  CHECK((ontology.matter("rounding")->safe == Matter::Safe::none));
}

TEST_CASE("a term brings its length and its start, an ending and a deadline their facts") {
  Declared file{std::string(world)};
  const Ontology& ontology = file.ontology;
  CHECK((ontology.matter("minimum-term")->shape == Matter::Shape::term));
  const Matter* length = ontology.matter("minimum-term.length");
  const Matter* start = ontology.matter("minimum-term.start");
  REQUIRE(length != nullptr);
  REQUIRE(start != nullptr);
  CHECK((length->shape == Matter::Shape::part));
  CHECK((length->type == ValueType{Kind::period, {}}));
  CHECK((start->type == ValueType{Kind::date, {}}));
  CHECK(length->of_option);
  CHECK((length->listed == Matter::Listed::never));
  const auto names = [&](std::string_view matter) {
    std::string all;
    for (const FactSpec& fact : ontology.matter(matter)->facts) all += fact.name + (fact.optional ? "? " : " ");
    return all;
  };
  CHECK(names("leaving") == "notice designated? effect ");
  CHECK(names("notice") == "effect ");
}

TEST_CASE("the days of the week are called monday to sunday, whatever people call them") {
  Declared right("sets: { w: { sunday: 日曜日, monday: 月曜日 } }\nroles: { weekdays: w }\n");
  CHECK(right.checked() == "");
  Declared wrong("sets: { w: { sunday: 日曜日, moonday: 月曜日 } }\nroles: { weekdays: w }\n");
  CHECK(wrong.checked() == "format/unknown-name 1:27");
  CHECK(wrong.help().find("`monday`") != std::string::npos);
}

TEST_CASE("an assumption is a choice with its default, a list, or days without one") {
  const auto checked = [](const std::string& spec) {
    return Declared("sets: { g: { a: x, b: y } }\nassumptions: { s: { label: x, " + spec + " } }\n").checked();
  };
  CHECK(checked("type: g, otherwise: a") == "");
  CHECK(checked("type: g") == "format/bad-value 2:16");
  CHECK(checked("type: g, otherwise: [a, b]") == "format/bad-value 2:16");
  CHECK(checked("type: list, of-set: g, otherwise: [a, b]") == "");
  CHECK(checked("type: list, of-set: g") == "");
  CHECK(checked("type: list") == "format/missing-key 2:19");
  CHECK(checked("type: dates") == "");
  CHECK(checked("type: dates, otherwise: a") == "format/bad-value 2:16");
  CHECK(checked("type: date") == "format/bad-value 2:16");
}

TEST_CASE("several files add to one ontology, in either order") {
  const std::string sets = "sets:\n  ground: { a: x }\n  other: { c: z }\ndimensions:\n  cause: { values: ground }\n";
  const std::string uses =
      "sets:\n  ground: { b: y }\nmatters:\n  leaving: { label: x, type: ending, by: [cause], rounding: m }\n"
      "  m: { label: x, type: choice, of-set: other }\n";
  for (const bool turned : {false, true}) {
    CAPTURE(turned);
    Declared file(turned ? uses : sets, turned ? sets : uses);
    CHECK(file.checked() == "");
    CHECK(file.ontology.set("ground")->choices.size() == 2);
  }
}

TEST_CASE("the same thing declared twice is reported where it stands again") {
  struct Case {
    std::string first;
    std::string second;
    std::string found;
  };
  const Case cases[] = {
      {"sets: { g: { a: x } }\n", "sets: { g: { a: y } }\n", "format/duplicate 1:14"},
      {"dimensions: { d: { values: g } }\n", "dimensions: { d: { values: g } }\n", "format/duplicate 1:15"},
      {"dates: { end: x }\n", "dates: { end: x }\n", "format/duplicate 1:10"},
      {"declarations: { s: x }\n", "declarations: { s: x }\n", "format/duplicate 1:17"},
      {"quantities: { q: { label: x } }\n", "quantities: { q: { label: x } }\n", "format/duplicate 1:15"},
      {"assumptions: { a: { label: x, type: date } }\n", "assumptions: { a: { label: x, type: date } }\n",
       "format/duplicate 1:16"},
      {"matters: { m: { label: x, type: date } }\n", "matters: { m: { label: x, type: date } }\n",
       "format/duplicate 1:12"},
      {"matters: { t: { label: x, type: term } }\n", "matters: { t.length: { label: x, type: period } }\n",
       "format/duplicate 1:12"},
      {"matters: { t.length: { label: x, type: period } }\n", "matters: { t: { label: x, type: term } }\n",
       "format/duplicate 1:12"},
      {"roles: { options: a }\n", "roles: { options: b }\n", "format/duplicate 1:19"},
      {"sets: { g: { a: x } }\n", "sets: { g: { b: y }, h: { a: z } }\n", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.first);
    CAPTURE(c.second);
    CHECK(Declared(c.first, c.second).found() == c.found);
  }
}

TEST_CASE("what is wrong with a declaration is reported at its place") {
  struct Case {
    std::string text;
    std::string found;
  };
  const Case cases[] = {
      {"matter: {}\n", "format/unknown-key 1:1"},
      {"sets: [a]\n", "format/wrong-kind 1:7"},
      {"sets: { g: [a] }\n", "format/wrong-kind 1:12"},
      {"sets: { g: { a: [x] } }\n", "format/wrong-kind 1:17"},
      {"dimensions: { d: {} }\n", "format/missing-key 1:18"},
      {"quantities: { q: { label: x, over-month: at-start } }\n", "format/unknown-key 1:30"},
      {"quantities: { q: { unit: x } }\n", "format/missing-key 1:18"},
      {"matters: { m: { type: date } }\n", "format/missing-key 1:15"},
      {"matters: { m: { label: x } }\n", "format/missing-key 1:15"},
      {"matters: { m: { label: x, type: dat } }\n", "format/unknown-name 1:33"},
      {"matters: { m: { label: x, type: choice } }\n", "format/missing-key 1:15"},
      {"matters: { m: { label: x, type: date, of: [customer] } }\n", "format/unknown-name 1:44"},
      {"matters: { m: { label: x, type: date, combine: add } }\n", "format/unknown-name 1:48"},
      {"matters: { m: { label: x, type: date, safe: best } }\n", "format/unknown-name 1:45"},
      {"matters: { m: { label: x, type: date, listed: nevr } }\n", "format/unknown-name 1:47"},
      {"matters: { m: { label: x, type: boolean, check: catalogue/nothing } }\n", "format/unknown-name 1:49"},
      {"matters: { m: { label: x, type: date, facts: { f: { type: date } } } }\n", "format/missing-key 1:51"},
      {"matters: { m: { label: x, type: date, facts: { f: { label: x, type: date, option: true } } } }\n",
       "format/unknown-key 1:75"},
      {"matters: { m: { label: x, type: date, fact: {} } }\n", "format/unknown-key 1:39"},
      {"assumptions: { a: { label: x } }\n", "format/missing-key 1:19"},
      {"roles: { option: x }\n", "format/unknown-key 1:10"},
      {"matters: { m: { label: x, type: statement, lines: [{ matter: f }] } }\n", "format/missing-key 1:52"},
      {"matters: { m: { label: x, type: statement, lines: [{ matter: f, once: d, events: d, stating: s }] } }\n",
       "format/missing-key 1:52"},
      {"matters: { m: { label: x, type: statement, lines: [{ matter: f, events: d }] } }\n", "format/missing-key 1:52"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(Declared(c.text).found() == c.found);
  }
  CHECK(Declared("matters: { m: { label: x, type: dat } }\n").help() == "did you mean `date`?");
}

TEST_CASE("a dimension without a set to take values from is reported") {
  for (const std::string values : {"[]", "[[]]"}) {
    CAPTURE(values);
    Declared file("dimensions: { d: { values: " + values + " } }\n");
    CHECK(file.findings.has_errors());
  }
}

TEST_CASE("every name a declaration uses must be declared somewhere") {
  struct Case {
    std::string claim;
    std::string text;
    std::string name;
  };
  const Case cases[] = {
      {"the set of a dimension", "dimensions: { d: { values: [gone] } }\n", "`gone`"},
      {"the dimension of a matter", "matters: { m: { label: x, type: date, by: [gone] } }\n", "`gone`"},
      {"the dimension a sum runs along", "matters: { m: { label: x, type: money, combine: sum, sum-by: gone } }\n",
       "`gone`"},
      {"the rounding of a matter", "matters: { m: { label: x, type: money, rounding: gone } }\n", "`gone`"},
      {"the set of a choice", "matters: { m: { label: x, type: choice, of-set: gone } }\n", "`gone`"},
      {"the set of a list", "matters: { m: { label: x, type: list, of-set: gone } }\n", "`gone`"},
      {"the fallback of a dimension", "sets: { g: { a: x } }\ndimensions: { d: { values: g, otherwise: gone } }\n",
       "`gone`"},
      {"the set of options", "roles: { options: gone }\n", "`gone`"},
      {"the set of holdings", "roles: { holdings: gone }\n", "`gone`"},
      {"the set of items", "roles: { items: gone }\n", "`gone`"},
      {"the matter that says whether an option is held", "roles: { option-held: gone }\n", "`gone`"},
      {"the dates of an option", "roles: { own-dates: [gone] }\n", "`gone`"},
      {"the set of the days of the week", "roles: { weekdays: gone }\n", "`gone`"},
      {"the set of an assumed list", "assumptions: { a: { label: x, type: list, of-set: gone } }\n", "`gone`"},
      {"what is assumed", "sets: { g: { a: x } }\nassumptions: { a: { label: x, type: g, otherwise: gone } }\n",
       "`gone`"},
      {"what is assumed of a list",
       "sets: { g: { a: x } }\nassumptions: { a: { label: x, type: list, of-set: g, otherwise: [a, gone] } }\n",
       "`gone`"},
      {"what a date cannot lie before", "dates: { end: { label: x, not-before: gone } }\n", "`gone`"},
      {"what a declaration cannot lie before", "declarations: { end: { label: x, not-before: [gone] } }\n", "`gone`"},
      {"what a fact cannot lie before",
       "matters: { m: { label: x, type: date, facts: { f: { label: x, type: date, not-before: gone } } } }\n",
       "`gone`"},
      {"what a fact cannot exceed",
       "matters: { m: { label: x, type: date, facts: { f: { label: x, type: money, at-most: gone } } } }\n", "`gone`"},
      {"a fact to lie before that is no day",
       "matters: { m: { label: x, type: date, facts: { g: { label: x, type: money }, f: { label: x, type: date, "
       "not-before: g } } } }\n",
       "`g`"},
      {"the matter that gives the day of an event",
       "matters: { f: { label: x, type: money }, s: { label: x, type: statement, "
       "lines: [{ matter: f, events: gone, stating: day }] } }\n",
       "`gone`"},
      {"the fact that takes the day of an event",
       "matters: { f: { label: x, type: money, facts: { gone: { label: x, type: date } } }, d: { label: x, type: date "
       "}, s: { label: x, type: statement, lines: [{ matter: f, events: d, stating: gone }] } }\n",
       "`gone`"},
      {"a fact to exceed that is no amount",
       "dates: { d: x }\nmatters: { m: { label: x, type: date, facts: { f: { label: x, type: money, at-most: d } } } "
       "}\n",
       "`d`"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    Declared file(c.text);
    CHECK(file.found() == "");
    const std::string found = file.checked();
    CHECK(found.starts_with("format/unknown-name "));
    CHECK(found.find("nowhere") == std::string::npos);
    for (const Finding& finding : file.findings.all()) CHECK(finding.message.en.find(c.name) != std::string::npos);
  }
}

TEST_CASE("one line of a statement bills the events, and only one") {
  const std::string line = "{ matter: f, events: d, stating: day }";
  const auto statement = [&](const std::string& lines) {
    return fmt::format(
        "matters:\n  f: {{ label: x, type: money }}\n  m: {{ label: x, type: money }}\n"
        "  d: {{ label: x, type: date, facts: {{ day: {{ label: x, type: date }} }} }}\n"
        "  s: {{ label: x, type: statement, lines: [{{ matter: m, once: d }}, {}] }}\n",
        lines);
  };
  Declared one(statement(line));
  CHECK(one.checked() == "");
  REQUIRE(one.ontology.event_line() != nullptr);
  CHECK(one.ontology.event_line()->matter.value == "f");
  CHECK(one.ontology.event_line()->stating == "day");
  Declared two(statement(line + ", " + line));
  CHECK(two.checked() == "format/duplicate 5:107");
  CHECK(Declared("matters: { f: { label: x, type: money } }\n").ontology.event_line() == nullptr);
}

TEST_CASE("a date and a fact say what they cannot lie before, an amount what it cannot exceed") {
  Declared file(R"(dates: { begin: 始期, end: { label: 終期, not-before: [begin] } }
matters:
  leaving:
    label: 解約
    type: ending
    facts: { effect: { label: 終わる日, type: date, not-before: [begin, notice] } }
  charge:
    label: 料金
    type: money
    facts:
      whole: { label: 全体, type: money }
      part: { label: 部分, type: money, optional: true, at-most: whole }
      month: { label: 月, type: month, not-before: [begin] }
)");
  CHECK(file.checked() == "");
  const auto names = [](const std::vector<Scalar>& bounds) {
    std::string all;
    for (const Scalar& each : bounds) all += each.text + " ";
    return all;
  };
  CHECK(file.ontology.date("end")->label == "終期");
  CHECK(names(file.ontology.date("end")->not_before) == "begin ");
  const auto& leaving = file.ontology.matter("leaving")->facts;
  REQUIRE(leaving.size() == 3);  // said anew, not said twice
  CHECK(leaving[2].name == "effect");
  CHECK(leaving[2].label == "終わる日");
  CHECK(names(leaving[2].not_before) == "begin notice ");
  CHECK(names(leaving[0].not_before).empty());
  const auto& charge = file.ontology.matter("charge")->facts;
  CHECK(names(charge[1].at_most) == "whole ");
  CHECK(charge[1].optional);
  CHECK(names(charge[2].not_before) == "begin ");
}

TEST_CASE("only days have something they cannot lie before, only amounts something they cannot exceed") {
  struct Case {
    std::string facts;
    std::string found;
  };
  const Case cases[] = {
      {"f: { label: x, type: money, not-before: [f] }", "format/bad-value 1:91"},
      {"f: { label: x, type: month, at-most: [f] }", "format/bad-value 1:88"},
      {"effect: { label: x, type: money }", "format/bad-value 1:76"},
      {"effect: { label: x, type: date }", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.facts);
    CHECK(Declared("matters: { m: { label: x, type: ending, facts: { " + c.facts + " } } }\n").found() == c.found);
  }
}

TEST_CASE("a type is one of the language's or a set") {
  Declared file("sets: { ground: { a: x } }\n");
  const auto type = [&](const std::string& text) {
    return to_string(read_value_type({text, {file.id, 0, 1}, 0}, file.ontology, file.findings));
  };
  const std::pair<std::string, std::string> cases[] = {
      {"boolean", "boolean"}, {"number", "number"},       {"money", "money"},
      {"date", "date"},       {"month", "month"},         {"period", "period"},
      {"words", "words"},     {"dates", "list of dates"}, {"ground", "choice of ground"}};
  for (const auto& [text, expected] : cases) CHECK(type(text) == expected);
  CHECK(file.found() == "");
  CHECK(type("grund") == "none");
  CHECK(file.found() == "format/unknown-name 1:1");
  CHECK(file.help() == "did you mean `ground`?");
}

}  // namespace
}  // namespace yomikae
