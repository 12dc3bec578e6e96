#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "terms/address.h"
#include "terms/document.h"

namespace yomikae {

/// A number of a provision as a citation prints it.
struct PrintedNumber {
  enum class Kind {
    none,      ///< nothing printed at this height
    number,    ///< 第7条, 第2項, 第3号
    previous,  ///< 前条, 前項, 前号; `count` of them: 前2項
    next,      ///< 次条, 次項
    same,      ///< 同条, 同項, 本条: what was cited before, or where the words stand
    all,       ///< 各号
    up_to,     ///< 前各号
    from_to,   ///< 第3号から第7号
  };
  Kind kind = Kind::none;
  std::string number;  ///< the first where several are meant
  std::string last;    ///< for `from_to`
  int count = 1;       ///< for `previous`
  friend bool operator==(const PrintedNumber&, const PrintedNumber&) = default;
};

/// 引用の字句 taken apart: `第7条（オプションサービス）第2項第3号`. Numbers are Arabic or Chinese, in any width.
struct PrintedCitation {
  PrintedNumber article;
  PrintedNumber paragraph;
  PrintedNumber item;
  std::string heading;  ///< the label in brackets behind the number of the article; empty where there is none
  Place heading_place;
  std::string name;  ///< words behind the number of an item (`(3) 保管オプション`), or of a paragraph of an annex
  Place name_place;
  [[nodiscard]] bool numbered() const {
    const auto printed = [](const PrintedNumber& each) { return each.kind != PrintedNumber::Kind::none; };
    return printed(article) || printed(paragraph) || printed(item);
  }
};

PrintedCitation parse_printed(const Scalar& printed);

/// The numbers at one height of a path that the words can mean, standing at `from` and coming after citations of
/// `before` in the same text. Nothing where any number would do.
struct MeantNumbers {
  std::vector<std::string> numbers;
  bool whole = false;  ///< whether every one of them is meant (前2項), not one of them
};

/// What the words can mean.
struct MeantProvisions {
  std::optional<MeantNumbers> article;
  std::optional<MeantNumbers> paragraph;
  std::optional<MeantNumbers> item;
};

/// `cited` is the version the citation leads into; `before` are paths cited before in the same text and document; `own`
/// says whether that document is the one the words stand in.
MeantProvisions meant_by(const PrintedCitation& words, const ProvisionPath& from, std::span<const ProvisionPath> before,
                         const Version& cited, bool own);

}  // namespace yomikae
