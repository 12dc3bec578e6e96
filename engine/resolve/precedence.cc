#include "resolve/precedence.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace yomikae {

Precedence::Precedence(std::vector<std::string> layers, const std::vector<const PrecedenceRule*>& rules,
                       Findings& findings)
    : layers_(std::move(layers)), reason_(layers_.size(), std::vector<const PrecedenceRule*>(layers_.size(), nullptr)) {
  const auto index_of = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(layers_.begin(), layers_.end(), name) - layers_.begin());
  };
  for (const PrecedenceRule* rule : rules) {
    for (std::size_t high = 0; high < rule->order.size(); ++high) {
      for (std::size_t low = high + 1; low < rule->order.size(); ++low) {
        for (const std::string& above : rule->order[high]) {
          for (const std::string& below : rule->order[low]) {
            const std::size_t a = index_of(above);
            const std::size_t b = index_of(below);
            if (a < layers_.size() && b < layers_.size() && reason_[a][b] == nullptr) reason_[a][b] = rule;
          }
        }
      }
    }
  }
  close();
  refuse_circles(findings);
}

/// What goes before a layer that goes before another goes before that one too.
void Precedence::close() {
  for (std::size_t middle = 0; middle < size(); ++middle) {
    for (std::size_t a = 0; a < size(); ++a) {
      for (std::size_t b = 0; b < size(); ++b) {
        if (reason_[a][b] == nullptr && reason_[a][middle] != nullptr && reason_[middle][b] != nullptr) {
          reason_[a][b] = reason_[a][middle];
        }
      }
    }
  }
}

void Precedence::refuse_circles(Findings& findings) {
  for (std::size_t a = 0; a < size(); ++a) {
    reason_[a][a] = nullptr;
    for (std::size_t b = a + 1; b < size(); ++b) {
      if (reason_[a][b] == nullptr || reason_[b][a] == nullptr) continue;
      // What a channel says itself is the one of the two that can be changed.
      const bool by_channel = reason_[a][b]->document.empty() || !reason_[b][a]->document.empty();
      report_circle(by_channel ? a : b, by_channel ? b : a, findings);
      reason_[a][b] = nullptr;
      reason_[b][a] = nullptr;
    }
  }
}

void Precedence::report_circle(std::size_t a, std::size_t b, Findings& findings) const {
  const PrecedenceRule& rule = *reason_[a][b];
  const std::string at = rule.document.empty() ? fmt::format("document/{}", layers_[a])
                                               : fmt::format("{}#{}", rule.document.value, to_string(rule.at));
  auto& finding = findings.add("precedence/circle", rule.place,
                               {fmt::format("`{}` と `{}` が互いに優先する", layers_[a], layers_[b]),
                                fmt::format("`{}` and `{}` each go before the other", layers_[a], layers_[b])});
  finding.related.push_back({reason_[b][a]->place, {"逆の順位を定める場所", "the other order is laid down here"}});
  finding.about(at, fmt::format("{} {}", layers_[a], layers_[b]));
}

std::size_t Precedence::rank(std::size_t layer) const {
  std::size_t deepest = 0;
  for (std::size_t above = 0; above < size(); ++above) {
    if (reason_[above][layer] != nullptr) deepest = std::max(deepest, rank(above));
  }
  return deepest + 1;
}

std::vector<std::size_t> Precedence::from_the_top() const {
  std::vector<std::size_t> order(size());
  for (std::size_t i = 0; i < size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return order;
}

}  // namespace yomikae
