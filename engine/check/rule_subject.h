#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "overlay/terms.h"

namespace yomikae {

/// What a rule is about by its scope: the names of a dimension it admits, none where it does not name it.
const std::vector<std::string>& admitted(const Rule& rule, std::string_view dimension);

/// The options a rule names one by one (`any` names none).
const std::vector<std::string>& options_of(const Rule& rule, const Ontology& ontology);

/// Whether a rule prices something: an amount that is won item by item and added up, or a price for one event.
bool prices(const Rule& rule, const Ontology& ontology);

/// Whether a rule on that matter is a requirement whose failing is that kind of finding.
bool requires_for(const Rule& rule, std::string_view finding, const Ontology& ontology);

/// What people call the thing a rule is about: options, a billed item, a service. Empty where it names none.
std::vector<std::string> labels_of(const Rule& rule, const Ontology& ontology);

/// The other contracts an expression asks for (`holds(…)`).
std::vector<std::string> holdings_in(const Rule& rule);

}  // namespace yomikae
