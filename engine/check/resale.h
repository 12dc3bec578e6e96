#pragma once

#include <vector>

#include "base/date.h"
#include "check/state.h"

namespace yomikae {

/// 再販: a service as its reseller sells it, and the service of the wholesaler it is made of, on the first day on which
/// both are held.
struct Resale {
  const State* reseller = nullptr;
  const State* wholesaler = nullptr;
  Date day;
};

/// Every service that stands on another party's. What a reseller's service stands on are the documents it adopts or
/// points to; the wholesaler's own service is one whose texts are all among them. Of several (a reseller of a reseller)
/// it is the one made of the most, which is the nearest.
std::vector<Resale> resales_among(const std::vector<State>& states);

}  // namespace yomikae
