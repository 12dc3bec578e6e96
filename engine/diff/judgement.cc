#include "diff/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>

namespace yomikae {
namespace {

/// The kinds of changes, each as grave as a gate can make it. A finding points to its kind, and a kind has one
/// severity.
const FindingRule& with_severity(const FindingRule& rule, Severity severity) {
  static const std::deque<FindingRule> all = [] {
    std::deque<FindingRule> rules;
    for (const FindingRule& each : finding_rules()) {
      for (const Severity grave : {Severity::note, Severity::warning, Severity::error}) {
        rules.push_back(each);
        rules.back().severity = grave;
      }
    }
    return rules;
  }();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const FindingRule& each) { return each.id == rule.id && each.severity == severity; });
  return *found;
}

bool names(const std::string& pattern, const std::string& matter) {
  constexpr std::string_view all_below = ".*";
  if (!pattern.ends_with(all_below)) return pattern == matter;
  return matter.starts_with(pattern.substr(0, pattern.size() - 1));
}

bool speaks_of(const GateRule& rule, const ChangeItem& item) {
  if (rule.change == nullptr || rule.change->id != item.id.change) return false;
  if (!rule.matters.empty()) {
    const bool named = item.matter != nullptr &&
                       std::any_of(rule.matters.begin(), rule.matters.end(),
                                   [&](const Scalar& each) { return names(each.text, item.matter->id.value); });
    if (!named) return false;
  }
  if (rule.types.empty()) return true;
  return item.matter != nullptr &&
         std::find(rule.types.begin(), rule.types.end(), item.matter->type.kind) != rule.types.end();
}

const GateRule* rule_for(const ChangeItem& item, const Gate& gate) {
  const auto found =
      std::find_if(gate.rules.begin(), gate.rules.end(), [&](const GateRule& each) { return speaks_of(each, item); });
  return found == gate.rules.end() ? nullptr : &*found;
}

}  // namespace

std::size_t Judgement::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [&](const JudgedChange& each) {
    return each.counts() && each.severity() == severity;
  }));
}

std::size_t Judgement::approved() const {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [](const JudgedChange& each) { return !each.counts(); }));
}

const JudgedChange* Judgement::of(const void* origin) const {
  const auto found = std::find_if(changes.begin(), changes.end(),
                                  [&](const JudgedChange& each) { return each.item.origin == origin; });
  return found == changes.end() ? nullptr : &*found;
}

Judgement judge(const DiffReport& report, const Gate& gate, std::span<const Approval> approvals) {
  Judgement result;
  std::vector<bool> used(approvals.size(), false);
  for (ChangeItem& item : change_items(report)) {
    const GateRule* rule = rule_for(item, gate);
    if (rule != nullptr && !rule->severity) continue;
    JudgedChange judged{std::move(item), rule == nullptr ? std::string{} : rule->name, nullptr};
    const Severity grave = rule != nullptr ? *rule->severity : judged.item.own.value_or(judged.severity());
    judged.item.finding.rule = &with_severity(*judged.item.finding.rule, grave);
    for (std::size_t i = 0; i < approvals.size(); ++i) {
      if (approvals[i].id != judged.item.id) continue;
      used[i] = true;
      judged.approved = &approvals[i];
    }
    result.changes.push_back(std::move(judged));
  }
  for (std::size_t i = 0; i < approvals.size(); ++i) {
    if (!used[i]) result.unused.push_back(&approvals[i]);
  }
  return result;
}

CheckReport as_findings(const Judgement& judgement, Date day) {
  CheckReport report;
  report.day = day;
  for (const JudgedChange& each : judgement.changes) {
    if (each.counts()) report.findings.push_back({each.item.finding, nullptr});
  }
  for (const Approval* each : judgement.unused) {
    Findings one;
    one.add("approval/unused", each->place,
            {fmt::format("承認された変更 `{}` はない", each->id.at),
             fmt::format("no change of `{}` is what was approved", each->id.at)});
    report.findings.push_back({one.all().front(), nullptr});
  }
  return report;
}

}  // namespace yomikae
