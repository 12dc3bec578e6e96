#include "render/json.h"
#include "render/output.h"
#include "render/reference_words.h"

namespace yomikae {
namespace {

class ReferenceWriter {
 public:
  ReferenceWriter(const Terms& terms, Language language) : terms_(terms), words_(terms, language) {}

  Json write(const std::vector<ProvisionEntry>& entries) const {
    Json json;
    json["format"] = json_format;
    json["provisions"] = Json::array();
    for (const ProvisionEntry& each : entries) json["provisions"].push_back(provision(each));
    return json;
  }

  Json write(const MatterEntry& entry) const {
    Json json;
    json["format"] = json_format;
    json["matter"] = entry.matter->id.value;
    json["label"] = entry.matter->label;
    json["rules"] = Json::array();
    for (const auto& held : entry.rules) json["rules"].push_back(rule(*held.version, *held.rule));
    json["open_points"] = texts(entry.open_points);
    json["silent"] = Json::array();
    for (const HeldVersion* each : entry.no_rule_in) json["silent"].push_back(each->text.document.value);
    return json;
  }

 private:
  static Json where(const HeldVersion& version, const ProvisionRef& ref) {
    Json json;
    json["document"] = version.text.document.value;
    json["version"] = to_string(version.text.from);
    json["provision"] = to_string(ref.path);
    if (!ref.sentence.empty()) json["sentence"] = ref.sentence;
    json["label"] = ReferenceWords::label(version, {ref.path, {}});
    return json;
  }

  Json rule(const HeldVersion& version, const Rule& rule) const {
    Json json;
    json["matter"] = rule.matter.value;
    json["source"] = where(version, rule.at);
    json["scope"] = Json::object();
    for (const auto& [name, values] : rule.scope.admits) json["scope"][name] = values;
    json["words"] = words_.rule(version, rule);
    return json;
  }

  template <class List>
  static Json texts(const List& points) {
    Json list = Json::array();
    for (const OpenPoint* each : points) list.push_back({{"id", each->id}, {"text", each->text}});
    return list;
  }

  Json provision(const ProvisionEntry& entry) const {
    Json json = where(*entry.version, {entry.provision->path, {}});
    json["heading"] = entry.provision->heading;
    json["text"] = ReferenceWords::text(*entry.provision);
    json["defines"] = Json::array();
    for (const DefinedTerm& each : entry.provision->defines) {
      json["defines"].push_back({{"term", each.term}, {"means", each.means}});
    }
    json["rules"] = Json::array();
    for (const Rule* each : entry.rules) json["rules"].push_back(rule(*entry.version, *each));
    json["precedence"] = Json::array();
    for (const PrecedenceRule* each : entry.precedence) json["precedence"].push_back(each->order);
    json["not_in_force"] = Json::array();
    for (const DormantProvision* each : entry.dormant) json["not_in_force"].push_back(each->because);
    json["nothing_computable"] = Json::array();
    for (const BareProvision* each : entry.bare) json["nothing_computable"].push_back(each->because);
    json["open_points"] = texts(entry.open_points);
    json["errata"] = Json::array();
    for (const Erratum* each : entry.errata) json["errata"].push_back(erratum_json(*each));
    json["cites"] = Json::array();
    for (const Citation& each : entry.provision->cites) {
      Json one;
      one["printed"] = each.printed.text;
      one["document"] = each.to.document.value;
      one["held"] = terms_.newest(each.to.document) != nullptr;
      if (each.to.provision) one["provision"] = to_string(each.to.provision->path);
      json["cites"].push_back(std::move(one));
    }
    json["cited_by"] = Json::array();
    for (const CitedBy& each : entry.cited_by) {
      Json one = where(*each.version, {each.provision->path, {}});
      one["printed"] = each.citation->printed.text;
      json["cited_by"].push_back(std::move(one));
    }
    json["channels"] = Json::array();
    for (const ChannelUse& each : entry.uses) {
      json["channels"].push_back({{"channel", each.channel->id.value}, {"use", to_string(each.kind)}});
    }
    return json;
  }

  const Terms& terms_;
  ReferenceWords words_;
};

}  // namespace

std::string render_json(const std::vector<ProvisionEntry>& entries, const Terms& terms, Language language) {
  return dump(ReferenceWriter(terms, language).write(entries));
}

std::string render_json(const MatterEntry& entry, const Terms& terms, Language language) {
  return dump(ReferenceWriter(terms, language).write(entry));
}

}  // namespace yomikae
