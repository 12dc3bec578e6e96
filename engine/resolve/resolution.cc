#include "resolve/resolution.h"

#include <algorithm>
#include <utility>

namespace yomikae {
namespace {

const RuleBook* book_of(const Rule& rule, const Selection& selection) {
  for (const HeldVersion& held : selection.terms->versions) {
    if (held.text.document == rule.document && rule.version == held.text.from) return &held.rules;
  }
  return nullptr;
}

/// The contest for one question. Each step takes rules out of `standing` and says to whom they lost.
class Contest {
 public:
  Contest(const Selection& selection, const Dimensions& dimensions, std::vector<const Rule*> standing)
      : selection_(selection), dimensions_(dimensions), standing_(std::move(standing)) {}

  /// Lists cumulate: every rule stands unless another holds notwithstanding it.
  Resolution all_stand() {
    if (standing_.empty()) return {};
    drop_notwithstanding();
    result_.status = Status::effective;
    result_.winners = std::move(standing_);
    return std::move(result_);
  }

  Resolution run() {
    if (standing_.empty()) return {};
    set_aside_quoted();
    drop_notwithstanding();
    drop_wider();
    drop_lower();
    return finish();
  }

 private:
  std::size_t layer(const Rule& rule) const { return selection_.layer_of(rule); }
  const PrecedenceRule* before(const Rule& a, const Rule& b) const {
    return selection_.before(layer(a), layer(b), dimensions_);
  }

  bool agree(const Rule& a, const Rule& b) const {
    return same_content(words_of(a, selection_), words_of(b, selection_));
  }

  /// Takes every rule out that loses to some rule still standing.
  template <class Beats>
  void drop(LossReason reason, Beats beats) {
    if (standing_.size() < 2) return;
    std::vector<const Rule*> kept;
    const std::size_t lost_before = result_.losses.size();
    for (const Rule* rule : standing_) {
      const auto winner = std::find_if(standing_.begin(), standing_.end(),
                                       [&](const Rule* other) { return other != rule && beats(*other, *rule); });
      if (winner == standing_.end()) {
        kept.push_back(rule);
      } else {
        result_.losses.push_back({rule, *winner, reason, nullptr});
      }
    }
    if (kept.empty()) {  // each beats another: nobody has won
      result_.losses.resize(lost_before);
      return;
    }
    standing_ = std::move(kept);
  }

  /// A provision that leaves a value to the order form is filled by it, whatever their rank.
  void set_aside_quoted() {
    const bool stated =
        std::any_of(standing_.begin(), standing_.end(), [](const Rule* rule) { return rule->document.empty(); });
    if (!stated) return;
    const auto kept = std::stable_partition(standing_.begin(), standing_.end(),
                                            [&](const Rule* rule) { return !is_quoted(*rule, selection_); });
    result_.quoted.assign(kept, standing_.end());
    standing_.erase(kept, standing_.end());
  }

  void drop_notwithstanding() {
    drop(LossReason::notwithstanding, [&](const Rule& winner, const Rule& loser) {
      return std::any_of(winner.notwithstanding.begin(), winner.notwithstanding.end(), [&](const Address& address) {
        return address.document == loser.document && address.provision &&
               address.provision->path.contains(loser.at.path);
      });
    });
  }

  void drop_wider() {
    drop(LossReason::narrower, [&](const Rule& winner, const Rule& loser) {
      return layer(winner) == layer(loser) && compare_scopes(winner.scope, loser.scope) == ScopeOrder::narrower;
    });
  }

  void drop_lower() {
    if (standing_.size() < 2) return;
    std::vector<const Rule*> kept;
    for (const Rule* rule : standing_) {
      const Rule* stronger = nullptr;
      bool agreed = false;
      for (const Rule* other : standing_) {
        if (other == rule || before(*other, *rule) == nullptr) continue;
        if (stronger == nullptr || layer(*other) < layer(*stronger)) stronger = other;
      }
      if (stronger != nullptr) agreed = agree(*stronger, *rule);
      if (stronger == nullptr || agreed) {
        kept.push_back(rule);
      } else {
        result_.losses.push_back({rule, stronger, LossReason::precedence, before(*stronger, *rule)});
      }
    }
    standing_ = std::move(kept);
  }

