#include "diff/cause.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diff/mentioned_matters.h"
#include "diff/provision_change.h"
#include "diff/provision_match.h"
#include "overlay/reference.h"

namespace yomikae {
namespace {

using Kind = Cause::Kind;

std::string address_of(const DocumentId& document, const ProvisionRef& at) {
  return fmt::format("{}#{}", document.value, to_string(at));
}

std::string content(const Rule& rule, const Terms& terms) {
  const HeldVersion* version = nullptr;
  for (const HeldVersion& each : terms.versions) {
    if (each.text.document == rule.document && rule.version == each.text.from) version = &each;
  }
  return version == nullptr ? std::string{} : content_of(rule, *version, terms);
}

std::string in_a_row(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

class Search {
 public:
  Search(const Observation* before, const Observation* after, const SideView& old_side, const SideView& new_side)
      : before_(before), after_(after), old_(old_side), new_(new_side) {}

  std::vector<Cause> run() {
    changed_rules(rules_of(before_), rules_of(after_));
    if (causes_.empty()) what_became_of_winners();
    if (causes_.empty()) declarations();
    if (causes_.empty()) changed_rules(reached(old_), reached(new_));
    if (causes_.empty()) versions();
    return std::move(causes_);
  }

 private:
  static std::vector<const Rule*> rules_of(const Observation* one) {
    if (one == nullptr) return {};
    std::vector<const Rule*> rules = one->rules;
    for (const LosingRule& each : one->yielded) rules.push_back(each.rule);
    return rules;
  }

  static std::vector<const Rule*> unknown_to(const SideView& other, const SideView& own,
                                             const std::vector<const Rule*>& rules) {
    std::vector<const Rule*> result;
    for (const Rule* rule : rules) {
      const bool seen = std::find(result.begin(), result.end(), rule) != result.end();
      if (!seen && !rule->document.empty() && !other.prints->has(own.prints->of(*rule))) result.push_back(rule);
    }
    return result;
  }

  static bool akin(const Rule& a, const Rule& b) {
    return a.document == b.document && a.matter == b.matter && (a.at == b.at || a.scope.admits == b.scope.admits);
  }

  /// A rule of the one side and the rule of the other that is nearest to it are one line that changed.
  void changed_rules(const std::vector<const Rule*>& old_rules, const std::vector<const Rule*>& new_rules) {
    std::vector<const Rule*> gone = unknown_to(new_, old_, old_rules);
    for (const Rule* now : unknown_to(old_, new_, new_rules)) {
      const auto exact = std::find_if(gone.begin(), gone.end(), [&](const Rule* each) {
        return akin(*each, *now) && each->at == now->at && each->scope.admits == now->scope.admits;
      });
      const auto near = exact != gone.end() ? exact : std::find_if(gone.begin(), gone.end(), [&](const Rule* each) {
        return akin(*each, *now);
      });
      add(near == gone.end() ? same_line(*now, old_rules) : *near, now);
      if (near != gone.end()) gone.erase(near);
    }
    for (const Rule* old : gone) add(old, same_line(*old, new_rules));
  }

  /// What stood in its place on the other side, though it is there on both: in a version that is not in force there.
  static const Rule* same_line(const Rule& rule, const std::vector<const Rule*>& rules) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule* each) {
      return akin(*each, rule) && each->at == rule.at && each->scope.admits == rule.scope.admits;
    });
    return found == rules.end() ? nullptr : *found;
  }

  /// What lays down words as they are written is changed by them, not by the rule that points to them.
  void add_written(const Rule& old, const Rule& now) {
    const auto version = [](const SideView& side, const DocumentId& document) {
      return side.selection->terms->in_force(document, side.selection->day);
    };
    const HeldVersion* then = version(old_, old.document);
    const HeldVersion* held = version(new_, now.document);
    if (then == nullptr || held == nullptr) return;
    for (const ProvisionChange& each : provision_changes(then->text, held->text)) {
      if (!now.at.path.contains(each.either().path) || each.words == ProvisionChange::Words::spelling) continue;
      Cause cause{Kind::provision, address_of(now.document, {each.either().path, {}}), {}, {}, {}, {}};
      if (each.before != nullptr) {
        cause.before = each.before->place;
        cause.was = in_a_row(printed_words(*each.before));
      }
      if (each.after != nullptr) {
        cause.after = each.after->place;
        cause.is = in_a_row(printed_words(*each.after));
      }
      add(std::move(cause));
    }
  }

