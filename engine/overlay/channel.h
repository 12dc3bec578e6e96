#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "rules/rule.h"
#include "terms/address.h"
#include "terms/document.h"
#include "terms/name.h"

namespace yomikae {

/// How much of a document an overlay takes over.
enum class Incorporation {
  full,           ///< 適用する: it fills what the higher texts leave open
  upstream,       ///< the wholesaler's own terms behind free-standing ones: shown as no part of the contract
  specification,  ///< only what the overlay points to (a technical specification); its terms are no part of the
                  ///< contract
};

struct Adoption {
  DocumentId document;
  Incorporation extent = Incorporation::full;
  std::optional<Address> because;
  std::vector<ServiceId> services;  ///< those of the channel that stand on it; empty for all
  Place place;
  Place document_place = {};
  [[nodiscard]] bool concerns(const ServiceId& service) const;
};

/// 適用除外: names its target by number and by label; where they disagree the label decides.
struct Exclusion {
  Address at;           ///< the provision of the overlay that excludes
  DocumentId document;  ///< the document in which something is excluded
  Scalar article;       ///< number of the article, or id of an annex
  Scalar heading;       ///< label of the article as printed
  Scalar paragraph;     ///< number of the paragraph as printed; empty where none is
  Scalar item;          ///< number of the item as printed; with no paragraph and no item the whole article is meant
  Scalar name;          ///< label of the item as printed; empty where none is printed
  Place place;
};

/// 読替え表: a paragraph of a document whose rows (two cells) are the substitutions, in the order printed, or rows the
/// overlay states itself.
struct SubstitutionTable {
  struct Row {
    Scalar from;
    Scalar to;
  };
  Address rows;       ///< the paragraph that holds the table, or by which the rows are stated
  std::string label;  ///< 第2表
  Place place;
  std::vector<Row> own = {};  ///< rows stated here; empty where `rows` leads to the table
};

/// 条項の置換え・追加: the overlay gives a provision of the base other words, or adds one that is not there.
struct Amendment {
  enum class Rules {
    fall_away,  ///< with the old words what they laid down goes; the overlay's own rules say what holds
    stay,       ///< only the wording changes
  };
  Address at;  ///< the provision of the overlay that says so
  DocumentId document;
  ProvisionPath path;  ///< what is replaced, where the document has it, and added otherwise
  Rules rules = Rules::fall_away;
  std::vector<Provision> provisions;  ///< the new words: the provision itself and what lies below it
  Place place;
  std::size_t level = 0;  ///< of the overlay it belongs to, counted from the base
  Address target = {};    ///< `document` and `path`, as they are written
};

/// Terms that go before the channel's own for one option only: a layer of that option where a version is held, else a
/// document that is only known.
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
  std::vector<Amendment> amendments = {};
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
  Place from_place = {};     ///< where `from` is written
  Place extends_place = {};  ///< where `extends` is

  [[nodiscard]] const Offering* offering(const ServiceId& service) const;
};

}  // namespace yomikae
