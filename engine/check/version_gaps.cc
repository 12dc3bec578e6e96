#include "check/version_gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace yomikae {
namespace {

Date day_before(Date day) { return day - std::chrono::days{1}; }
Date day_after(Date day) { return day + std::chrono::days{1}; }

/// The last day of one version of a channel; nothing where no later one is held.
std::optional<Date> last_day(const Channel& channel, const Terms& terms) {
  for (const Channel& each : terms.channels) {  // oldest first
    if (each.id == channel.id && each.from > channel.from) return day_before(each.from);
  }
  return std::nullopt;
}

/// The oldest version of a document; null where none is held.
const HeldVersion* oldest(const DocumentId& document, const Terms& terms) {
  const auto found = std::find_if(terms.versions.begin(), terms.versions.end(),
                                  [&](const HeldVersion& each) { return each.text.document == document; });
  return found == terms.versions.end() ? nullptr : &*found;
}

/// The first days of a service, on which some of its texts are not held yet. A version holds until the next, so there
/// is no other gap.
struct Gap {
  std::optional<Date> through;  ///< nothing where it never ends
  std::vector<DocumentId> lacking;
};

std::optional<Gap> gap_of(const Channel& channel, const Offering& offering, const Terms& terms) {
  Gap gap;
  bool never = false;
  for (const DocumentId& document : offering.layers) {
    const HeldVersion* first = oldest(document, terms);
    if (first != nullptr && first->text.from <= channel.from) continue;
    gap.lacking.push_back(document);
    if (first == nullptr) {
      never = true;
    } else {
      gap.through = std::max(gap.through.value_or(channel.from), day_before(first->text.from));
    }
  }
  if (gap.lacking.empty()) return std::nullopt;
  const std::optional<Date> last = last_day(channel, terms);
  if (never) gap.through = last;
  if (last && gap.through) gap.through = std::min(*last, *gap.through);
  return gap;
}

void report(const Channel& channel, const Offering& offering, const Gap& gap, const Checked& checked,
            Findings& findings) {
  const bool past = gap.through && *gap.through < checked.day;
  std::string lacking;
  for (const DocumentId& document : gap.lacking) {
    lacking += fmt::format("{}`{}`", lacking.empty() ? "" : "、", document.value);
  }
  const std::string from = to_string(channel.from);
  const Message until = gap.through ? Message{fmt::format("{} まで", to_string(*gap.through)),
                                              fmt::format(" through {}", to_string(*gap.through))}
                                    : Message{"後ずっと", " on, without end"};
  Message help{"その日に施行されていた版のファイルを足す", "add the versions that were in force then"};
  if (past) {
    help = {"その間の日についての問いには答えられない。要るなら当時の版を足す",
            "no question about those days has an answer; add the versions of then if one is needed"};
  }
  Finding& finding = findings.add(past ? "version/past-gap" : "version/gap", offering.place,
                                  {fmt::format("`{}` は {} から {}、{} の版がなく、契約を組み立てられない",
                                               offering.service.value, from, until.ja, lacking),
                                   fmt::format("`{}` has no complete set of versions from {}{}: {} is not held",
                                               offering.service.value, from, until.en, lacking)},
                                  std::move(help));
  for (const DocumentId& document : gap.lacking) {
    const HeldVersion* first = oldest(document, checked.terms);
    if (first == nullptr) continue;
    const std::string day = to_string(first->text.from);
    finding.related.push_back({first->text.from_place,
                               {fmt::format("`{}` は {} の版から", document.value, day),
                                fmt::format("`{}` is held from {} on", document.value, day)}});
  }
  finding.about(fmt::format("channel/{}", channel.id.value), offering.service.value);
}

/// A rule that holds between two days, by a condition on one day (`valid:`, or a `when:` of that form).
struct DatedRule {
  const Rule* rule = nullptr;
  std::string by;  ///< the day the condition is about, as written
  std::optional<Date> from;
  std::optional<Date> through;
};

/// Takes `day >= 2026-04-01 and day <= 2027-03-31` apart; false where the condition is anything else.
bool read_period(const Expr& condition, DatedRule& dated) {
  const auto* binary = std::get_if<Expr::Binary>(&condition.node);
  if (binary == nullptr) return false;
  if (binary->op == Operator::both) {
    return read_period(binary->operands[0], dated) && read_period(binary->operands[1], dated);
  }
  const auto* literal = std::get_if<Expr::Literal>(&binary->operands[1].node);
  const auto* day = literal == nullptr ? nullptr : std::get_if<Date>(&literal->value);
  const std::string& by = binary->operands[0].source;
  if (day == nullptr || (!dated.by.empty() && dated.by != by)) return false;
  dated.by = by;
  std::optional<Date>& bound = binary->op == Operator::at_least ? dated.from : dated.through;
  if (bound || (binary->op != Operator::at_least && binary->op != Operator::at_most)) return false;
  bound = *day;
  return true;
}

std::optional<DatedRule> dated(const Rule& rule) {
  DatedRule result{&rule, {}, {}, {}};
  const bool single = rule.when && rule.when->readings.size() == 1 && rule.kind == Rule::Kind::candidate;
  if (!single || !read_period(rule.when->readings.front().value, result)) return std::nullopt;
  return result;
}

bool same_question(const Rule& a, const Rule& b) {
  return a.matter == b.matter && a.scope.admits == b.scope.admits && a.of_contract == b.of_contract &&
         a.of_option == b.of_option;
}

class PeriodCheck {
 public:
  PeriodCheck(const HeldVersion& held, const Terms& terms, Findings& findings)
      : held_(held), terms_(terms), findings_(findings) {}

