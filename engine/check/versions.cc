#include "check/versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "check/amended_places.h"
#include "check/overlay_age.h"
#include "check/version_addresses.h"
#include "check/version_gaps.h"

namespace yomikae {
namespace {

constexpr std::string_view supplement_prefix = "suppl-";

std::string document_subject(const Version& version) { return fmt::format("document/{}", version.document.value); }

/// The dates of effect a document lists end with its own, in their order, and name every supplementary provision it
/// has.
class HistoryCheck {
 public:
  HistoryCheck(const Version& version, Findings& findings) : version_(version), findings_(findings) {}

  void run() {
    const auto& days = version_.history;
    if (days.empty()) return;
    if (!lists(version_.from)) {
      add(version_.from_place,
          {fmt::format("施行日の一覧に、この版の日付 {} がない", to_string(version_.from)),
           fmt::format("the history does not list the day of this version, {}", to_string(version_.from))},
          to_string(version_.from));
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
      const std::string day = to_string(days[i].day);
      if (days[i].day > version_.from) {
        add(days[i].place,
            {fmt::format("{} は、この版の日付 {} より後である", day, to_string(version_.from)),
             fmt::format("{} is later than the day of this version, {}", day, to_string(version_.from))},
            day);
      } else if (i > 0 && days[i].day <= days[i - 1].day) {
        add(days[i].place,
            {fmt::format("{} が、{} の後に並んでいる", day, to_string(days[i - 1].day)),
             fmt::format("{} stands behind {}", day, to_string(days[i - 1].day))},
            day);
      }
    }
    for (const Provision& each : version_.provisions) check_supplement(each);
  }

 private:
  [[nodiscard]] bool lists(Date day) const {
    return std::any_of(version_.history.begin(), version_.history.end(),
                       [&](const Version::Effect& each) { return each.day == day; });
  }

  void check_supplement(const Provision& provision) {
    const std::string& head = provision.path.head;
    if (!head.starts_with(supplement_prefix) || !seen_.insert(head).second) return;
    const auto day = parse_date(std::string_view(head).substr(supplement_prefix.size()));
    if (!day || lists(*day)) return;
    add(provision.place,
        {fmt::format("附則 {} の日付が、施行日の一覧にない", to_string(*day)),
         fmt::format("the history does not list {}, the day of this supplementary provision", to_string(*day))},
        head);
  }

  void add(Place place, Message message, const std::string& of) {
    findings_
        .add("version/history", place, std::move(message),
             {"附則の並びと版の日付を、公表されたものと照らす", "hold the list against the one that is published"})
        .about(document_subject(version_), of);
  }

  const Version& version_;
  Findings& findings_;
  std::set<std::string> seen_;
};

/// The sources the rules of a version were read from.
std::set<SourceId> sources_of(const RuleBook& book) {
  std::set<SourceId> sources;
  for (const Rule& rule : book.rules) sources.insert(rule.place.source);
  return sources;
}

/// Another version of the same document whose rules come from more than one file: one of them may be meant for this.
const HeldVersion* ruled_twice(const HeldVersion& held, const Terms& terms) {
  for (const HeldVersion& each : terms.versions) {
    const bool other = each.text.document == held.text.document && &each != &held;
    if (other && sources_of(each.rules).size() > 1) return &each;
  }
  return nullptr;
}

/// A text a contract is made of, of which nobody has said what it lays down.
void check_ruled(const Checked& checked, Findings& findings) {
  std::set<const HeldVersion*> seen;
  for (const State& state : checked.states) {
    for (const Layer& layer : state.selection.layers) {
      const HeldVersion* held = layer.held;
      if (held == nullptr || !held->rules.document.empty() || !seen.insert(held).second) continue;
      const std::string day = to_string(held->text.from);
      Message help{
          fmt::format("`kind: rules`、`document: {}`、`version: {}` のファイルを足す", held->text.document.value, day),
          fmt::format("add a file of `kind: rules` with `document: {}` and `version: {}`", held->text.document.value,
                      day)};
      const HeldVersion* other = ruled_twice(*held, checked.terms);
      if (other != nullptr) {
        help = {fmt::format("{} 版の定めが複数のファイルにある。その一つの `version` が {} のはずではないか",
                            to_string(other->text.from), day),
                fmt::format("the rules of {} stand in several files; should the `version` of one of them be {}?",
                            to_string(other->text.from), day)};
      }
      Finding& finding = findings.add(
          "version/no-rules", held->text.from_place,
          {fmt::format("`{}` の {} 版に定めがない。すべての事項が「定めなし」になる", held->text.document.value, day),
           fmt::format("`{}` of {} has no rules, every matter comes out silent", held->text.document.value, day)},
          std::move(help));
      if (other != nullptr) {
        for (const SourceId source : sources_of(other->rules)) {
          finding.related.push_back({{source, 0, 0}, {"その定めのファイル", "such a file"}});
        }
      }
      finding.about(document_subject(held->text));
    }
  }
}

/// What is not in force lays nothing down, whatever its rules say.
void check_dormant(const HeldVersion& held, Findings& findings) {
  for (const DormantProvision& dormant : held.rules.dormant) {
    for (const Rule& rule : held.rules.rules) {
      if (rule.kind != Rule::Kind::candidate || !dormant.at.path.contains(rule.at.path)) continue;
      if (!dormant.at.sentence.empty() && dormant.at.sentence != rule.at.sentence) continue;
      Finding& finding = findings.add(
          "version/not-in-force-ruled", rule.place,
          {fmt::format("#{} は効力がないとされているのに、`{}` の定めとして働く", to_string(rule.at),
                       rule.matter.value),
           fmt::format("#{} is said not to be in force and rules `{}` all the same", to_string(rule.at),
                       rule.matter.value)},
          {"定めに `when` で条件を付けるか、定めを消す", "give the rule a condition (`when`), or take it away"});
      finding.related.push_back({dormant.place, {"効力がないとする記載", "said here"}});
      finding.about(fmt::format("{}#{}", held.text.document.value, to_string(rule.at.path)), rule.matter.value);
    }
  }
}

void check_calendar(const Checked& checked, Findings& findings) {
  const HolidayCalendar& calendar = checked.terms.calendar;
  if (!calendar.official || checked.day <= *calendar.official) return;
  findings
      .add("version/calendar-passed", calendar.official_place,
           {fmt::format("祝日が公表されているのは {} までで、{} は見込みにすぎない", to_string(*calendar.official),
                        to_string(checked.day)),
            fmt::format("holidays are announced through {}, those of {} are only expected",
                        to_string(*calendar.official), to_string(checked.day))},
           {"官報に公表された春分・秋分と法律の改正を照らし、`official-through` を進める",
            "hold them against the gazette and the law, then move `official-through` on"})
      .about("calendar/holidays");
}

}  // namespace

void check_versions(const Checked& checked, Findings& findings) {
  check_overlay_age(checked, findings);
  check_version_gaps(checked, findings);
  check_amended_places(checked, findings);
  check_version_addresses(checked, findings);
  check_periods(checked, findings);
  check_ruled(checked, findings);
  check_calendar(checked, findings);
  for (const HeldVersion& held : checked.terms.versions) {
    HistoryCheck(held.text, findings).run();
    check_dormant(held, findings);
  }
}

}  // namespace yomikae
