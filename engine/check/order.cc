#include "check/order.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/cases.h"
#include "check/provision_names.h"
#include "check/unranked.h"

namespace yomikae {
namespace {

/// Whether a channel has something from the one it extends.
bool is_inherited(Place place, const Channel& channel, const Terms& terms) {
  if (!channel.extends) return false;
  return std::any_of(terms.channels.begin(), terms.channels.end(), [&](const Channel& base) {
    const auto here = [&](const auto& each) { return each.place == place; };
    return base.id == *channel.extends && (std::any_of(base.precedence.begin(), base.precedence.end(), here) ||
                                           std::any_of(base.sub_terms.begin(), base.sub_terms.end(), here));
  });
}

/// An order of precedence and the channel in which it holds.
struct Stated {
  const PrecedenceRule* rule = nullptr;
  const Channel* channel = nullptr;

  [[nodiscard]] std::string address() const {
    return rule->document.empty() ? fmt::format("channel/{}", channel->id.value) : address_of(*rule);
  }
  [[nodiscard]] std::string name(const Terms& terms) const {
    return rule->document.empty() ? fmt::format("チャネル `{}` の `precedence`", channel->id.value)
                                  : provision_name(*rule, terms);
  }
};

/// What orders the layers of a state: provisions that are not excluded, and the channel itself.
std::vector<Stated> orders_in(const State& state) {
  std::vector<Stated> orders;
  for (const Layer& layer : state.selection.layers) {
    if (layer.held == nullptr) continue;
    for (const PrecedenceRule& each : layer.held->rules.precedence) {
      const bool there = state.selection.exclusion_of(each.document, each.at.path) == nullptr;
      if (there) orders.push_back({&each, state.channel});
    }
  }
  for (const PrecedenceRule& each : state.channel->precedence) orders.push_back({&each, state.channel});
  return orders;
}

using Ranked = std::set<std::pair<std::string, std::string>>;

/// The pairs of layers an order ranks by its own words, the higher first.
Ranked pairs_of(const PrecedenceRule& rule, const Selection& selection) {
  const auto is_layer = [&](const std::string& name) {
    return std::any_of(selection.layers.begin(), selection.layers.end(),
                       [&](const Layer& each) { return each.id == name; });
  };
  Ranked pairs;
  for (std::size_t high = 0; high < rule.order.size(); ++high) {
    for (std::size_t low = high + 1; low < rule.order.size(); ++low) {
      for (const std::string& above : rule.order[high]) {
        for (const std::string& below : rule.order[low]) {
          if (is_layer(above) && is_layer(below)) pairs.insert({above, below});
        }
      }
    }
  }
  return pairs;
}

void report_twice(const Stated& first, const Stated& second, const std::pair<std::string, std::string>& pair,
                  const Terms& terms, Findings& findings) {
  Finding& finding = findings.add(
      "order/stated-twice", second.rule->place,
      {fmt::format("`{}` が `{}` に優先することは{}も定めている", pair.first, pair.second, first.name(terms)),
       fmt::format("`{}` goes before `{}` by `{}` already", pair.first, pair.second, first.address())},
      {"一方を消すか、両方を残すなら了承する", "take one of them away, or accept that both stay"});
  finding.related.push_back({first.rule->place, {"先の順位の定め", "the other order"}});
  finding.about(second.address(), fmt::format("{} {}", pair.first, pair.second));
}

void report_contradiction(const Stated& first, const Stated& second, const std::pair<std::string, std::string>& pair,
                          const Terms& terms, Findings& findings) {
  Finding& finding =
      findings.add("order/contradictory", second.rule->place,
                   {fmt::format("`{}` と `{}` の順位が{}と逆で、どちらの `scope` にも当たる場合の順位が決まらない",
                                pair.first, pair.second, first.name(terms)),
                    fmt::format("`{}` and `{}` are ranked the other way by `{}`, and neither scope is the narrower",
                                pair.first, pair.second, first.address())},
                   {"一方の `scope` を他方の中に収めるか、両方に当たる場合の順位を別に定める",
                    "put one scope inside the other, or rank the questions that fall under both"});
  finding.related.push_back({first.rule->place, {"逆の順位の定め", "the other order"}});
  finding.about(second.address(), fmt::format("{} {}", pair.first, pair.second));
}

/// An order that says no more than an earlier one is stated twice; one that says more restates it to go on from there.
void compare_orders(const State& state, const Terms& terms, Findings& findings) {
  std::vector<Stated> orders = orders_in(state);
  std::stable_sort(orders.begin(), orders.end(),
                   [](const Stated& a, const Stated& b) { return a.rule->place < b.rule->place; });
  for (std::size_t later = 0; later < orders.size(); ++later) {
    const Ranked ranked = pairs_of(*orders[later].rule, state.selection);
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const Scope& scope = orders[earlier].rule->scope;
      const Scope& other_scope = orders[later].rule->scope;
      const Ranked before = pairs_of(*orders[earlier].rule, state.selection);
      const bool all_said = !ranked.empty() && scope.admits == other_scope.admits &&
                            std::includes(before.begin(), before.end(), ranked.begin(), ranked.end());
      if (all_said) report_twice(orders[earlier], orders[later], *ranked.begin(), terms, findings);
      const auto against = std::find_if(ranked.begin(), ranked.end(), [&](const auto& pair) {
        return before.contains({pair.second, pair.first});
      });
      const bool undecided = against != ranked.end() && meet(scope, other_scope) &&
                             compare_scopes(scope, other_scope) == ScopeOrder::overlap;
      if (undecided) report_contradiction(orders[earlier], orders[later], *against, terms, findings);
    }
  }
}

/// Whether a service has a text among those that make its contract, for an option at least.
bool is_layer(const std::string& name, const Channel& channel, const Offering& offering) {
  if (name == order_form_layer) return true;
  const bool listed = std::any_of(offering.layers.begin(), offering.layers.end(),
                                  [&](const DocumentId& each) { return each.value == name; });
  return listed || std::any_of(channel.sub_terms.begin(), channel.sub_terms.end(),
                               [&](const SubTerms& each) { return each.document.value == name; });
}

/// Whether a text of the contract leaves something to a document by name: then that can be ranked too.
bool is_left_to(const std::string& name, const State& state) {
  return std::any_of(state.selection.layers.begin(), state.selection.layers.end(), [&](const Layer& layer) {
    if (layer.held == nullptr) return false;
    const auto& rules = layer.held->rules.rules;
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
      const auto* left = std::get_if<LeftTo>(&rule.body);
      return left != nullptr && left->document.value == name;
    });
  });
}

