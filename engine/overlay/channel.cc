#include "overlay/channel.h"

#include <algorithm>

namespace yomikae {

const Offering* Channel::offering(const ServiceId& service) const {
  const auto found =
      std::find_if(offerings.begin(), offerings.end(), [&](const Offering& each) { return each.service == service; });
  return found == offerings.end() ? nullptr : &*found;
}

bool Adoption::concerns(const ServiceId& service) const {
  return services.empty() || std::find(services.begin(), services.end(), service) != services.end();
}

}  // namespace yomikae
