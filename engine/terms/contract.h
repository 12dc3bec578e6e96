#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/rational.h"
#include "base/source.h"
#include "terms/dimensions.h"
#include "terms/name.h"

namespace yomikae {

/// An option the contract lists, with the dates that are its own.
struct HeldOption {
  std::string option;
  std::map<std::string, Date> dates;
  std::optional<Rational> quantity;
  Place place;
};

/// What became different, and from which day.
struct QuantityChange {
  Date from;
  std::map<std::string, Rational> quantities;
};

/// Something that happened and costs what the terms say, each time (変更料金, 一時費用).
struct ContractEvent {
  std::string item;
  Date on;
  Rational count;  ///< how many times on that day: whole, at least one
  Place place;
};

/// A price of the order form: whole yen, flat or per unit of a quantity.
struct QuotedPrice {
  Rational yen;
  std::string per;  ///< the quantity it is multiplied by; empty for a flat price
  Place place;
};

/// 御見積書・御申込書: what was agreed for this contract alone. Which rank it has is the channel's to say.
struct OrderForm {
  struct Term {
    std::string matter;  ///< `minimum-term.length`
    Scalar value;        ///< an expression of the rule language
    Place place;
  };
  struct Price {
    std::string item;
    MatterId charge;  ///< the matter it is a price of
    QuotedPrice price;
  };
  std::string number;
  std::optional<Date> date;
  std::vector<Term> terms;
  std::vector<Price> prices;
  std::map<std::string, std::string> notes;  ///< by matter, free words
};

/// One customer's contract: the facts, and nothing of the law.
struct Contract {
  std::string id;
  ChannelId channel;
  ServiceId service;
  Dimensions dimensions;  ///< service, type, customer: as far as they are fixed
  std::optional<Date> as_of;
  std::map<std::string, Date> dates;
  std::map<std::string, Rational> quantities;
  std::vector<QuantityChange> changes;  ///< sorted by day
  std::vector<HeldOption> options;
  std::vector<ContractEvent> events;  ///< sorted by day and item, each once
  std::vector<std::string> holds;
  std::map<std::string, Date> declarations;
  std::optional<OrderForm> order_form;
  std::map<std::string, std::string> assumed_choices;
  std::map<std::string, std::vector<std::string>> assumed_lists;
  std::map<std::string, std::vector<Date>> assumed_days;
  std::map<std::string, Place> places;  ///< where each part stands, by its key (`service`, `options/0`)

  [[nodiscard]] const HeldOption* option(std::string_view name) const {
    for (const auto& each : options) {
      if (each.option == name) return &each;
    }
    return nullptr;
  }
  [[nodiscard]] Place place_of(const std::string& key) const {
    const auto found = places.find(key);
    return found == places.end() ? Place{} : found->second;
  }
};

}  // namespace yomikae
