#include "resolve/selection.h"

#include <fmt/format.h>

#include <algorithm>

#include "resolve/exclusion.h"
#include "resolve/wording.h"

namespace yomikae {
namespace {

void report_gap(const DocumentId& document, const HeldVersion* other, Selection& selection) {
  const std::string day = to_string(selection.day);
  const std::string held_ja =
      other == nullptr ? "保有する版はない" : fmt::format("保有する版は {} 以降", to_string(other->text.from));
  const std::string held_en =
      other == nullptr ? "no version is held" : fmt::format("what is held begins on {}", to_string(other->text.from));
  selection.findings.add("version/none-in-force", selection.contract().place_of("service"),
                         {fmt::format("{} に施行されている `{}` の版を保有していない", day, document.value),
                          fmt::format("no version of `{}` in force on {} is held", document.value, day)},
                         {held_ja, held_en});
  selection.missing.push_back(document);
}

void add_document_layers(Selection& selection) {
  for (const DocumentId& document : selection.offering->layers) {
    const HeldVersion* held = selection.terms->in_force(document, selection.day);
    if (held == nullptr) {
      report_gap(document, selection.terms->newest(document), selection);
      continue;
    }
    selection.layers.push_back({document.value, held->text.title, held});
  }
  for (const SubTerms& terms : selection.channel->sub_terms) {
    const HeldVersion* held = selection.terms->in_force(terms.document, selection.day);
    if (held == nullptr) continue;
    const auto same = std::find_if(selection.layers.begin(), selection.layers.end(),
                                   [&](const Layer& each) { return each.id == terms.document.value; });
    if (same == selection.layers.end()) {
      selection.layers.push_back({terms.document.value, held->text.title, held, 1, nullptr, {terms.option}});
    } else if (!same->options.empty()) {
      same->options.push_back(terms.option);
    }  // else a text of the whole contract, which goes first for that option
  }
}

/// What is put in the place of a provision, or beside it, in the documents in force.
void add_amendments(Selection& selection) {
  using How = ExcludedProvision::How;
  for (const OverlayLevel& level : selection.channel->levels) {
    for (const Amendment& amendment : level.amendments) {
      const HeldVersion* held = selection.terms->in_force(amendment.document, selection.day);
      if (held == nullptr) continue;  // the gap itself is reported where the layers are chosen
      selection.amendments.push_back(&amendment);
      const How how = amendment.rules == Amendment::Rules::stay ? How::only_reworded : How::replaced;
      selection.excluded.push_back({amendment.document, amendment.path, amendment.at, how, amendment.level});
    }
  }
}

/// What the levels adopt but the contract is not made of: pointed to, no part of it.
void add_outside(Selection& selection) {
  for (const OverlayLevel& level : selection.channel->levels) {
    for (const Adoption& adoption : level.adoptions) {
      if (adoption.extent == Incorporation::full) continue;
      const bool own = level.channel == selection.channel->id;  // what another channel sells is no service of this one
      if (own && !adoption.concerns(selection.offering->service)) continue;
      if (const HeldVersion* held = selection.terms->in_force(adoption.document, selection.day)) {
        selection.outside.push_back({held, adoption.because, adoption.extent});
      }
    }
  }
}

std::vector<const PrecedenceRule*> precedence_rules(const Selection& selection) {
  std::vector<const PrecedenceRule*> rules;
  for (const Layer& layer : selection.layers) {
    if (layer.held == nullptr) continue;
    for (const PrecedenceRule& rule : layer.held->rules.precedence) {
      if (selection.exclusion_of(rule.document, rule.at.path) == nullptr) rules.push_back(&rule);
    }
  }
  for (const PrecedenceRule& rule : selection.channel->precedence) rules.push_back(&rule);
  return rules;
}

/// Terms of their own go before every other document on their option, by the provision that says so.
std::vector<PrecedenceRule> sub_terms_orders(const Selection& selection) {
  std::vector<PrecedenceRule> rules;
  const Dimension* option = selection.ontology().option_dimension();
  for (const SubTerms& terms : selection.channel->sub_terms) {
    PrecedenceRule rule;
    rule.document = terms.because.document;
    if (terms.because.provision) rule.at = *terms.because.provision;
    rule.order = {{terms.document.value}, {}};
    for (const Layer& layer : selection.layers) {
      if (layer.held != nullptr && layer.id != terms.document.value) rule.order.back().push_back(layer.id);
    }
    if (option != nullptr) rule.scope.admits[option->name] = {terms.option};
    rule.place = terms.place;
    rules.push_back(std::move(rule));
  }
  return rules;
}

Order order_by(const std::vector<std::string>& names, const std::vector<const PrecedenceRule*>& rules,
               const std::vector<std::size_t>& sorted, Findings& findings) {
  const Precedence precedence(names, rules, findings);
  Order order(sorted.size(), std::vector<const PrecedenceRule*>(sorted.size(), nullptr));
  for (std::size_t a = 0; a < sorted.size(); ++a) {
    for (std::size_t b = 0; b < sorted.size(); ++b) order[a][b] = precedence.before(sorted[a], sorted[b]);
  }
  return order;
}

void rank_layers(Selection& selection) {
  std::vector<std::string> names;
  for (const Layer& layer : selection.layers) names.push_back(layer.id);
  std::vector<const PrecedenceRule*> general;
  std::vector<std::pair<Scope, std::vector<const PrecedenceRule*>>> scoped;
  const auto sort_in = [&](const PrecedenceRule* rule) {
    if (rule->scope.admits.empty()) return general.push_back(rule);
    const auto same = std::find_if(scoped.begin(), scoped.end(),
                                   [&](const auto& each) { return each.first.admits == rule->scope.admits; });
    same == scoped.end() ? scoped.push_back({rule->scope, {rule}}) : same->second.push_back(rule);
  };
  for (const PrecedenceRule* rule : precedence_rules(selection)) sort_in(rule);
  selection.sub_terms_orders = sub_terms_orders(selection);
  for (const PrecedenceRule& rule : selection.sub_terms_orders) sort_in(&rule);

  const Precedence precedence(names, general, selection.findings);
  const std::vector<std::size_t> sorted = precedence.from_the_top();
  std::vector<Layer> layers;
  for (const std::size_t index : sorted) {
    layers.push_back(selection.layers[index]);
    layers.back().rank = precedence.rank(index);
  }
  selection.layers = std::move(layers);
  Findings repeated;  // a circle in the general order was reported above
  selection.order = order_by(names, general, sorted, repeated);
  for (std::size_t a = 0; a < sorted.size(); ++a) {
    for (std::size_t b = a + 1; b < sorted.size(); ++b) {
      if (selection.layers[a].because == nullptr) selection.layers[a].because = selection.order[a][b];
    }
  }
  for (const auto& [scope, rules] : scoped) {
    selection.scoped_orders.push_back({scope, order_by(names, rules, sorted, selection.findings)});
  }
}

Dimensions fixed_dimensions(const Contract& contract, const Ontology& ontology) {
  Dimensions dimensions = contract.dimensions;
  for (const Dimension& dimension : ontology.dimensions) {
    if (!dimension.fallback.empty()) dimensions.try_emplace(dimension.name, dimension.fallback);
  }
  return dimensions;
}

/// Excluded provisions are gone, and so are pointers.
void index_rules(Selection& selection) {
  for (const Layer& layer : selection.layers) {
    const std::vector<Rule>& book = layer.held == nullptr ? selection.agreement->order_form : layer.held->rules.rules;
    for (const Rule& rule : book) {
      if (rule.kind != Rule::Kind::candidate) continue;
      if (layer.held != nullptr && selection.exclusion_of(rule.document, rule.at.path) != nullptr) continue;
      selection.candidates.add(rule);
    }
  }
}

}  // namespace

std::size_t Selection::layer_of(const Rule& rule) const {
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (rule.document.empty() ? layers[i].held == nullptr
                              : layers[i].held != nullptr && layers[i].held->text.document == rule.document) {
      return i;
    }
  }
  return layers.size();
}

