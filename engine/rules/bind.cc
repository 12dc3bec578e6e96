#include "rules/bind.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

bool is_number(const ValueType& type) { return type.kind == Kind::number || type.kind == Kind::money; }

/// A bare name that could be a member of any set that has it; its set is found out from what it stands beside.
bool is_open_symbol(const Expr& expr) {
  return expr.type.kind == Kind::choice && expr.type.set.empty() && std::holds_alternative<Expr::Literal>(expr.node);
}

class Binder {
 public:
  Binder(const NameScope& scope, Findings& findings) : scope_(scope), ontology_(scope.ontology), findings_(findings) {}

  void bind(Expr& expr) {
    const std::size_t before = findings_.all().size();
    std::visit([&](auto& node) { (*this)(expr, node); }, expr.node);
    if (findings_.all().size() > before) broken_.insert(&expr);
  }

  /// Reports where the type is not the one that is wanted; gives a bare name its set.
  void demand(Expr& expr, const ValueType& wanted) {
    if (failed(expr) || wanted.kind == Kind::nothing || expr.type == wanted) return;
    if (expr.type.kind == Kind::nothing) return;  // `none` fits wherever a value may be absent
    if (wanted.kind == Kind::money && expr.type.kind == Kind::number) return;
    if (wanted.kind == Kind::number && expr.type.kind == Kind::money) return wrong(expr, wanted);
    if (wanted.kind == Kind::choice && expr.type.kind == Kind::choice) {
      if (wanted.set.empty() || expr.type.set == wanted.set) return;
      if (is_open_symbol(expr)) return settle(expr, wanted.set);
    }
    if (auto* conditional = std::get_if<Expr::Conditional>(&expr.node)) {
      demand(conditional->parts[1], wanted);
      demand(conditional->parts[2], wanted);
      expr.type = wanted;
      return;
    }
    if (wanted.kind == Kind::list && expr.type.kind == Kind::list) return demand_members(expr, wanted);
    const auto* list = std::get_if<Expr::List>(&expr.node);
    if (wanted.kind == Kind::dates && list != nullptr && list->members.empty()) return;
    wrong(expr, wanted);
  }

  [[nodiscard]] bool clean() const { return clean_; }

 private:
  bool failed(const Expr& expr) const { return broken_.contains(&expr); }
  static std::vector<Expr>& members(Expr& expr) { return std::get<Expr::List>(expr.node).members; }

  void report(std::string_view rule, Place place, Message message, Message help = {}) {
    findings_.add(rule, place, std::move(message), std::move(help));
    clean_ = false;
  }

  void wrong(const Expr& expr, const ValueType& wanted) {
    broken_.insert(&expr);
    report(
        "rule/type", expr.place,
        {fmt::format("`{}` の型は {} だが、ここには {} が要る", expr.source, to_string(expr.type), to_string(wanted)),
         fmt::format("`{}` is a {}, but a {} belongs here", expr.source, to_string(expr.type), to_string(wanted))});
  }

  void settle(Expr& expr, const std::string& set_name) {
    const auto& name = std::get<Symbol>(std::get<Expr::Literal>(expr.node).value).name;
    const ChoiceSet* set = ontology_.set(set_name);
    if (set != nullptr && set->find(name) != nullptr) {
      expr.type.set = set_name;
      return;
    }
    broken_.insert(&expr);
    std::vector<std::string_view> names;
    if (set != nullptr) {
      for (const auto& choice : set->choices) names.push_back(choice.name);
    }
    report("rule/type", expr.place,
           {fmt::format("`{}` は {} の一つではない", name, set_name), fmt::format("`{}` is no {}", name, set_name)},
           nearest_help(name, names));
  }

  void demand_members(Expr& expr, const ValueType& wanted) {
    if (!std::holds_alternative<Expr::List>(expr.node)) {
      if (!wanted.set.empty() && expr.type.set != wanted.set) wrong(expr, wanted);
      return;
    }
    for (Expr& member : members(expr)) demand(member, {Kind::choice, wanted.set});
    expr.type = wanted;
  }

