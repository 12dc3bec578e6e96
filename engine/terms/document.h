#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "terms/address.h"
#include "terms/name.h"

namespace yomikae {

/// 引用: a reference inside a text to another provision, with the words it is printed in. Never mixed with provenance
/// (由来), which says where our own output came from.
struct Citation {
  Address to;
  Scalar printed;
  Scalar about;  ///< the matter it is cited for, where the words say so (`第14条に定める成立日`); may be empty
  Place place;
};

/// A term this provision defines (以下「…」という), and in short what it stands for.
struct DefinedTerm {
  std::string term;
  std::string means;
  Place place;
};

/// 条・項・号: any numbered piece of a document that has words of its own. "Clause" is not a type: it means three
/// things.
struct Provision {
  ProvisionPath path;
  std::string label;  ///< as printed: `第7条第2項第3号`; without 第1項 where the article has one paragraph only
  std::string heading;               ///< of the article or annex it lies in
  std::string name;                  ///< the caption of an item that has one (`メール監査オプション`)
  std::string marker;                ///< the number in the style of the source: `2`, `1.`, `(3)`, `※13`, or empty
  std::string text;                  ///< restated words, with `{provider}` and `{operator}` for the roles
  std::string tail;                  ///< words that follow the items
  std::vector<std::string> columns;  ///< heads of the table that its items, or its rows, make
  std::vector<Scalar> cells;         ///< one row of such a table
  std::vector<std::vector<Scalar>> rows;  ///< a table inside an item
  std::vector<Citation> cites;
  std::vector<DefinedTerm> defines;
  Place place;
  /// Where its heading, its name and its printed number stand; unknown where it has none of its own.
  Place heading_place = {};
  Place name_place = {};
  Place label_place = {};
};

/// 正誤: words that are plainly misprinted. The printed words stay as they are; this says what is probably meant.
struct Erratum {
  enum class Standing {
    unverified,  ///< nobody has looked at the publisher's own copy yet
    verified,    ///< it reads so there too, or the publisher said so
    refuted,     ///< the publisher's copy reads otherwise: only our source was wrong
  };
  std::string id;
  ProvisionPath at;
  std::string printed;  ///< the words in question, in brief
  std::string meant;
  std::string note;  ///< what follows from it
  Date noticed;
  Standing standing = Standing::unverified;
  std::optional<Date> checked;  ///< when somebody looked
  Place place;
};

std::string_view to_string(Erratum::Standing standing);

/// A document the terms name and nobody has attached (a price list, terms of their own): what it governs is an answer,
/// not a hole.
struct KnownDocument {
  DocumentId document;
  std::string title;
  std::string publisher;
  std::vector<std::string> also_called;  ///< other titles under which it is printed
  std::string governs;                   ///< in short, what it is about
  Place place;
};

/// A chapter heading, and the provision it stands before.
struct Chapter {
  std::string title;
  std::size_t before = 0;  ///< index into `Version::provisions`
};

/// 版: one dated state of a document, in force from its date until the next.
struct Version {
  DocumentId document;
  Date from;
  std::string title;
  std::string short_title;  ///< for tables; the id where none is given
  std::string publisher;
  std::vector<Provision> provisions;  ///< in the order of the document
  std::vector<Chapter> chapters;
  /// A date of effect.
  struct Effect {
    Date day;
    Place place;
  };
  std::vector<Effect> history;  ///< those its supplementary provisions list
  Place place;
  Place from_place = {};  ///< where `from` is written

  /// The provision at that path; null where there is none.
  [[nodiscard]] const Provision* find(const ProvisionPath& path) const;
  /// Whether the path leads to a provision, or to an article that has some.
  [[nodiscard]] bool has(const ProvisionPath& path) const;
};

/// `第7条第2項第3号`, from the parts of a path; `only_paragraph` leaves 第1項 out.
std::string article_label(const ProvisionPath& path, bool only_paragraph);

}  // namespace yomikae
