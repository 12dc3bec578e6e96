#pragma once

#include <compare>
#include <functional>
#include <string>

namespace yomikae {

/// A name of one kind: a document cannot be passed where a channel belongs.
template <class Kind>
struct Name {
  std::string value;
  [[nodiscard]] bool empty() const { return value.empty(); }
  friend auto operator<=>(const Name&, const Name&) = default;
};

using DocumentId = Name<struct DocumentKind>;  ///< 約款・規程: `wholesaler/mail`
using ChannelId = Name<struct ChannelKind>;    ///< whose terms the customer signed
using MatterId = Name<struct MatterKind>;      ///< 事項, or a part of one: `minimum-term.length`
using ServiceId = Name<struct ServiceKind>;    ///< what a channel sells

}  // namespace yomikae

template <class Kind>
struct std::hash<yomikae::Name<Kind>> {
  std::size_t operator()(const yomikae::Name<Kind>& name) const noexcept {
    return std::hash<std::string>{}(name.value);
  }
};
