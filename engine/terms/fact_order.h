#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/date.h"
#include "base/finding.h"
#include "base/source.h"
#include "terms/ontology.h"

namespace yomikae {

/// A day or month that was stated, with where.
struct StatedDay {
  std::variant<Date, Month> value;
  Place place;
};

/// What was stated under a name, if anything was.
using FindDay = std::function<std::optional<StatedDay>(std::string_view name)>;

/// Reports, with both places, a day that lies before one the terms say it cannot lie before (`not-before`). A month
/// lies before a day where all of it does, and nothing lies before what was not stated.
void check_not_before(const FactSpec& spec, const StatedDay& stated, const FindDay& find, Findings& findings);

}  // namespace yomikae
