#include "check/overlay_age.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "check/version_changes.h"

namespace yomikae {
namespace {

/// More than that nobody reads one by one; the message says how many there are.
constexpr std::size_t most_shown = 20;

/// An adoption, and the newest version of its document that comes into a contract through it.
struct Aged {
  const Adoption* adoption = nullptr;
  ChannelId owner;
  Date drawn_up;
  const HeldVersion* base = nullptr;
};

std::string joined_days(const std::vector<const Version::Effect*>& days) {
  std::string text;
  for (const auto* each : days) text += fmt::format("{}{}", text.empty() ? "" : "、", to_string(each->day));
  return text;
}

class AgeCheck {
 public:
  AgeCheck(const Checked& checked, Findings& findings)
      : checked_(checked), terms_(checked.terms), findings_(findings) {}

  void run() {
    for (const State& state : checked_.states) gather(state);
    for (const auto& [place, aged] : aged_) report(aged);
    for (const State& state : checked_.states) {
      if (!seen_.insert(state.channel).second) continue;
      extended(*state.channel);
      own_terms(state);
    }
  }

 private:
  /// Of several states the last: the newest version it will have to live with.
  void gather(const State& state) {
    for (const OverlayLevel& level : state.channel->levels) {
      const Date drawn_up = day_of(level, *state.channel, terms_);
      const bool own = level.channel == state.channel->id;
      for (const Adoption& each : level.adoptions) {
        if (own && !each.concerns(state.offering->service)) continue;
        const HeldVersion* base = terms_.in_force(each.document, state.from);
        if (base == nullptr || base->text.from <= drawn_up) continue;
        Aged& aged = aged_[each.document_place];
        if (aged.base != nullptr && aged.base->text.from >= base->text.from) continue;
        aged = {&each, level.channel, drawn_up, base};
      }
    }
  }

  void report(const Aged& aged) {
    const HeldVersion* older = terms_.in_force(aged.adoption->document, aged.drawn_up);
    older == nullptr ? by_history(aged) : by_comparison(aged, *older);
  }

  Finding& add(const Aged& aged, const Message& since) {
    const bool full = aged.adoption->extent == Incorporation::full;
    const std::string& document = aged.adoption->document.value;
    const std::string day = to_string(aged.drawn_up);
    const std::string base = to_string(aged.base->text.from);
    Message help{
        "適用除外の番号と名称、読替えの元の字句、置き換えた条項を新しい版に照らし、確かめたら `version` を進める",
        "hold exclusions, substitutions and replaced provisions against the newer version, then move `version` on"};
    if (!full) {
      help = {"引いている仕様・条件が新しい版でも同じかを確かめる", "see whether what is pointed to is still the same"};
    }
    Finding& finding = findings_.add(
        full ? "version/overlay-older" : "version/reference-older", aged.adoption->document_place,
        {fmt::format("この適用のしかた（{}）より、`{}` の {} 版が新しい。{}", day, document, base, since.ja),
         fmt::format("this overlay of {} is older than `{}` of {}; {}", day, document, base, since.en)},
        std::move(help));
    return finding.about(fmt::format("channel/{}", aged.owner.value), document);
  }

  /// The older version is not held: all there is are the days on which the text was changed.
  void by_history(const Aged& aged) {
    std::vector<const Version::Effect*> since;
    for (const Version::Effect& each : aged.base->text.history) {
      if (each.day > aged.drawn_up && each.day <= aged.base->text.from) since.push_back(&each);
    }
    Message words{"その間の版を保有しないので、何が変わったかは分からない",
                  "what changed is not known, no version in between is held"};
    if (!since.empty()) {
      words = {fmt::format("その間の改定は {} 件（{}）。元の版を保有しないので中身は分からない", since.size(),
                           joined_days(since)),
               fmt::format("it was changed {} times since, how is not known: the version of then is not held",
                           since.size())};
    }
    Finding& finding = add(aged, words);
    for (const auto* each : since) {
      finding.related.push_back(
          {each->place,
           {fmt::format("{} の改定", to_string(each->day)), fmt::format("changed on {}", to_string(each->day))}});
    }
  }

