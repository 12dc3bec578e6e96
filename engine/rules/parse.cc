#include "rules/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

enum class TokenKind { end, number, name, symbol, text };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::size_t offset = 0;
};

/// Bytes. Keeps the tree of a chain of operators shallow enough to walk.
constexpr std::size_t longest_expression = 4000;

constexpr std::array<std::string_view, 9> keywords{"if", "then", "else", "and", "or", "not", "in", "true", "false"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return c >= 'a' && c <= 'z'; }
bool is_name_char(char c) { return is_name_start(c) || is_digit(c); }

/// Cuts a text into tokens; an impossible character becomes a symbol the parser will not know.
std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t i = 0;
  const auto more = [&](std::size_t at, auto accepts) { return at < text.size() && accepts(text[at]); };
  while (i < text.size()) {
    const std::size_t start = i;
    const char c = text[i];
    if (c == ' ' || c == '\n' || c == '\t') {
      ++i;
      continue;
    }
    if (is_digit(c)) {
      while (more(i, is_digit) || (more(i, [](char p) { return p == '.'; }) && more(i + 1, is_digit))) ++i;
      tokens.push_back({TokenKind::number, text.substr(start, i - start), start});
    } else if (is_name_start(c)) {
      const auto joins = [](char p) { return p == '-' || p == '.' || p == '/'; };
      while (more(i, is_name_char) || (more(i, joins) && more(i + 1, is_name_char))) ++i;
      tokens.push_back({TokenKind::name, text.substr(start, i - start), start});
    } else if (c == '"') {
      const std::size_t close = std::min(text.find('"', i + 1), text.size());
      i = std::min(close + 1, text.size());
      tokens.push_back(
          {close < text.size() ? TokenKind::text : TokenKind::symbol, text.substr(start, i - start), start});
    } else {
      const bool two = (c == '<' || c == '>' || c == '!') && more(i + 1, [](char p) { return p == '='; });
      i += two ? 2 : 1;
      while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) ++i;  // whole code points
      tokens.push_back({TokenKind::symbol, text.substr(start, i - start), start});
    }
  }
  tokens.push_back({TokenKind::end, {}, text.size()});
  return tokens;
}

/// What people write by habit, and how it is written here.
Message hint(std::string_view found) {
  if (found == "%")
    return {"割合は分数で書く（14.6% は `146 / 1000`）", "a rate is a fraction (14.6% is `146 / 1000`)"};
  if (found == "年" || found == "月" || found == "日" || found == "ヶ" || found == "週") {
    return {"期間は `2 years`、`6 months`、`30 days`、`2 weeks` と書く",
            "a period is written `2 years`, `6 months`, `30 days`, `2 weeks`"};
  }
  const bool japanese = !found.empty() && static_cast<unsigned char>(found.front()) >= 0x80;
  if (japanese) {
    return {"文言は二重の引用符で囲む（YAMLの引用符の中で `'\"日本法\"'`）",
            "words stand in double quotes (inside those of YAML: `'\"日本法\"'`)"};
  }
  return {};
}

/// Thrown inside this file only, caught in `parse_expression`: the first mistake ends the expression.
struct Mistake {
  Token at;
  Message message;
};

class Parser {
 public:
  explicit Parser(const Scalar& scalar) : scalar_(scalar), tokens_(tokenize(scalar.text)) {}

  Expr whole() {
    Expr result = expression();
    if (peek().kind != TokenKind::end) {
      fail({fmt::format("`{}` の前で式が終わっている", single_line(peek().text)),
            fmt::format("the expression ends before `{}`", single_line(peek().text))});
    }
    return result;
  }