  void add(const Rule* old, const Rule* now) {
    if (old != nullptr && now != nullptr && fingerprint(*old) == fingerprint(*now)) {
      const std::size_t known = causes_.size();
      add_written(*old, *now);
      if (causes_.size() > known) return;
    }
    const Rule& either = now != nullptr ? *now : *old;
    Cause cause{Kind::rule, address_of(either.document, either.at), {}, {}, {}, {}};
    if (old != nullptr) {
      cause.before = old->place;
      cause.was = content(*old, *old_.selection->terms);
      cause.print = old_.prints->of(*old);
    }
    if (now != nullptr) {
      cause.after = now->place;
      cause.is = content(*now, *new_.selection->terms);
      cause.print += new_.prints->of(*now);
    }
    add(std::move(cause));
  }

  void add(Cause cause) {
    const bool known = std::any_of(causes_.begin(), causes_.end(), [&](const Cause& each) {
      return each.kind == cause.kind && each.before == cause.before && each.after == cause.after;
    });
    if (!known) causes_.push_back(std::move(cause));
  }

  /// The same rules, and another outcome: one was cut out or let in, or goes before another it did not go before.
  void what_became_of_winners() {
    if (before_ != nullptr) {
      for (const Rule* rule : before_->rules) cut(*rule, new_, old_, &Cause::after, &Cause::is);
    }
    if (after_ != nullptr) {
      for (const Rule* rule : after_->rules) cut(*rule, old_, new_, &Cause::before, &Cause::was);
    }
    if (after_ != nullptr) ranks(after_->yielded, old_, &Cause::after);
    if (before_ != nullptr) ranks(before_->yielded, new_, &Cause::before);
    const bool conflict = (before_ != nullptr && before_->status == AnswerStatus::conflict) ||
                          (after_ != nullptr && after_->status == AnswerStatus::conflict);
    if (conflict) {
      lost_ranks(old_, new_, &Cause::before);
      lost_ranks(new_, old_, &Cause::after);
    }
  }

  /// What cuts `rule` out on the side `here` and does not do so on the other.
  void cut(const Rule& rule, const SideView& here, const SideView& there, Place Cause::*place,
           std::string Cause::*words) {
    const ExcludedProvision* by = here.selection->exclusion_of(rule.document, rule.at.path);
    if (by == nullptr || there.selection->exclusion_of(rule.document, rule.at.path) != nullptr) return;
    const std::size_t known = causes_.size();
    for (const OverlayLevel& level : here.selection->channel->levels) {
      for (const Exclusion& each : level.exclusions) {
        const bool same_source = same_address(each.at, by->because) && each.document == by->document;
        if (same_source && !there.prints->has(fingerprint(each))) {
          Cause cause{Kind::exclusion,
                      address_of(each.at.document, each.at.provision.value_or(ProvisionRef{})),
                      {},
                      {},
                      {},
                      {}};
          cause.*place = each.place;
          cause.*words = each.name.text.empty() ? each.heading.text : each.name.text;
          add(std::move(cause));
        }
      }
      for (const Amendment& each : level.amendments) {
        if (!same_address(each.at, by->because) || there.prints->has(fingerprint(each))) continue;
        Cause cause{Kind::amendment, address_of(each.document, {each.path, {}}), {}, {}, {}, {}};
        cause.*place = each.place;
        add(std::move(cause));
      }
    }
    if (causes_.size() == known) renamed(*by, here, there);
  }

  static bool same_address(const Address& a, const Address& b) {
    return a.document == b.document && a.provision == b.provision;
  }

  /// The same exclusion reaches another provision: that one's number or name is another.
  void renamed(const ExcludedProvision& by, const SideView& here, const SideView& there) {
    const auto provision = [&](const SideView& side) -> const Provision* {
      const HeldVersion* held = side.selection->terms->in_force(by.document, side.selection->day);
      return held == nullptr ? nullptr : held->text.find(by.path);
    };
    const bool old_is_here = here.selection == old_.selection;
    const Provision* old = provision(old_is_here ? here : there);
    const Provision* now = provision(old_is_here ? there : here);
    Cause cause{Kind::provision, address_of(by.document, {by.path, {}}), {}, {}, {}, {}};
    if (old != nullptr) cause.before = old->place;
    if (now != nullptr) cause.after = now->place;
    if (old != nullptr) cause.was = old->name.empty() ? old->heading : old->name;
    if (now != nullptr) cause.is = now->name.empty() ? now->heading : now->name;
    if (cause.was != cause.is || old == nullptr || now == nullptr) add(std::move(cause));
  }

