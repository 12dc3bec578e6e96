#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "overlay/reference.h"

namespace yomikae {

/// What the entries of the reference are called, in one language: labels without a contract and its day.
class ReferenceWords {
 public:
  ReferenceWords(const Terms& terms, Language language) : terms_(terms), language_(language) {}

  [[nodiscard]] std::string_view pick(std::string_view ja, std::string_view en) const {
    return language_ == Language::ja ? ja : en;
  }
  /// `第9条第1項本文` of a version.
  [[nodiscard]] static std::string label(const HeldVersion& version, const ProvisionRef& ref);
  /// A document and provision, held or not.
  [[nodiscard]] std::string address(const Address& address) const;
  /// Caption, words and cells of a provision in one text.
  [[nodiscard]] static std::string text(const Provision& provision);
  /// Matter, case, and what is laid down.
  [[nodiscard]] std::string rule(const HeldVersion& version, const Rule& rule) const;
  [[nodiscard]] static std::string order(const PrecedenceRule& rule);
  [[nodiscard]] static std::string erratum(const Erratum& erratum);
  [[nodiscard]] static std::string cited_by(const CitedBy& citing);
  [[nodiscard]] std::string_view use(ChannelUse::Kind kind) const;

 private:
  const Terms& terms_;
  Language language_;
};

/// The name of a use in JSON: `excludes`, `renames-by`.
std::string_view to_string(ChannelUse::Kind kind);

}  // namespace yomikae
