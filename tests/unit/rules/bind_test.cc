#include "rules/bind.h"

#include <doctest/doctest.h>

#include "small_world.h"

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

struct Bound {
  bool fits;
  Expr expr;
  Findings findings;
};

/// Binds as a rule on `late-charge` is bound: its facts are amount, rate, agreed, size, cause and length.
Bound bind(const std::string& text, const ValueType& expected = {},
           const std::vector<std::pair<std::string, ValueType>>& locals = {}) {
  static const Ontology world = small_world();
  Findings findings;
  auto expr = parse_expression({text, {SourceId{0}, 0, 0}, 0}, findings);
  CAPTURE(described(findings));
  REQUIRE_MESSAGE(expr.has_value(), text);
  const bool fits = bind_expression(*expr, {world, world.matter("late-charge"), locals}, expected, findings);
  return {fits, std::move(*expr), std::move(findings)};
}

std::string type_of(const std::string& text, const ValueType& expected = {}) {
  const Bound result = bind(text, expected);
  return result.fits ? to_string(result.expr.type) : described(result.findings);
}

TEST_CASE("every part of an expression gets the type its rule gives it") {
  struct Case {
    std::string text;
    std::string type;
  };
  const Case cases[] = {
      // what a name means
      {"amount", "money"},
      {"rate", "number"},
      {"agreed", "boolean"},
      {"billing-start", "date"},
      {"end", "date"},
      {"switch-request", "date"},
      {"as-of", "date"},
      {"on", "date"},
      {"stated", "boolean"},
      {"accounts", "number"},
      {"option-quantity", "number"},
      {"assumption.closed-days", "list of dates"},
      {"assumption.proration", "choice of proration"},
      {"ground", "choice of ground"},
      {"minimum-term.end", "date"},
      {"minimum-term.length", "period"},
      {"minimum-term.start", "date"},
      {"leaving.effect", "date"},
      {"leaving.latest-notice", "date"},
      {"claim.latest", "date"},
      {"fee.monthly", "money"},
      {"area", "words"},
      {"grounds", "list of ground"},
      {"tax-rate", "number"},
      // literals
      {"3", "number"},
      {"30 days", "period"},
      {"2026-04-15", "date"},
      {"true", "boolean"},
      {"none", "none"},
      {"\"x\"", "words"},
      // arithmetic
      {"rate + 1", "number"},
      {"amount + amount", "money"},
      {"amount - 1", "money"},
      {"1 + amount", "money"},
      {"amount * rate", "money"},
      {"rate * amount", "money"},
      {"rate * rate", "number"},
      {"amount / 2", "money"},
      {"amount / amount", "number"},
      {"rate / rate", "number"},
      {"- amount", "money"},
      {"- rate", "number"},
      {"end + 1", "date"},
      {"end - accounts", "date"},
      // comparison
      {"end >= billing-start", "boolean"},
      {"amount > 0", "boolean"},
      {"amount = rate", "boolean"},
      {"end = none", "boolean"},
      {"none != amount", "boolean"},
      {"agreed = true", "boolean"},
      {"minimum-term.length = 1 year", "boolean"},
      {"cause = provider", "boolean"},
      {"provider = cause", "boolean"},
      {"cause = ground", "boolean"},
      {"area = \"x\"", "boolean"},
      {"grounds = grounds", "boolean"},
      // truth
      {"agreed and not stated or offered", "boolean"},
      {"cause in [provider, anti-social]", "boolean"},
      {"cause in grounds", "boolean"},
      {"provider in grounds", "boolean"},
      {"provider in [provider]", "boolean"},
      {"cause in []", "boolean"},
      // conditions
      {"if agreed then amount else 0", "money"},
      {"if agreed then 0 else amount", "money"},
      {"if agreed then 1 else 2", "number"},
      {"if agreed then end else none", "date"},
      {"if agreed then none else end", "date"},
      {"if agreed then none else none", "none"},
      {"if agreed then provider else cause", "choice of ground"},
      {"if agreed then cause else provider", "choice of ground"},
      {"if agreed then 1 year else 2 years", "period"},
      // functions
      {"last-day(end, 1 month)", "date"},
      {"elapses(end, 30 days)", "date"},
      {"before(end, minimum-term.length)", "date"},
      {"first-of-month(end, 1)", "date"},
      {"last-of-month(end, 0)", "date"},
      {"days(billing-start, end)", "number"},
      {"days-of-year(end)", "number"},
      {"units-completed(rate, 24)", "number"},
      {"units-begun(accounts, 10)", "number"},
      {"months-in(billing-start, end, assumption.proration)", "number"},
      {"business-day(end, assumption.closed-days, assumption.weekly)", "date"},
      {"business-day(end, [], [])", "date"},
      {"business-day(end, [], [sunday])", "date"},
      {"business-day(end, holidays, if agreed then [sunday] else assumption.weekly)", "date"},
      {"earlier-of(end, as-of)", "date"},
      {"later-of(end, as-of)", "date"},
      {"smaller-of(rate, 2)", "number"},
      {"smaller-of(amount, 2)", "money"},
      {"larger-of(0, amount)", "money"},
      {"given(end)", "boolean"},
      {"given(amount)", "boolean"},
      {"first-given(end)", "date"},
      {"first-given(end, billing-start, as-of)", "date"},
      {"holds(iij-id)", "boolean"},
      {"priced(base)", "boolean"},
      {"priced(mail-audit)", "boolean"},
      {"metered(mailbox)", "boolean"},
      {"priced(option)", "boolean"},
      {"last-day(none, 1 month)", "date"},
      // matters with facts and dimensions
      {"fee.monthly[item = base]", "money"},
      {"fee.monthly[item = archive]", "money"},
      {"fee.monthly[item = item]", "money"},
      {"fee.monthly[item = option]", "money"},
      {"fee.monthly[option = archive]", "money"},
      {"fee.monthly[on = end]", "money"},
      {"leaving.effect[notice = as-of, ground = provider]", "date"},
      {"leaving.effect[ground = cause]", "date"},
      {"proration[occasion = at-start]", "choice of proration"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(type_of(c.text) == c.type);
  }
}

TEST_CASE("a month belongs where a day does") {
  static const Ontology world = small_world();
  for (const std::string text : {"part-of-month(month, billing-start, end, assumption.proration, assumption.proration)",
                                 "last-of-month(month, 0)", "days-of-year(month)", "month = month", "month <= month"}) {
    CAPTURE(text);
    Findings findings;
    auto expr = parse_expression({text, {SourceId{0}, 0, 0}, 0}, findings);
    REQUIRE(expr.has_value());
    CHECK(bind_expression(*expr, {world, world.matter("fee.monthly"), {}}, {}, findings));
    CHECK(described(findings) == "");
  }
}

/// Each has one mistake, marked; it is reported there, once, and nothing follows from it.
void check_refused(const std::vector<std::pair<std::string, std::string>>& cases, const ValueType& expected = {}) {
  for (const auto& [text, rule] : cases) {
    CAPTURE(text);
    const Marked marked(text);
    const Bound result = bind(marked.text, expected);
    CHECK_FALSE(result.fits);
    CHECK(described(result.findings) == rule + " at " + std::to_string(marked.offset));
  }
}

TEST_CASE("what does not fit is reported at its place") {
  check_refused({
      {"«end + amount", "rule/type"},
      {"«end + end", "rule/type"},
      {"«1 + end", "rule/type"},
      {"«end * 2", "rule/type"},
      {"«end + 30 days", "rule/type"},
      {"«1 year + 1 year", "rule/type"},
      {"«amount * amount", "rule/type"},
      {"«rate / amount", "rule/type"},
      {"«agreed + 1", "rule/type"},
      {"«area + area", "rule/type"},
      {"«amount + none", "rule/type"},
      {"- «end", "rule/type"},
      {"- «agreed", "rule/type"},
      {"- «none", "rule/type"},
      {"«end >= amount", "rule/type"},
      {"«end = 3", "rule/type"},
      {"«1 year < 2 years", "rule/type"},
      {"«agreed < agreed", "rule/type"},
      {"«cause < cause", "rule/type"},
      {"«area <= area", "rule/type"},
      {"«end < none", "rule/type"},
      {"«30 days = 30", "rule/type"},
      {"«cause = assumption.proration", "rule/type"},
      {"«cause = \"provider\"", "rule/type"},
      {"not «end", "rule/type"},
      {"«1 and agreed", "rule/type"},
      {"agreed or «amount", "rule/type"},
      {"cause in «provider", "rule/type"},
      {"«end in [provider]", "rule/type"},
      {"cause in [provider, «at-start]", "rule/type"},
      {"assumption.proration in «grounds", "rule/type"},
      {"if «end then 1 else 2", "rule/type"},
      {"if agreed then 1 else «end", "rule/type"},
      {"if agreed then end else «1", "rule/type"},
      {"if agreed then cause else «at-start", "rule/type"},
      {"if agreed then «at-start else cause", "rule/type"},
      {"last-day(«1, 1 month)", "rule/type"},
      {"last-day(end, «30)", "rule/type"},
      {"«last-day(end)", "rule/type"},
      {"«last-day(end, 1 month, 1)", "rule/type"},
      {"«last-day()", "rule/type"},
      {"first-of-month(end, «1 month)", "rule/type"},
      {"first-of-month(end, «amount)", "rule/type"},
      {"days(«agreed, end)", "rule/type"},
      {"days-of-year(«2026)", "rule/type"},
      {"units-begun(«amount, 10)", "rule/type"},
      {"months-in(end, end, «1)", "rule/type"},
      {"part-of-month(«end, end, end, assumption.proration, assumption.proration)", "rule/type"},
      {"«business-day(end, [])", "rule/type"},
      {"business-day(end, «end, [])", "rule/type"},
      {"business-day(end, «[provider], [])", "rule/type"},
      {"business-day(end, [], «sunday)", "rule/type"},
      {"business-day(end, [], [«provider])", "rule/type"},
      {"business-day(end, [], [sunday, «sonday])", "rule/unknown-name"},
      {"business-day(end, [], «grounds)", "rule/type"},
      {"business-day(end, [], «holidays)", "rule/type"},
      {"smaller-of(«end, 1)", "rule/type"},
      {"larger-of(1, «none)", "rule/type"},
      {"given(«1)", "rule/type"},
      {"given(«fee.monthly)", "rule/type"},
      {"«first-given()", "rule/type"},
      {"first-given(end, «2026-04-15)", "rule/type"},
      {"holds(«mail-audit)", "rule/type"},
      {"holds(«1)", "rule/type"},
      {"priced(«provider)", "rule/type"},
      {"priced(«3)", "rule/type"},
      {"fee.monthly[item = «provider]", "rule/type"},
      {"fee.monthly[item = «1]", "rule/type"},
      {"fee.monthly[item = «ground]", "rule/type"},
      {"fee.monthly[on = «3]", "rule/type"},
      {"leaving.effect[notice = «1]", "rule/type"},
      {"fee.monthly[month = «end]", "rule/type"},
  });
}

TEST_CASE("a name nobody declares is reported at its place, and what is built on it is left alone") {
  check_refused({
      {"«nonsense", "rule/unknown-name"},
      {"not «nonsense", "rule/unknown-name"},
      {"agreed and «nonsense", "rule/unknown-name"},
      {"cause in [provider, «nonsense]", "rule/unknown-name"},
      {"days(«nonsense, end)", "rule/unknown-name"},
      {"if agreed then «nonsense else 1", "rule/unknown-name"},
      {"if «nonsense then 1 else 2", "rule/unknown-name"},
      {"«assumption.nonsense", "rule/unknown-name"},
      {"«minimum-term", "rule/unknown-name"},
      {"«leaving", "rule/unknown-name"},
      {"«minimum-term.effect", "rule/unknown-name"},
      {"«month", "rule/unknown-name"},  // a fact of another matter
      {"fee.monthly[«nonsense = 1]", "rule/unknown-name"},
      {"fee.monthly[«ground = provider]", "rule/unknown-name"},
      {"tax-rate[«item = base]", "rule/unknown-name"},
      {"tax-rate[«option = archive]", "rule/unknown-name"},
      {"fee.monthly[item = «nonsense]", "rule/unknown-name"},
      {"«nonsense[item = base]", "rule/unknown-name"},
  });
}

TEST_CASE("one mistake is one finding, however large the expression around it") {
  check_refused(
      {
          {"«nonsense + 1", "rule/unknown-name"},
          {"end + («nonsense + 1)", "rule/unknown-name"},
          {"end + («nonsense - 1) * 2", "rule/unknown-name"},
          {"end - («end + end)", "rule/type"},
          {"«end + amount", "rule/type"},
          {"if agreed then end + «nonsense else end", "rule/unknown-name"},
      },
      {Kind::date, {}});
  check_refused({
      {"cause = «at-start", "rule/type"},
      {"«at-start = cause", "rule/type"},
      {"amount = «provider", "rule/type"},
      {"- «end + 1", "rule/type"},
  });
}

TEST_CASE("all mistakes of an expression are reported") {
  const Bound result = bind("nonsense = 1 and end + amount > end or rubbish");
  CHECK_FALSE(result.fits);
  const std::string found = described(result.findings);
  CHECK(found.find("rule/unknown-name at 0") != std::string::npos);
  CHECK(found.find("rule/type at 17") != std::string::npos);
  CHECK(found.find("rule/unknown-name at 39") != std::string::npos);
}

TEST_CASE("the whole must be what is expected: money takes numbers, anything may be none") {
  struct Case {
    std::string text;
    ValueType expected;
    bool fits;
  };
  const Case cases[] = {
      {"end", {Kind::date, {}}, true},
      {"amount", {Kind::date, {}}, false},
      {"5000", {Kind::money, {}}, true},
      {"amount", {Kind::money, {}}, true},
      {"amount", {Kind::number, {}}, false},
      {"5000", {Kind::number, {}}, true},
      {"none", {Kind::date, {}}, true},
      {"none", {Kind::money, {}}, true},
      {"none", {Kind::choice, "ground"}, true},
      {"1 month", {Kind::period, {}}, true},
      {"30", {Kind::period, {}}, false},
      {"true", {Kind::boolean, {}}, true},
      {"1", {Kind::boolean, {}}, false},
      {"\"x\"", {Kind::words, {}}, true},
      {"provider", {Kind::words, {}}, false},
      {"provider", {Kind::choice, "ground"}, true},
      {"at-start", {Kind::choice, "ground"}, false},
      {"[provider]", {Kind::list, "ground"}, true},
      {"[at-start]", {Kind::list, "ground"}, false},
      {"[]", {Kind::list, "ground"}, true},
      {"grounds", {Kind::list, "ground"}, true},
      {"grounds", {Kind::list, "occasion"}, false},
      {"provider", {Kind::list, "ground"}, false},
      {"[]", {Kind::dates, {}}, true},
      {"[provider]", {Kind::dates, {}}, false},
      {"holidays", {Kind::dates, {}}, true},
      {"if agreed then end else none", {Kind::date, {}}, true},
      {"if agreed then end else none", {Kind::money, {}}, false},
      {"if agreed then 1 else amount", {Kind::money, {}}, true},
      {"if agreed then 1 else amount", {Kind::number, {}}, false},
      {"if agreed then 1 else 2", {Kind::money, {}}, true},
      {"if agreed then provider else anti-social", {Kind::choice, "ground"}, true},
      {"if agreed then provider else at-start", {Kind::choice, "ground"}, false},
      {"if agreed then [provider] else [anti-social]", {Kind::list, "ground"}, true},
      {"if agreed then [provider] else [at-start]", {Kind::list, "ground"}, false},
      {"if agreed then [provider] else grounds", {Kind::list, "ground"}, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(to_string(c.expected));
    const Bound result = bind(c.text, c.expected);
    CHECK(result.fits == c.fits);
    CHECK(result.findings.all().empty() == c.fits);
  }
}

TEST_CASE("a list of names is no list of days, wherever it comes from") {
  for (const std::string text :
       {"business-day(end, grounds, [])", "business-day(end, if agreed then grounds else grounds, [])"}) {
    CAPTURE(text);
    bool fits = true;
    CHECK_NOTHROW(fits = bind(text).fits);
    CHECK_FALSE(fits);
  }
}

TEST_CASE("only days come out of a choice of days") {
  CHECK_FALSE(bind("first-given(accounts)", {Kind::date, {}}).fits);
  CHECK_FALSE(bind("first-given(end, agreed)", {Kind::date, {}}).fits);
}

TEST_CASE("names out of closed sets settle to the set they stand beside") {
  const auto settled = [](const Expr& expr) {
    REQUIRE(std::holds_alternative<Expr::Literal>(expr.node));
    return std::get<Symbol>(std::get<Expr::Literal>(expr.node).value).name + " of " + expr.type.set;
  };
  const Bound equal = bind("cause = provider");
  CHECK(settled(std::get<Expr::Binary>(equal.expr.node).operands[1]) == "provider of ground");
  const Bound turned = bind("provider != cause");
  CHECK(settled(std::get<Expr::Binary>(turned.expr.node).operands[0]) == "provider of ground");
  const Bound in = bind("cause in [provider, anti-social]");
  const auto& members = std::get<Expr::List>(std::get<Expr::Binary>(in.expr.node).operands[1].node).members;
  CHECK(settled(members[1]) == "anti-social of ground");
  const Bound argument = bind("leaving.effect[ground = provider]");
  CHECK(settled(std::get<Expr::MatterValue>(argument.expr.node).arguments[0].value[0]) == "provider of ground");
  const Bound branch = bind("if agreed then provider else cause");
  CHECK(settled(std::get<Expr::Conditional>(branch.expr.node).parts[1]) == "provider of ground");
  const Bound whole = bind("provider", {Kind::choice, "ground"});
  CHECK(settled(whole.expr) == "provider of ground");
}

TEST_CASE(
    "names are looked up in order: parts of the rule, facts, the contract, assumptions, dimensions, matters, sets") {
  Ontology world = small_world();
  const auto node = [&](const std::string& name, const std::vector<std::pair<std::string, ValueType>>& locals) {
    Findings findings;
    Expr expr;
    expr.node = Expr::Unbound{name, {}, false};
    REQUIRE(bind_expression(expr, {world, world.matter("late-charge"), locals}, {}, findings));
    return expr.node.index();
  };
  const auto local = Expr::Node{Expr::Local{}}.index();
  const auto fact = Expr::Node{Expr::Fact{}}.index();
  const auto dimension = Expr::Node{Expr::DimensionValue{}}.index();
  const auto matter = Expr::Node{Expr::MatterValue{}}.index();
  const auto literal = Expr::Node{Expr::Literal{}}.index();
  CHECK(node("amount", {{"amount", {Kind::date, {}}}}) == local);
  CHECK(node("end", {{"end", {Kind::date, {}}}}) == local);
  CHECK(node("amount", {}) == fact);
  CHECK(node("ground", {}) == dimension);
  CHECK(node("tax-rate", {}) == matter);
  CHECK(node("provider", {}) == literal);
  world.sets[0].choices.push_back({"tax-rate", "", {}});
  CHECK(node("tax-rate", {}) == matter);
  world.dimensions.push_back({"tax-rate", {"ground"}, ""});
  CHECK(node("tax-rate", {}) == dimension);
  world.quantities.push_back({"tax-rate", "", ""});
  CHECK(node("tax-rate", {}) == fact);
  CHECK(node("tax-rate", {{"tax-rate", {Kind::date, {}}}}) == local);
}

TEST_CASE("help names the nearest of what could have been meant") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"billing-strat", "did you mean `billing-start`?"},
      {"acounts", "did you mean `accounts`?"},
      {"minimum-term.ends", "did you mean `minimum-term.end`?"},
      {"fee.montly", "did you mean `fee.monthly`?"},
      {"provder", "did you mean `provider`?"},
      {"amout", "did you mean `amount`?"},
      {"grond", "did you mean `ground`?"},
      {"switch-requests", "did you mean `switch-request`?"},
      {"quite-something-else", ""},
      {"cause = at-strat", "did you mean `at-start`?"}};
  for (const auto& [text, help] : cases) {
    CAPTURE(text);
    const Bound result = bind(text);
    REQUIRE(result.findings.all().size() == 1);
    CHECK(result.findings.all().front().help.en == help);
  }
  const Bound part = bind("kept-dais", {}, {{"kept-days", {Kind::number, {}}}});
  REQUIRE(part.findings.all().size() == 1);
  CHECK(part.findings.all().front().help.en == "did you mean `kept-days`?");
}

