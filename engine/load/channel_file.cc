#include "load/channel_file.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "load/document_file.h"
#include "load/rules_file.h"

namespace yomikae {
namespace {

class ChannelReader {
 public:
  ChannelReader(const Ontology& ontology, Findings& findings) : ontology_(ontology), findings_(findings) {}

  std::optional<Channel> read(MappingReader& file) {
    Channel channel;
    channel.place = file.place();
    channel.id.value = file.need_text("channel");
    const auto from = file.need_date("version");
    channel.name = file.need_text("name");
    channel.order_form_name = file.text("order-form");
    channel.from_place = file.place_of("version");
    channel.extends_place = file.place_of("extends");
    if (const std::string base = file.text("extends"); !base.empty()) channel.extends = ChannelId{base};
    read_roles(file, channel);
    for (const YamlNode& node : file.list("services")) read_offering(node, channel);
    OverlayLevel level;
    level.channel = channel.id;
    for (const YamlNode& node : file.list("adopts")) read_adoption(node, channel, level);
    for (const YamlNode& node : file.list("substitutions")) read_table(node, level);
    for (const YamlNode& node : file.list("excludes")) read_exclusion(node, level);
    for (const YamlNode& node : file.list("amends")) read_amendment(node, level);
    channel.levels.push_back(std::move(level));
    for (const YamlNode& node : file.list("sub-terms")) read_sub_terms(node, channel);
    for (const YamlNode& node : file.list("precedence"))
      channel.precedence.push_back(read_precedence(node, {}, ontology_, findings_));
    for (const YamlNode& node : file.list("open-points")) {
      channel.open_points.push_back(read_open_point(node, {}, ontology_, findings_));
    }
    file.finish();
    if (!from || channel.id.empty()) return std::nullopt;
    channel.from = *from;
    return channel;
  }

 private:
  void read_roles(MappingReader& file, Channel& channel) {
    const YamlNode* node = file.take("roles");
    if (node == nullptr) return;
    MappingReader check(*node, findings_);
    const ChoiceSet* parties = ontology_.set(ontology_.party_set);
    for (const auto& entry : node->entries) {
      if (parties != nullptr && parties->find(entry.key.text) == nullptr) {
        report_unknown_name(entry.key, "役割", "role", names_of(ontology_.party_set), findings_);
      }
      if (const auto name = read_scalar(entry.value, findings_)) channel.roles[entry.key.text] = name->text;
    }
  }

  std::optional<Address> address(const Scalar& text) {
    auto result = parse_address(text.text);
    if (result) result->place = text.place;
    if (!result && (!text.text.empty() || text.place.known())) {  // a missing one has no place
      report_bad_value(text,
                       {fmt::format("`{}` は番地ではない（例: `seller/terms#4.1`）", single_line(text.text)),
                        fmt::format("`{}` is no address (such as `seller/terms#4.1`)", single_line(text.text))},
                       findings_);
    }
    return result;
  }

  std::vector<std::string_view> names_of(std::string_view set) const {
    std::vector<std::string_view> names;
    if (const ChoiceSet* choices = ontology_.set(set)) {
      for (const auto& choice : choices->choices) names.emplace_back(choice.name);
    }
    return names;
  }

  void demand_member(const Scalar& name, std::string_view dimension_name, std::string_view ja, std::string_view en) {
    const Dimension* dimension = ontology_.dimension(dimension_name);
    if (name.text.empty() || (dimension != nullptr && ontology_.admits(*dimension, name.text))) return;
    report_unknown_name(name, ja, en, dimension == nullptr ? names_of({}) : names_of(dimension->sets.front()),
                        findings_);
  }

  void read_offering(const YamlNode& node, Channel& channel) {
    MappingReader reader(node, findings_);
    Offering offering;
    offering.place = reader.place();
    const Scalar service = reader.need_scalar("service");
    demand_member(service, "service", "サービス", "service");
    offering.service.value = service.text;
    offering.name = reader.need_text("name");
    for (const Scalar& layer : reader.texts("layers")) offering.layers.push_back({layer.text});
    for (const Scalar& type : reader.texts("types")) {
      demand_member(type, "type", "種類", "type");
      offering.types.push_back(type.text);
    }
    reader.finish();
    channel.offerings.push_back(std::move(offering));
  }

  /// A service the channel does not have would stand on nothing, in silence.
  void demand_offered(const Scalar& name, const Channel& channel) {
    if (channel.offering({name.text}) != nullptr) return;
    std::vector<std::string_view> names;
    for (const Offering& each : channel.offerings) names.emplace_back(each.service.value);
    report_unknown_name(name, "サービス（このチャネルの）", "service of this channel", names, findings_);
  }

