#include "render/json.h"
#include "render/output.h"

namespace yomikae {
namespace {

class ComparisonJson {
 public:
  ComparisonJson(const Comparison& comparison, const Sources& sources, Language language)
      : comparison_(comparison),
        sources_(sources),
        before_(*comparison.before->selection, language),
        after_(*comparison.after->selection, language) {}

  Json build() const {
    const Selection& selection = after_.selection();
    Json json;
    json["format"] = json_format;
    json["contract"] = selection.contract().id;
    json["before"] = to_string(before_.selection().day);
    json["after"] = to_string(selection.day);
    json["versions"] = Json::array();
    for (const VersionChange& each : comparison_.versions) {
      json["versions"].push_back({{"layer", each.layer}, {"before", day(each.before)}, {"after", day(each.after)}});
    }
    json["matters"] = list(
        comparison_.matters, [&](const MatterRow& row) { return key(row); },
        [&](const MatterRow& row, const Names& names) { return side(row, names); });
    json["dates"] = list(
        comparison_.dates, [&](const DateRow& row) { return key(row); },
        [&](const DateRow& row, const Names& names) { return side(row, names); });
    json["provisions"] = list(
        comparison_.provisions, [&](const EffectiveProvision& each) { return key(each); },
        [&](const EffectiveProvision& each, const Names&) { return side(each); });
    json["findings"] = list(
        comparison_.findings,
        [](const Finding& each) {
          return Json{{"rule", each.rule->id}};
        },
        [&](const Finding& each, const Names& names) {
          const Selection& own = names.selection();
          return finding_json(judge(each, own.terms->acceptances, own.day), sources_, names.language());
        });
    return json;
  }

 private:
  static Json day(const std::optional<Date>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

  template <class Thing, class Key, class Side>
  Json list(const std::vector<Change<Thing>>& changes, Key key_of, Side side_of) const {
    Json json = Json::array();
    for (const Change<Thing>& each : changes) {
      Json one = key_of(each.before != nullptr ? *each.before : *each.after);
      one["before"] = each.before == nullptr ? Json(nullptr) : side_of(*each.before, before_);
      one["after"] = each.after == nullptr ? Json(nullptr) : side_of(*each.after, after_);
      json.push_back(std::move(one));
    }
    return json;
  }

  static Json key(const MatterRow& row) {
    return {{"matter", row.matter->id.value}, {"label", row.matter->label}, {"scope", scope_json(row.scope)}};
  }
  static Json side(const MatterRow& row, const Names& names) {
    return {{"status", to_string(row.status)},
            {"value", value_json(row.value)},
            {"display", row.display},
            {"source", row.sources.empty() ? Json(nullptr) : source_json(*row.sources.front(), names)}};
  }

  static Json key(const DateRow& row) { return {{"question", row.question}, {"label", row.label}}; }
  static Json side(const DateRow& row, const Names& names) {
    return {{"status", to_string(row.status)},
            {"date", day(row.date)},
            {"source", row.source == nullptr ? Json(nullptr) : source_json(*row.source, names)}};
  }

  static Json key(const EffectiveProvision& each) {
    return {{"document", each.version->text.document.value},
            {"provision", to_string(each.provision->path)},
            {"label", each.provision->label}};
  }
  static Json side(const EffectiveProvision& each) {
    return {{"version", to_string(each.version->text.from)},
            {"fate", to_string(each.fate.fate)},
            {"heading", each.heading.text},
            {"text", each.text.text}};
  }

  const Comparison& comparison_;
  const Sources& sources_;
  Names before_;
  Names after_;
};

}  // namespace

std::string render_json(const Comparison& comparison, const Sources& sources, Language language) {
  return dump(ComparisonJson(comparison, sources, language).build());
}

}  // namespace yomikae
