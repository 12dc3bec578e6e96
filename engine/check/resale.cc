#include "check/resale.h"

#include <algorithm>
#include <set>
#include <string>

namespace yomikae {
namespace {

using Documents = std::set<DocumentId>;

/// The role of whoever a customer contracts with.
constexpr const char* provider_role = "provider";

std::string provider_of(const Channel& channel) {
  const auto found = channel.roles.find(provider_role);
  return found == channel.roles.end() ? channel.id.value : found->second;
}

/// What the channel adopts or points to for that service.
Documents borrowed(const State& state) {
  Documents documents;
  for (const OverlayLevel& level : state.channel->levels) {
    for (const Adoption& each : level.adoptions) {
      const bool own = level.channel == state.channel->id;
      if (!own || each.concerns(state.offering->service)) documents.insert(each.document);
    }
  }
  return documents;
}

Documents texts_of(const State& state) { return {state.offering->layers.begin(), state.offering->layers.end()}; }

bool holds_all(const Documents& these, const Documents& those) {
  return std::includes(these.begin(), these.end(), those.begin(), those.end());
}

bool at_once(const State& a, const State& b) {
  return (!a.until || b.from <= *a.until) && (!b.until || a.from <= *b.until);
}

bool made_of(const State& reseller, const Documents& documents, const State& other) {
  const bool another =
      other.channel->id != reseller.channel->id && provider_of(*other.channel) != provider_of(*reseller.channel);
  const Documents texts = texts_of(other);
  return another && !texts.empty() && reseller.complete() && other.complete() && at_once(reseller, other) &&
         holds_all(documents, texts);
}

}  // namespace

std::vector<Resale> resales_among(const std::vector<State>& states) {
  std::vector<Resale> found;
  for (const State& reseller : states) {
    const Documents documents = borrowed(reseller);
    std::vector<const State*> below;
    for (const State& other : states) {
      if (made_of(reseller, documents, other)) below.push_back(&other);
    }
    for (const State* each : below) {
      const bool farther = std::any_of(below.begin(), below.end(), [&](const State* nearer) {
        const Documents more = texts_of(*nearer);
        const Documents less = texts_of(*each);
        return more != less && holds_all(more, less);
      });
      if (!farther) found.push_back({&reseller, each, std::max(reseller.from, each->from)});
    }
  }
  return found;
}

}  // namespace yomikae
