#include "render/diff_output.h"
#include "render/diff_words.h"
#include "render/json.h"

namespace yomikae {
namespace {

class DiffJson {
 public:
  DiffJson(const DiffReport& report, const Judgement& judgement, const Sources& sources, Language language)
      : report_(report), judgement_(judgement), sources_(sources), language_(language) {}

  Json build() const {
    Json json;
    json["format"] = json_format;
    json["before"] = side(*report_.before);
    json["after"] = side(*report_.after);
    json["as_of"] = to_string(report_.day);
    json["days"] = Json::array();
    for (const Date day : report_.days) json["days"].push_back(to_string(day));
    json["contracts"] = report_.contracts;
    json["documents"] = list(report_.documents);
    json["services"] = {{"added", list(report_.services.added)}, {"removed", list(report_.services.removed)}};
    json["changes"] = list(report_.changes);
    json["masked"] = list(report_.masks);
    json["overlay_effects"] = list(report_.overlay_effects);
    json["findings"] = list(report_.findings);
    json["notices"] = list(report_.notices);
    json["unread"] = list(report_.unread);
    json["summary"] = {{"error", judgement_.count(Severity::error)},
                       {"warning", judgement_.count(Severity::warning)},
                       {"note", judgement_.count(Severity::note)},
                       {"approved", judgement_.approved()}};
    json["judged"] = list(judgement_.changes);
    json["unused_approvals"] = Json::array();
    for (const Approval* each : judgement_.unused) {
      json["unused_approvals"].push_back({{"id", one(each->id)}, {"place", place(each->place)}});
    }
    return json;
  }

 private:
  template <class List>
  Json list(const List& things) const {
    Json json = Json::array();
    for (const auto& each : things) json.push_back(one(each));
    return json;
  }

  Json side(const DiffSide& side) const {
    return {{"name", side.name},
            {"readable", side.terms.has_value()},
            {"findings", findings_json(side.problems, sources_, language_)}};
  }

  Json place(Place place) const {
    if (!place.known()) return nullptr;
    const Location location = sources_.locate(place);
    return {{"file", sources_.name(place.source)}, {"line", location.line}, {"column", location.column}};
  }

  static Json version(const HeldVersion* held) {
    return held == nullptr ? Json(nullptr) : Json(to_string(held->text.from));
  }

  static Json one(const ChangeId& id) {
    return {{"change", id.change}, {"at", id.at},       {"of", id.of},    {"for", id.whom},
            {"before", id.before}, {"after", id.after}, {"mark", id.mark}};
  }

  Json one(const JudgedChange& change) const {
    Json json{{"id", one(change.item.id)}, {"name", change.name}};
    json["finding"] = finding_json(change.item.finding, sources_, language_);
    json["approved"] = nullptr;
    if (change.approved != nullptr) {
      json["approved"] = {{"because", change.approved->because}, {"by", change.approved->by}};
    }
    return json;
  }

  Json one(const UnreadContract& contract) const {
    return {{"file", contract.file},
            {"reads", contract.reads == UnreadContract::Reads::after_only ? "after" : "before"},
            {"problem", finding_json(contract.problem, sources_, language_)}};
  }

  Json one(const DocumentChange& change) const {
    return {{"document", change.either().text.document.value},
            {"change", to_string(change.kind)},
            {"before", version(change.before)},
            {"after", version(change.after)},
            {"provisions", list(change.provisions)}};
  }

  Json provision(const Provision* provision) const {
    if (provision == nullptr) return nullptr;
    return {{"provision", to_string(provision->path)},
            {"label", provision->label},
            {"heading", provision->heading},
            {"name", provision->name},
            {"text", provision->text},
            {"place", place(provision->place)}};
  }

