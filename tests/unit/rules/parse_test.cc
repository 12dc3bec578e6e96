#include "rules/parse.h"

#include <doctest/doctest.h>

#include "small_world.h"

namespace yomikae {
namespace {

/// The tree as nested brackets, operator first.
struct Shape {
  static std::string of(const Expr& expr) {
    return std::visit([](const auto& node) { return Shape{}(node); }, expr.node);
  }
  static std::string of(const std::vector<Expr>& parts) {
    std::string out;
    for (const Expr& part : parts) out.append(" ").append(of(part));
    return out;
  }
  std::string operator()(const Expr::Literal& node) const {
    static constexpr const char* kinds[] = {"", "", "", "date ", "month ", "period ", "symbol ", "", "", "words "};
    const std::string kind = kinds[node.value.index()];
    return kind.empty() ? to_string(node.value) : "<" + kind + to_string(node.value) + ">";
  }
  std::string operator()(const Expr::Unbound& node) const {
    std::string out = node.name;
    if (!node.bracketed) return out;
    out += "[";
    for (const auto& argument : node.arguments) out += argument.name + ":" + of(argument.value) + ";";
    return out + "]";
  }
  std::string operator()(const Expr::Call& node) const {
    return "(" + std::string(spec_of(node.function).name) + of(node.arguments) + ")";
  }
  std::string operator()(const Expr::Not& node) const { return "(not" + of(node.operand) + ")"; }
  std::string operator()(const Expr::Negative& node) const { return "(neg" + of(node.operand) + ")"; }
  std::string operator()(const Expr::Binary& node) const {
    return "(" + std::string(to_string(node.op)) + of(node.operands) + ")";
  }
  std::string operator()(const Expr::Conditional& node) const { return "(if" + of(node.parts) + ")"; }
  std::string operator()(const Expr::List& node) const { return "{" + of(node.members) + "}"; }
  template <class Bound>
  std::string operator()(const Bound&) const {
    return "bound";
  }
};

/// Parses `text` as it stands behind `prefix` in a file.
struct Parsed {
  explicit Parsed(std::string text, std::string prefix = "値: ") : beginning(prefix.size()) {
    const auto length = static_cast<std::uint32_t>(text.size());
    source = sources.add("test.yaml", prefix + text + "\n");
    expr = parse_expression({std::move(text), {source, static_cast<std::uint32_t>(beginning), length}, 0}, findings);
  }
  Sources sources;
  SourceId source{};
  Findings findings;
  std::optional<Expr> expr;
  std::size_t beginning;
};

std::string shape(std::string_view text) {
  const Parsed parsed{std::string(text)};
  return parsed.expr ? Shape::of(*parsed.expr) : "refused: " + parsed.findings.all().front().message.en;
}

TEST_CASE("operators bind as they do on paper, equal ones from the left") {
  struct Case {
    std::string_view text;
    std::string_view shape;
  };
  const Case cases[] = {
      {"a + b * c", "(+ a (* b c))"},
      {"a * b + c", "(+ (* a b) c)"},
      {"a - b - c", "(- (- a b) c)"},
      {"a / b / c", "(/ (/ a b) c)"},
      {"a / b * c", "(* (/ a b) c)"},
      {"a - b + c", "(+ (- a b) c)"},
      {"a - (b - c)", "(- a (- b c))"},
      {"(a + b) * c", "(* (+ a b) c)"},
      {"- a * b", "(* (neg a) b)"},
      {"- (a * b)", "(neg (* a b))"},
      {"a - - b", "(- a (neg b))"},
      {"- - a", "(neg (neg a))"},
      {"a + b = c * d", "(= (+ a b) (* c d))"},
      {"a <= b - c", "(<= a (- b c))"},
      {"a < b", "(< a b)"},
      {"a > b", "(> a b)"},
      {"a >= b", "(>= a b)"},
      {"a != b", "(!= a b)"},
      {"a = b and c = d", "(and (= a b) (= c d))"},
      {"a or b and c", "(or a (and b c))"},
      {"a and b or c", "(or (and a b) c)"},
      {"a and b and c", "(and (and a b) c)"},
      {"a or b or c", "(or (or a b) c)"},
      {"a and (b or c)", "(and a (or b c))"},
      {"not a = b", "(not (= a b))"},
      {"not a and b", "(and (not a) b)"},
      {"not not a", "(not (not a))"},
      {"not (a and b)", "(not (and a b))"},
      {"a in [b, c]", "(in a { b c})"},
      {"a in [b] and c", "(and (in a { b}) c)"},
      {"if a then b else c", "(if a b c)"},
      {"if a then b else c + d", "(if a b (+ c d))"},
      {"if a then b else if c then d else e", "(if a b (if c d e))"},
      {"if a then if b then c else d else e", "(if a (if b c d) e)"},
      {"(if a then b else c) + d", "(+ (if a b c) d)"},
      {"if a or b then c else d", "(if (or a b) c d)"},
      {"((a))", "a"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shape(c.text) == c.shape);
  }
}

TEST_CASE("names may hold hyphens, dots and slashes, so operators need spaces") {
  CHECK(shape("billing-start") == "billing-start");
  CHECK(shape("a-b - c-d") == "(- a-b c-d)");
  CHECK(shape("fee.monthly") == "fee.monthly");
  CHECK(shape("iij/general") == "iij/general");
  CHECK(shape("minimum-term.end") == "minimum-term.end");
  CHECK(shape("end2") == "end2");
  CHECK(shape("iffy and notion or indeed") == "(or (and iffy notion) indeed)");
}

TEST_CASE("spaces and line breaks between words mean nothing") {
  CHECK(shape("  a\n  +\tb  ") == "(+ a b)");
  CHECK(shape("days(a,b)") == "(days a b)");
  CHECK(shape("days( a ,\n b )") == "(days a b)");
  CHECK(shape("[ a,b ]") == "{ a b}");
}

TEST_CASE("literals are numbers, periods, days, words, truth values and none") {
  struct Case {
    std::string_view text;
    std::string_view shape;
  };
  const Case cases[] = {
      {"12", "12"},
      {"0.146", "73/500"},
      {"30 days", "<period 30 days>"},
      {"1 day", "<period 1 day>"},
      {"2 weeks", "<period 14 days>"},
      {"3 months", "<period 3 months>"},
      {"1 year", "<period 1 year>"},
      {"2026-04-15", "<date 2026-04-15>"},
      {"2026-04-15 + 3", "(+ <date 2026-04-15> 3)"},
      {"(2026-04-15)", "<date 2026-04-15>"},
      {"[2026-04-15, 2026-04-16]", "{ <date 2026-04-15> <date 2026-04-16>}"},
      {"\"東京地方裁判所 - and (1)\"", "<words 東京地方裁判所 - and (1)>"},
      {"\"\"", "<words >"},
      {"\"if\"", "<words if>"},
      {"true", "true"},
      {"false", "false"},
      {"none", "none"},
      {"[]", "{}"},
      {"3 - 2", "(- 3 2)"},
      {"months", "months"},
      {"a + 30 days", "(+ a <period 30 days>)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shape(c.text) == c.shape);
  }
}

TEST_CASE("functions take arguments in brackets, matters take facts and dimensions in square ones") {
  CHECK(shape("elapses(notice, 30 days)") == "(elapses notice <period 30 days>)");
  CHECK(shape("later-of(a, last-of-month(b, 0))") == "(later-of a (last-of-month b 0))");
  CHECK(shape("fee.monthly[item = base]") == "fee.monthly[item: base;]");
  CHECK(shape("fee.monthly[item = base, month = m] * 2") == "(* fee.monthly[item: base;month: m;] 2)");
  CHECK(shape("x[on = if a then b else c]") == "x[on: (if a b c);]");
  for (const FunctionSpec& spec : functions()) {
    CAPTURE(spec.name);
    CHECK(shape(std::string(spec.name) + "()") == "(" + std::string(spec.name) + ")");
  }
}

TEST_CASE("what is wrong is reported once, at the character where it goes wrong") {
  struct Case {
    std::string_view marked;
    std::string_view words;
  };
  const Case cases[] = {
      {"«", "ends too early"},
      {"   «", "ends too early"},
      {"a +«", "ends too early"},
      {"a + «* b", "`*` cannot stand here"},
      {"(a«", "expected `)`"},
      {"(a «b)", "expected `)`, found `b`"},
      {"«)", "`)` cannot stand here"},
      {"(«)", "`)` cannot stand here"},
      {"a «b", "ends before `b`"},
      {"a «)", "ends before `)`"},
      {"a «12", "ends before `12`"},
      {"if a «b", "expected `then`, found `b`"},
      {"if a then b«", "expected `else`"},
      {"if «then b else c", "`then` cannot stand here"},
      {"«then", "`then` cannot stand here"},
      {"a and «or b", "`or` cannot stand here"},
      {"a + «not b", "`not` cannot stand here"},
      {"1 + «if a then b else c", "`if` cannot stand here"},
      {"a «if b then c else d", "ends before `if`"},
      {"a = b «= c", "ends before `=`"},
      {"a < b «< c", "ends before `<`"},
      {"a =«= b", "`=` cannot stand here"},
      {"a <«> b", "`>` cannot stand here"},
      {"a «! b", "ends before `!`"},
      {"a «& b", "ends before `&`"},
      {"not«", "ends too early"},
      {"-«", "ends too early"},
      {"a in«", "ends too early"},
      {"«fooo(a)", "there is no function `fooo`"},
      {"a + «dayz(a, b)", "did you mean `days`"},
      {"days(a«", "expected `)`"},
      {"days(a, «)", "`)` cannot stand here"},
      {"days(a «b)", "expected `)`, found `b`"},
      {"days(«, a)", "`,` cannot stand here"},
      {"fee[«]", "expected a name"},
      {"fee[item «base]", "expected `=`, found `base`"},
      {"fee[item = base«", "expected `]`"},
      {"fee[item = «]", "`]` cannot stand here"},
      {"fee[«3 = 4]", "expected a name"},
      {"fee[item = base, «]", "expected a name"},
      {"[a, «]", "`]` cannot stand here"},
      {"[a«", "expected `]`"},
      {"[a «b]", "expected `]`, found `b`"},
      {"«A", "`A` cannot stand here"},
      {"a + «Bc", "`B` cannot stand here"},
      {"«あ", "`あ` cannot stand here"},
      {"a «＋ b", "ends before `＋`"},
      {"1«,000", "ends before `,`"},
      {"«1.2.3", "`1.2.3` is no number"},
      {"a + «1234567890123456789", "is no number"},
      {"1.5 «months", "ends before `months`"},
      {"30 «dayz", "ends before `dayz`"},
      {"12345 «days", "ends before `days`"},
      {"«.5", "`.` cannot stand here"},
      {"3«.", "ends before `.`"},
      {"a«.", "ends before `.`"},
      {"none«(a)", "ends before `(`"},
      {"true«[a = b]", "ends before `[`"},
      {"a «; b", "ends before `;`"},
      {"a «# b", "ends before `#`"},
  };
  for (const Case& c : cases) {
    const Marked marked(c.marked);
    CAPTURE(c.marked);
    const Parsed parsed(marked.text);
    CHECK_FALSE(parsed.expr.has_value());
    REQUIRE(parsed.findings.all().size() == 1);
    const Finding& finding = parsed.findings.all().front();
    CHECK(finding.rule->id == "rule/syntax");
    CHECK((finding.place.source == parsed.source));
    CHECK(finding.place.offset - parsed.beginning == marked.offset);
    CHECK(finding.place.length > 0);
    CHECK(finding.message.en.find(c.words) != std::string::npos);
    CHECK_FALSE(finding.message.ja.empty());
  }
}

TEST_CASE("a text that is never closed, and a full-width space, are reported where they begin") {
  for (const std::string_view text :
       {"«\"abc", "a = «\"", "area = «\"東京 and more", "a «\xE3\x80\x80+ b", "«\xE3\x80\x80"}) {
    CAPTURE(text);
    const Marked marked(text);
    const Parsed parsed(marked.text);
    CHECK_FALSE(parsed.expr.has_value());
    CHECK(described(parsed.findings, parsed.beginning) == "rule/syntax at " + std::to_string(marked.offset));
  }
}

TEST_CASE("the column of a mistake counts characters, not bytes") {
  const Parsed parsed("area = \"東京\" & x", "キー: ");
  REQUIRE(parsed.findings.all().size() == 1);
  const Location location = parsed.sources.locate(parsed.findings.all().front().place);
  CHECK(location.line == 1);
  CHECK(location.column == 17);  // four for `キー: `, twelve for what stands before `&`
}

TEST_CASE("a day that does not exist is no subtraction") {
  for (const std::string_view text : {"«2026-02-30", "a >= «2026-04-31", "a + «2026-13-01"}) {
    CAPTURE(text);
    const Marked marked(text);
    const Parsed parsed(marked.text);
    CHECK(described(parsed.findings, parsed.beginning) == "rule/syntax at " + std::to_string(marked.offset));
  }
}

TEST_CASE("a day is read whole or not at all") {
  for (const std::string_view text : {"2026-04-150", "2026-04-15.5", "a >= 2026-04-151", "12026-04-15"}) {
    CAPTURE(text);
    CHECK(shape(text).find("<date") == std::string::npos);
  }
}

TEST_CASE("what is written means the same wherever it stands") {
  for (const std::string text : {"2026/4/15", "2026/04/15", "2026/4/1"}) {
    CAPTURE(text);
    const Parsed alone(text);
    const Parsed inside("(" + text + ")");
    CHECK(alone.expr.has_value() == inside.expr.has_value());
    if (alone.expr && inside.expr) CHECK(Shape::of(*alone.expr) == Shape::of(*inside.expr));
  }
}

TEST_CASE("every part knows its place and how it was written") {
  const Parsed parsed("a + days(b, c) * (d - 1)");
  REQUIRE(parsed.expr.has_value());
  const auto& sum = std::get<Expr::Binary>(parsed.expr->node);
  const auto& product = std::get<Expr::Binary>(sum.operands[1].node);
  const auto check = [&](const Expr& expr, std::string_view written) {
    CHECK(expr.source == written);
    const std::string_view text = parsed.sources.text(parsed.source);
    CHECK(text.substr(expr.place.offset, expr.place.length) == written);
  };
  check(*parsed.expr, "a + days(b, c) * (d - 1)");
  check(sum.operands[0], "a");
  check(sum.operands[1], "days(b, c) * (d - 1)");
  check(product.operands[0], "days(b, c)");
  check(product.operands[1], "d - 1");
  check(std::get<Expr::Call>(product.operands[0].node).arguments[1], "c");
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST_CASE("deep nesting is refused, not followed into the ground") {
  struct Nest {
    std::string_view open;
    std::string_view middle;
    std::string_view close;
  };
  const Nest nests[] = {{"(", "a", ")"},
                        {"[", "a", "]"},
                        {"not ", "a", ""},
                        {"- ", "a", ""},
                        {"days(a,", "a", ")"},
                        {"x[y = ", "a", "]"},
                        {"if a then b else ", "c", ""},
                        {"if ", "a", " then b else c"},
                        {"-(", "a", ")"},
                        {"not (", "a", ")"}};
  for (const Nest& nest : nests) {
    CAPTURE(nest.open);
    const auto nested = [&](std::size_t times) {
      return Parsed(repeated(nest.open, times) + std::string(nest.middle) + repeated(nest.close, times));
    };
    CHECK(nested(45).expr.has_value());
    for (const std::size_t times : {101, 130, 200}) {
      CAPTURE(times);
      const Parsed deep = nested(times);
      CHECK_FALSE(deep.expr.has_value());
      REQUIRE(deep.findings.all().size() == 1);
      CHECK(deep.findings.all().front().rule->id == "rule/syntax");
    }
    const Parsed endless = nested(200'000);
    CHECK_FALSE(endless.expr.has_value());
  }
}

TEST_CASE("the longest expression allowed is read, bound and thrown away without running out of stack") {
  const Ontology world = small_world();
  for (const std::string_view op : {"+", "-"}) {
    const std::string text = "1" + repeated(std::string(op) + "1", 1999);
    REQUIRE(text.size() == 3999);
    CHECK_NOTHROW(bound(text, world));
  }
  const std::string conditions = "true" + repeated(" or true", 499);
  REQUIRE(conditions.size() <= 4000);
  CHECK_NOTHROW(bound(conditions, world));
}

TEST_CASE("an expression that is too long is refused at its beginning") {
  const Parsed longest("1" + repeated(" ", 3999));
  CHECK(longest.expr.has_value());
  const Parsed parsed("1" + repeated(" ", 4000));
  CHECK_FALSE(parsed.expr.has_value());
  CHECK(described(parsed.findings, parsed.beginning) == "rule/syntax at 0");
}

}  // namespace
}  // namespace yomikae
