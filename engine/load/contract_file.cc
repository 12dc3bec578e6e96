#include "load/contract_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "load/rules_file.h"
#include "terms/fact_order.h"

namespace yomikae {
namespace {

class ContractReader {
 public:
  ContractReader(const Terms& terms, Findings& findings)
      : ontology_(terms.ontology), terms_(terms), findings_(findings) {}

  Contract read(const YamlNode& root) {
    MappingReader file(root, findings_);
    contract_.id = file.need_text("contract");
    read_identity(file);
    contract_.as_of = file.date("as-of");
    named_dates(file, "dates", contract_.dates, ontology_.dates, "日付", "date");
    named_dates(file, "declarations", contract_.declarations, ontology_.declarations, "意思表示", "declaration");
    if (const YamlNode* node = file.take("quantities")) contract_.quantities = quantities(*node);
    for (const YamlNode& node : file.list("changes")) read_change(node);
    std::stable_sort(contract_.changes.begin(), contract_.changes.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    for (const YamlNode& node : file.list("options")) read_option(node);
    for (const YamlNode& node : file.list("events")) read_event(node);
    std::sort(contract_.events.begin(), contract_.events.end(),
              [](const auto& a, const auto& b) { return std::tie(a.on, a.item) < std::tie(b.on, b.item); });
    for (const Scalar& name : file.texts("holds")) {
      demand_member(name, ontology_.holding_set, "契約", "holding");
      contract_.holds.push_back(name.text);
    }
    if (const YamlNode* node = file.take("order-form")) read_order_form(*node);
    if (const YamlNode* node = file.take("assumptions")) read_assumptions(*node);
    file.finish();
    return std::move(contract_);
  }

 private:
  std::vector<std::string_view> members(std::string_view set) const {
    std::vector<std::string_view> names;
    if (const ChoiceSet* choices = ontology_.set(set)) {
      for (const auto& choice : choices->choices) names.emplace_back(choice.name);
    }
    return names;
  }

  bool demand_member(const Scalar& name, std::string_view set, std::string_view ja, std::string_view en) {
    const ChoiceSet* choices = ontology_.set(set);
    if (choices != nullptr && choices->find(name.text) != nullptr) return true;
    report_unknown_name(name, ja, en, members(set), findings_);
    return false;
  }

  void read_identity(MappingReader& file) {
    const Scalar channel_name = file.need_scalar("channel");
    contract_.channel.value = channel_name.text;
    contract_.places["channel"] = channel_name.place;
    const Channel* channel = terms_.newest_channel(contract_.channel);
    if (channel == nullptr && !channel_name.text.empty()) {
      std::vector<std::string_view> names;
      for (const Channel& each : terms_.channels) names.emplace_back(each.id.value);
      report_unknown_name(channel_name, "チャネル", "channel", names, findings_);
    }
    const Scalar service = file.need_scalar("service");
    contract_.service.value = service.text;
    contract_.dimensions["service"] = service.text;
    contract_.places["service"] = service.place;
    const Offering* offering = channel == nullptr ? nullptr : channel->offering(contract_.service);
    if (channel != nullptr && offering == nullptr && !service.text.empty()) {
      std::vector<std::string_view> names;
      for (const Offering& each : channel->offerings) names.emplace_back(each.service.value);
      report_unknown_name(service, fmt::format("サービス（`{}` の）", channel->id.value),
                          fmt::format("service of `{}` called", channel->id.value), names, findings_);
    }
    read_type(file, offering);
    read_customer(file);
  }

  void read_type(MappingReader& file, const Offering* offering) {
    const YamlNode* node = file.take("type");
    if (offering == nullptr) return;
    std::vector<std::string_view> types(offering->types.begin(), offering->types.end());
    if (node == nullptr) return;  // what depends on it then cannot be decided, and is said so
    const auto type = read_scalar(*node, findings_);
    if (!type) return;
    if (types.empty()) {
      findings_.add("format/unknown-key", type->place,
                    {"このサービスに `type`（種類）はない", "this service has no `type`"});
    } else if (std::find(types.begin(), types.end(), type->text) == types.end()) {
      report_unknown_name(*type, "種類", "type", types, findings_);
    } else {
      contract_.dimensions["type"] = type->text;
    }
  }

  /// Every other dimension that a contract fixes has a default the terms declare (`customer: corporation`).
  void read_customer(MappingReader& file) {
    const Dimension* dimension = ontology_.dimension("customer");
    const YamlNode* node = file.take("customer");
    if (dimension == nullptr) return;
    contract_.dimensions["customer"] = dimension->fallback;
    if (node == nullptr) return;
    const auto name = read_scalar(*node, findings_);
    contract_.places["customer"] = node->place();
    if (name && demand_member(*name, dimension->sets.front(), "契約者の種別", "kind of customer")) {
      contract_.dimensions["customer"] = name->text;
    }
  }

  void named_dates(MappingReader& file, std::string_view key, std::map<std::string, Date>& into,
                   const std::vector<FactSpec>& known, std::string_view ja, std::string_view en) {
    const YamlNode* node = file.take(key);
    if (node == nullptr) return;
    MappingReader reader(*node, findings_);
    for (const auto& entry : node->entries) {
      const bool declared =
          std::any_of(known.begin(), known.end(), [&](const auto& each) { return each.name == entry.key.text; });
      if (!declared) {
        std::vector<std::string_view> names;
        for (const auto& each : known) names.emplace_back(each.name);
        report_unknown_name(entry.key, ja, en, names, findings_);
        continue;
      }
      if (const auto date = read_date(entry.value, findings_)) {
        into[entry.key.text] = *date;
        contract_.places[fmt::format("{}/{}", key, entry.key.text)] = entry.value.place();
      }
    }
    for (const FactSpec& spec : known) {
      const auto stated = into.find(spec.name);
      if (stated == into.end()) continue;
      check_not_before(
          spec, {stated->second, place_of(key, spec.name)},
          [&](std::string_view name) { return stated_date(contract_.dates, "dates", name); }, findings_);
    }
  }

  Place place_of(std::string_view group, std::string_view name) const {
    return contract_.place_of(fmt::format("{}/{}", group, name));
  }

  std::optional<StatedDay> stated_date(const std::map<std::string, Date>& dates, std::string_view group,
                                       std::string_view name) const {
    const auto found = dates.find(std::string(name));
    if (found == dates.end()) return std::nullopt;
    return StatedDay{found->second, place_of(group, name)};
  }

  std::optional<Rational> whole_quantity(const YamlNode& node) {
    const auto number = read_number(node, findings_);
    if (!number || (*number >= Rational{0} && number->is_whole())) return number;
    report_bad_value(node.scalar,
                     {"数量は0以上の整数でなければならない", "a quantity must be a whole number, zero or more"},
                     findings_);
    return std::nullopt;
  }

  std::map<std::string, Rational> quantities(const YamlNode& node) {
    std::map<std::string, Rational> result;
    MappingReader reader(node, findings_);
    for (const auto& entry : node.entries) {
      if (ontology_.quantity(entry.key.text) == nullptr) {
        std::vector<std::string_view> names;
        for (const auto& each : ontology_.quantities) names.emplace_back(each.name);
        report_unknown_name(entry.key, "数量", "quantity", names, findings_);
        continue;
      }
      contract_.places[fmt::format("quantities/{}", entry.key.text)] = entry.value.place();
      if (const auto number = whole_quantity(entry.value)) result[entry.key.text] = *number;
    }
    return result;
  }

  void read_change(const YamlNode& node) {
    MappingReader reader(node, findings_);
    const auto from = reader.need_date("from");
    const YamlNode* changed = reader.need("quantities");
    reader.finish();
    if (from && changed != nullptr) contract_.changes.push_back({*from, quantities(*changed)});
  }

  void read_option(const YamlNode& node) {
    MappingReader reader(node, findings_);
    HeldOption option;
    const Scalar name = reader.need_scalar("option");
    option.option = name.text;
    option.place = name.place;
    if (!name.text.empty() && !demand_member(name, ontology_.option_set, "オプション", "option")) option.option.clear();
    if (contract_.option(option.option) != nullptr && !option.option.empty()) {
      findings_.add("format/duplicate", name.place,
                    {fmt::format("オプション `{}` が二度ある", name.text),
                     fmt::format("the option `{}` is there twice", name.text)});
    }
    const std::string group = fmt::format("options/{}", option.option);
    for (const FactSpec& date : ontology_.dates) {
      const auto day = reader.date(date.name);
      if (!day) continue;
      option.dates[date.name] = *day;
      contract_.places[fmt::format("{}/{}", group, date.name)] = reader.place_of(date.name);
    }
    if (const YamlNode* quantity = reader.take("quantity")) option.quantity = whole_quantity(*quantity);
    reader.finish();
    check_own_order(option, group);
    if (!option.option.empty()) contract_.options.push_back(std::move(option));
  }

  /// A date of an option is held against the option's own dates, and against the contract's where it has none.
  void check_own_order(const HeldOption& option, const std::string& group) {
    const auto find = [&](std::string_view name) {
      auto own = stated_date(option.dates, group, name);
      return own ? own : stated_date(contract_.dates, "dates", name);
    };
    for (const FactSpec& spec : ontology_.dates) {
      if (const auto day = stated_date(option.dates, group, spec.name)) check_not_before(spec, *day, find, findings_);
    }
  }

  void read_order_form(const YamlNode& node) {
    MappingReader reader(node, findings_);
    OrderForm form;
    form.number = reader.text("number");
    form.date = reader.date("date");
    if (const YamlNode* stated = reader.take("terms")) {
      MappingReader check(*stated, findings_);
      for (const auto& entry : stated->entries) read_stated_term(entry, form);
    }
    if (const YamlNode* prices = reader.take("prices")) {
      MappingReader check(*prices, findings_);
      for (const auto& entry : prices->entries) read_prices(entry, form);
    }
    if (const YamlNode* notes = reader.take("notes")) {
      MappingReader check(*notes, findings_);
      for (const auto& entry : notes->entries) read_note(entry, form);
    }
    reader.finish();
    contract_.order_form = std::move(form);
  }

  void unknown_matter(const Scalar& name) {
    std::vector<std::string_view> names;
    for (const Matter& each : ontology_.matters) names.emplace_back(each.id.value);
    report_unknown_name(name, "事項", "matter", names, findings_);
  }

  void read_stated_term(const YamlNode::Entry& entry, OrderForm& form) {
    const Matter* matter = ontology_.matter(entry.key.text);
    if (matter == nullptr) return unknown_matter(entry.key);
    const bool stateable = matter->shape == Matter::Shape::part || matter->shape == Matter::Shape::value ||
                           matter->shape == Matter::Shape::deadline;
    if (!stateable && matter->shape == Matter::Shape::ending) {
      findings_.add("format/bad-value", entry.key.place,
                    {fmt::format("`{}` は一つの値では書けない（`notes` に書く）", entry.key.text),
                     fmt::format("`{}` cannot be stated as one value, write it under `notes`", entry.key.text)});
      return;
    }
    if (!stateable) {
      findings_.add("format/bad-value", entry.key.place,
                    {fmt::format("`{}` は部分（例: `{}.length`）で書く", entry.key.text, entry.key.text),
                     fmt::format("`{}` is stated by its parts, such as `{}.length`", entry.key.text, entry.key.text)});
      return;
    }
    if (const auto value = read_scalar(entry.value, findings_))
      form.terms.push_back({entry.key.text, *value, entry.key.place});
  }

  bool demand_item(const Scalar& item) {
    const ChoiceSet* items = ontology_.set(ontology_.item_set);
    if (ontology_.is_option(item.text) || (items != nullptr && items->find(item.text) != nullptr)) return true;
    auto names = members(ontology_.item_set);
    const auto options = members(ontology_.option_set);
    names.insert(names.end(), options.begin(), options.end());
    report_unknown_name(item, "料金の品目", "billed item", names, findings_);
    return false;
  }

  void read_event(const YamlNode& node) {
    MappingReader reader(node, findings_);
    const Scalar item = reader.need_scalar("item");
    const auto on = reader.need_date("on");
    const YamlNode* count = reader.take("count");
    reader.finish();
    const auto times = count == nullptr ? std::optional<Rational>{1} : read_number(*count, findings_);
    if (times && (!times->is_whole() || *times < Rational{1})) {
      return report_bad_value(count->scalar,
                              {"回数は1以上の整数でなければならない", "a count must be a whole number, one or more"},
                              findings_);
    }
    if (item.text.empty() || !demand_item(item) || !on || !times) return;
    check_event_day({*on, reader.place_of("on")});
    const auto same = std::find_if(contract_.events.begin(), contract_.events.end(),
                                   [&](const auto& each) { return each.item == item.text && each.on == *on; });
    if (same == contract_.events.end()) {
      contract_.events.push_back({item.text, *on, *times, item.place});
      return;
    }
    Finding& finding =
        findings_.add("format/duplicate", item.place,
                      {fmt::format("{} の `{}` が二度ある", to_string(*on), item.text),
                       fmt::format("`{}` on {} is there twice", item.text, to_string(*on))},
                      {"同じ日の回数は `count` で書く", "how often it happened on one day, `count` says"});
    finding.related.push_back({same->place, {"一度目の場所", "the first stands here"}});
  }

  /// Nothing happens under a contract that is not made yet (the bounds the terms declare), or that has ended.
  void check_event_day(const StatedDay& day) {
    if (const StatementLineSpec* line = ontology_.event_line()) {
      const auto find = [&](std::string_view name) { return stated_date(contract_.dates, "dates", name); };
      for (const FactSpec& fact : ontology_.matter(line->events.value)->facts) {
        if (fact.name == line->stating) check_not_before(fact, day, find, findings_);
      }
    }
    const auto end = stated_date(contract_.dates, "dates", ontology_.closing_date);
    if (!end || day.value <= end->value) return;
    const std::string last = to_string(std::get<Date>(end->value));
    Finding& finding = findings_.add(
        "format/bad-value", day.place,
        {fmt::format("契約は {} に終わっている", last), fmt::format("the contract ended on {}", last)},
        {fmt::format("{} 以前でなければならない", last), fmt::format("it can only be {} or earlier", last)});
    finding.related.push_back({end->place,
                               {fmt::format("`{}` が書かれた場所", ontology_.closing_date),
                                fmt::format("`{}` stands here", ontology_.closing_date)}});
  }

  /// What an order form may price are the columns of a price table: amounts of money, item by item.
  void read_prices(const YamlNode::Entry& entry, OrderForm& form) {
    if (!demand_item(entry.key)) return;
    const Dimension* item = ontology_.item_dimension();
    MappingReader reader(entry.value, findings_);
    for (const Column& column : ontology_.columns) {
      const Matter* matter = ontology_.matter(column.matter.value);
      const bool by_item = matter != nullptr && item != nullptr && matter->has_dimension(item->name);
      if (!by_item || matter->type.kind != ValueType::Kind::money) continue;
      if (const YamlNode* price = reader.take(column.name)) read_price(*price, entry.key.text, matter->id, form);
    }
    reader.finish();
  }

  void read_price(const YamlNode& node, const std::string& item, const MatterId& charge, OrderForm& form) {
    OrderForm::Price price{item, charge, {{}, {}, node.place()}};
    const YamlNode* amount = &node;
    if (node.kind == YamlNode::Kind::mapping) {
      MappingReader reader(node, findings_);
      const Scalar per = reader.need_scalar("per");
      price.price.per = per.text;
      if (!per.text.empty() && ontology_.quantity(per.text) == nullptr) {
        std::vector<std::string_view> names;
        for (const auto& each : ontology_.quantities) names.emplace_back(each.name);
        report_unknown_name(per, "数量", "quantity", names, findings_);
        amount = nullptr;
      } else {
        amount = reader.need("price");
      }
      reader.take("price");
      reader.finish();
      if (amount == nullptr) return;
    }
    const auto yen = read_number(*amount, findings_);
    if (!yen) return;
    if (*yen < Rational{0} || !yen->is_whole()) {
      report_bad_value(amount->scalar,
                       {"価格は0以上の整数（円）でなければならない", "a price must be whole yen, zero or more"},
                       findings_);
      return;
    }
    price.price.yen = *yen;
    form.prices.push_back(std::move(price));
  }

  void read_note(const YamlNode::Entry& entry, OrderForm& form) {
    if (ontology_.matter(entry.key.text) == nullptr) return unknown_matter(entry.key);
    if (const auto text = read_scalar(entry.value, findings_)) form.notes[entry.key.text] = text->text;
  }

  void read_assumptions(const YamlNode& node) {
    MappingReader reader(node, findings_);
    for (const AssumptionSpec& spec : ontology_.assumptions) {
      const YamlNode* value = reader.take(spec.name);
      if (value == nullptr) continue;
      if (spec.type.kind == ValueType::Kind::dates) {
        auto& days = contract_.assumed_days[spec.name];
        if (value->kind != YamlNode::Kind::list) {
          findings_.add("format/wrong-kind", value->place(), {"日付の一覧が要る", "a list of dates belongs here"});
        }
        for (const YamlNode& day : value->items) {
          if (const auto date = read_date(day, findings_)) days.push_back(*date);
        }
        std::sort(days.begin(), days.end());
        continue;
      }
      if (spec.type.kind == ValueType::Kind::list) {
        read_assumed_list(reader, spec);
        continue;
      }
      const auto name = read_scalar(*value, findings_);
      if (name && demand_member(*name, spec.type.set, "値", "value")) contract_.assumed_choices[spec.name] = name->text;
    }
    reader.finish();
  }

  void read_assumed_list(MappingReader& reader, const AssumptionSpec& spec) {
    auto& names = contract_.assumed_lists[spec.name];
    for (const YamlNode& node : reader.list(spec.name)) {
      const auto name = read_scalar(node, findings_);
      if (!name || !demand_member(*name, spec.type.set, "値", "value")) continue;
      if (std::find(names.begin(), names.end(), name->text) == names.end()) names.push_back(name->text);
    }
  }

  Contract contract_;
  const Ontology& ontology_;
  const Terms& terms_;
  Findings& findings_;
};

/// 御見積書・御申込書 as rules: each stated term and each price stands against the rules of the documents.
class OrderFormRules {
 public:
  OrderFormRules(const Terms& terms, Findings& findings) : ontology_(terms.ontology), findings_(findings) {}

