#pragma once

#include "base/finding.h"
#include "load/reader.h"
#include "terms/calendar.h"

namespace yomikae {

/// `kind: calendar`: a law of holidays, from when through when it is worked out, and how far the government has
/// announced them. All files together hold one: a second is an error, since two laws of holidays in one set of terms
/// would leave open which one a business day means.
void load_calendar(MappingReader& file, HolidayCalendar& calendar, Findings& findings);

}  // namespace yomikae
