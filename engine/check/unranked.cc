#include "check/unranked.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/provision_names.h"
#include "resolve/resolution.h"

namespace yomikae {
namespace {

/// A matter on which two texts of a channel can collide, and the rules that show it.
struct Collision {
  const Channel* channel = nullptr;
  const Offering* offering = nullptr;
  const Rule* one = nullptr;
  const Rule* other = nullptr;  ///< null for the order form, which may state anything
};

bool is_ranked(const Selection& selection, std::size_t a, std::size_t b) {
  return selection.order[a][b] != nullptr || selection.order[b][a] != nullptr;
}

/// Whether rules on a matter displace each other at all.
bool displaces(const Matter& matter) { return matter.combine != Matter::Combine::all; }

/// Whether some question falls to both rules.
bool both_speak(const Rule& a, const Rule& b) {
  if (!(a.of_contract && b.of_contract) && !(a.of_option && b.of_option)) return false;
  return meet(a.scope, b.scope);
}

/// What an order form can state of a matter, and no text leaves to it: then the two can disagree.
bool can_differ_from_order_form(const Rule& rule, const Matter& matter, const Selection& selection) {
  const bool stateable = matter.shape == Matter::Shape::value || matter.shape == Matter::Shape::part ||
                         matter.shape == Matter::Shape::deadline;
  const bool computed = matter.type.kind != ValueType::Kind::words && matter.check.empty();
  const bool shown = matter.listed == Matter::Listed::always || matter.shape == Matter::Shape::part;
  return stateable && computed && displaces(matter) && shown && rule.of_contract && !is_quoted(rule, selection);
}

class Unranked {
 public:
  explicit Unranked(const Terms& terms) : terms_(terms) {}

  void look_at(const State& state) {
    const Selection& selection = state.selection;
    for (const Matter& matter : terms_.ontology.matters) {
      const auto& rules = rules_on(matter.id, selection);
      for (const Rule* one : rules) {
        with_order_form(state, matter, *one);
        for (const Rule* other : rules) {
          const std::size_t a = selection.layer_of(*one);
          const std::size_t b = selection.layer_of(*other);
          if (a >= b || !displaces(matter) || !is_contested(selection, a, b) || !both_speak(*one, *other)) continue;
          pairs_.try_emplace({state.channel->id.value, selection.layers[a].id, selection.layers[b].id},
                             Collision{state.channel, state.offering, one, other});
        }
      }
    }
  }

  void report(Findings& findings) const {
    for (const auto& [key, found] : pairs_) {
      const auto& [channel, one, other] = key;
      Finding& finding = findings.add(
          "order/unranked", found.offering->place,
          {fmt::format("`{}` と `{}` のどちらが優先するか、どこにも定めがない（例えば「{}」で食い違い得る）", one,
                       other, label(*found.one)),
           fmt::format("nothing ranks `{}` and `{}`, which can collide on `{}`", one, other, found.one->matter.value)},
          help());
      finding.related.push_back({content_place(*found.one), {"一方の定め", "a rule of the one"}});
      finding.related.push_back({content_place(*found.other), {"他方の定め", "a rule of the other"}});
      finding.about(fmt::format("channel/{}", channel), fmt::format("{} {}", one, other));
    }
    for (const auto& [channel, found] : order_forms_) report_order_form(channel, found, findings);
  }

 private:
  using Pair = std::tuple<std::string, std::string, std::string>;

  [[nodiscard]] std::string label(const Rule& rule) const { return terms_.ontology.matter(rule.matter.value)->label; }

  static Message help() {
    return {
        "順位を定める条項があれば `precedence: [{ at, order }]` に、なければチャネルの `precedence` に理由とともに書く",
        "name the provision that ranks them under `precedence`, or rank them in the channel with the reason"};
  }

  /// Terms of their own for an option are ranked for that option.
  static bool is_contested(const Selection& selection, std::size_t a, std::size_t b) {
    if (a >= selection.layers.size() || b >= selection.layers.size() || is_ranked(selection, a, b)) return false;
    return selection.layers[a].options.empty() && selection.layers[b].options.empty();
  }