/// What an order ranks and no contract in which it holds is made of.
class StrayNames {
 public:
  void look_at(const State& state) {
    for (const Stated& order : orders_in(state)) {
      for (const auto& rank : order.rule->order) {
        for (const std::string& name : rank) {
          Use& use = uses_[{order.rule, name}];
          if (use.order.rule == nullptr) use.order = order;
          use.is_layer = use.is_layer || is_layer(name, *state.channel, *state.offering) || is_left_to(name, state);
        }
      }
    }
  }

  void report(const Terms& terms, Findings& findings) const {
    for (const auto& [key, use] : uses_) {
      const PrecedenceRule& rule = *key.first;
      if (use.is_layer || is_inherited(rule.place, *use.order.channel, terms)) continue;
      findings
          .add("order/no-layer", rule.place,
               {fmt::format("`{}` は、この順位が及ぶどの契約の文書（`layers`）でもない", key.second),
                fmt::format("`{}` is no layer of any contract for which this order holds", key.second)},
               {"`layers` に加えるか、名前を直すか、順位から外す",
                "add it to `layers`, correct the name, or leave it out"})
          .about(use.order.address(), key.second);
    }
  }

 private:
  struct Use {
    Stated order;
    bool is_layer = false;
  };
  std::map<std::pair<const PrecedenceRule*, std::string>, Use> uses_;
};

/// Terms of their own that change nothing: for an option nobody sells, or of which only the title is known.
void check_sub_terms(const Channel& channel, const std::set<std::string>& sold, const Terms& terms,
                     Findings& findings) {
  for (const SubTerms& each : channel.sub_terms) {
    if (is_inherited(each.place, channel, terms)) continue;
    const KnownDocument* known = terms.known_document(each.document);
    const bool blank = terms.newest(each.document) == nullptr && (known == nullptr || known->governs.empty());
    const bool unsold = !sold.contains(each.option);
    if (!blank && !unsold) continue;
    Message message{
        fmt::format("オプション `{}` は提供されていないので、「{}」の優先は意味を持たない", each.option, each.title),
        fmt::format("the option `{}` is not sold, that `{}` goes before means nothing", each.option,
                    each.document.value)};
    Message help{"提供するなら `catalogue` に書き、しないなら `sub-terms` から外す",
                 "write it into the `catalogue` where it is sold, else leave it out of `sub-terms`"};
    if (!unsold) {
      message = {fmt::format("「{}」は保有されず、何を定めるかもどこにも書かれていない", each.title),
                 fmt::format("`{}` is not held, and nothing says what it governs", each.document.value)};
      help = {"`kind: known-documents` に `governs` とともに挙げるか、文書を加える",
              "declare it in a file of `kind: known-documents` with what it `governs`, or add the document"};
    }
    findings.add("order/idle-sub-terms", each.place, std::move(message), std::move(help))
        .about(fmt::format("channel/{}", channel.id.value), each.option);
  }
}

}  // namespace

void check_order(const Checked& checked, Findings& findings) {
  find_unranked(checked, findings);
  StrayNames stray;
  std::map<const Channel*, std::set<std::string>> sold;
  for (const State& state : checked.states) {
    if (!state.complete()) continue;
    compare_orders(state, checked.terms, findings);
    stray.look_at(state);
    if (state.channel->sub_terms.empty()) continue;
    for (const std::string& option : options_sold(state)) sold[state.channel].insert(option);
  }
  stray.report(checked.terms, findings);
  for (const auto& [channel, options] : sold) check_sub_terms(*channel, options, checked.terms, findings);
}

}  // namespace yomikae
