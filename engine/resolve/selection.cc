#include "resolve/selection.h"

#include <fmt/format.h>

#include <algorithm>

#include "resolve/exclusion.h"

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
    selection.layers.push_back({document.value, held->text.title, held, 1, nullptr});
  }
}

/// What the levels adopt but the contract is not made of: pointed to, no part of it.
void add_outside(Selection& selection) {
  for (const OverlayLevel& level : selection.channel->levels) {
    for (const Adoption& adoption : level.adoptions) {
      if (adoption.extent == Incorporation::full) continue;
      if (const HeldVersion* held = selection.terms->in_force(adoption.document, selection.day)) {
        selection.outside.push_back({held, adoption.because});
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

void rank_layers(Selection& selection) {
  std::vector<std::string> names;
  for (const Layer& layer : selection.layers) names.push_back(layer.id);
  const Precedence precedence(names, precedence_rules(selection), selection.findings);
  const std::vector<std::size_t> order = precedence.from_the_top();
  std::vector<Layer> sorted;
  for (const std::size_t index : order) {
    sorted.push_back(selection.layers[index]);
    sorted.back().rank = precedence.rank(index);
  }
  selection.before.assign(order.size(), std::vector<const PrecedenceRule*>(order.size(), nullptr));
  for (std::size_t a = 0; a < order.size(); ++a) {
    for (std::size_t b = 0; b < order.size(); ++b) {
      selection.before[a][b] = precedence.before(order[a], order[b]);
      if (sorted[a].because == nullptr && b > a) sorted[a].because = selection.before[a][b];
    }
  }
  selection.layers = std::move(sorted);
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
    return each.document == document && each.path.contains(path);
  });
  return found == excluded.end() ? nullptr : &*found;
}

Selection select(const Terms& terms, const Agreement& agreement, Date day) {
  Selection selection;
  selection.terms = &terms;
  selection.agreement = &agreement;
  selection.day = day;
  const Contract& contract = agreement.contract;
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
  selection.layers.push_back({order_form_layer, form.empty() ? "申込書" : form, nullptr, 1, nullptr});
  add_document_layers(selection);
  add_outside(selection);
  selection.excluded = resolve_exclusions(*selection.channel, terms, day, selection.findings);
  rank_layers(selection);
  return selection;
}

}  // namespace yomikae
