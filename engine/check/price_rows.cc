#include "check/price_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <variant>

#include "base/text.h"
#include "check/near_words.h"
#include "check/price_table.h"
#include "check/rule_subject.h"

namespace yomikae {
namespace {

/// The yen amount an expression begins with: a number, or a number times something.
std::optional<std::int64_t> leading_yen(const Expr& expr) {
  if (const auto* literal = std::get_if<Expr::Literal>(&expr.node)) {
    const auto* number = std::get_if<Rational>(&literal->value);
    return number != nullptr && number->is_whole() ? std::optional(number->numerator()) : std::nullopt;
  }
  const auto* product = std::get_if<Expr::Binary>(&expr.node);
  if (product == nullptr || product->op != Operator::multiply) return std::nullopt;
  return leading_yen(product->operands.front());
}

/// A price a rule lays down at a row of a table.
struct Priced {
  const Rule* rule = nullptr;
  std::optional<std::int64_t> yen;  ///< nothing where it is quoted, or no plain amount
  bool quoted = false;
  Place place;
};

std::optional<Priced> priced(const Rule& rule) {
  Priced result{&rule, std::nullopt, false, rule.at_place};
  if (std::holds_alternative<Quoted>(rule.body)) {
    result.quoted = true;
    return result;
  }
  const auto* body = std::get_if<Alternatives>(&rule.body);
  if (body == nullptr || body->readings.size() != 1) return std::nullopt;
  result.yen = leading_yen(body->readings.front().value);
  result.place = body->readings.front().value.place;
  return result.yen ? std::optional(result) : std::nullopt;
}

/// A cell in which amounts of some matters are printed.
struct PriceCell {
  const Scalar* cell = nullptr;
  std::string head;
  std::vector<MatterId> matters;
};

std::string shown(const std::vector<std::int64_t>& yen) {
  std::string text;
  for (const std::int64_t each : yen) text += fmt::format("{}{}円", text.empty() ? "" : "、", each);
  return text;
}

class Tables {
 public:
  Tables(const HeldVersion& held, const Ontology& ontology, Findings& findings)
      : held_(held), ontology_(ontology), findings_(findings) {}

  void check() {
    for (const Rule& rule : held_.rules.rules) {
      if (prices(rule, ontology_)) rules_[rule.at.path].push_back(&rule);
    }
    for (const Provision& each : held_.text.provisions) {
      if (const Provision* table = table_of(held_.text, each)) check_row(each, *table);
      if (!each.rows.empty()) check_inner(each);
    }
  }

 private:
  /// The cells under a head that prints amounts, with what they may print.
  [[nodiscard]] std::vector<PriceCell> price_cells(const std::vector<std::string>& heads,
                                                   const std::vector<Scalar>& cells) const {
    std::vector<PriceCell> result;
    for (std::size_t at = 0; at < std::min(heads.size(), cells.size()); ++at) {
      PriceCell cell{&cells[at], heads[at], matters_under(heads[at])};
      if (!cell.matters.empty()) result.push_back(std::move(cell));
    }
    return result;
  }

  /// What amounts a head stands for: a word that only one kind of amount has tells more than one that several share.
  [[nodiscard]] std::vector<MatterId> matters_under(const std::string& head) const {
    std::vector<MatterId> own;
    std::vector<MatterId> shared;
    const std::u32string key = name_key(head);
    for (const Column& column : ontology_.columns) {
      const Matter* matter = ontology_.matter(column.matter.value);
      if (matter == nullptr || matter->type.kind != ValueType::Kind::money) continue;
      for (const std::string& word : column.heads) {
        if (key.find(name_key(word)) == std::u32string::npos) continue;
        (is_shared(word) ? shared : own).push_back(column.matter);
      }
    }
    return own.empty() ? shared : own;
  }

  [[nodiscard]] bool is_shared(const std::string& word) const {
    return std::count_if(ontology_.columns.begin(), ontology_.columns.end(), [&](const Column& column) {
             return std::find(column.heads.begin(), column.heads.end(), word) != column.heads.end();
           }) > 1;
  }

  void check_row(const Provision& row, const Provision& table) {
    const auto at = rules_.find(row.path);
    const std::vector<const Rule*> own = at == rules_.end() ? std::vector<const Rule*>{} : at->second;
    for (const PriceCell& cell : price_cells(table.columns, row.cells)) {
      std::vector<Priced> prices;
      bool other_terms = false;
      for (const Rule* rule : own) {
        if (std::find(cell.matters.begin(), cell.matters.end(), rule->matter) == cell.matters.end()) continue;
        if (auto one = priced(*rule)) {
          prices.push_back(*one);
        } else {
          other_terms = true;  // an expression of its own, or another document's
        }
      }
      if (!other_terms) compare(row, row, cell, prices);
    }
  }

  /// A table inside an item: each row is about the option its first cell names.
  void check_inner(const Provision& item) {
    const auto at = rules_.find(item.path);
    if (at == rules_.end()) return;
    for (const auto& row : item.rows) {
      if (row.empty()) continue;
      const std::string option = option_called(row.front().text);
      if (option.empty()) continue;
      for (const PriceCell& cell : price_cells(item.columns, row)) {
        std::vector<Priced> prices;
        for (const Rule* rule : at->second) {
          const auto& options = options_of(*rule, ontology_);
          if (std::find(options.begin(), options.end(), option) == options.end()) continue;
          if (auto one = priced(*rule)) prices.push_back(*one);
        }
        compare(item, item, cell, prices, option);
      }
    }
  }

