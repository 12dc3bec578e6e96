#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "render/json.h"

namespace yomikae::cli {
namespace {

/// A name and what people call it.
using Entries = std::vector<std::pair<std::string, std::string>>;

Entries documents(const Terms& terms) {
  Entries entries;
  for (const HeldVersion& held : terms.versions) {
    entries.emplace_back(fmt::format("{}@{}", held.text.document.value, to_string(held.text.from)), held.text.title);
  }
  return entries;
}

Entries channels(const Terms& terms) {
  Entries entries;
  for (const Channel& channel : terms.channels) {
    entries.emplace_back(fmt::format("{}@{}", channel.id.value, to_string(channel.from)), channel.name);
  }
  return entries;
}

Entries services(const Terms& terms) {
  Entries entries;
  for (const Channel& channel : terms.channels) {
    for (const Offering& offering : channel.offerings) {
      entries.emplace_back(fmt::format("{}: {}", channel.id.value, offering.service.value), offering.name);
    }
  }
  return entries;
}

Entries options_of(const Terms& terms) {
  Entries entries;
  if (const ChoiceSet* set = terms.ontology.set(terms.ontology.option_set)) {
    for (const auto& choice : set->choices) entries.emplace_back(choice.name, choice.label);
  }
  return entries;
}

Entries matters(const Terms& terms) {
  Entries entries;
  for (const Matter& matter : terms.ontology.matters) {
    std::string facts;
    for (const FactSpec& fact : matter.facts) facts += fmt::format(" {}{}", fact.name, fact.optional ? "?" : "");
    entries.emplace_back(matter.id.value,
                         fmt::format("{}{}", matter.label, facts.empty() ? "" : fmt::format("（{} ）", facts)));
  }
  return entries;
}

Entries findings(Language language) {
  Entries entries;
  for (const FindingRule& rule : finding_rules()) {
    entries.emplace_back(rule.id, language == Language::ja ? rule.ja : rule.en);
  }
  return entries;
}

}  // namespace

Exit run_list(const CommonOptions& options, const std::string& what) {
  Session session(options);
  Entries entries;
  if (what == "findings") {
    entries = findings(options.language);
  } else {
    if (!session.load_terms()) return session.failed();
    const Terms& terms = session.terms();
    if (what == "documents") entries = documents(terms);
    if (what == "channels") entries = channels(terms);
    if (what == "services") entries = services(terms);
    if (what == "options") entries = options_of(terms);
    if (what == "matters") entries = matters(terms);
  }
  if (options.format == Format::json) {
    Json json;
    json["format"] = json_format;
    json[what] = Json::array();
    for (const auto& [name, label] : entries) json[what].push_back({{"name", name}, {"label", label}});
    return session.write(dump(json), Exit::done);
  }
  std::string report;
  for (const auto& [name, label] : entries) report += fmt::format("{:<34} {}\n", name, label);
  return session.write(report, Exit::done);
}

}  // namespace yomikae::cli