  Json one(const ProvisionChange& change) const {
    Json kinds = Json::array();
    if (change.before == nullptr) kinds.push_back("added");
    if (change.after == nullptr) kinds.push_back("removed");
    if (change.moved) kinds.push_back("moved");
    if (change.renamed) kinds.push_back("renamed");
    if (change.words != ProvisionChange::Words::same) kinds.push_back(to_string(change.words));
    return {{"kinds", kinds},
            {"before", provision(change.before)},
            {"after", provision(change.after)},
            {"figures", {{"before", change.figures_before}, {"after", change.figures_after}}}};
  }

  static Json one(const Whom& whom) {
    Json json{{"channel", whom.channel.value}, {"service", whom.service.value}};
    if (!whom.type.empty()) json["type"] = whom.type;
    if (!whom.contract.empty()) json["contract"] = whom.contract;
    return json;
  }

  static Json one(const ChangeSide& side) {
    if (!side.there) return nullptr;
    return {{"status", to_string(side.status)}, {"value", value_json(side.value)}, {"display", side.display}};
  }

  static Json one(const ChangeInstance& instance) {
    return {{"for", one(instance.whom)}, {"before", one(instance.before)}, {"after", one(instance.after)}};
  }

  Json one(const Cause& cause) const {
    return {{"kind", to_string(cause.kind)},
            {"at", cause.at},
            {"before", {{"place", place(cause.before)}, {"says", cause.was}}},
            {"after", {{"place", place(cause.after)}, {"says", cause.is}}}};
  }

  Json one(const Mask& mask) const {
    const Rule& rule = mask.either();
    Json reasons = Json::array();
    for (const Mask::Reason& each : mask.reasons) {
      reasons.push_back({{"fate", to_string(each.fate)}, {"by", each.by}, {"for", list(each.whom)}});
    }
    return {
        {"document", rule.document.value},
        {"provision", to_string(rule.at)},
        {"matter", rule.matter.value},
        {"before",
         mask.before == nullptr ? Json(nullptr) : Json{{"place", place(mask.before->place)}, {"says", mask.was}}},
        {"after", mask.after == nullptr ? Json(nullptr) : Json{{"place", place(mask.after->place)}, {"says", mask.is}}},
        {"reasons", reasons}};
  }

  Json one(const OverlayEffect& effect) const {
    const bool exclusion = effect.kind == OverlayEffect::Kind::exclusion_target;
    return {{"kind", exclusion ? "exclusion-target" : "substitution-stopped"},
            {"at", effect.at},
            {"before", effect.before},
            {"after", effect.after},
            {"place", place(effect.place)},
            {"for", list(effect.whom)}};
  }

  Json one(const FindingChange& change) const {
    return {{"appeared", change.appeared}, {"finding", finding_json(change.finding, sources_, language_)}};
  }

  Json one(const AmendmentNotice& notice) const {
    return {{"document", notice.version->text.document.value},
            {"version", to_string(notice.version->text.from)},
            {"latest", notice.latest ? Json(to_string(*notice.latest)) : Json(nullptr)},
            {"source", notice.source.empty() ? Json(nullptr) : Json(notice.source)},
            {"words", notice.words},
            {"late", notice.late},
            {"for", list(notice.whom)}};
  }

  static std::string_view kind(Observation::Kind kind) {
    switch (kind) {
      case Observation::Kind::matter: return "matter";
      case Observation::Kind::question: return "question";
      case Observation::Kind::finding: break;
    }
    return "finding";
  }

  Json one(const TermChange& change) const {
    return {{"kind", kind(change.kind)},
            {"asked", change.asked},
            {"label", change.label},
            {"scope", scope_json(change.scope)},
            {"facts", change.facts},
            {"direction", to_string(change.direction)},
            {"from", to_string(change.day)},
            {"sources", {{"before", change.sources_before}, {"after", change.sources_after}}},
            {"instances", list(change.instances)},
            {"causes", list(change.causes)}};
  }

  const DiffReport& report_;
  const Judgement& judgement_;
  const Sources& sources_;
  Language language_;
};

}  // namespace

std::string render_json(const DiffReport& report, const Judgement& judgement, const Sources& sources,
                        Language language) {
  return dump(DiffJson(report, judgement, sources, language).build());
}

}  // namespace yomikae