const ExcludedProvision* Selection::exclusion_of(const DocumentId& document, const ProvisionPath& path) const {
  const auto found = std::find_if(excluded.begin(), excluded.end(), [&](const ExcludedProvision& each) {
    const bool rules_stay = each.how == ExcludedProvision::How::only_reworded;
    return !rules_stay && each.document == document && each.path.contains(path);
  });
  return found == excluded.end() ? nullptr : &*found;
}

const ExcludedProvision* Selection::displaced_words(const DocumentId& document, const ProvisionPath& path) const {
  const auto found = std::find_if(excluded.begin(), excluded.end(), [&](const ExcludedProvision& each) {
    return each.how != ExcludedProvision::How::excluded && each.document == document && each.path.contains(path);
  });
  return found == excluded.end() ? nullptr : &*found;
}

const PrecedenceRule* Selection::before(std::size_t a, std::size_t b, const Dimensions& dimensions) const {
  if (scoped_orders.empty()) return order[a][b];
  std::vector<const ScopedOrder*> ranking;
  for (const ScopedOrder& each : scoped_orders) {
    if (each.ranks(a, b) && admits(each.scope, dimensions)) ranking.push_back(&each);
  }
  if (ranking.empty()) return order[a][b];
  const auto narrower_exists = [&](const ScopedOrder* wider) {
    return std::any_of(ranking.begin(), ranking.end(), [&](const ScopedOrder* each) {
      return compare_scopes(each->scope, wider->scope) == ScopeOrder::narrower;
    });
  };
  const PrecedenceRule* because = nullptr;
  for (const ScopedOrder* each : ranking) {
    if (narrower_exists(each)) continue;
    if (each->before[a][b] == nullptr) return nullptr;
    if (because == nullptr) because = each->before[a][b];
  }
  return because;
}

Selection select(const Terms& terms, const Agreement& agreement, Date day) {
  Selection selection;
  selection.terms = &terms;
  selection.agreement = &agreement;
  selection.day = day;
  const Contract& contract = agreement.contract;
  selection.fixed = fixed_dimensions(contract, terms.ontology);
  selection.channel = terms.channel(contract.channel, day);
  if (selection.channel == nullptr) {
    selection.channel = terms.newest_channel(contract.channel);
    selection.findings.add(
        "version/none-in-force", contract.place_of("channel"),
        {fmt::format("{} のチャネル `{}` の定めを保有していない", to_string(day), contract.channel.value),
         fmt::format("the channel `{}` is not held for {}", contract.channel.value, to_string(day))},
        {fmt::format("保有するのは {} 以降", to_string(selection.channel->from)),
         fmt::format("what is held begins on {}", to_string(selection.channel->from))});
  }
  selection.offering = selection.channel->offering(contract.service);
  const std::string& form = selection.channel->order_form_name;
  selection.layers.push_back({order_form_layer, form.empty() ? "申込書" : form});
  add_document_layers(selection);
  add_outside(selection);
  selection.excluded = resolve_exclusions(*selection.channel, terms, day, selection.findings);
  add_amendments(selection);
  rank_layers(selection);
  selection.renamings = renamings(selection);
  index_rules(selection);
  return selection;
}

}  // namespace yomikae