  void by_comparison(const Aged& aged, const HeldVersion& older) {
    const std::vector<ProvisionRevision> changes = changes_between(older, *aged.base);
    if (changes.empty()) return;  // published again as it was
    Finding& finding =
        add(aged, {fmt::format("{} 版から変わった条項は {} 件", to_string(older.text.from), changes.size()),
                   fmt::format("{} provisions changed since {}", changes.size(), to_string(older.text.from))});
    for (const ProvisionRevision& each : changes) {
      if (finding.related.size() == most_shown) break;
      finding.related.push_back({each.after == nullptr ? each.before->place : each.after->place, described(each)});
    }
  }

  /// 再販の再販: the channel it starts from has a version that came after this one.
  void extended(const Channel& channel) {
    if (!channel.extends) return;
    const Channel* base = terms_.channel(*channel.extends, channel.from);
    const Channel* newest = terms_.newest_channel(*channel.extends);
    if (base == nullptr || newest == nullptr || newest->from <= base->from) return;
    Finding& finding =
        findings_.add("version/extends-older", channel.extends_place,
                      {fmt::format("元にするチャネル `{}` には {} 版がある。ここでは {} 版のまま引き継いでいる",
                                   base->id.value, to_string(newest->from), to_string(base->from)),
                       fmt::format("`{}` has a version of {}, this channel still takes over that of {}", base->id.value,
                                   to_string(newest->from), to_string(base->from))},
                      {"新しい版に合わせて見直し、`version` をその日以後にした版を足す",
                       "look it through against the newer version and add a version of that day or later"});
    finding.related.push_back({newest->from_place, {"新しい版", "the newer version"}});
    finding.about(fmt::format("channel/{}", channel.id.value), base->id.value);
  }

  /// The documents whose provisions the channel carries out: its own terms.
  static std::set<DocumentId> carried_out(const Channel& channel) {
    std::set<DocumentId> documents;
    for (const OverlayLevel& level : channel.levels) {
      if (level.channel != channel.id) continue;
      for (const Exclusion& each : level.exclusions) documents.insert(each.at.document);
      for (const Amendment& each : level.amendments) documents.insert(each.at.document);
      for (const SubstitutionTable& each : level.tables) documents.insert(each.rows.document);
      for (const Adoption& each : level.adoptions) {
        if (each.because) documents.insert(each.because->document);
      }
    }
    return documents;
  }

  void own_terms(const State& state) {
    const Channel& channel = *state.channel;
    for (const DocumentId& document : carried_out(channel)) {
      const HeldVersion* newest = nullptr;
      for (const HeldVersion& held : terms_.versions) {
        const bool meant = held.text.document == document && held.text.from > channel.from;
        if (meant && (!state.until || held.text.from <= *state.until)) newest = &held;
      }
      if (newest == nullptr || terms_.in_force(document, channel.from) == nullptr) continue;
      Finding& finding =
          findings_.add("version/channel-older", channel.from_place,
                        {fmt::format("自社の約款 `{}` は {} に改まるが、この適用のしかたは {} のまま", document.value,
                                     to_string(newest->text.from), to_string(channel.from)),
                         fmt::format("the channel's own `{}` changes on {}, its overlay is that of {}", document.value,
                                     to_string(newest->text.from), to_string(channel.from))},
                        {"新しい約款に合わせた適用のしかたを、その日付の版として足す",
                         "add a version of the overlay for that day, written from the newer terms"});
      finding.related.push_back({newest->text.from_place, {"改まった約款", "the newer terms"}});
      finding.about(fmt::format("channel/{}", channel.id.value), document.value);
    }
  }

  const Checked& checked_;
  const Terms& terms_;
  Findings& findings_;
  std::map<Place, Aged> aged_;
  std::set<const Channel*> seen_;
};

}  // namespace

Date day_of(const OverlayLevel& level, const Channel& channel, const Terms& terms) {
  if (level.channel == channel.id) return channel.from;
  const Channel* owner = terms.channel(level.channel, channel.from);
  return owner == nullptr ? channel.from : owner->from;
}

void check_overlay_age(const Checked& checked, Findings& findings) { AgeCheck(checked, findings).run(); }

}  // namespace yomikae
