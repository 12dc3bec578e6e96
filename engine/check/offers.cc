#include "check/offers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "check/rule_subject.h"
#include "check/satisfiable.h"

namespace yomikae {
namespace {

constexpr std::string_view not_offered = "catalogue/not-offered";
constexpr std::string_view not_held = "prerequisite/not-held";

bool names(const Rule& rule, const std::string& option, const Ontology& ontology) {
  const auto& options = options_of(rule, ontology);
  return std::find(options.begin(), options.end(), option) != options.end();
}

/// Whether a boolean rule says yes whatever the facts.
bool says_yes(const Rule& rule) {
  const auto* body = std::get_if<Alternatives>(&rule.body);
  if (body == nullptr) return false;
  const auto* literal = std::get_if<Expr::Literal>(&body->readings.front().value.node);
  const auto* yes = literal == nullptr ? nullptr : std::get_if<bool>(&literal->value);
  return yes == nullptr || *yes;
}

/// Options that one rule, or the rows of one list, offer together.
struct OfferGroup {
  std::string of;  ///< where they are offered
  std::map<std::string, const Rule*> options;
};

/// A rule that holds in a state, with what it is about.
struct Standing {
  const Rule* rule = nullptr;
  const Matter* matter = nullptr;
  bool priced = false;
  [[nodiscard]] bool requires_for(std::string_view finding) const { return matter->check == finding; }
};

/// What is sold in one state, and what its texts say of it.
class Offers {
 public:
  Offers(const Checked& checked, const State& state, Findings& findings)
      : ontology_(checked.terms.ontology), state_(state), findings_(findings) {
    for (const Layer& layer : state.selection.layers) {
      if (layer.held == nullptr) continue;
      for (const Rule& rule : layer.held->rules.rules) {
        if (const Matter* matter = ontology_.matter(rule.matter.value); matter != nullptr && stands(rule))
          rules_.push_back({&rule, matter, prices(rule, ontology_)});
      }
    }
    gather();
  }

  void check() {
    for (const OfferGroup& group : groups_) {
      check_described(group);
      check_priced(group);
    }
    check_requirements();
  }

  [[nodiscard]] const std::set<std::string>& offered() const { return offered_; }

 private:
  /// Whether a rule is part of contracts in this state: not excluded, and for this service.
  [[nodiscard]] bool stands(const Rule& rule) const {
    if (state_.selection.exclusion_of(rule.document, rule.at.path) != nullptr) return false;
    const auto& services = admitted(rule, "service");
    return services.empty() ||
           std::find(services.begin(), services.end(), state_.offering->service.value) != services.end();
  }

  /// What the highest layer that lists anything offers: below it others offer what is sold elsewhere.
  void gather() {
    std::map<std::string, OfferGroup> groups;
    const DocumentId* lists = nullptr;
    for (const Layer& layer : state_.selection.layers) {
      for (const Standing& each : rules_) {
        const Rule* rule = each.rule;
        if (layer.held == nullptr || rule->document != layer.held->text.document) continue;
        if (!each.requires_for(not_offered) || !says_yes(*rule)) continue;
        if (lists != nullptr && *lists != rule->document) continue;
        for (const std::string& option : options_of(*rule, ontology_)) {
          lists = &rule->document;
          offered_.insert(option);
          const bool row = !rule->at.path.item.empty();
          const std::string key = row ? to_string(rule->at.path.parent()) : std::to_string(rule->index);
          groups[key].options.try_emplace(option, rule);
        }
      }
      if (lists != nullptr) break;
    }
    for (auto& [key, group] : groups) groups_.push_back(std::move(group));
  }

  [[nodiscard]] std::string label(const std::string& option) const {
    return ontology_.label_of(ontology_.option_set, option);
  }

