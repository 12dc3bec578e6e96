#include "figures/figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "rules/parse.h"

namespace yomikae::figures {
namespace {

/// The nearest other values, written as the first was: a unit or 1 more. Of a day also the one before: what happens on
/// the last days of months shows from one side only.
std::vector<std::string> next_to(const Value& value, const std::string& text) {
  constexpr std::chrono::days day{1};
  if (const auto* date = std::get_if<Date>(&value)) return {to_string(*date + day), to_string(*date - day)};
  const bool counts = std::holds_alternative<Rational>(value) || std::holds_alternative<Period>(value);
  if (!counts) return {};
  const std::size_t whole = text.find_first_not_of("0123456789");
  return {std::to_string(std::stoll(text.substr(0, whole)) + 1) +
          (whole == std::string::npos ? "" : text.substr(whole))};
}

class FigureFinder {
 public:
  FigureFinder(TermsCopy& copy, std::vector<std::string>& untraced) : copy_(copy), untraced_(untraced) {}

  std::vector<Figure> find() {
    for (const ParsedFile& file : copy_.files()) {
      if (file.kind == "rules") read_tables(file.root);
    }
    const Terms& terms = copy_.terms();
    std::map<std::size_t, const Rule*> by_index;
    for (const HeldVersion& version : terms.versions) {
      for (const Rule& rule : version.rules.rules) by_index[rule.index] = &rule;
    }
    for (const MatterExpressions& each : terms.expressions) {
      if (each.each) walk(*each.each, *each.each);
      if (each.fallback) walk(*each.fallback, *each.fallback);
    }
    for (const HeldVersion& version : terms.versions) {
      for (const Rule& rule : version.rules.rules) {
        read(rule, provision_of(rule));
        if (rule.like) read(*by_index.at(*rule.like), provision_of(rule));  // 準ずる: it is cited where this one is
      }
    }
    std::vector<Figure> found;
    for (auto& [place, figure] : figures_) found.push_back(std::move(figure));
    return found;
  }

 private:
  void note(Place place, const Value& value, const std::string& within) {
    const std::string text = copy_.text_at(place);
    auto others = next_to(value, text);
    if (others.empty()) return;
    Figure& figure = figures_.try_emplace(place, Figure{place, text, std::move(others), within, {}}).first->second;
    for (const std::string& each : owners_) {
      const bool known = std::find(figure.provisions.begin(), figure.provisions.end(), each) != figure.provisions.end();
      if (!known) figure.provisions.push_back(each);
    }
  }

  // Rules as they were bound.
  void read(const Rule& rule, std::string owner) {
    owners_ = {std::move(owner)};
    if (rule.when) walk(*rule.when);
    for (const Part& part : rule.where) walk(part.value);
    if (const auto* value = std::get_if<Alternatives>(&rule.body)) walk(*value);
    if (const auto* ending = std::get_if<Ending>(&rule.body)) {
      for (const Requirement& each : ending->requirements) walk(each.that, each.that);
    }
    owners_.clear();
  }

  void walk(const Alternatives& alternatives) {
    for (const Reading& each : alternatives.readings) walk(each.value, each.value);
  }

  void walk(const Expr& expr, const Expr& parent) {
    if (const auto* literal = std::get_if<Expr::Literal>(&expr.node)) return meet(expr, *literal, parent);
    const auto all = [&](const std::vector<Expr>& inner) {
      for (const Expr& each : inner) walk(each, expr);
    };
    if (const auto* matter = std::get_if<Expr::MatterValue>(&expr.node)) {
      for (const Expr::Argument& each : matter->arguments) all(each.value);
    } else if (const auto* call = std::get_if<Expr::Call>(&expr.node)) {
      all(call->arguments);
    } else if (const auto* negation = std::get_if<Expr::Not>(&expr.node)) {
      all(negation->operand);
    } else if (const auto* negative = std::get_if<Expr::Negative>(&expr.node)) {
      all(negative->operand);
    } else if (const auto* binary = std::get_if<Expr::Binary>(&expr.node)) {
      all(binary->operands);
    } else if (const auto* conditional = std::get_if<Expr::Conditional>(&expr.node)) {
      all(conditional->parts);
    } else if (const auto* list = std::get_if<Expr::List>(&expr.node)) {
      all(list->members);
    }
  }

  /// A figure of a row stands in an expression that was put together from the row: it must be one the row itself shows.
  void meet(const Expr& expr, const Expr::Literal& literal, const Expr& parent) {
    const bool in_its_place = expr.place.known() && copy_.text_at(expr.place) == expr.source;
    if (in_its_place) return note(expr.place, literal.value, parent.source);
    const bool of_row = std::any_of(figures_.begin(), figures_.end(), [&](const auto& entry) {
      return entry.second.text == expr.source && entry.second.provisions == owners_;
    });
    if (of_row || next_to(literal.value, expr.source).empty()) return;
    untraced_.push_back(fmt::format("`{}` in `{}`", expr.source, parent.source));
  }

  // Rows as they were written.
  void read_tables(const YamlNode& root) {
    const std::string document = root.find("document")->scalar.text;
    for (const auto* table : {"prices", "catalogue"}) {
      const YamlNode* rows = root.find(table);
      if (rows == nullptr) continue;
      for (const YamlNode& row : rows->items) read_row(row, document);
    }
  }

  void read_row(const YamlNode& row, const std::string& document) {
    const auto at = parse_provision(row.find("at")->scalar.text.substr(1));
    owners_ = {fmt::format("{}#{}", document, to_string(at.value()))};
    for (const YamlNode::Entry& entry : row.entries) {
      const std::string& key = entry.key.text;
      const auto& columns = copy_.terms().ontology.columns;
      const bool column =
          std::any_of(columns.begin(), columns.end(), [&](const Column& each) { return each.name == key; });
      if (!column && key != "each" && key != "valid") continue;
      read_cell(key, entry.value);
      for (const YamlNode::Entry& inner : entry.value.entries) read_cell(key, inner.value);
    }
    owners_.clear();
  }

  void read_cell(const std::string& key, const YamlNode& cell) {
    if (cell.kind != YamlNode::Kind::scalar) return;
    Findings findings;
    const auto expr = parse_expression(cell.scalar, findings);
    if (!expr) return;
    const Expr named{expr->place, {}, key, expr->node};
    walk(*expr, std::holds_alternative<Expr::Literal>(expr->node) ? named : *expr);
  }

  TermsCopy& copy_;
  std::vector<std::string>& untraced_;
  std::map<Place, Figure> figures_;
  std::vector<std::string> owners_;
};

}  // namespace

std::string provision_of(const Rule& rule) { return fmt::format("{}#{}", rule.document.value, to_string(rule.at)); }

std::string Figure::owner(const Sources& sources) const {
  return provisions.empty() ? std::string(sources.name(place.source)) : provisions.front();
}

std::vector<Figure> find_figures(TermsCopy& copy, std::vector<std::string>& untraced) {
  return FigureFinder(copy, untraced).find();
}

}  // namespace yomikae::figures