  void operator()(Expr& expr, Expr::Literal& literal) {
    struct TypeOf {
      ValueType operator()(const None&) const { return {}; }
      ValueType operator()(bool) const { return {Kind::boolean, {}}; }
      ValueType operator()(const Rational&) const { return {Kind::number, {}}; }
      ValueType operator()(Date) const { return {Kind::date, {}}; }
      ValueType operator()(Month) const { return {Kind::month, {}}; }
      ValueType operator()(Period) const { return {Kind::period, {}}; }
      ValueType operator()(const Symbol&) const { return {Kind::choice, {}}; }
      ValueType operator()(const SymbolList&) const { return {Kind::list, {}}; }
      ValueType operator()(const DateList&) const { return {Kind::dates, {}}; }
      ValueType operator()(const Words&) const { return {Kind::words, {}}; }
      ValueType operator()(const WordList&) const { return {Kind::words, {}}; }
    };
    expr.type = std::visit(TypeOf{}, literal.value);
  }

  void operator()(Expr& expr, Expr::Unbound& name) {
    if (auto meaning = name.bracketed ? matter_meaning(name) : meaning_of(name.name)) {
      expr.type = meaning->first;
      if (auto* matter = std::get_if<Expr::MatterValue>(&meaning->second))
        matter->arguments = std::move(name.arguments);
      expr.node = std::move(meaning->second);
      if (auto* matter = std::get_if<Expr::MatterValue>(&expr.node)) bind_arguments(*matter);
      return;
    }
    unknown(expr, name.name);
  }

  using Meaning = std::pair<ValueType, Expr::Node>;

  std::optional<Meaning> meaning_of(const std::string& name) const {
    for (const auto& [local, type] : scope_.locals) {
      if (local == name) return Meaning{type, Expr::Local{name}};
    }
    if (auto fact = fact_type(name)) return Meaning{*fact, Expr::Fact{name}};
    if (name.starts_with("assumption.")) {
      const auto* assumption = ontology_.assumption(name.substr(11));
      if (assumption != nullptr) return Meaning{assumption->type, Expr::Assumption{assumption->name}};
      return std::nullopt;
    }
    if (const Dimension* dimension = ontology_.dimension(name)) {
      return Meaning{{Kind::choice, dimension->sets.front()}, Expr::DimensionValue{name}};
    }
    if (auto matter = matter_meaning({name, {}, false})) return matter;
    for (const ChoiceSet& set : ontology_.sets) {
      if (set.find(name) != nullptr) return Meaning{{Kind::choice, {}}, Expr::Literal{Symbol{name}}};
    }
    return std::nullopt;
  }

  std::optional<ValueType> fact_type(std::string_view name) const {
    if (scope_.matter != nullptr) {
      for (const FactSpec& fact : scope_.matter->facts) {
        if (fact.name == name) return fact.type;
      }
    }
    if (name == as_of_fact || name == counting_day || ontology_.date(name) != nullptr ||
        ontology_.declaration(name) != nullptr) {
      return ValueType{Kind::date, {}};
    }
    if (name == stated_fact || name == day_named_fact) return ValueType{Kind::boolean, {}};
    if (name == option_quantity_fact || ontology_.quantity(name) != nullptr) return ValueType{Kind::number, {}};
    return std::nullopt;
  }

  std::optional<Meaning> matter_meaning(const Expr::Unbound& name) const {
    const auto question = find_question(ontology_, name.name);
    if (!question) return std::nullopt;
    const Matter& matter = *question->matter;
    const bool has_no_value = question->aspect == Question::Aspect::whole &&
                              (matter.shape == Matter::Shape::term || matter.shape == Matter::Shape::ending ||
                               matter.shape == Matter::Shape::statement);
    if (has_no_value) return std::nullopt;
    const ValueType type = question->aspect == Question::Aspect::whole ? matter.type : ValueType{Kind::date, {}};
    const auto index = static_cast<std::size_t>(&matter - ontology_.matters.data());
    return Meaning{type, Expr::MatterValue{matter.id, question->aspect, {}, index}};
  }