  void with_order_form(const State& state, const Matter& matter, const Rule& rule) {
    const Selection& selection = state.selection;
    const auto form = std::find_if(selection.layers.begin(), selection.layers.end(),
                                   [](const Layer& each) { return each.held == nullptr; });
    const auto at = static_cast<std::size_t>(form - selection.layers.begin());
    const std::size_t layer = selection.layer_of(rule);
    if (!is_contested(selection, at, layer) || !can_differ_from_order_form(rule, matter, selection)) return;
    auto& [found, documents] = order_forms_[state.channel->id.value];
    const auto is_part = [&](const Rule& each) {
      return terms_.ontology.matter(each.matter.value)->shape == Matter::Shape::part;
    };
    const bool telling = found.one == nullptr || (is_part(rule) && !is_part(*found.one));  // a term says most
    if (telling) found = {state.channel, state.offering, &rule, nullptr};
    documents.insert(rule.document.value);
  }

  void report_order_form(const std::string& channel, const std::pair<Collision, std::set<std::string>>& with,
                         Findings& findings) const {
    const auto& [found, documents] = with;
    std::string names;
    for (const std::string& each : documents) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", each);
    const std::string& form = found.channel->order_form_name;
    Finding& finding = findings.add(
        "order/unranked", found.offering->place,
        {fmt::format("{}と {} のどちらが優先するか、どこにも定めがない（例えば「{}」で食い違い得る）",
                     form.empty() ? "申込書" : form, names, label(*found.one)),
         fmt::format("nothing ranks the order form and {}, which can collide on `{}`", names, found.one->matter.value)},
        help());
    finding.related.push_back(
        {content_place(*found.one), {"申込書が異なることを書き得る定め", "a rule an order form can differ from"}});
    finding.about(fmt::format("channel/{}", channel), order_form_layer);
  }

  const Terms& terms_;
  std::map<Pair, Collision> pairs_;
  std::map<std::string, std::pair<Collision, std::set<std::string>>> order_forms_;
};

/// What ranks the layers of a contract, whatever it ranks them for.
std::vector<const PrecedenceRule*> orders_of(const State& state) {
  std::vector<const PrecedenceRule*> orders;
  for (const Layer& layer : state.selection.layers) {
    if (layer.held == nullptr) continue;
    for (const PrecedenceRule& each : layer.held->rules.precedence) orders.push_back(&each);
  }
  for (const PrecedenceRule& each : state.channel->precedence) orders.push_back(&each);
  return orders;
}

bool names(const PrecedenceRule& order, const std::string& document) {
  return std::any_of(order.order.begin(), order.order.end(),
                     [&](const auto& rank) { return std::find(rank.begin(), rank.end(), document) != rank.end(); });
}

/// A document a text puts before some provision, and no order of precedence knows: its rank against the rest is open.
void find_unranked_references(const State& state, const Terms& terms, Findings& findings) {
  const std::vector<const PrecedenceRule*> orders = orders_of(state);
  for (const Layer& layer : state.selection.layers) {
    if (layer.held == nullptr) continue;
    for (const Rule& rule : layer.held->rules.rules) {
      const auto* left = std::get_if<LeftTo>(&rule.body);
      if (left == nullptr || rule.notwithstanding.empty() || rule.kind == Rule::Kind::pointer) continue;
      const std::string& document = left->document.value;
      if (std::any_of(orders.begin(), orders.end(), [&](const auto* each) { return names(*each, document); })) continue;
      Finding& finding = findings.add(
          "order/unranked", rule.place,
          {fmt::format("「{}」は他の定めに優先するとされるが、文書の順位の定めに現れず、{}などとの優劣が分からない",
                       terms.title_of(left->document),
                       state.channel->order_form_name.empty() ? "申込書" : state.channel->order_form_name),
           fmt::format("`{}` is put before another provision, and no order of precedence ranks it against the order "
                       "form and the rest",
                       document)},
          {"順位の定めに加えるか、どの文書に優先するのかを `open-points` に書く",
           "name it in the order of precedence, or say under `open-points` what it goes before"});
      for (const PrecedenceRule* each : orders) {
        if (each->document == rule.document) {
          finding.related.push_back({each->place, {"順位を定める条項", "what ranks the others"}});
        }
      }
      finding.about(address_of(rule), document);
    }
  }
}

}  // namespace

void find_unranked(const Checked& checked, Findings& findings) {
  Unranked unranked(checked.terms);
  for (const State& state : checked.states) {
    if (!state.complete()) continue;
    unranked.look_at(state);
    find_unranked_references(state, checked.terms, findings);
  }
  unranked.report(findings);
}

}  // namespace yomikae
