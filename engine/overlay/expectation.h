#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source.h"
#include "terms/address.h"

namespace yomikae {

/// What somebody expects of one contract: one answer, one line of the table of matters, the fate of one provision, or
/// one finding. Only what is stated is compared.
struct Expectation {
  enum class Kind { question, matter, provision, finding };
  struct Fact {
    Scalar name;
    Scalar value;
  };
  Kind kind = Kind::question;
  std::string subject;      ///< the question, matter, address or kind of finding
  std::vector<Fact> facts;  ///< of a question; for a matter the case it is about (`option`, `ground`, `item`)
  std::optional<std::string> status;
  std::optional<std::string> value;  ///< as it stands in JSON: `2027-01-31`, `4500`, `1 year`, `none`
  std::optional<std::string> safe;
  std::optional<std::string> display;               ///< words the line of a matter shows
  std::optional<std::vector<std::string>> winners;  ///< provisions: of a matter all, of a question some
  std::optional<std::vector<std::string>> losers;   ///< provisions a matter displaces, all of them
  std::optional<std::vector<std::string>> missing;  ///< names that are missing, all of them
  std::optional<std::string> fate;                  ///< of a provision
  std::optional<std::string> because;               ///< the provision that decided it
  std::vector<std::string> says;                    ///< words the provision reads, each of them
  std::optional<std::string> count;                 ///< of a finding
  Place place;
};

/// 期待する答え: a contract beside the file, and what is expected of it.
struct ExpectationSheet {
  std::string contract;  ///< a file name, relative to the sheet
  std::optional<Date> as_of;
  Place as_of_place = {};  ///< where `as_of` is written; that of the sheet where it is not
  std::vector<Expectation> expectations;
  Place place;
};

}  // namespace yomikae
