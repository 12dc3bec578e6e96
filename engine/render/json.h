#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "effective/answer.h"
#include "effective/effective_terms.h"
#include "render/names.h"

namespace yomikae {

using Json = nlohmann::ordered_json;

/// What every JSON output of the program begins with.
inline constexpr int json_format = 1;

/// Where a rule stands: document, version, provision, label.
Json source_json(const Rule& rule, const Names& names);
Json address_json(const Address& address, const Names& names);
Json reason_json(const FateReason& reason, const Names& names);
/// A date as a string, yen and counts as integers, fractions as strings, `none` as a string, nothing as null.
Json value_json(const std::optional<Value>& value);
Json erratum_json(const Erratum& erratum);
Json scope_json(const Dimensions& scope);
/// UTF-8 with an indentation of two and a line feed at the end.
std::string dump(const Json& json);
/// The same on one line, for outputs of which each line is an object; before its other members `id`, as it was written.
std::string dump_line(const Json& json, std::string_view id);

/// The object of one answer.
Json answer_json(const Answer& answer, const Selection& selection, Language language);

Json finding_json(const Finding& finding, const Sources& sources, Language language);
/// The same with who has accepted it, until when and why.
Json finding_json(const JudgedFinding& judged, const Sources& sources, Language language);
Json findings_json(const Findings& findings, const Sources& sources, Language language);
Json findings_json(std::span<const JudgedFinding> findings, const Sources& sources, Language language);

}  // namespace yomikae
