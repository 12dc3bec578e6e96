#include "check/citing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

using Versions = std::vector<const HeldVersion*>;

/// The versions of a state, layers and what stands outside.
Versions versions_of(const State& state) {
  Versions result;
  for (const Layer& layer : state.selection.layers) {
    if (layer.held != nullptr) result.push_back(layer.held);
  }
  for (const OutsideDocument& each : state.selection.outside) {
    if (each.held != nullptr) result.push_back(each.held);
  }
  return result;
}

const HeldVersion* of_document(const Versions& versions, const DocumentId& document) {
  const auto found = std::find_if(versions.begin(), versions.end(),
                                  [&](const HeldVersion* each) { return each->text.document == document; });
  return found == versions.end() ? nullptr : *found;
}

void add_once(Versions& versions, const HeldVersion* one) {
  if (one != nullptr && std::find(versions.begin(), versions.end(), one) == versions.end()) versions.push_back(one);
}

class Walk {
 public:
  explicit Walk(const Checked& checked) : checked_(checked) {
    for (const State& state : checked.states) states_.push_back(versions_of(state));
  }

  std::vector<Citing> walk() {
    for (const HeldVersion& held : checked_.terms.versions) {
      if (superseded(held)) continue;
      for (const Provision& each : held.text.provisions) {
        add(each, &held, [&](const Citation& citation) { return cited_by(held, citation); });
      }
    }
    for (std::size_t at = 0; at < states_.size(); ++at) {
      for (const OverlayLevel& level : checked_.states[at].channel->levels) {
        for (const Amendment& amendment : level.amendments) add_amended(amendment, states_[at]);
      }
    }
    return std::move(result_);
  }

 private:
  /// Whether a later version is in force on the day.
  [[nodiscard]] bool superseded(const HeldVersion& held) const {
    return std::any_of(checked_.terms.versions.begin(), checked_.terms.versions.end(), [&](const HeldVersion& each) {
      return each.text.document == held.text.document && each.text.from > held.text.from &&
             each.text.from <= checked_.day;
    });
  }

  [[nodiscard]] const HeldVersion* version(const DocumentId& document, Date from) const {
    for (const HeldVersion& each : checked_.terms.versions) {
      if (each.text.document == document && each.text.from == from) return &each;
    }
    return nullptr;
  }

  Versions cited_by(const HeldVersion& held, const Citation& citation) {
    const DocumentId& document = citation.to.document;
    if (citation.to.version) return {version(document, *citation.to.version)};
    if (document == held.text.document) return {&held};
    const auto [known, is_new] = cited_.try_emplace({&held, document});
    Versions& found = known->second;
    if (!is_new) return found;
    for (const Versions& each : states_) {
      if (std::find(each.begin(), each.end(), &held) != each.end()) add_once(found, of_document(each, document));
    }
    if (found.empty()) {
      const HeldVersion* in_force = checked_.terms.in_force(document, checked_.day);
      add_once(found, in_force != nullptr ? in_force : checked_.terms.newest(document));
    }
    std::sort(found.begin(), found.end(),
              [](const HeldVersion* a, const HeldVersion* b) { return a->text.from < b->text.from; });
    return found;
  }

  void add_amended(const Amendment& amendment, const Versions& state) {
    for (const Provision& words : amendment.provisions) {
      if (!amended_.emplace(&words, of_document(state, amendment.document)).second) continue;
      add(words, nullptr, [&](const Citation& citation) {
        const HeldVersion* found = of_document(state, citation.to.document);
        return Versions{found != nullptr ? found : checked_.terms.newest(citation.to.document)};
      });
    }
  }

  template <class Cited>
  void add(const Provision& provision, const HeldVersion* text, const Cited& cited) {
    std::map<DocumentId, std::vector<ProvisionPath>> before;
    for (const Citation& citation : provision.cites) {
      if (!citation.to.provision) continue;
      std::vector<ProvisionPath>& earlier = before[citation.to.document];
      for (const HeldVersion* each : cited(citation)) {
        if (each == nullptr) continue;
        result_.push_back({text, &provision, &citation, each, each == text, excludes(text, provision), earlier});
      }
      earlier.push_back(citation.to.provision->path);
    }
  }

  [[nodiscard]] bool excludes(const HeldVersion* text, const Provision& provision) const {
    if (text == nullptr) return false;
    for (const Channel& channel : checked_.terms.channels) {
      for (const OverlayLevel& level : channel.levels) {
        for (const Exclusion& each : level.exclusions) {
          if (each.at.document == text->text.document && each.at.provision &&
              each.at.provision->path.contains(provision.path))
            return true;
        }
      }
    }
    return false;
  }

  const Checked& checked_;
  std::vector<Versions> states_;
  std::map<std::pair<const HeldVersion*, DocumentId>, Versions> cited_;
  std::set<std::pair<const Provision*, const HeldVersion*>> amended_;
  std::vector<Citing> result_;
};

}  // namespace

std::string Citing::subject() const {
  const DocumentId& document = text != nullptr ? text->text.document : cited->text.document;
  return fmt::format("{}#{}", document.value, to_string(provision->path));
}

std::string Citing::address(const ProvisionPath& path) const {
  return fmt::format("{}#{}", own ? "" : cited->text.document.value, to_string(path));
}

std::vector<Citing> citings(const Checked& checked) { return Walk(checked).walk(); }

std::vector<const Erratum*> errata_at(const HeldVersion& text, const ProvisionPath& path) {
  std::vector<const Erratum*> result;
  for (const Erratum& each : text.errata) {
    if (each.standing != Erratum::Standing::refuted && (each.at.contains(path) || path.contains(each.at)))
      result.push_back(&each);
  }
  return result;
}

std::string put_right(const std::string& text, const Erratum& erratum) {
  const FoldedText folded = fold(text);
  const std::u32string wrong = fold(erratum.printed).key;
  if (wrong.empty()) return text;
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = folded.key.find(wrong); at != std::u32string::npos;
       at = folded.key.find(wrong, at + wrong.size())) {
    result += text.substr(copied, folded.begin[at] - copied) + erratum.meant;
    copied = folded.end[at + wrong.size() - 1];
  }
  return result + text.substr(copied);
}

}  // namespace yomikae
