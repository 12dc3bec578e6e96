#include "check/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace yomikae {
namespace {

/// Who reads a reason after that many years was not there when it was written.
constexpr int longest_years = 5;

std::string shown(const Subject& subject) {
  return subject.of.empty() ? fmt::format("`{}`", subject.at) : fmt::format("`{}` `{}`", subject.at, subject.of);
}

class AcceptanceChecks {
 public:
  AcceptanceChecks(std::span<const Acceptance> acceptances, const Findings& found, Date day, Findings& findings)
      : acceptances_(acceptances),
        found_(found),
        day_(day),
        last_day_(corresponding_day(day, longest_years * 12)),
        findings_(findings) {}

  void check(const Acceptance& acceptance) {
    std::vector<const Finding*> meant;
    for (const Finding& each : found_.all()) {
      if (each.rule == acceptance.rule && each.subject == acceptance.subject) meant.push_back(&each);
    }
    if (meant.empty()) {
      unused(acceptance);
    } else if (acceptance.until < day_) {
      expired(acceptance, meant);
    } else if (acceptance.until > last_day_) {
      far_off(acceptance);
    }
  }

 private:
  Finding& add(std::string_view rule, const Acceptance& acceptance, Place place, Message message, Message help) {
    const Subject& subject = acceptance.subject;
    const std::string of = fmt::format("{}{}{}", acceptance.rule->id, subject.of.empty() ? "" : " ", subject.of);
    return findings_.add(rule, place, std::move(message), std::move(help)).about(subject.at, of);
  }

  void unused(const Acceptance& acceptance) {
    const std::string subject = shown(acceptance.subject);
    add("acceptance/unused", acceptance, acceptance.place,
        {fmt::format("{} に `{}` の指摘はない", subject, acceptance.rule->id),
         fmt::format("there is no `{}` at {}", acceptance.rule->id, subject)},
        what_is_meant(acceptance));
  }

  /// What is found of the same subject under another name, or under the same name of a subject nearby that no other
  /// entry speaks of; else that the entry has done its duty.
  [[nodiscard]] Message what_is_meant(const Acceptance& acceptance) const {
    std::vector<std::string> subjects;
    for (const Finding& each : found_.all()) {
      if (each.subject.at.empty()) continue;
      if (each.subject == acceptance.subject) {
        return {fmt::format("そこにあるのは `{}` である", each.rule->id),
                fmt::format("what is found there is `{}`", each.rule->id)};
      }
      const bool taken = acceptance_of(each, acceptances_) != nullptr;
      if (each.rule == acceptance.rule && !taken) subjects.push_back(shown(each.subject));
    }
    const std::vector<std::string_view> names(subjects.begin(), subjects.end());
    const std::string wanted = shown(acceptance.subject);
    if (const auto near = nearest_name(wanted, names)) {
      return {fmt::format("{} のことか", *near), fmt::format("did you mean {}?", *near)};
    }
    return {"直っているなら、この了承を消す", "if that is cured, delete this entry"};
  }

  void expired(const Acceptance& acceptance, const std::vector<const Finding*>& meant) {
    const std::string until = to_string(acceptance.until);
    Finding& finding =
        add("acceptance/expired", acceptance, acceptance.until_place,
            {fmt::format("了承は {} で切れた。`{}` は再び数える", until, acceptance.rule->id),
             fmt::format("the acceptance ran out on {}, `{}` counts again", until, acceptance.rule->id)},
            {"見直して、直すか、理由と期限を書き改める", "look again: cure it, or renew the reason and the day"});
    for (const Finding* each : meant) finding.related.push_back({each->place, each->message});
  }

  void far_off(const Acceptance& acceptance) {
    const std::string latest = to_string(last_day_);
    add("acceptance/far-off", acceptance, acceptance.until_place,
        {fmt::format("了承の期限が{}年より先にある", longest_years),
         fmt::format("the acceptance holds for more than {} years", longest_years)},
        {fmt::format("見直す日を決める（{} まで）", latest),
         fmt::format("choose a day to look again, {} at the latest", latest)});
  }

  std::span<const Acceptance> acceptances_;
  const Findings& found_;
  Date day_;
  Date last_day_;
  Findings& findings_;
};

}  // namespace

void check_acceptances(std::span<const Acceptance> acceptances, const Findings& found, Date day, Findings& findings) {
  AcceptanceChecks checks(acceptances, found, day, findings);
  for (const Acceptance& each : acceptances) checks.check(each);
}

}  // namespace yomikae