  /// Whether something but its price, its being offered and what is asked of it is laid down for an option.
  [[nodiscard]] bool described(const std::string& option) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const Standing& each) { return describes(each, option); });
  }

  /// A word on the option at a provision of its own: a list of many in one rule describes none of them.
  [[nodiscard]] bool describes(const Standing& each, const std::string& option) const {
    return each.matter->check.empty() && !each.priced && each.rule->kind == Rule::Kind::candidate &&
           each.matter->type.kind == ValueType::Kind::words && names(*each.rule, option, ontology_);
  }

  [[nodiscard]] bool spoken_of(const std::string& option, const Rule& offer) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](const Standing& each) {
      return each.rule != &offer && !each.requires_for(not_offered) && names(*each.rule, option, ontology_);
    });
  }

  [[nodiscard]] const Rule* price_of(const std::string& option) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Standing& each) {
      if (!each.priced) return false;
      const auto scope = each.rule->scope.admits.find(ontology_.option_dimension()->name);
      if (scope == each.rule->scope.admits.end()) return false;
      return scope->second.empty() || names(*each.rule, option, ontology_);  // `any`
    });
    return found == rules_.end() ? nullptr : found->rule;
  }

  Finding& add(std::string_view rule, const Rule& at, const std::string& option, Message message, Message help) {
    return findings_.add(rule, at.at_place, std::move(message), std::move(help))
        .about(fmt::format("{}#{}", at.document.value, to_string(at.at.path)), option);
  }

  void check_described(const OfferGroup& group) {
    std::size_t count = 0;
    for (const auto& [option, offer] : group.options) count += described(option) ? 1U : 0U;
    for (const auto& [option, offer] : group.options) {
      if (!spoken_of(option, *offer)) {
        add("offer/without-terms", *offer, option,
            {fmt::format("「{}」を提供するとあるが、どの文書にもその定めがない", label(option)),
             fmt::format("`{}` is offered, and no document says anything of it", option)},
            {"内容・最低利用期間・料金を定めるか、見積書・申込書がそれを定めることを書く",
             "lay down what it is, its term and its price, or say that the order form does"});
      } else if (count * 2 > group.options.size() && !described(option)) {
        add("offer/undescribed", *price_or(option, *offer), option,
            {fmt::format("「{}」には提供と料金の定めがあるが、内容の定めがない", label(option)),
             fmt::format("`{}` is offered and priced, and nothing says what it is", option)},
            {"共に提供される他のオプションと同じように、内容を定める条項を挙げる",
             "name the provision that describes it, as for the others offered with it"});
      }
    }
  }

  [[nodiscard]] const Rule* price_or(const std::string& option, const Rule& offer) const {
    const Rule* price = price_of(option);
    return price == nullptr || !names(*price, option, ontology_) ? &offer : price;
  }

  void check_priced(const OfferGroup& group) {
    const bool any = std::any_of(rules_.begin(), rules_.end(),
                                 [](const Standing& each) { return each.priced && each.rule->of_option; });
    if (!any) return;  // terms that price no option at all
    for (const auto& [option, offer] : group.options) {
      if (price_of(option) != nullptr || !spoken_of(option, *offer)) continue;
      const Rule* at = description_of(option);
      add("price/missing", at == nullptr ? *offer : *at, option,
          {fmt::format("「{}」は提供されるが、料金の定めがない", label(option)),
           fmt::format("`{}` is offered, and nothing prices it", option)},
          {fmt::format("`prices:` に行を書く（額が別に示されるなら `quoted`。書かれていない額は0円ではない）: "
                       "- {{ at: …, item: {}, initial: …, monthly: … }}",
                       option),
           fmt::format("a row under `prices:`, `quoted` where the amount is shown apart (nothing printed is not 0): "
                       "- {{ at: …, item: {}, initial: …, monthly: … }}",
                       option)})
          .related.push_back({offer->at_place, {"提供の定め", "where it is offered"}});
    }
  }

  [[nodiscard]] const Rule* description_of(const std::string& option) const {
    const auto found =
        std::find_if(rules_.begin(), rules_.end(), [&](const Standing& each) { return describes(each, option); });
    return found == rules_.end() ? nullptr : found->rule;
  }

  /// Requirements nobody can meet with what is sold, and options that need each other.
  void check_requirements() {
    std::map<std::string, std::map<std::string, const Rule*>> needs;
    for (const Standing& each : rules_) {
      const Rule* rule = each.rule;
      const auto* body = std::get_if<Alternatives>(&rule->body);
      if (!each.requires_for(not_held) || body == nullptr) continue;
      const Expr& that = body->readings.front().value;
      for (const std::string& option : options_of(*rule, ontology_)) {
        if (!offered_.contains(option)) continue;
        if (!can_hold(that, {ontology_, state_.offering->service.value, offered_}))
          report_not_sold(*rule, option, that);
        for (const std::string& needed : options_in(that, ontology_)) {
          std::set<std::string> others = offered_;
          others.erase(needed);
          if (!can_hold(that, {ontology_, state_.offering->service.value, others})) needs[option][needed] = rule;
        }
      }
    }
    for (const auto& [option, needed] : needs) report_circle(option, needs);
  }

  void report_not_sold(const Rule& rule, const std::string& option, const Expr& that) {
    std::string missing;
    for (const std::string& needed : options_in(that, ontology_)) {
      if (!offered_.contains(needed)) missing += fmt::format("{}「{}」", missing.empty() ? "" : "・", label(needed));
    }
    if (missing.empty()) return;
    add("offer/prerequisite-not-sold", rule, option,
        {fmt::format("「{}」の要件である{}は、「{}」で提供されない", label(option), missing, state_.offering->name),
         fmt::format("`{}` needs {}, which is not sold with `{}`", option, missing, state_.offering->service.value)},
        {"要件を除外するか、前提となるオプションも提供する", "exclude the requirement, or sell what it asks for"});
  }

  void report_circle(const std::string& option,
                     const std::map<std::string, std::map<std::string, const Rule*>>& needs) {
    std::vector<std::string> path{option};
    std::set<std::string> seen;
    while (seen.insert(path.back()).second) {
      const auto next = needs.find(path.back());
      if (next == needs.end()) return;
      path.push_back(next->second.begin()->first);
    }
    // Reported once, at the first of its members.
    if (path.back() != option || *std::min_element(path.begin(), path.end()) != option) return;
    std::string circle;
    for (const std::string& each : path) circle += fmt::format("{}{}", circle.empty() ? "" : " → ", each);
    const Rule& rule = *needs.at(option).begin()->second;
    add("offer/prerequisite-circle", rule, option,
        {fmt::format("利用資格が循環していて、誰も申し込めない（{}）", circle),
         fmt::format("requirements that run in a circle, which nobody can meet ({})", circle)},
        {"どれかの要件を改める", "change one of the requirements"});
  }

  const Ontology& ontology_;
  const State& state_;
  Findings& findings_;
  std::vector<Standing> rules_;
  std::vector<OfferGroup> groups_;
  std::set<std::string> offered_;
};

