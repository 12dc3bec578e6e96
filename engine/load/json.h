#pragma once

#include <optional>
#include <string_view>

#include "load/yaml.h"

namespace yomikae {

/// Reads exactly one JSON value into the form YAML is read into, so that what reads a file reads it too. What JSON says
/// beyond YAML is as strict: invalid UTF-8, duplicate keys and anything beyond the limits are refused.
std::optional<YamlNode> parse_json(const Sources& sources, SourceId source, Findings& findings,
                                   const YamlLimits& limits = {});

/// A value of a text that was read as JSON, as it is written there.
std::string_view json_as_written(const Sources& sources, const YamlNode& value);

}  // namespace yomikae
