#include "load/table_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "load/reader.h"

namespace yomikae {
namespace {

Scalar word(std::string_view text, Place place) { return {std::string(text), place, true}; }

YamlNode scalar_node(Scalar scalar) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.scalar = std::move(scalar);
  return node;
}

std::string replaced(std::string text, std::string_view mark, std::string_view by) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size())) {
    text.replace(at, mark.size(), by);
  }
  return text;
}

/// A date as a table shows it (`2023年4月30日`); anything else as it is written.
std::string spoken(const std::string& value) {
  const auto date = parse_date(value);
  if (!date) return value;
  const std::chrono::year_month_day day{*date};
  return fmt::format("{}年{}月{}日", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

class RowReader {
 public:
  RowReader(const Ontology& ontology, Findings& findings) : ontology_(ontology), findings_(findings) {}

  std::vector<YamlNode> read(const YamlNode& node) {
    MappingReader reader(node, findings_);
    at_ = reader.need_scalar("at");
    item_ = single(reader, "item");
    option_ = single(reader, "option");
    if (item_ && option_) {
      findings_.add("format/wrong-kind", reader.place(),
                    {"`item` と `option` はどちらか一つだけ書く", "a row is about an `item` or an `option`, not both"});
    }
    scope_ = reader.take("scope");
    says_ = reader.text("says");
    read_unit(reader);
    read_validity(reader);
    bool filled = false;
    for (const Column& column : ontology_.columns) {
      const YamlNode* value = reader.take(column.name);
      if (value == nullptr) continue;
      filled = true;
      column.along.empty() ? add(column, *value) : add_along(column, *value);
    }
    if (!filled) {
      findings_.add("format/missing-key", reader.place(),
                    {"行に価格も条件もない", "the row states no price and no condition"}, columns_help());
    }
    reader.finish();
    return std::move(rules_);
  }

 private:
  std::optional<Scalar> single(MappingReader& reader, std::string_view key) {
    const YamlNode* node = reader.take(key);
    return node == nullptr ? std::nullopt : read_scalar(*node, findings_);
  }

  [[nodiscard]] Message columns_help() const {
    std::string names;
    for (const Column& column : ontology_.columns) {
      names += fmt::format("{}`{}`", names.empty() ? "" : ", ", column.name);
    }
    if (names.empty())
      return {"列は語彙の `columns` で宣言する", "columns are declared under `columns` of an ontology"};
    return {fmt::format("書けるもの: {}", names), fmt::format("one of: {}", names)};
  }

  /// `each: { accounts: 1 }`: the quantity a price is multiplied by, and its unit.
  void read_unit(MappingReader& reader) {
    const YamlNode* each = reader.take("each");
    if (each == nullptr) return;
    if (each->kind != YamlNode::Kind::mapping || each->entries.size() != 1) {
      findings_.add("format/wrong-kind", each->place(),
                    {"数量一つとその単位が要る（例: `{ accounts: 1 }`）",
                     "one quantity and its unit belong here (such as `{ accounts: 1 }`)"});
      return;
    }
    const YamlNode::Entry& stated = each->entries.front();
    const auto unit = read_number(stated.value, findings_);
    if (ontology_.quantity(stated.key.text) == nullptr) {
      std::vector<std::string_view> names;
      for (const QuantitySpec& known : ontology_.quantities) names.emplace_back(known.name);
      report_unknown_name(stated.key, "数量", "quantity", names, findings_);
    } else if (unit && !(Rational{0} < *unit)) {
      report_bad_value(stated.value.scalar, {"単位は0より大きくなければならない", "a unit must be more than zero"},
                       findings_);
    } else if (unit) {
      unit_ = std::pair{stated.key.text, stated.value.scalar.text};
    }
  }

  /// `valid: { from: 2025-04-01, through: 2026-03-31, by: application }`: from when to when the row holds, on the day
  /// an amount is counted (`on`) unless `by` names another.
  void read_validity(MappingReader& reader) {
    const YamlNode* valid = reader.take("valid");
    if (valid == nullptr) return;
    MappingReader period(*valid, findings_);
    const auto from = period.date("from");
    const auto through = period.date("through");
    std::string by = period.text("by");
    if (by.empty()) by = "on";
    period.finish();
    if (!from && !through) {
      findings_.add("format/missing-key", valid->place(),
                    {"`from` か `through` が要る", "one of `from`, `through` is needed"});
      return;
    }
    if (from && through && *through < *from) {
      findings_.add("format/bad-value", valid->place(),
                    {"終わりの日が始めの日より前である", "the last day lies before the first"});
    }
    std::string condition;
    if (from) condition = fmt::format("({}) >= {}", by, to_string(*from));
    if (through) condition += fmt::format("{}({}) <= {}", condition.empty() ? "" : " and ", by, to_string(*through));
    when_ = word(condition, valid->place());
    when_->composed = true;
  }

  void add(const Column& column, const YamlNode& value) {
    const auto text = read_scalar(value, findings_);
    if (text) add_rule(column, *text, {});
  }

  /// `includes: { accounts: 10, disk-gb: 10 }`: one rule for each value of the dimension.
  void add_along(const Column& column, const YamlNode& values) {
    const MappingReader check(values, findings_);
    for (const auto& entry : values.entries) {
      const auto text = read_scalar(entry.value, findings_);
      if (text) add_rule(column, *text, {{word(column.along, entry.key.place), scalar_node(entry.key)}});
    }
  }

  /// A row on an option cannot say something of a matter that no option has: it would hold for everybody.
  bool fits_option(const Column& column, const Matter& matter, Place place) {
    const std::optional<Scalar>& subject = option_ ? option_ : item_;
    const bool about_option = option_.has_value() || (item_ && ontology_.is_option(item_->text));
    const Dimension* item = ontology_.item_dimension();
    const bool by_item = item != nullptr && matter.has_dimension(item->name);
    if (!about_option || matter.of_option || by_item) return true;
    findings_.add(
        "format/wrong-kind", place,
        {fmt::format("`{}` は契約についての列で、オプション `{}` の行には書けない", column.name, subject->text),
         fmt::format("`{}` is a column about the contract, a row on the option `{}` cannot fill it", column.name,
                     subject->text)});
    return false;
  }

  void add_rule(const Column& column, const Scalar& stated, std::vector<YamlNode::Entry> more_scope) {
    const Matter* matter = ontology_.matter(column.matter.value);
    if (matter == nullptr || !fits_option(column, *matter, stated.place))
      return;  // a matter nobody has: reported there
    Scalar value = stated;
    const bool as_it_is = stated.text == "quoted" || stated.text == "none";
    if (!as_it_is && !column.value.empty()) compose(value, replaced(column.value, "{}", stated.text));
    if (!as_it_is && unit_ && !column.each.empty()) {
      const std::string counted = replaced(replaced(column.each, "{quantity}", unit_->first), "{unit}", unit_->second);
      compose(value, fmt::format("({}) * {}", value.text, counted));
    }
    const std::string words = says_.empty() ? replaced(column.says, "{}", spoken(stated.text)) : says_;
    YamlNode rule;
    rule.kind = YamlNode::Kind::mapping;
    rule.scalar.place = at_.place;
    const auto put = [&](std::string_view key, YamlNode node) {
      rule.entries.push_back({word(key, at_.place), std::move(node)});
    };
    put("at", scalar_node(at_));
    put("matter", scalar_node(word(column.matter.value, at_.place)));
    put("scope", scope_for(*matter, std::move(more_scope)));
    if (when_) put("when", scalar_node(*when_));
    put("value", scalar_node(std::move(value)));
    if (!words.empty()) put("says", scalar_node(word(words, at_.place)));
    rules_.push_back(std::move(rule));
  }

  static void compose(Scalar& value, std::string text) {
    value.text = std::move(text);
    value.composed = true;
  }

  /// The row's own scope, with its item where the matter is won along items and its option where it is one's.
  YamlNode scope_for(const Matter& matter, std::vector<YamlNode::Entry> more) const {
    YamlNode result;
    if (scope_ != nullptr) result = *scope_;
    result.kind = YamlNode::Kind::mapping;
    const std::optional<Scalar>& subject = option_ ? option_ : item_;
    if (subject) {
      const Dimension* item = ontology_.item_dimension();
      if (item != nullptr && matter.has_dimension(item->name)) {
        result.entries.push_back({word(item->name, subject->place), scalar_node(*subject)});
      }
      const Dimension* option = ontology_.option_dimension();
      const bool is_option = option_.has_value() || ontology_.is_option(subject->text);
      if (is_option && option != nullptr && matter.of_option) {
        result.entries.push_back({word(option->name, subject->place), scalar_node(*subject)});
      }
    }
    for (YamlNode::Entry& entry : more) result.entries.push_back(std::move(entry));
    return result;
  }

  const Ontology& ontology_;
  Findings& findings_;
  Scalar at_;
  std::optional<Scalar> item_;
  std::optional<Scalar> option_;
  const YamlNode* scope_ = nullptr;
  std::string says_;
  std::optional<std::pair<std::string, std::string>> unit_;
  std::optional<Scalar> when_;
  std::vector<YamlNode> rules_;
};

}  // namespace

std::vector<YamlNode> rules_of_row(const YamlNode& row, const Ontology& ontology, Findings& findings) {
  return RowReader(ontology, findings).read(row);
}

}  // namespace yomikae