 private:
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(next_ + ahead, tokens_.size() - 1)]; }
  bool at(std::string_view text) const {
    return peek().text == text && peek().kind != TokenKind::text && peek().kind != TokenKind::end;
  }
  bool take(std::string_view text) {
    if (!at(text)) return false;
    ++next_;
    return true;
  }
  [[noreturn]] void fail(Message message) const { throw Mistake{peek(), std::move(message)}; }
  void expect(std::string_view text) {
    if (take(text)) return;
    const std::string found = peek().kind == TokenKind::end ? "" : single_line(peek().text);
    fail({fmt::format("ここには `{}` が要る{}", text, found.empty() ? "" : fmt::format("（`{}` がある）", found)),
          fmt::format("expected `{}`{}", text, found.empty() ? "" : fmt::format(", found `{}`", found))});
  }

  Expr make(Expr::Node node, std::size_t from) const {
    const Token& last = tokens_[next_ == 0 ? 0 : next_ - 1];
    const std::size_t end = std::max(from, last.offset + last.text.size());
    return Expr{scalar_.at(from, end - from), {}, scalar_.text.substr(from, end - from), std::move(node)};
  }

  Expr expression() {
    if (++depth_ > 100) fail({"式の入れ子が深すぎる", "the expression nests too deeply"});
    const std::size_t from = peek().offset;
    Expr result = take("if") ? conditional(from) : disjunction();
    --depth_;
    return result;
  }

  Expr conditional(std::size_t from) {
    std::vector<Expr> parts;
    parts.push_back(expression());
    expect("then");
    parts.push_back(expression());
    expect("else");
    parts.push_back(expression());
    return make(Expr::Conditional{std::move(parts)}, from);
  }

  template <class Next>
  Expr left_associative(std::initializer_list<std::pair<std::string_view, Operator>> operators, Next next) {
    const std::size_t from = peek().offset;
    Expr left = next();
    while (true) {
      const auto* found =
          std::find_if(operators.begin(), operators.end(), [&](const auto& each) { return at(each.first); });
      if (found == operators.end()) return left;
      ++next_;
      std::vector<Expr> operands;
      operands.push_back(std::move(left));
      operands.push_back(next());
      left = make(Expr::Binary{found->second, std::move(operands)}, from);
    }
  }

  Expr disjunction() {
    return left_associative({{"or", Operator::either}}, [&] { return conjunction(); });
  }
  Expr conjunction() {
    return left_associative({{"and", Operator::both}}, [&] { return negation(); });
  }
  Expr negation() {
    const std::size_t from = peek().offset;
    if (!take("not")) return comparison();
    if (++depth_ > 100) fail({"式の入れ子が深すぎる", "the expression nests too deeply"});
    std::vector<Expr> operand;
    operand.push_back(negation());
    --depth_;
    return make(Expr::Not{std::move(operand)}, from);
  }

  Expr comparison() {
    static constexpr std::array<std::pair<std::string_view, Operator>, 7> operators{{{"=", Operator::equal},
                                                                                     {"!=", Operator::unequal},
                                                                                     {"<", Operator::less},
                                                                                     {"<=", Operator::at_most},
                                                                                     {">", Operator::greater},
                                                                                     {">=", Operator::at_least},
                                                                                     {"in", Operator::in}}};
    const std::size_t from = peek().offset;
    Expr left = sum();
    for (const auto& [text, op] : operators) {
      if (!take(text)) continue;
      std::vector<Expr> operands;
      operands.push_back(std::move(left));
      operands.push_back(sum());
      return make(Expr::Binary{op, std::move(operands)}, from);
    }
    return left;
  }

  Expr sum() {
    return left_associative({{"+", Operator::add}, {"-", Operator::subtract}}, [&] { return product(); });
  }
  Expr product() {
    return left_associative({{"*", Operator::multiply}, {"/", Operator::divide}}, [&] { return unary(); });
  }
  Expr unary() {
    const std::size_t from = peek().offset;
    if (!take("-")) return primary();
    if (++depth_ > 100) fail({"式の入れ子が深すぎる", "the expression nests too deeply"});
    std::vector<Expr> operand;
    operand.push_back(unary());
    --depth_;
    return make(Expr::Negative{std::move(operand)}, from);
  }

  Expr primary() {
    const Token token = peek();
    if (token.kind == TokenKind::number) return number();
    if (token.kind == TokenKind::text) {
      ++next_;
      return make(Expr::Literal{Words{std::string(token.text.substr(1, token.text.size() - 2))}}, token.offset);
    }
    if (token.kind == TokenKind::name) return name();
    if (take("(")) {
      Expr inside = expression();
      expect(")");
      return inside;
    }
    if (take("[")) return list(token.offset);
    if (token.kind == TokenKind::end) fail({"式が途中で終わっている", "the expression ends too early"});
    fail({fmt::format("ここに `{}` は置けない", single_line(token.text)),
          fmt::format("`{}` cannot stand here", single_line(token.text))});
  }

  /// `12`, `0.146`, `30 days`, or a date (`2026-04-15` comes as numbers joined by `-`).
  Expr number() {
    const Token token = peek();
    ++next_;
    if (const auto date = date_from(token)) return make(Expr::Literal{*date}, token.offset);
    const auto value = Rational::parse(token.text);
    if (!value) {
      --next_;
      fail({fmt::format("`{}` は数として読めない", token.text), fmt::format("`{}` is no number", token.text)});
    }
    if (peek().kind == TokenKind::name && value->is_whole()) {
      if (const auto period = parse_period(fmt::format("{} {}", token.text, peek().text))) {
        ++next_;
        return make(Expr::Literal{*period}, token.offset);
      }
    }
    return make(Expr::Literal{*value}, token.offset);
  }

  std::optional<Date> date_from(const Token& token) {
    const std::string_view text = std::string_view(scalar_.text).substr(token.offset);
    if (token.text.size() != 4 || text.size() < 10 || text[4] != '-' || !is_digit(text[5])) return std::nullopt;
    const bool longer = text.size() > 10 && (is_digit(text[10]) || text[10] == '.');
    const auto date = longer ? std::nullopt : parse_date(text.substr(0, 10));
    if (!date) {
      throw Mistake{token,
                    {fmt::format("`{}` は存在する日付ではない", single_line(text.substr(0, 10))),
                     fmt::format("`{}` is no date that exists", single_line(text.substr(0, 10)))}};
    }
    while (peek().kind != TokenKind::end && peek().offset < token.offset + 10) ++next_;
    return date;
  }

  Expr name() {
    const Token token = peek();
    if (token.text == "true" || token.text == "false") {
      ++next_;
      return make(Expr::Literal{token.text == "true"}, token.offset);
    }
    if (token.text == "none") {
      ++next_;
      return make(Expr::Literal{None{}}, token.offset);
    }
    if (std::find(keywords.begin(), keywords.end(), token.text) != keywords.end()) {
      fail({fmt::format("ここに `{}` は置けない", token.text), fmt::format("`{}` cannot stand here", token.text)});
    }
    ++next_;
    if (take("(")) return call(token);
    if (take("[")) return bracketed(token);
    return make(Expr::Unbound{std::string(token.text), {}, false}, token.offset);
  }

  Expr call(const Token& token) {
    const auto& table = functions();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.name == token.text; });
    if (found == table.end()) unknown_function(token);
    std::vector<Expr> arguments;
    if (!take(")")) {
      do arguments.push_back(expression());
      while (take(","));
      expect(")");
    }
    return make(Expr::Call{found->function, std::move(arguments)}, token.offset);
  }

  [[noreturn]] static void unknown_function(const Token& token) {
    std::vector<std::string_view> names;
    for (const auto& each : functions()) names.push_back(each.name);
    const auto near = nearest_name(token.text, names);
    throw Mistake{token,
                  {fmt::format("関数 `{}` はない{}", token.text, near ? fmt::format("（`{}` のことか）", *near) : ""),
                   fmt::format("there is no function `{}`{}", token.text,
                               near ? fmt::format(", did you mean `{}`?", *near) : "")}};
  }

  Expr bracketed(const Token& token) {
    std::vector<Expr::Argument> arguments;
    do {
      const Token key = peek();
      if (key.kind != TokenKind::name) fail({"ここには名前が要る", "expected a name"});
      ++next_;
      expect("=");
      std::vector<Expr> value;
      value.push_back(expression());
      arguments.push_back({std::string(key.text), std::move(value), scalar_.at(key.offset, key.text.size())});
    } while (take(","));
    expect("]");
    return make(Expr::Unbound{std::string(token.text), std::move(arguments), true}, token.offset);
  }

  Expr list(std::size_t from) {
    std::vector<Expr> members;
    if (!take("]")) {
      do members.push_back(expression());
      while (take(","));
      expect("]");
    }
    return make(Expr::List{std::move(members)}, from);
  }

  const Scalar& scalar_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

}  // namespace

std::optional<Expr> parse_expression(const Scalar& text, Findings& findings) {
  if (text.text.size() > longest_expression) {
    findings.add("rule/syntax", text.at(0, 1), {"式が長すぎる", "the expression is too long"},
                 {"`where` で名前を付けて分ける", "split it up with `where`"});
    return std::nullopt;
  }
  try {
    return Parser(text).whole();
  } catch (const Mistake& mistake) {
    const std::size_t length = std::max<std::size_t>(1, mistake.at.text.size());
    findings.add("rule/syntax", text.at(mistake.at.offset, length), mistake.message, hint(mistake.at.text));
    return std::nullopt;
  }
}

}  // namespace yomikae
