#include "rules/rule.h"

#include <algorithm>

namespace yomikae {
namespace {

bool is_subset(const std::vector<std::string>& inner, const std::vector<std::string>& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](const std::string& each) {
    return std::find(outer.begin(), outer.end(), each) != outer.end();
  });
}

/// Whether everything `inner` admits `outer` admits too.
bool within(const Scope& inner, const Scope& outer) {
  return std::all_of(outer.admits.begin(), outer.admits.end(), [&](const auto& entry) {
    const auto found = inner.admits.find(entry.first);
    if (found == inner.admits.end()) return false;
    if (entry.second.empty()) return true;
    return !found->second.empty() && is_subset(found->second, entry.second);
  });
}

bool same_alternatives(const Alternatives& a, const Alternatives& b) {
  return std::equal(a.readings.begin(), a.readings.end(), b.readings.begin(), b.readings.end(),
                    [](const Reading& x, const Reading& y) { return same_expression(x.value, y.value); });
}

bool same_ending(const Ending& a, const Ending& b) {
  return a.falls == b.falls &&
         std::equal(a.requirements.begin(), a.requirements.end(), b.requirements.begin(), b.requirements.end(),
                    [](const auto& x, const auto& y) { return same_expression(x.that, y.that); });
}

}  // namespace

bool admits(const Scope& scope, const Dimensions& dimensions) {
  return std::all_of(scope.admits.begin(), scope.admits.end(), [&](const auto& entry) {
    const auto found = dimensions.find(entry.first);
    if (found == dimensions.end() || found->second.empty()) return false;
    return entry.second.empty() ||
           std::find(entry.second.begin(), entry.second.end(), found->second) != entry.second.end();
  });
}

ScopeOrder compare_scopes(const Scope& a, const Scope& b) {
  const bool a_in_b = within(a, b);
  const bool b_in_a = within(b, a);
  if (a_in_b && b_in_a) return ScopeOrder::same;
  if (a_in_b) return ScopeOrder::narrower;
  return b_in_a ? ScopeOrder::wider : ScopeOrder::overlap;
}

bool meet(const Scope& a, const Scope& b) {
  return std::all_of(a.admits.begin(), a.admits.end(), [&](const auto& entry) {
    const auto found = b.admits.find(entry.first);
    if (found == b.admits.end() || found->second.empty() || entry.second.empty()) return true;
    return std::any_of(entry.second.begin(), entry.second.end(), [&](const std::string& value) {
      return std::find(found->second.begin(), found->second.end(), value) != found->second.end();
    });
  });
}

bool same_content(const Rule& a, const Rule& b) {
  if (a.body.index() != b.body.index()) return false;
  const bool same_parts =
      std::equal(a.where.begin(), a.where.end(), b.where.begin(), b.where.end(),
                 [](const Part& x, const Part& y) { return x.name == y.name && same_alternatives(x.value, y.value); });
  if (!same_parts) return false;
  if (const auto* ending = std::get_if<Ending>(&a.body)) return same_ending(*ending, std::get<Ending>(b.body));
  if (const auto* value = std::get_if<Alternatives>(&a.body)) {
    return same_alternatives(*value, std::get<Alternatives>(b.body));
  }
  if (std::holds_alternative<AsWritten>(a.body)) return a.document == b.document && a.at == b.at;
  if (const auto* left = std::get_if<LeftTo>(&a.body)) return left->document == std::get<LeftTo>(b.body).document;
  return true;
}

}  // namespace yomikae
