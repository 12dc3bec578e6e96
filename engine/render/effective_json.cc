#include <algorithm>

#include "base/text.h"
#include "render/json.h"
#include "render/output.h"

namespace yomikae {
namespace {

class EffectiveWriter {
 public:
  EffectiveWriter(const EffectiveTerms& terms, const Sources& sources, Language language)
      : terms_(terms), sources_(sources), names_(*terms.selection, language) {}

  Json write(Section section) {
    const Selection& selection = *terms_.selection;
    Json json;
    json["format"] = json_format;
    json["contract"] = selection.contract().id;
    json["channel"] = selection.contract().channel.value;
    json["service"] = selection.contract().service.value;
    json["as_of"] = to_string(selection.day);
    json["roles"] = Json::array();
    for (const auto& [role, who] : names_.roles()) {
      json["roles"].push_back({{"role", role}, {"label", names_.role(role)}, {"name", who}});
    }
    json["precedence"] = precedence();
    const auto wanted = [&](Section each) { return section == Section::all || section == each; };
    if (wanted(Section::matters)) json["matters"] = matters();
    if (wanted(Section::dates)) json["dates"] = dates();
    if (wanted(Section::provisions)) json["provisions"] = provisions();
    if (wanted(Section::open)) json["open_points"] = open_points();
    json["findings"] = findings_json(terms_.judged(), sources_, names_.language());
    return json;
  }

 private:
  Json precedence() const {
    Json list = Json::array();
    for (const Layer& layer : terms_.selection->layers) {
      Json one;
      one["rank"] = layer.rank;
      one["layer"] = layer.id;
      one["title"] = layer.title;
      if (layer.held != nullptr) one["version"] = to_string(layer.held->text.from);
      if (layer.because != nullptr) one["because"] = precedence_reason(*layer.because);
      list.push_back(std::move(one));
    }
    return list;
  }

  Json precedence_reason(const PrecedenceRule& rule) const {
    if (rule.document.empty()) return Json{{"words", rule.because}};
    return address_json({rule.document, std::nullopt, rule.at}, names_);
  }

  Json matters() const {
    Json list = Json::array();
    for (const MatterRow& row : terms_.matters) list.push_back(matter(row));
    return list;
  }

  Json matter(const MatterRow& row) const {
    Json json;
    json["matter"] = row.matter->id.value;
    json["label"] = row.matter->label;
    json["status"] = to_string(row.status);
    json["value"] = value_json(row.value);
    json["scope"] = scope_json(row.scope);
    json["display"] = row.display;
    json["source"] = row.sources.empty() ? Json(nullptr) : source_json(*row.sources.front(), names_);
    json["also"] = Json::array();
    for (std::size_t i = 1; i < row.sources.size(); ++i) json["also"].push_back(source_json(*row.sources[i], names_));
    json["over"] = Json::array();
    for (const LosingRule& loser : row.over) json["over"].push_back(losing(loser));
    if (!row.conflicting.empty()) {
      json["conflicting"] = Json::array();
      for (const Rule* rule : row.conflicting) {
        Json one = source_json(*rule, names_);
        one["display"] = rule_display(*rule, *terms_.selection);
        json["conflicting"].push_back(std::move(one));
      }
    }
    if (!row.missing.empty()) json["missing"] = row.missing;
    if (!row.note.empty()) json["note"] = row.note;
    if (!row.readings.empty()) {
      json["readings"] = Json::array();
      for (const OpenReading& each : row.readings) {
        Json one;
        one["id"] = each.reading->id;
        one["preferred"] = each.preferred;
        one["source"] = source_json(*each.rule, names_);
        if (!each.part.empty()) one["part"] = each.part;
        one["because"] = each.reading->because;
        json["readings"].push_back(std::move(one));
      }
    }
    return json;
  }

  Json losing(const LosingRule& loser) const {
    Json json;
    json["source"] = source_json(*loser.rule, names_);
    json["display"] = loser.display;
    json["fate"] = "displaced";
    switch (loser.reason) {
      case LossReason::precedence: json["because"] = precedence_reason(*loser.precedence); break;
      case LossReason::narrower:
      case LossReason::notwithstanding: json["because"] = source_json(*loser.to, names_); break;
    }
    json["reason"] = loser.reason == LossReason::precedence ? "precedence"
                     : loser.reason == LossReason::narrower ? "narrower"
                                                            : "notwithstanding";
    return json;
  }

