#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "rules/rule.h"
#include "terms/address.h"
#include "terms/name.h"

namespace yomikae {

/// How much of a document an overlay takes over.
enum class Incorporation {
  full,           ///< 適用する: it fills what the higher texts leave open
  specification,  ///< only what the overlay points to (a technical specification); its terms are no part of the
                  ///< contract
};

struct Adoption {
  DocumentId document;
  Incorporation extent = Incorporation::full;
  std::optional<Address> because;
  Place place;
};

/// 適用除外: names its target by number and by label; where they disagree the label decides.
struct Exclusion {
  Address at;           ///< the provision of the overlay that excludes
  DocumentId document;  ///< the document in which something is excluded
  std::string article;
  std::string heading;  ///< label of the article as printed
  std::string item;     ///< number of the item as printed; empty for the whole article
  std::string name;     ///< label of the item as printed; empty where none is printed
  Place place;
};

/// 読替え表: a paragraph of a document whose rows (two cells) are the substitutions, in the order printed.
struct SubstitutionTable {
  Address rows;
  std::string label;  ///< 第2表
  Place place;
};

/// Terms that go before the channel's own for one option only. Known by name; not held where `document` has no version.
struct SubTerms {
  std::string option;
  DocumentId document;
  std::string title;
  Address because;
  Place place;
};

/// Something a channel sells, and the documents that make its contract.
struct Offering {
  ServiceId service;
  std::string name;
  std::vector<DocumentId> layers;  ///< without an order of rank: that is for provisions to say
  std::vector<std::string> types;  ///< values the dimension `type` may have; empty where it has none
  Place place;
};

/// One level of an overlay: what it takes over from below, renames and cuts out.
struct OverlayLevel {
  ChannelId channel;
  std::vector<Adoption> adoptions;
  std::vector<SubstitutionTable> tables;
  std::vector<Exclusion> exclusions;
};

/// 再販事業者の約款の適用のしかた: how the texts of a channel come together. An overlay on an overlay has several
/// levels, the one nearest to the base first.
struct Channel {
  ChannelId id;
  Date from;
  std::string name;
  std::string order_form_name;
  std::map<std::string, std::string> roles;  ///< `provider`, `operator`: who that is
  std::vector<Offering> offerings;
  std::vector<OverlayLevel> levels;
  std::vector<SubTerms> sub_terms;
  std::vector<PrecedenceRule> precedence;
  std::vector<OpenPoint> open_points;
  std::optional<ChannelId> extends;
  Place place;

  [[nodiscard]] const Offering* offering(const ServiceId& service) const;
};

}  // namespace yomikae
