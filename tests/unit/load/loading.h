#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/finding.h"
#include "base/source.h"
#include "load/yaml.h"

namespace yomikae {

/// A text read as a YAML file, with what was found wrong with it.
struct YamlText {
  explicit YamlText(std::string text, const YamlLimits& limits = {}) : id(sources.add("test.yaml", std::move(text))) {
    root = parse_yaml(sources, id, findings, limits);
  }

  /// `2:4`, line and column.
  [[nodiscard]] std::string where(Place place) const {
    if (!place.known()) return "nowhere";
    const Location location = sources.locate(place);
    return std::to_string(location.line) + ":" + std::to_string(location.column);
  }
  /// `yaml/tag 2:4; yaml/tag 3:1`
  [[nodiscard]] std::string found() const {
    std::string all;
    for (const Finding& finding : findings.all()) {
      if (!all.empty()) all += "; ";
      all += std::string(finding.rule->id) + " " + where(finding.place);
    }
    return all;
  }
  /// The English help of all findings, one after the other.
  [[nodiscard]] std::string help() const {
    std::string all;
    for (const Finding& finding : findings.all()) all += finding.help.en;
    return all;
  }
  /// What the file has at a place, as many bytes as the place is long.
  [[nodiscard]] std::string_view at(Place place) const {
    const std::string_view all = sources.text(id);
    return all.substr(std::min<std::size_t>(place.offset, all.size()), place.length);
  }

  Sources sources;
  SourceId id;
  Findings findings;
  std::optional<YamlNode> root;
};

}  // namespace yomikae