  std::vector<Rule> of(const Contract& contract) {
    if (!contract.order_form) return {};
    for (const OrderForm::Term& term : contract.order_form->terms) {
      add(term.matter, {}, term.value, term.place);
    }
    for (const OrderForm::Price& price : contract.order_form->prices) {
      Scalar value{price.price.yen.to_string(), price.price.place, true};
      if (!price.price.per.empty()) value.text = fmt::format("{} * {}", value.text, price.price.per);
      add(price.charge.value, price.item, value, price.price.place);
    }
    return std::move(rules_);
  }

 private:
  void add(const std::string& matter_id, const std::string& item, const Scalar& value, Place place) {
    const Matter* matter = ontology_.matter(matter_id);
    Rule rule;
    rule.matter = matter->id;
    rule.place = place;
    if (!item.empty()) set_item(rule, *matter, item);
    auto expr = read_expression(value, ontology_, matter, {}, matter->type, findings_);
    if (!expr) return;
    Alternatives body;
    body.readings.push_back({{}, std::move(*expr), {}, {}});
    rule.body = std::move(body);
    rules_.push_back(std::move(rule));
  }

  void set_item(Rule& rule, const Matter& matter, const std::string& item) const {
    rule.scope.admits[ontology_.item_dimension()->name] = {item};
    if (!ontology_.is_option(item) || !matter.of_option) return;
    rule.of_contract = false;
    rule.of_option = true;
    for (const Dimension& dimension : ontology_.dimensions) {
      if (ontology_.is_option_dimension(dimension)) rule.scope.admits[dimension.name] = {item};
    }
  }

  const Ontology& ontology_;
  Findings& findings_;
  std::vector<Rule> rules_;
};

}  // namespace

std::optional<Agreement> load_agreement(const YamlNode& root, const Terms& terms, Findings& findings) {
  const std::size_t before = findings.all().size();
  Agreement agreement;
  agreement.contract = ContractReader(terms, findings).read(root);
  agreement.order_form = OrderFormRules(terms, findings).of(agreement.contract);
  if (findings.all().size() != before) return std::nullopt;
  return agreement;
}

}  // namespace yomikae
