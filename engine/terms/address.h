#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/source.h"
#include "terms/name.h"

namespace yomikae {

/// Where a provision stands inside its document: `7.2(3)`, `annex-1.2(1)(note-1)`, `suppl-2012-09-01.2`.
///
/// `head` is the number of an article (枝番号 as `36-3`) or the id of an annex or supplementary provision. An empty
/// part means the whole of what is above it: head alone is the whole article.
struct ProvisionPath {
  std::string head;
  int paragraph = 0;    ///< 項, from 1; 0 for the whole article
  std::string item;     ///< 号, or the id of a note
  std::string subitem;  ///< イロハ, or the id of a note below an item

  [[nodiscard]] bool whole_article() const { return paragraph == 0; }
  /// Whether `other` is this provision or lies inside it.
  [[nodiscard]] bool contains(const ProvisionPath& other) const;
  [[nodiscard]] ProvisionPath parent() const;
  friend bool operator==(const ProvisionPath&, const ProvisionPath&) = default;
  /// Articles by number and branch number, annexes after them; items by number where they are numbers.
  friend std::strong_ordering operator<=>(const ProvisionPath& a, const ProvisionPath& b);
};

/// `7.2(3)`; what is read back gives the same path.
std::string to_string(const ProvisionPath& path);

/// A provision of a document, as it is written after `#`, with the sentence that is meant where one is named
/// (`28.1:後段`).
struct ProvisionRef {
  ProvisionPath path;
  std::string sentence;  ///< 前段, 後段, 本文, ただし書, なお書, 柱書 or empty
  friend bool operator==(const ProvisionRef&, const ProvisionRef&) = default;
};

std::string to_string(const ProvisionRef& ref);

/// `document@version#provision`; every part but the document may be missing.
struct Address {
  DocumentId document;
  std::optional<Date> version;
  std::optional<ProvisionRef> provision;
  Place place = {};  ///< where it is written; unknown for one that is made up
};

/// Reads what stands after `#`: `7.2(3)`, `7(3)` (an item of the only paragraph), `28.1:後段`, `annex-1`.
/// An item without a paragraph means paragraph 1.
std::optional<ProvisionRef> parse_provision(std::string_view text);
/// Reads a whole address; `#7.2` (without a document) means one in `own`.
std::optional<Address> parse_address(std::string_view text, const DocumentId& own = {});
/// Whether this can be the id of a document: `wholesaler/mail`; small Latin letters, digits and hyphens in two parts.
bool is_document_id(std::string_view text);
/// Whether this can be a name in the terms: small Latin letters, digits and hyphens, beginning with a letter.
bool is_plain_name(std::string_view text);

}  // namespace yomikae
