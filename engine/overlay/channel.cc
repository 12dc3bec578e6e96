#include "overlay/channel.h"

#include <algorithm>

namespace yomikae {

const Offering* Channel::offering(const ServiceId& service) const {
  const auto found =
      std::find_if(offerings.begin(), offerings.end(), [&](const Offering& each) { return each.service == service; });
  return found == offerings.end() ? nullptr : &*found;
}

}  // namespace yomikae
