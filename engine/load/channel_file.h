#pragma once

#include <optional>

#include "base/finding.h"
#include "load/reader.h"
#include "overlay/channel.h"
#include "terms/calendar.h"
#include "terms/ontology.h"

namespace yomikae {

/// `kind: channel`: how the texts of one seller come together.
std::optional<Channel> load_channel(MappingReader& file, const Ontology& ontology, Findings& findings);

/// `kind: calendar`: national holidays by year, and the day up to which they are official.
void load_calendar(MappingReader& file, HolidayCalendar& calendar, Findings& findings);

}  // namespace yomikae