  void run() {
    std::vector<DatedRule> all;
    for (const Rule& rule : held_.rules.rules) {
      const Matter* matter = terms_.ontology.matter(rule.matter.value);
      if (matter == nullptr || matter->combine == Matter::Combine::all) continue;  // every one of them stands
      if (auto one = dated(rule)) all.push_back(std::move(*one));
    }
    while (!all.empty()) {
      const DatedRule first = all.front();
      const auto others = std::stable_partition(all.begin(), all.end(), [&](const DatedRule& each) {
        return same_question(*each.rule, *first.rule) && each.by == first.by;
      });
      std::vector<DatedRule> group(all.begin(), others);
      all.erase(all.begin(), others);
      std::stable_sort(group.begin(), group.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
      if (group.size() > 1) follow(group);
    }
  }

 private:
  /// One rule after the other; nothing stated at an end means without end.
  void follow(const std::vector<DatedRule>& group) {
    const DatedRule* longest = &group.front();
    for (std::size_t i = 1; i < group.size(); ++i) {
      const DatedRule& next = group[i];
      if (!next.from || !longest->through || *next.from <= *longest->through) {
        overlap(*longest, next);
      } else if (*next.from > day_after(*longest->through) && !always_ruled(*next.rule)) {
        gap(*longest, next);
      }
      if (longest->through && (!next.through || *next.through > *longest->through)) longest = &next;
    }
  }

  /// Whether another rule holds whatever the day.
  bool always_ruled(const Rule& rule) const {
    return std::any_of(held_.rules.rules.begin(), held_.rules.rules.end(),
                       [&](const Rule& each) { return !each.when && same_question(each, rule); });
  }

  static Place place_of(const DatedRule& each) { return each.rule->when->readings.front().value.place; }

  void name(Finding& finding, const DatedRule& before, const DatedRule& after) const {
    finding.related.push_back({place_of(before), {"先の定めの期間", "the period of the one before"}});
    std::string of = after.rule->matter.value;
    for (const auto& [dimension, values] : after.rule->scope.admits) {
      for (const std::string& value : values) of += fmt::format(" {}", value);
    }
    finding.about(fmt::format("{}#{}", held_.text.document.value, to_string(after.rule->at.path)), of);
  }

  void overlap(const DatedRule& before, const DatedRule& after) {
    if (same_content(*before.rule, *after.rule)) return;
    const Date first = std::max(before.from.value_or(Date::min()), after.from.value_or(Date::min()));
    Finding& finding = findings_.add(
        "version/periods-overlap", place_of(after),
        {fmt::format("{} には二つの定めが同時に当たり、食い違う（`{}`）",
                     first == Date::min() ? "始めの間" : to_string(first), after.rule->matter.value),
         fmt::format("on {} two rules on `{}` hold that disagree",
                     first == Date::min() ? "the first days" : to_string(first), after.rule->matter.value)},
        {"先の期間の末日を、次の期間の初日の前日にする", "let the one end the day before the other begins"});
    name(finding, before, after);
  }

  void gap(const DatedRule& before, const DatedRule& after) {
    const std::string first = to_string(day_after(*before.through));
    const std::string last = to_string(day_before(*after.from));
    Finding& finding =
        findings_.add("version/periods-gap", place_of(after),
                      {fmt::format("{} から {} までに当たる定めがない（`{}`）", first, last, after.rule->matter.value),
                       fmt::format("from {} through {} no rule on `{}` holds", first, last, after.rule->matter.value)},
                      {"期間をつなげるか、その間の定めを足す", "let the periods meet, or add what held in between"});
    name(finding, before, after);
  }

  const HeldVersion& held_;
  const Terms& terms_;
  Findings& findings_;
};

}  // namespace

void check_version_gaps(const Checked& checked, Findings& findings) {
  for (const Channel& channel : checked.terms.channels) {
    for (const Offering& offering : channel.offerings) {
      if (const auto gap = gap_of(channel, offering, checked.terms)) report(channel, offering, *gap, checked, findings);
    }
  }
}

void check_periods(const Checked& checked, Findings& findings) {
  for (const HeldVersion& held : checked.terms.versions) PeriodCheck(held, checked.terms, findings).run();
}

}  // namespace yomikae
