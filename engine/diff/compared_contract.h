#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "overlay/agreement.h"
#include "overlay/terms.h"

namespace yomikae {

/// For whom something is so: one contract, or whoever has a service (of a type) of a channel.
struct Whom {
  ChannelId channel;
  ServiceId service;
  std::string type;
  std::string contract;  ///< its id; empty for whoever has the service
  friend auto operator<=>(const Whom&, const Whom&) = default;
};

/// `seller/mail`, `seller/mail/small`, `C-0001`
std::string to_string(const Whom& whom);

/// A contract as each side reads it.
struct ComparedContract {
  Whom whom;
  Agreement before;
  Agreement after;
};

/// A contract only one of the two states can read: with the other it names something there is not.
struct UnreadContract {
  enum class Reads { after_only, before_only };
  std::string file;  ///< as it is shown
  Reads reads = Reads::after_only;
  Finding problem;  ///< the first that the other state has with it
};

/// A contract of each service and type that both sides offer on a day, with everything a contract can have: every date
/// (the day itself), every quantity, every option one of the sides sells. What rules say shows in it whatever
/// customers there are.
std::vector<ComparedContract> usual_contracts(const Terms& before, const Terms& after, Date day);

/// The services one side offers on a day and the other does not.
struct OfferedServices {
  std::vector<Whom> added;
  std::vector<Whom> removed;
};
OfferedServices offered_services(const Terms& before, const Terms& after, Date day);

}  // namespace yomikae
