#include "check/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace yomikae {
namespace {

/// Every provision somebody has marked.
class Marks {
 public:
  explicit Marks(const Terms& terms) {
    for (const Channel& channel : terms.channels) add(channel);
    for (const HeldVersion& held : terms.versions) add(held);
  }

  [[nodiscard]] bool has(const HeldVersion& held, const ProvisionPath& path) const {
    const auto covered = [&](const auto& marks, const auto& key) {
      const auto found = marks.find(key);
      return found != marks.end() && std::any_of(found->second.begin(), found->second.end(),
                                                 [&](const ProvisionPath& each) { return each.contains(path); });
    };
    return covered(by_version_, &held) || covered(by_channels_, held.text.document);
  }

 private:
  void add(const Address& address) {
    if (address.provision) by_channels_[address.document].push_back(address.provision->path);
  }

  void add(const Channel& channel) {
    for (const OverlayLevel& level : channel.levels) {
      for (const Adoption& each : level.adoptions) {
        if (each.because) add(*each.because);
      }
      for (const SubstitutionTable& each : level.tables) add(each.rows);
      for (const Exclusion& each : level.exclusions) add(each.at);
      for (const Amendment& each : level.amendments) add(each.at);
    }
    for (const SubTerms& each : channel.sub_terms) add(each.because);
  }

  void add(const HeldVersion& held) {
    auto& own = by_version_[&held];
    for (const Rule& rule : held.rules.rules) own.push_back(rule.at.path);
    for (const PrecedenceRule& rule : held.rules.precedence) own.push_back(rule.at.path);
    for (const DormantProvision& dormant : held.rules.dormant) own.push_back(dormant.at.path);
    for (const BareProvision& bare : held.rules.bare) own.push_back(bare.at.path);
  }

  std::map<const HeldVersion*, std::vector<ProvisionPath>> by_version_;  ///< what its own rules say
  std::map<DocumentId, std::vector<ProvisionPath>> by_channels_;         ///< addresses of channels name no version
};

}  // namespace

void check_coverage(const Checked& checked, Findings& findings) {
  const Terms& terms = checked.terms;
  const Marks marks(terms);
  for (const HeldVersion& held : terms.versions) {
    const auto& provisions = held.text.provisions;
    const auto marked = [&](const Provision& each) { return marks.has(held, each.path); };
    for (const Provision& each : provisions) {
      if (marked(each)) continue;
      bool has_parts = false;
      bool all_marked = true;
      for (const Provision& part : provisions) {
        if (part.path == each.path || !each.path.contains(part.path)) continue;
        has_parts = true;
        all_marked = all_marked && marked(part);
      }
      if (has_parts && all_marked) continue;
      findings
          .add("coverage/unmarked", each.place,
               {fmt::format("{}（{}）が何を定めるか、どの定めも語っていない", each.label, each.heading),
                fmt::format("no rule says what {} lays down", to_string(each.path))},
               {fmt::format("`rules` に定めを書くか、`nothing-computable` に `#{}` とその理由を書く",
                            to_string(each.path)),
                fmt::format("write a rule, or name `#{}` and the reason under `nothing-computable`",
                            to_string(each.path))})
          .about(fmt::format("{}#{}", held.text.document.value, to_string(each.path)));
    }
  }
}

}  // namespace yomikae