/// Prices for options that no channel made of the document sells, although the document lists what it sells.
void check_sold(const Checked& checked, const std::map<DocumentId, std::set<std::string>>& sold, Findings& findings) {
  const Ontology& ontology = checked.terms.ontology;
  for (const auto& [document, options] : sold) {
    const HeldVersion* held = checked.terms.in_force(document, checked.day);
    if (held == nullptr) continue;
    for (const Rule& rule : held->rules.rules) {
      if (!prices(rule, ontology)) continue;
      for (const std::string& option : options_of(rule, ontology)) {
        if (options.contains(option)) continue;
        findings
            .add("price/not-offered", rule.at_place,
                 {fmt::format("「{}」の料金が定められているが、提供するとはどこにもない",
                              ontology.label_of(ontology.option_set, option)),
                  fmt::format("`{}` is priced, and nothing offers it", option)},
                 {"`catalogue:` に `offered: true` の行を書くか、料金の行を除く",
                  "a row with `offered: true` belongs under `catalogue:`, or the price goes"})
            .about(fmt::format("{}#{}", document.value, to_string(rule.at.path)), option);
      }
    }
  }
}

}  // namespace

void check_offers(const Checked& checked, Findings& findings) {
  if (checked.terms.ontology.option_dimension() == nullptr) return;
  std::map<DocumentId, std::set<std::string>> sold;
  for (const State& state : checked.states) {
    Offers offers(checked, state, findings);
    offers.check();
    if (offers.offered().empty()) continue;
    for (const Layer& layer : state.selection.layers) {
      if (layer.held != nullptr && layer.options.empty())
        sold[layer.held->text.document].insert(offers.offered().begin(), offers.offered().end());
    }
  }
  // A base sells more than one channel: only a text whose own list is the one that counts is held to it.
  std::erase_if(sold, [&](const auto& entry) {
    const HeldVersion* held = checked.terms.in_force(entry.first, checked.day);
    return held == nullptr || std::none_of(held->rules.rules.begin(), held->rules.rules.end(), [&](const Rule& rule) {
             return requires_for(rule, not_offered, checked.terms.ontology) && says_yes(rule) &&
                    !options_of(rule, checked.terms.ontology).empty();
           });
  });
  check_sold(checked, sold, findings);
}

}  // namespace yomikae