  void bind_arguments(Expr::MatterValue& value) {
    const Matter& matter = *ontology_.matter(value.matter.value);
    for (Expr::Argument& argument : value.arguments) {
      Expr& given = argument.value.front();
      const Dimension* meant = ontology_.dimension(argument.name);
      if (meant == nullptr || !settle_as_member(given, meant->sets)) bind(given);
      if (argument.name == counting_day) {
        demand(given, {Kind::date, {}});
        continue;
      }
      const Dimension* dimension = ontology_.dimension(argument.name);
      const bool fits_dimension =
          dimension != nullptr && (matter.has_dimension(argument.name) || matter.sum_by == argument.name ||
                                   (ontology_.is_option_dimension(*dimension) && matter.of_option));
      if (fits_dimension) {
        demand_dimension(given, *dimension);
        continue;
      }
      const auto fact = std::find_if(matter.facts.begin(), matter.facts.end(),
                                     [&](const FactSpec& each) { return each.name == argument.name; });
      if (fact == matter.facts.end()) {
        report("rule/unknown-name", argument.place,
               {fmt::format("事項 `{}` に `{}` という事実・区分はない", matter.id.value, argument.name),
                fmt::format("matter `{}` has no fact or dimension `{}`", matter.id.value, argument.name)});
        continue;
      }
      demand(given, fact->type);
    }
  }

  /// Where a member of certain sets belongs, a bare name that is one means that member, also where a fact is called so.
  bool settle_as_member(Expr& expr, const std::vector<std::string>& sets) const {
    const auto* name = std::get_if<Expr::Unbound>(&expr.node);
    if (name == nullptr || name->bracketed) return false;
    for (const std::string& set_name : sets) {
      const ChoiceSet* set = ontology_.set(set_name);
      if (set == nullptr || set->find(name->name) == nullptr) continue;
      expr.type = {Kind::choice, set_name};
      expr.node = Expr::Literal{Symbol{name->name}};
      return true;
    }
    return false;
  }

  void demand_dimension(Expr& given, const Dimension& dimension) {
    if (failed(given) || given.type.kind == Kind::nothing) return;  // `none`: of no such thing
    if (is_open_symbol(given)) {
      const auto& name = std::get<Symbol>(std::get<Expr::Literal>(given.node).value).name;
      if (ontology_.admits(dimension, name)) {
        given.type.set = dimension.sets.front();
        return;
      }
      return settle(given, dimension.sets.front());
    }
    const bool admitted = given.type.kind == Kind::choice && std::find(dimension.sets.begin(), dimension.sets.end(),
                                                                       given.type.set) != dimension.sets.end();
    if (!admitted) wrong(given, {Kind::choice, dimension.sets.front()});
  }