/// Counts the names that have no meaning yet.
struct Unbounds {
  static std::size_t in(const Expr& expr) {
    return std::visit([](const auto& node) { return Unbounds{}(node); }, expr.node);
  }
  static std::size_t in(const std::vector<Expr>& parts) {
    std::size_t count = 0;
    for (const Expr& part : parts) count += in(part);
    return count;
  }
  std::size_t operator()(const Expr::Unbound&) const { return 1; }
  std::size_t operator()(const Expr::Call& node) const { return in(node.arguments); }
  std::size_t operator()(const Expr::Not& node) const { return in(node.operand); }
  std::size_t operator()(const Expr::Negative& node) const { return in(node.operand); }
  std::size_t operator()(const Expr::Binary& node) const { return in(node.operands); }
  std::size_t operator()(const Expr::Conditional& node) const { return in(node.parts); }
  std::size_t operator()(const Expr::List& node) const { return in(node.members); }
  std::size_t operator()(const Expr::MatterValue& node) const {
    std::size_t count = 0;
    for (const auto& argument : node.arguments) count += in(argument.value);
    return count;
  }
  template <class Leaf>
  std::size_t operator()(const Leaf&) const {
    return 0;
  }
};

TEST_CASE("after success no name is left without a meaning") {
  const Bound result = bind(
      "if not (cause in [provider, main-ground]) and given(end) then - fee.monthly[item = base, on = last-day(end, 1 "
      "month)] "
      "else amount * days(as-of, leaving.effect[notice = end])");
  REQUIRE(result.fits);
  CHECK(Unbounds::in(result.expr) == 0);
}

}  // namespace
}  // namespace yomikae