  void read_adoption(const YamlNode& node, const Channel& channel, OverlayLevel& level) {
    MappingReader reader(node, findings_);
    Adoption adoption;
    adoption.place = reader.place();
    const Scalar document = reader.need_scalar("document");
    adoption.document.value = document.text;
    adoption.document_place = document.place;
    adoption.extent = reader.choice<Incorporation>("as",
                                                   {{"full", Incorporation::full},
                                                    {"specification", Incorporation::specification},
                                                    {"upstream", Incorporation::upstream}},
                                                   Incorporation::full);
    if (const YamlNode* because = reader.take("because")) {
      if (const auto text = read_scalar(*because, findings_)) adoption.because = address(*text);
    }
    for (const Scalar& service : reader.texts("services")) {
      demand_offered(service, channel);
      adoption.services.push_back({service.text});
    }
    reader.finish();
    level.adoptions.push_back(std::move(adoption));
  }

  void read_table(const YamlNode& node, OverlayLevel& level) {
    MappingReader reader(node, findings_);
    SubstitutionTable table;
    table.place = reader.place();
    const YamlNode* own = reader.take("rows");
    if (const auto rows = address(reader.need_scalar(own == nullptr ? "table" : "at"))) table.rows = *rows;
    if (own != nullptr) read_rows(*own, table);
    table.label = reader.need_text("label");
    reader.finish();
    level.tables.push_back(std::move(table));
  }

  /// `- [from, to]`, a line each.
  void read_rows(const YamlNode& list, SubstitutionTable& table) {
    if (list.kind != YamlNode::Kind::list || list.items.empty()) {
      findings_.add("format/wrong-kind", list.place(),
                    {"読替えの行の一覧が要る（例: `- [元の名称, 読み替えた名称]`）",
                     "a list of rows belongs here (such as `- [name, other name]`)"});
      return;
    }
    for (const YamlNode& row : list.items) {
      if (row.kind != YamlNode::Kind::list || row.items.size() != 2) {
        findings_.add(
            "format/wrong-kind", row.place(),
            {"行には元の字句と読み替えた字句の二つが要る", "a row has two cells: the words and what replaces them"});
        continue;
      }
      const auto from = read_scalar(row.items[0], findings_);
      const auto to = read_scalar(row.items[1], findings_);
      if (!from || !to) continue;
      if (fold(from->text).key.empty()) {
        report_bad_value(*from, {"読み替える元の字句が空である", "the words to be renamed are empty"}, findings_);
        continue;
      }
      table.own.push_back({*from, *to});
    }
  }

  void read_amendment(const YamlNode& node, OverlayLevel& level) {
    MappingReader reader(node, findings_);
    Amendment amendment;
    amendment.place = reader.place();
    if (const auto at = address(reader.need_scalar("at"))) amendment.at = *at;
    const Scalar target = reader.need_scalar("provision");
    const auto where = address(target);
    if (where && (!where->provision || !where->provision->sentence.empty())) {
      report_bad_value(
          target,
          {"条・項・号まで書く（例: `wholesaler/mail#9.1`）", "name the provision (such as `wholesaler/mail#9.1`)"},
          findings_);
    }
    amendment.rules = reader.choice<Amendment::Rules>(
        "rules", {{"fall-away", Amendment::Rules::fall_away}, {"stay", Amendment::Rules::stay}},
        Amendment::Rules::fall_away);
    if (where && where->provision) {
      amendment.document = where->document;
      amendment.path = where->provision->path;
      amendment.target = *where;
      amendment.provisions = read_new_words(reader, where->document, amendment.path, findings_);
    }
    reader.finish();
    level.amendments.push_back(std::move(amendment));
  }

  void read_exclusion(const YamlNode& node, OverlayLevel& level) {
    MappingReader reader(node, findings_);
    Exclusion exclusion;
    exclusion.place = reader.place();
    if (const auto at = address(reader.need_scalar("at"))) exclusion.at = *at;
    exclusion.document.value = reader.need_text("document");
    exclusion.article = reader.need_scalar("article");
    exclusion.heading = reader.scalar("heading");
    exclusion.paragraph = reader.scalar("paragraph");
    exclusion.item = reader.scalar("item");
    exclusion.name = reader.scalar("name");
    reader.finish();
    level.exclusions.push_back(std::move(exclusion));
  }

  void read_sub_terms(const YamlNode& node, Channel& channel) {
    MappingReader reader(node, findings_);
    SubTerms terms;
    terms.place = reader.place();
    const Scalar option = reader.need_scalar("option");
    demand_member(option, "option", "オプション", "option");
    terms.option = option.text;
    terms.document.value = reader.need_text("document");
    terms.title = reader.need_text("title");
    if (const auto because = address(reader.need_scalar("because"))) terms.because = *because;
    reader.finish();
    channel.sub_terms.push_back(std::move(terms));
  }

  const Ontology& ontology_;
  Findings& findings_;
};

}  // namespace

std::optional<Channel> load_channel(MappingReader& file, const Ontology& ontology, Findings& findings) {
  return ChannelReader(ontology, findings).read(file);
}

}  // namespace yomikae