  void unknown(const Expr& expr, const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto& local : scope_.locals) names.emplace_back(local.first);
    if (scope_.matter != nullptr) {
      for (const auto& fact : scope_.matter->facts) names.emplace_back(fact.name);
    }
    for (const auto& date : ontology_.dates) names.emplace_back(date.name);
    for (const auto& quantity : ontology_.quantities) names.emplace_back(quantity.name);
    for (const auto& declaration : ontology_.declarations) names.emplace_back(declaration.name);
    for (const auto& dimension : ontology_.dimensions) names.emplace_back(dimension.name);
    const std::vector<std::string> questions = question_names(ontology_);
    names.insert(names.end(), questions.begin(), questions.end());
    for (const auto& set : ontology_.sets) {
      for (const auto& choice : set.choices) names.emplace_back(choice.name);
    }
    report("rule/unknown-name", expr.place,
           {fmt::format("`{}` という名前はない", name), fmt::format("nothing is called `{}`", name)},
           nearest_help(name, names));
  }

  void operator()(Expr&, Expr::Local&) {}
  void operator()(Expr&, Expr::Fact&) {}
  void operator()(Expr&, Expr::Assumption&) {}
  void operator()(Expr&, Expr::DimensionValue&) {}
  void operator()(Expr&, Expr::MatterValue&) {}

  void operator()(Expr& expr, Expr::Call& call) {
    const FunctionSpec& spec = spec_of(call.function);
    const bool repeats = spec.parameters.ends_with('+');
    const std::size_t count = spec.parameters.size() - (repeats ? 1 : 0);
    expr.type = {spec.result, {}};
    if (repeats ? call.arguments.size() < count : call.arguments.size() != count) {
      report("rule/type", expr.place,
             {fmt::format("`{}` の引数は {} 個{}", spec.name, count, repeats ? "以上" : ""),
              fmt::format("`{}` takes {}{} argument(s)", spec.name, repeats ? "at least " : "", count)});
      return;
    }
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      bind_parameter(call.arguments[i], spec.parameters[std::min(i, count - 1)]);
    }
    if (call.function == Function::first_given) {
      for (Expr& argument : call.arguments) demand(argument, {Kind::date, {}});
    }
    if (call.function == Function::billed_in) expr.type = call.arguments.front().type;
    if (call.function == Function::smaller_of || call.function == Function::larger_of) {
      const bool money = std::any_of(call.arguments.begin(), call.arguments.end(),
                                     [](const Expr& each) { return each.type.kind == Kind::money; });
      if (money) expr.type = {Kind::money, {}};
    }
  }

  void bind_parameter(Expr& argument, char parameter) {
    if (parameter == 'i' && settle_as_member(argument, {ontology_.item_set, ontology_.option_set})) return;
    if (parameter == 'q') return bind_quantity(argument);
    if (parameter == 'h' && settle_as_member(argument, {ontology_.holding_set})) return;
    bind(argument);
    if (failed(argument)) return;
    switch (parameter) {
      case 'd':
        if (argument.type.kind != Kind::month) demand(argument, {Kind::date, {}});
        return;
      case 'p': return demand(argument, {Kind::period, {}});
      case 'n': return demand(argument, {Kind::number, {}});
      case 'm': return demand(argument, {Kind::month, {}});
      case 'c': return demand(argument, {Kind::choice, {}});
      case 'b': return demand(argument, {Kind::boolean, {}});
      case 'D': return demand(argument, {Kind::dates, {}});
      case 'W': return demand(argument, {Kind::list, ontology_.weekday_set});
      case 'h': return demand(argument, {Kind::choice, ontology_.holding_set});
      case 'i': return demand_item(argument);
      case 'v':
        if (!is_number(argument.type)) wrong(argument, {Kind::number, {}});
        return;
      default:
        if (!std::holds_alternative<Expr::Fact>(argument.node)) {
          report("rule/type", argument.place,
                 {fmt::format("`{}` は契約や質問の事実ではない", argument.source),
                  fmt::format("`{}` is no fact of the contract or the question", argument.source)});
        }
    }
  }

  /// The name of something that is counted, not how many there are of it.
  void bind_quantity(Expr& argument) {
    const auto* name = std::get_if<Expr::Unbound>(&argument.node);
    if (name != nullptr && !name->bracketed && ontology_.quantity(name->name) != nullptr) {
      argument.type = {Kind::choice, {}};
      argument.node = Expr::Literal{Symbol{name->name}};
      return;
    }
    std::vector<std::string_view> names;
    for (const QuantitySpec& each : ontology_.quantities) names.emplace_back(each.name);
    const std::string& written = argument.source;
    report("rule/unknown-name", argument.place,
           {fmt::format("`{}` という数量はない", written), fmt::format("there is no quantity `{}`", written)},
           nearest_help(written, names));
  }

  /// A billed item, or an option: both are billed.
  void demand_item(Expr& argument) {
    const bool open = is_open_symbol(argument);
    const bool option =
        open && ontology_.is_option(std::get<Symbol>(std::get<Expr::Literal>(argument.node).value).name);
    if (option || argument.type.set == ontology_.option_set) return;
    demand(argument, {Kind::choice, ontology_.item_set});
  }

  void operator()(Expr& expr, Expr::Not& node) {
    bind(node.operand.front());
    demand(node.operand.front(), {Kind::boolean, {}});
    expr.type = {Kind::boolean, {}};
  }

  void operator()(Expr& expr, Expr::Negative& node) {
    bind(node.operand.front());
    if (!failed(node.operand.front()) && !is_number(node.operand.front().type)) {
      wrong(node.operand.front(), {Kind::number, {}});
    }
    expr.type = node.operand.front().type;
  }

  void operator()(Expr& expr, Expr::Binary& node) {
    Expr& left = node.operands[0];
    Expr& right = node.operands[1];
    bind(left);
    bind(right);
    expr.type = {Kind::boolean, {}};
    if (failed(left) || failed(right)) return;
    switch (node.op) {
      case Operator::both:
      case Operator::either:
        demand(left, {Kind::boolean, {}});
        demand(right, {Kind::boolean, {}});
        return;
      case Operator::in: return membership(left, right);
      case Operator::equal:
      case Operator::unequal:
      case Operator::less:
      case Operator::at_most:
      case Operator::greater:
      case Operator::at_least: return comparison(expr, node.op, left, right);
      default: return arithmetic(expr, node.op, left, right);
    }
  }

  void membership(Expr& left, Expr& right) {
    if (right.type.kind != Kind::list) return wrong(right, {Kind::list, left.type.set});
    if (left.type.kind != Kind::choice) return wrong(left, {Kind::choice, {}});
    if (is_open_symbol(left) && !right.type.set.empty()) return demand(left, {Kind::choice, right.type.set});
    demand_members(right, {Kind::list, left.type.set});
  }

  void comparison(Expr& expr, Operator op, Expr& left, Expr& right) {
    const bool ordered = op != Operator::equal && op != Operator::unequal;
    if (is_open_symbol(left)) {
      demand(left, right.type);
    } else if (is_open_symbol(right)) {
      demand(right, left.type);
    }
    if (failed(left) || failed(right)) return;
    const bool numbers = is_number(left.type) && is_number(right.type);
    const bool absent = left.type.kind == Kind::nothing || right.type.kind == Kind::nothing;
    const bool same = left.type == right.type || numbers || (absent && !ordered);
    const bool has_order = numbers || left.type.kind == Kind::date || left.type.kind == Kind::month;
    if (same && (!ordered || has_order)) return;
    mismatch(expr, op, left, right);
  }

  void arithmetic(Expr& expr, Operator op, const Expr& left, const Expr& right) {
    const bool additive = op == Operator::add || op == Operator::subtract;
    if (additive && left.type.kind == Kind::date && right.type.kind == Kind::number) {
      expr.type = left.type;
      return;
    }
    const bool money = left.type.kind == Kind::money || right.type.kind == Kind::money;
    const bool both_money = left.type.kind == Kind::money && right.type.kind == Kind::money;
    if (!is_number(left.type) || !is_number(right.type)) return mismatch(expr, op, left, right);
    if (op == Operator::multiply && both_money) return mismatch(expr, op, left, right);
    if (op == Operator::divide && right.type.kind == Kind::money && !both_money) return mismatch(expr, op, left, right);
    const bool is_ratio = op == Operator::divide && both_money;
    expr.type = {money && !is_ratio ? Kind::money : Kind::number, {}};
  }

  void mismatch(const Expr& expr, Operator op, const Expr& left, const Expr& right) {
    report("rule/type", expr.place,
           {fmt::format("{} と {} を `{}` で結べない", to_string(left.type), to_string(right.type), to_string(op)),
            fmt::format("a {} and a {} cannot be joined by `{}`", to_string(left.type), to_string(right.type),
                        to_string(op))});
  }

  void operator()(Expr& expr, Expr::Conditional& node) {
    for (Expr& part : node.parts) bind(part);
    demand(node.parts[0], {Kind::boolean, {}});
    Expr& yes = node.parts[1];
    Expr& no = node.parts[2];
    if (failed(yes) || failed(no)) return;
    if (yes.type.kind == Kind::nothing || is_open_symbol(yes)) {
      expr.type = no.type;
      demand(yes, no.type);
    } else {
      expr.type = yes.type;
      if (is_number(yes.type) && is_number(no.type)) {
        if (no.type.kind == Kind::money) expr.type = no.type;
      } else {
        demand(no, yes.type);
      }
    }
  }

  void operator()(Expr& expr, Expr::List& node) {
    for (Expr& member : node.members) bind(member);
    expr.type = {Kind::list, {}};
  }

  const NameScope& scope_;
  const Ontology& ontology_;
  Findings& findings_;
  std::set<const Expr*> broken_;  ///< reported already: nothing is concluded from them
  bool clean_ = true;
};

}  // namespace

bool bind_expression(Expr& expr, const NameScope& scope, const ValueType& expected, Findings& findings) {
  Binder binder(scope, findings);
  binder.bind(expr);
  binder.demand(expr, expected);
  return binder.clean();
}

}  // namespace yomikae
