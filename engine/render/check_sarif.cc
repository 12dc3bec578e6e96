// The Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 27 March 2020), as code hosts read it.
#include <fmt/format.h>

#include <map>

#include "check/page.h"
#include "render/json.h"
#include "render/output.h"
#include "render/severity.h"

namespace yomikae {
namespace {

/// A relative reference (RFC 3986): what is neither unreserved nor a slash is percent-encoded.
std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char each : path) {
    const auto byte = static_cast<unsigned char>(each);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       std::string_view("-._~/").find(each) != std::string_view::npos;
    uri += plain ? std::string(1, each) : fmt::format("%{:02X}", byte);
  }
  return uri;
}

class SarifWriter {
 public:
  SarifWriter(const Sources& sources, Language language) : sources_(sources), language_(language) {}

  Json log(const CheckReport& report) {
    Json results = Json::array();
    for (const JudgedFinding& each : report.findings) results.push_back(result(each));
    Json driver;
    driver["name"] = "yomikae";
    driver["language"] = language_ == Language::ja ? "ja" : "en";
    driver["rules"] = rules_;
    Json run;
    run["tool"]["driver"] = std::move(driver);
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = std::move(results);
    run["properties"]["asOf"] = to_string(report.day);
    Json json;
    json["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    json["version"] = "2.1.0";
    json["runs"] = Json::array({std::move(run)});
    return json;
  }

 private:
  /// The rules that fired, each once, in the order in which they did.
  std::size_t rule_index(const FindingRule& rule) {
    const auto [found, added] = indices_.try_emplace(rule.id, rules_.size());
    if (!added) return found->second;
    const std::string_view looks_for = language_ == Language::ja ? rule.ja : rule.en;
    Json json;
    json["id"] = rule.id;
    json["shortDescription"]["text"] = looks_for;
    json["defaultConfiguration"]["level"] = to_string(rule.severity);
    if (const FindingPage* page = find_finding_page(rule.id)) {
      json["fullDescription"]["text"] = page->why.in(language_);
      json["help"]["text"] = page->cure.in(language_);
    }
    rules_.push_back(std::move(json));
    return found->second;
  }

  Json region(Place place) const {
    const Location start = sources_.locate(place);
    const Location end = sources_.locate({place.source, place.offset + place.length, 0});
    Json json;
    json["startLine"] = start.line;
    json["startColumn"] = start.column;
    json["endLine"] = end.line;
    json["endColumn"] = end.column;
    return json;
  }

  Json physical(Place place) const {
    Json json;
    json["artifactLocation"]["uri"] = uri_of(sources_.name(place.source));
    json["region"] = region(place);
    return json;
  }

  Json fix(const Finding& finding) const {
    std::map<SourceId, Json> by_file;
    for (const Edit& each : finding.cure) {
      Json replacement;
      replacement["deletedRegion"] = region(each.place);
      replacement["insertedContent"]["text"] = each.text;
      by_file.try_emplace(each.place.source, Json::array()).first->second.push_back(std::move(replacement));
    }
    Json json;
    if (!finding.help.empty()) json["description"]["text"] = finding.help.in(language_);
    json["artifactChanges"] = Json::array();
    for (auto& [source, replacements] : by_file) {
      Json change;
      change["artifactLocation"]["uri"] = uri_of(sources_.name(source));
      change["replacements"] = std::move(replacements);
      json["artifactChanges"].push_back(std::move(change));
    }
    return json;
  }

  Json result(const JudgedFinding& judged) {
    const Finding& finding = judged.finding;
    Json json;
    json["ruleId"] = finding.rule->id;
    json["ruleIndex"] = rule_index(*finding.rule);
    json["level"] = to_string(finding.rule->severity);
    std::string words = finding.message.in(language_);
    if (!finding.help.empty()) words += "\n" + finding.help.in(language_);
    json["message"]["text"] = std::move(words);
    Json location;
    if (finding.place.known()) location["physicalLocation"] = physical(finding.place);
    if (!finding.subject.at.empty()) {
      Json logical;
      logical["fullyQualifiedName"] = finding.subject.at;
      location["logicalLocations"] = Json::array({std::move(logical)});
    }
    if (!location.empty()) json["locations"] = Json::array({std::move(location)});
    if (!finding.related.empty()) json["relatedLocations"] = related(finding);
    json["partialFingerprints"]["yomikae/v1"] = fingerprint(finding);
    if (judged.accepted != nullptr) {
      Json suppression;
      suppression["kind"] = "external";
      suppression["status"] = "accepted";
      suppression["justification"] = judged.accepted->because;
      json["suppressions"] = Json::array({std::move(suppression)});
    }
    if (!finding.cure.empty()) json["fixes"] = Json::array({fix(finding)});
    return json;
  }

  Json related(const Finding& finding) const {
    Json json = Json::array();
    for (const Finding::Related& each : finding.related) {
      Json one;
      if (each.place.known()) one["physicalLocation"] = physical(each.place);
      one["message"]["text"] = each.message.in(language_);
      json.push_back(std::move(one));
    }
    return json;
  }

  /// By what a finding is about, not by its words or its line; where it is about nothing with a name, by the text it
  /// points at. Of several alike the second is told from the first by its number.
  std::string fingerprint(const Finding& finding) {
    std::string key;
    if (!finding.subject.at.empty()) {
      key = fmt::format("{} {} {}", finding.rule->id, finding.subject.at, finding.subject.of);
    } else if (finding.place.known()) {
      const std::string_view text = sources_.text(finding.place.source);
      const std::size_t begin = std::min<std::size_t>(finding.place.offset, text.size());
      key = fmt::format("{} {} {}", finding.rule->id, sources_.name(finding.place.source),
                        text.substr(begin, std::min<std::size_t>(finding.place.length, 200)));
    } else {
      key = finding.rule->id;
    }
    return fmt::format("{} #{}", key, ++times_[key]);
  }

  const Sources& sources_;
  Language language_;
  Json rules_ = Json::array();
  std::map<std::string_view, std::size_t> indices_;
  std::map<std::string, int> times_;
};

}  // namespace

std::string render_sarif(const CheckReport& report, const Sources& sources, Language language) {
  return dump(SarifWriter(sources, language).log(report));
}

}  // namespace yomikae
