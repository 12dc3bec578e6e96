#include "diff/mask.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "overlay/reference.h"
#include "resolve/selection.h"

namespace yomikae {
namespace {

struct ChangedRule {
  const HeldVersion* old_version = nullptr;
  const HeldVersion* new_version = nullptr;
  const Rule* before = nullptr;
  const Rule* after = nullptr;
};

std::vector<const Rule*> unknown_to(const Fingerprints& other, const Fingerprints& own, const HeldVersion& held) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : held.rules.rules) {
    if (rule.kind == Rule::Kind::candidate && !other.has(own.of(rule))) rules.push_back(&rule);
  }
  return rules;
}

bool same_line(const Rule& a, const Rule& b) {
  return a.matter == b.matter && a.at == b.at && a.scope.admits == b.scope.admits;
}

/// A rule that says the same under another number.
bool only_moved(const Rule& a, const Rule& b) {
  return a.matter == b.matter && a.at != b.at && a.scope.admits == b.scope.admits && a.says == b.says &&
         !std::holds_alternative<AsWritten>(a.body) && same_content(a, b);
}

/// The versions in force on the day: what is said of others is said on their own day.
std::vector<ChangedRule> changed_rules(const Terms& before, const Terms& after, const Fingerprints& old_prints,
                                       const Fingerprints& new_prints, Date day) {
  std::vector<ChangedRule> changed;
  for (const HeldVersion& now : after.versions) {
    if (after.in_force(now.text.document, day) != &now) continue;
    const HeldVersion* then = before.in_force(now.text.document, day);
    if (then == nullptr) continue;
    std::vector<const Rule*> gone = unknown_to(new_prints, old_prints, *then);
    const auto moved = [&](const Rule& rule) {
      return std::find_if(gone.begin(), gone.end(), [&](const Rule* old) { return only_moved(*old, rule); });
    };
    for (const Rule* rule : unknown_to(old_prints, new_prints, now)) {
      if (const auto old = moved(*rule); old != gone.end()) {
        gone.erase(old);
        continue;
      }
      const auto same = std::find_if(gone.begin(), gone.end(), [&](const Rule* old) { return same_line(*old, *rule); });
      changed.push_back({then, &now, same == gone.end() ? nullptr : *same, rule});
      if (same != gone.end()) gone.erase(same);
    }
    for (const Rule* rule : gone) changed.push_back({then, &now, rule, nullptr});
  }
  return changed;
}

/// One service as its texts stand on both sides.
struct ServiceView {
  ServiceView(const ComparedContract& contract, const Terms& before, const Terms& after, Date day)
      : whom(contract.whom),
        old_texts(select(before, contract.before, day)),
        new_texts(select(after, contract.after, day)),
        old_fates(old_texts),
        new_fates(new_texts) {}
  Whom whom;
  Selection old_texts;
  Selection new_texts;
  Fates old_fates;
  Fates new_fates;
};

bool held_back(Fate fate) {
  return fate == Fate::displaced || fate == Fate::excluded || fate == Fate::partly_displaced;
}

ProvisionFate fate_of(const Rule& rule, const Selection& texts, const Fates& fates) {
  if (const ExcludedProvision* cut = texts.exclusion_of(rule.document, rule.at.path)) return cut_fate(*cut);
  return fates.of(rule);
}

/// Why a changed rule does not matter for a service; nothing where it does on a side, or is no part of its texts.
std::optional<ProvisionFate> mask_of(const ChangedRule& changed, const ServiceView& service) {
  const bool governs = std::any_of(service.new_texts.layers.begin(), service.new_texts.layers.end(),
                                   [&](const Layer& layer) { return layer.held == changed.new_version; });
  if (!governs) return std::nullopt;
  std::optional<ProvisionFate> fate;
  if (changed.before != nullptr) {
    fate = fate_of(*changed.before, service.old_texts, service.old_fates);
    if (!held_back(fate->fate)) return std::nullopt;
  }
  if (changed.after != nullptr) {
    fate = fate_of(*changed.after, service.new_texts, service.new_fates);
    if (!held_back(fate->fate)) return std::nullopt;
  }
  return fate;
}

std::string reason_words(const FateReason& reason) {
  if (!reason.provision) return reason.words;
  const Address& at = *reason.provision;
  return at.provision ? fmt::format("{}#{}", at.document.value, to_string(*at.provision)) : at.document.value;
}

void add(const ProvisionFate& fate, const Whom& whom, Mask& mask) {
  const std::string by = reason_words(fate.because);
  for (Mask::Reason& each : mask.reasons) {
    if (each.fate == fate.fate && each.by == by) return each.whom.push_back(whom);
  }
  mask.reasons.push_back({fate.fate, by, {whom}});
}

}  // namespace

std::vector<Mask> masks(const Terms& before, const Terms& after, const Fingerprints& old_prints,
                        const Fingerprints& new_prints, Date day) {
  const std::vector<ChangedRule> changed = changed_rules(before, after, old_prints, new_prints, day);
  if (changed.empty()) return {};
  std::vector<std::unique_ptr<ServiceView>> services;
  const std::vector<ComparedContract> contracts = usual_contracts(before, after, day);
  for (const ComparedContract& each : contracts) {
    services.push_back(std::make_unique<ServiceView>(each, before, after, day));
  }
  std::vector<Mask> result;
  for (const ChangedRule& each : changed) {
    Mask mask{each.before, each.after, {}, {}, {}};
    for (const auto& service : services) {
      if (const auto fate = mask_of(each, *service)) add(*fate, service->whom, mask);
    }
    if (mask.reasons.empty()) continue;
    if (each.before != nullptr) mask.was = content_of(*each.before, *each.old_version, before);
    if (each.after != nullptr) mask.is = content_of(*each.after, *each.new_version, after);
    result.push_back(std::move(mask));
  }
  return result;
}

}  // namespace yomikae
