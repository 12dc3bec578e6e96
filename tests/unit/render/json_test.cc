#include "render/json.h"

#include "unit/resolve/small_terms.h"

namespace yomikae::test {
namespace {

Json answer_json(SmallCase& small, const std::string& question, const std::vector<std::string>& facts = {}) {
  return Json::parse(render_json(small.at.ask(question, facts), *small.at.selection, Language::en));
}

const char* const fee_of_10 = "  - { at: '#2.1', matter: fee, value: '10' }\n";

TEST_CASE("yen are integers, fractions and dates strings, truth a truth, none a string, nothing null") {
  CHECK(value_json(Value{Rational{30000}}).is_number_integer());
  CHECK(value_json(Value{Rational{30000}}) == 30000);
  CHECK(value_json(Value{Rational{5} / Rational{3}}) == "5/3");
  CHECK(value_json(Value{parse_date("2026-04-15").value()}) == "2026-04-15");
  CHECK(value_json(Value{true}) == true);
  CHECK(value_json(Value{None{}}) == "none");
  CHECK(value_json(Value{Symbol{"truncate"}}) == "truncate");
  CHECK(value_json(Value{SymbolList{{"a"}, {"b"}}}) == Json::array({"a", "b"}));
  CHECK(value_json(Value{SymbolList{}}) == Json::array());
  CHECK(value_json(std::nullopt).is_null());
}

TEST_CASE("an output is indented by two, ends in a line feed and does not break on malformed bytes") {
  CHECK(dump(Json{{"a", "料"}}) == "{\n  \"a\": \"料\"\n}\n");
  CHECK_NOTHROW(dump(Json{{"a", "\xff"}}));
}

TEST_CASE("an answer has its keys, each of its type") {
  SmallCase small({.maker = fee_of_10});
  const Json json = answer_json(small, "fee");
  CHECK(json.begin().key() == "format");
  CHECK(json["format"] == json_format);
  CHECK(json["contract"] == "S-1");
  CHECK(json["question"] == "fee");
  CHECK(json["facts"] == Json::object());
  CHECK(json["as_of"] == "2026-11-21");
  CHECK(json["status"] == "effective");
  CHECK(json["value"] == 10);
  CHECK(json["safe"] == 10);
  CHECK(json["missing"] == Json::array());
  CHECK(json["assumptions"] == Json::array());
  for (const char* absent : {"exact", "because", "instead", "conflicting", "readings_truncated", "upstream"}) {
    CHECK_FALSE(json.contains(absent));
  }
  REQUIRE(json["readings"].size() == 1);
  CHECK(json["readings"][0]["id"] == "only");
  CHECK(json["readings"][0]["preferred"] == true);
  REQUIRE(json["sources"].size() == 1);
  CHECK(json["sources"][0]["document"] == "maker/base");
  CHECK(json["sources"][0]["version"] == "2020-01-01");
  CHECK(json["sources"][0]["provision"] == "2.1");
  CHECK(json["sources"][0]["label"] == "第2条第1項");
}

TEST_CASE("an answer that rests on the order form names it, without version or provision") {
  SmallCase small({}, "order-form: { terms: { fee: '70' } }\n");
  const Json json = answer_json(small, "fee");
  CHECK(json["value"] == 70);
  CHECK(json["sources"] == Json::array({{{"document", "order-form"}, {"label", "申込書"}}}));
}

TEST_CASE("a fraction nobody rounds has no value, the fraction and both roundings") {
  SmallCase small({.maker = "  - { at: '#2.1', matter: share, value: worth / 3 }\n"});
  const Json json = answer_json(small, "share", {"worth=5"});
  CHECK(json["status"] == "delegated");
  CHECK(json["value"].is_null());
  CHECK(json["safe"].is_null());
  CHECK(json["exact"] == "5/3");
  CHECK(json["facts"] == Json{{"worth", "5"}});
  CHECK(json["missing"] == Json::array({"yen-rounding"}));
  REQUIRE(json["readings"].size() == 2);
  CHECK(json["readings"][0]["value"] == 1);
  CHECK(json["readings"][1]["value"] == 2);
  CHECK(json["readings"][1]["exact"] == "5/3");
  CHECK(json["assumptions"][0]["name"] == "yen-rounding");
  CHECK(json["assumptions"][0]["default"] == true);
}

TEST_CASE("a conflict lists the rules that disagree") {
  SmallCase small({.maker = fee_of_10, .third = "  - { at: '#3.1', matter: fee, value: '20' }\n"});
  const Json json = answer_json(small, "fee");
  CHECK(json["status"] == "conflict");
  CHECK(json["value"].is_null());
  REQUIRE(json["conflicting"].size() == 2);
  CHECK(json["conflicting"][0]["display"] == "20円");
  CHECK(json["conflicting"][1]["display"] == "10円");
}

TEST_CASE("the place of a finding is its line and its column in code points") {
  Sources sources;
  const SourceId id = sources.add("a.yaml", "一\n料金: 円\n");
  Findings findings;
  Finding& finding = findings.add("format/unknown-name", {id, 12, 3}, {"だめ", "bad"}, {"直す", "mend"});
  finding.related.push_back({{id, 0, 3}, {"ここ", "here"}});
  const Json json = finding_json(finding, sources, Language::en);
  CHECK(json["rule"] == "format/unknown-name");
  CHECK(json["severity"] == "error");
  CHECK(json["file"] == "a.yaml");
  CHECK(json["line"] == 2);
  CHECK(json["column"] == 5);
  CHECK(json["message"] == "bad");
  CHECK(json["help"] == "mend");
  REQUIRE(json["related"].size() == 1);
  CHECK(json["related"][0]["line"] == 1);
  CHECK(json["related"][0]["column"] == 1);
  CHECK(json["related"][0]["message"] == "here");
}

TEST_CASE("a finding without a place or help has no such keys") {
  Findings findings;
  findings.add("format/unknown-name", {}, {"だめ", "bad"});
  const Json json = finding_json(findings.all().front(), {}, Language::ja);
  CHECK(json["message"] == "だめ");
  for (const char* absent : {"file", "line", "column", "help"}) CHECK_FALSE(json.contains(absent));
  CHECK(json["related"] == Json::array());
}

}  // namespace
}  // namespace yomikae::test