  Json dates() const {
    Json list = Json::array();
    for (const DateRow& row : terms_.dates) {
      Json one;
      one["question"] = row.question;
      if (!row.facts.empty()) one["facts"] = Json::object();
      for (const auto& [name, day] : row.facts) one["facts"][name] = to_string(day);
      one["label"] = row.label;
      one["status"] = to_string(row.status);
      one["date"] = row.date ? Json(to_string(*row.date)) : Json(nullptr);
      if (row.status == AnswerStatus::ambiguous) one["safe"] = row.safe ? Json(to_string(*row.safe)) : Json(nullptr);
      one["source"] = row.source == nullptr ? Json(nullptr) : source_json(*row.source, names_);
      if (!row.note.empty()) one["note"] = row.note;
      list.push_back(std::move(one));
    }
    return list;
  }

  Json provisions() const {
    Json list = Json::array();
    for (const EffectiveProvision& provision : terms_.provisions) list.push_back(this->provision(provision));
    return list;
  }

  /// A provision's words in one text: caption, words, table, tail, in this order, a line each; the changes with them.
  Json provision(const EffectiveProvision& each) const {
    Json json;
    json["document"] = each.version->text.document.value;
    json["version"] = to_string(each.version->text.from);
    json["provision"] = to_string(each.provision->path);
    json["label"] = each.provision->label;
    json["heading"] = each.heading.text;
    if (!each.name.text.empty()) json["name"] = each.name.text;
    json["fate"] = to_string(each.fate.fate);
    json["because"] = reason_json(each.fate.because, names_);
    if (each.amended != nullptr) json["amended_by"] = address_json(each.amended->at, names_);
    if (!each.moot.empty()) {
      json["moot"] = Json::array();
      for (const MootMention& mention : each.moot) {
        json["moot"].push_back({{"name", mention.name}, {"because", address_json(mention.because, names_)}});
      }
    }
    if (!each.errata.empty()) {
      json["errata"] = Json::array();
      for (const Erratum* erratum : each.errata) json["errata"].push_back(erratum_json(*erratum));
    }
    std::string text;
    Json changes = Json::array();
    const auto append = [&](const Wording& wording, std::string_view separator) {
      if (wording.text.empty()) return;
      if (!text.empty()) text += separator;
      add_changes(wording, count_code_points(text), changes);
      text += wording.text;
    };
    append(each.text, "\n");
    for (const Wording& cell : each.cells) append(cell, "\t");
    for (const auto& row : each.rows) {
      bool first = true;
      for (const Wording& cell : row) {
        append(cell, first ? "\n" : "\t");
        first = false;
      }
    }
    append(each.tail, "\n");
    json["text"] = text;
    json["text_is"] = "restated";
    json["substitutions"] = std::move(changes);
    return json;
  }

  static void add_changes(const Wording& wording, std::size_t offset, Json& into) {
    for (const Wording::Change& change : wording.changes) {
      const std::size_t start = offset + count_code_points(std::string_view(wording.text).substr(0, change.begin));
      const std::size_t length =
          count_code_points(std::string_view(wording.text).substr(change.begin, change.end - change.begin));
      Json one;
      one["rule"] = change.rule;
      one["from"] = change.from;
      one["to"] = change.to;
      one["start"] = start;
      one["end"] = start + length;
      into.push_back(std::move(one));
    }
  }

  Json open_points() const {
    Json list = Json::array();
    for (const PrecedenceRule* rule : terms_.open_precedence) {
      list.push_back({{"id", "precedence"}, {"text", rule->because}, {"source", nullptr}});
    }
    for (const OpenPoint* point : terms_.open_points) {
      Json one;
      one["id"] = point->id;
      if (!point->matter.empty()) one["matter"] = point->matter.value;
      one["text"] = point->text;
      const bool placed = !point->document.empty() && !point->at.path.head.empty();
      one["source"] = placed ? address_json({point->document, std::nullopt, point->at}, names_) : Json(nullptr);
      list.push_back(std::move(one));
    }
    return list;
  }

  const EffectiveTerms& terms_;
  const Sources& sources_;
  Names names_;
};

}  // namespace

std::string render_json(const EffectiveTerms& terms, Section section, const Sources& sources, Language language) {
  return dump(EffectiveWriter(terms, sources, language).write(section));
}

}  // namespace yomikae