  Resolution finish() {
    const bool all_agree = std::all_of(standing_.begin(), standing_.end(), [&](const Rule* rule) {
      return rule == standing_.front() || agree(*standing_.front(), *rule);
    });
    if (all_agree) {
      result_.status = Status::effective;
      result_.winners = std::move(standing_);
    } else {
      result_.status = Status::conflict;
      result_.conflicting = std::move(standing_);
    }
    return std::move(result_);
  }

  const Selection& selection_;
  const Dimensions& dimensions_;
  std::vector<const Rule*> standing_;
  Resolution result_;
};

/// Terms of their own for one option say nothing of others, nor of the contract as a whole.
bool speaks_of_another_option(const Rule& rule, const std::string& option, const Selection& selection) {
  return std::any_of(selection.layers.begin(), selection.layers.end(), [&](const Layer& layer) {
    const auto& own = layer.options;
    return !own.empty() && layer.held->text.document == rule.document &&
           std::find(own.begin(), own.end(), option) == own.end();
  });
}

}  // namespace

const Rule& words_of(const Rule& rule, const Selection& selection) {
  if (!rule.like) return rule;
  const RuleBook* book = book_of(rule, selection);
  if (book == nullptr) return rule;
  for (const Rule& other : book->rules) {
    if (other.index == *rule.like) return other;
  }
  return rule;
}

bool is_quoted(const Rule& rule, const Selection& selection) {
  const Rule& words = words_of(rule, selection);
  return !words.like && std::holds_alternative<Quoted>(words.body);
}

const std::string& option_of(const Dimensions& dimensions, const Ontology& ontology) {
  static const std::string none;
  const Dimension* dimension = ontology.option_dimension();
  const auto found = dimension == nullptr ? dimensions.end() : dimensions.find(dimension->name);
  return found == dimensions.end() ? none : found->second;
}

bool speaks_of(const Rule& rule, const Dimensions& dimensions, const Ontology& ontology) {
  const bool of_option = !option_of(dimensions, ontology).empty();
  return (of_option ? rule.of_option : rule.of_contract) && admits(rule.scope, dimensions);
}

const std::vector<const Rule*>& rules_on(const MatterId& matter, const Selection& selection) {
  return selection.candidates.on(matter);
}

Resolution resolve(const Matter& matter, const Dimensions& dimensions, const Selection& selection,
                   const Condition& condition) {
  Resolution undecided;
  std::vector<const Rule*> standing;
  const std::string& option = option_of(dimensions, selection.ontology());
  const std::vector<const Rule*>& rules = rules_on(matter.id, selection);
  standing.reserve(rules.size());
  for (const Rule* rule : rules) {
    if (!(option.empty() ? rule->of_contract : rule->of_option) || !admits(rule->scope, dimensions)) continue;
    if (speaks_of_another_option(*rule, option, selection)) continue;
    if (rule->when) {
      const Outcome applies = condition(*rule);
      if (!applies.has_value()) {
        undecided.undecided.insert(undecided.undecided.end(), applies.names.begin(), applies.names.end());
        continue;
      }
      if (!std::get<bool>(applies.value)) continue;
    }
    standing.push_back(rule);
  }
  if (!undecided.undecided.empty()) {
    undecided.status = Status::missing;
    return undecided;
  }
  const bool governed_elsewhere =
      !option.empty() && matter.check.empty() && matter.id != selection.ontology().option_held;
  Contest contest(selection, dimensions, std::move(standing));
  const bool cumulates = matter.combine == Matter::Combine::all && matter.check.empty();
  Resolution result = cumulates ? contest.all_stand() : contest.run();
  if (!governed_elsewhere) return result;
  for (const SubTerms& terms : selection.channel->sub_terms) {
    if (terms.option != option || selection.terms->in_force(terms.document, selection.day) != nullptr) continue;
    result.status = Status::delegated;
    result.sub_terms = &terms;
  }
  return result;
}

}  // namespace yomikae
