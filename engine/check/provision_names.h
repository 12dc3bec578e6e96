#pragma once

#include <string>

#include "overlay/terms.h"
#include "rules/rule.h"

namespace yomikae {

/// The address by which a finding about a rule, or about what ranks layers, is known: without a version.
std::string address_of(const Rule& rule);
std::string address_of(const PrecedenceRule& rule);

/// Where a rule says what it lays down: its value, or the first of its requirements; where it has neither, the rule.
Place content_place(const Rule& rule);

/// The provision a rule stands at, for people: `まち規約 第2条第1項`.
std::string provision_name(const Rule& rule, const Terms& terms);
std::string provision_name(const PrecedenceRule& rule, const Terms& terms);
/// What people call a document, in short.
std::string document_name(const DocumentId& document, const Terms& terms);

}  // namespace yomikae