  void ranks(const std::vector<LosingRule>& losers, const SideView& other, Place Cause::*place) {
    for (const LosingRule& each : losers) {
      if (each.precedence != nullptr) rank(*each.precedence, other, place);
    }
  }

  void rank(const PrecedenceRule& rule, const SideView& other, Place Cause::*place) {
    if (other.prints->has(fingerprint(rule))) return;
    Cause cause{Kind::precedence, address_of(rule.document, rule.at), {}, {}, {}, {}};
    cause.*place = rule.place;
    add(std::move(cause));
  }

  void lost_ranks(const SideView& here, const SideView& there, Place Cause::*place) {
    for (const Layer& layer : here.selection->layers) {
      if (layer.held == nullptr) continue;
      for (const PrecedenceRule& each : layer.held->rules.precedence) rank(each, there, place);
    }
    for (const PrecedenceRule& each : here.selection->channel->precedence) rank(each, there, place);
  }

  [[nodiscard]] const Matter* matter() const {
    const Observation* either = after_ != nullptr ? after_ : before_;
    return either->question.matter;
  }

  void declarations() {
    if (matter() == nullptr) return;
    const Matter* old = old_.selection->ontology().matter(matter()->id.value);
    const Matter* now = new_.selection->ontology().matter(matter()->id.value);
    const bool same = old != nullptr && now != nullptr && fingerprint(*old) == fingerprint(*now);
    if (same) return;
    Cause cause{Kind::declaration, matter()->id.value, {}, {}, {}, {}};
    if (old != nullptr) cause.before = old->place;
    if (now != nullptr) cause.after = now->place;
    add(std::move(cause));
  }

  /// Every rule on the matter and on what it asks for: what was used may have been used by another's name.
  std::vector<const Rule*> reached(const SideView& side) const {
    if (matter() == nullptr) return {};
    const auto asked = mentioned_matters(*side.selection);
    std::set<MatterId> seen;
    std::vector<MatterId> open{matter()->id};
    std::vector<const Rule*> rules;
    while (!open.empty()) {
      const MatterId next = open.back();
      open.pop_back();
      if (!seen.insert(next).second) continue;
      const auto& on_it = side.selection->candidates.on(next);
      rules.insert(rules.end(), on_it.begin(), on_it.end());
      if (const auto found = asked.find(next); found != asked.end()) {
        open.insert(open.end(), found->second.begin(), found->second.end());
      }
    }
    return rules;
  }

  /// A version that is not in force on both sides, where nothing it says is another.
  void versions() {
    for (const Layer& layer : new_.selection->layers) {
      if (layer.held == nullptr) continue;
      const auto same = std::find_if(old_.selection->layers.begin(), old_.selection->layers.end(),
                                     [&](const Layer& each) { return each.id == layer.id; });
      if (same != old_.selection->layers.end()) continue;
      add(Cause{Kind::version, layer.id, {}, layer.held->text.place, {}, to_string(layer.held->text.from)});
    }
    for (const Layer& layer : old_.selection->layers) {
      if (layer.held == nullptr) continue;
      const auto same = std::find_if(new_.selection->layers.begin(), new_.selection->layers.end(),
                                     [&](const Layer& each) { return each.id == layer.id; });
      if (same != new_.selection->layers.end()) continue;
      add(Cause{Kind::version, layer.id, layer.held->text.place, {}, to_string(layer.held->text.from), {}});
    }
  }

  const Observation* before_;
  const Observation* after_;
  const SideView& old_;
  const SideView& new_;
  std::vector<Cause> causes_;
};

}  // namespace

std::vector<Cause> causes_of(const Observation* before, const Observation* after, const SideView& old_side,
                             const SideView& new_side) {
  return Search(before, after, old_side, new_side).run();
}

}  // namespace yomikae
