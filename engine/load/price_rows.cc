#include "load/price_rows.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

#include "load/reader.h"

namespace yomikae {
namespace {

class PriceReader {
 public:
  PriceReader(const Ontology& ontology, Findings& findings) : ontology_(ontology), findings_(findings) {}

  std::vector<YamlNode> read(const YamlNode& node) {
    MappingReader reader(node, findings_);
    const Scalar at = reader.need_scalar("at");
    const Scalar item = reader.need_scalar("item");
    const YamlNode* scope = reader.take("scope");
    const std::string says = reader.text("says");
    const auto each = unit(reader);
    bool priced = false;
    for (const Matter& matter : ontology_.matters) {
      if (!matter.id.value.starts_with(charge_prefix)) continue;
      const YamlNode* price = reader.take(std::string_view(matter.id.value).substr(charge_prefix.size()));
      if (price == nullptr) continue;
      priced = true;
      add(rule_node(at, matter.id.value, scope_with_item(scope, item), priced_value(*price, each), says));
    }
    if (const YamlNode* includes = reader.take("includes")) {
      const MappingReader check(*includes, findings_);
      for (const auto& entry : includes->entries) {
        add(rule_node(at, included_matter, scope_with(scope, quantity_dimension, entry.key), entry.value.scalar, {}));
      }
    }
    if (!priced) {
      findings_.add("format/missing-key", reader.place(), {"価格がない", "there is no price"});
    }
    reader.finish();
    return std::move(rules_);
  }

 private:
  static constexpr std::string_view charge_prefix = "fee.";
  static constexpr std::string_view included_matter = "included";
  static constexpr std::string_view quantity_dimension = "quantity";
  static constexpr std::string_view item_dimension = "item";

  /// `each: { accounts: 1 }`: the quantity the price is multiplied by, and its unit.
  std::optional<std::pair<std::string, std::string>> unit(MappingReader& reader) {
    const YamlNode* each = reader.take("each");
    if (each == nullptr) return std::nullopt;
    if (each->kind != YamlNode::Kind::mapping || each->entries.size() != 1) {
      findings_.add("format/wrong-kind", each->place(),
                    {"数量一つとその単位が要る（例: `{ accounts: 1 }`）", "one quantity and its unit belong here"});
      return std::nullopt;
    }
    return std::pair{each->entries.front().key.text, each->entries.front().value.scalar.text};
  }

  static Scalar priced_value(const YamlNode& price, const std::optional<std::pair<std::string, std::string>>& each) {
    Scalar value = price.scalar;
    if (each && value.text != "quoted") {
      value.composed = true;
      value.text = fmt::format("({0}) * units-begun({1} - included[quantity = {1}], {2})", value.text, each->first,
                               each->second);
    }
    return value;
  }

  static YamlNode scalar_node(Scalar scalar) {
    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.scalar = std::move(scalar);
    return node;
  }
  static Scalar word(std::string_view text, Place place) { return {std::string(text), place, true}; }

  static YamlNode scope_with(const YamlNode* scope, std::string_view dimension, const Scalar& value) {
    YamlNode result;
    if (scope != nullptr) result = *scope;
    result.kind = YamlNode::Kind::mapping;
    result.entries.push_back({word(dimension, value.place), scalar_node(value)});
    return result;
  }

  /// An item that is an option belongs to that option.
  YamlNode scope_with_item(const YamlNode* scope, const Scalar& item) const {
    YamlNode result = scope_with(scope, item_dimension, item);
    if (!ontology_.is_option(item.text)) return result;
    for (const Dimension& dimension : ontology_.dimensions) {
      if (dimension.sets.front() == ontology_.option_set) {
        result.entries.push_back({word(dimension.name, item.place), scalar_node(item)});
        break;
      }
    }
    return result;
  }

  static YamlNode rule_node(const Scalar& at, std::string_view matter, YamlNode scope, Scalar value,
                            const std::string& says) {
    YamlNode node;
    node.kind = YamlNode::Kind::mapping;
    node.scalar.place = at.place;
    node.entries.push_back({word("at", at.place), scalar_node(at)});
    node.entries.push_back({word("matter", at.place), scalar_node(word(matter, at.place))});
    node.entries.push_back({word("scope", at.place), std::move(scope)});
    node.entries.push_back({word("value", value.place), scalar_node(std::move(value))});
    if (!says.empty()) node.entries.push_back({word("says", at.place), scalar_node(word(says, at.place))});
    return node;
  }

  void add(YamlNode rule) { rules_.push_back(std::move(rule)); }

  const Ontology& ontology_;
  Findings& findings_;
  std::vector<YamlNode> rules_;
};

}  // namespace

std::vector<YamlNode> rules_of_price_row(const YamlNode& row, const Ontology& ontology, Findings& findings) {
  return PriceReader(ontology, findings).read(row);
}

}  // namespace yomikae