  [[nodiscard]] std::string option_called(std::string_view label) const {
    const ChoiceSet* options = ontology_.set(ontology_.option_set);
    if (options == nullptr) return {};
    for (const auto& each : options->choices) {
      if (same_caption(each.label, label)) return each.name;
    }
    return {};
  }

  void compare(const Provision& row, const Provision& at, const PriceCell& cell, const std::vector<Priced>& prices,
               const std::string& of = {}) {
    const CellFigures figures = figures_in(cell.cell->text);
    if (prices.empty()) {
      const bool paid = std::any_of(figures.yen.begin(), figures.yen.end(), [](std::int64_t yen) { return yen != 0; });
      if (paid && !covered_above(at.path, cell) && is_price_table(at.path)) report_unread(row, cell, figures, of);
      return;
    }
    const auto stated = [&](std::int64_t yen) {
      return std::any_of(prices.begin(), prices.end(), [&](const Priced& each) { return each.yen == yen; });
    };
    const bool all_stated = std::all_of(figures.yen.begin(), figures.yen.end(), stated);
    bool differs = false;
    for (const Priced& each : prices) {
      if (each.yen) {
        const bool printed = std::find(figures.yen.begin(), figures.yen.end(), *each.yen) != figures.yen.end();
        const bool nothing = *each.yen == 0 && (figures.dash || (!figures.yen.empty() && all_stated));
        if (printed || nothing) continue;
        differs = true;
        figures.blank ? report_blank(row, cell, each, of) : report_differs(row, cell, each, figures, of);
      } else if (!figures.yen.empty() && !all_stated) {
        differs = true;
        report_differs(row, cell, each, figures, of);
      }
    }
    if (!differs && !all_stated) report_unread(row, cell, figures, of);
  }

  /// Whether the table itself has rules on what its rows print.
  [[nodiscard]] bool covered_above(const ProvisionPath& path, const PriceCell& cell) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const auto& entry) {
      return entry.first != path && entry.first.contains(path) &&
             std::any_of(entry.second.begin(), entry.second.end(), [&](const Rule* rule) {
               return std::find(cell.matters.begin(), cell.matters.end(), rule->matter) != cell.matters.end();
             });
    });
  }

  /// Whether rows beside it are priced by rules: figures of another kind of table are not held against anything.
  [[nodiscard]] bool is_price_table(const ProvisionPath& path) const {
    return std::any_of(rules_.begin(), rules_.end(),
                       [&](const auto& entry) { return entry.first.parent() == path.parent(); });
  }

  std::string subject(const Provision& row) const {
    return fmt::format("{}#{}", held_.text.document.value, to_string(row.path));
  }

  static std::string part(const PriceCell& cell, const std::string& of) {
    return of.empty() ? cell.head : fmt::format("{} {}", of, cell.head);
  }

  void report_differs(const Provision& row, const PriceCell& cell, const Priced& price, const CellFigures& figures,
                      const std::string& of) {
    const std::string stated = price.yen ? fmt::format("{}円", *price.yen) : "別に示す額";
    const std::string printed = figures.yen.empty() ? cell.cell->text : shown(figures.yen);
    Finding& finding =
        findings_
            .add("price/cell-differs", price.place,
                 {fmt::format("定めは{}だが、{}の「{}」の欄には「{}」とある", stated, row.label, cell.head, printed),
                  fmt::format("the rule says {}, and the cell of {} prints `{}`",
                              price.yen ? fmt::format("{} yen", *price.yen) : std::string("a quoted amount"),
                              to_string(row.path), cell.cell->text)},
                 {"どちらが印刷どおりかを確かめ、他方を改める", "see which is as printed, and put the other right"})
            .about(subject(row), part(cell, of));
    finding.related.push_back({cell.cell->place, {"印刷された額", "the amount printed"}});
  }

  void report_blank(const Provision& row, const PriceCell& cell, const Priced& price, const std::string& of) {
    findings_
        .add("price/blank-cell", price.place,
             {fmt::format("{}の「{}」の欄は空欄だが、定めは{}円とする", row.label, cell.head, *price.yen),
              fmt::format("the cell of {} is blank, and the rule says {} yen", to_string(row.path), *price.yen)},
             {"空欄は0円を意味しない。上の行と続く欄か、額が別に示されるかを確かめる（`quoted`）",
              "a blank is not 0: see whether the cell above reaches down to it, or the amount is quoted"})
        .about(subject(row), part(cell, of))
        .related.push_back({cell.cell->place, {"空欄", "the blank"}});
  }

  void report_unread(const Provision& row, const PriceCell& cell, const CellFigures& figures, const std::string& of) {
    findings_
        .add("price/unread-cell", cell.cell->place,
             {fmt::format("{}の「{}」の欄の {} を、どの価格の行も定めていない", row.label, cell.head,
                          shown(figures.yen)),
              fmt::format("no row of prices states the `{}` of {}", cell.cell->text, to_string(row.path))},
             {fmt::format("`prices:` に `at: '#{}'` の行を書く", to_string(row.path)),
              fmt::format("a row with `at: '#{}'` belongs under `prices:`", to_string(row.path))})
        .about(subject(row), part(cell, of));
  }

  const HeldVersion& held_;
  const Ontology& ontology_;
  Findings& findings_;
  std::map<ProvisionPath, std::vector<const Rule*>> rules_;
};

}  // namespace

void check_price_rows(const Checked& checked, Findings& findings) {
  for (const HeldVersion& held : checked.terms.versions) Tables(held, checked.terms.ontology, findings).check();
}

}  // namespace yomikae
