#include "diff/change_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "diff/provision_match.h"

namespace yomikae {
namespace {

/// FNV-1a: short, and the same on every machine. It need not resist anybody: what it stands for is reviewed.
std::string mark_of(std::string_view text) {
  constexpr std::uint64_t basis = 14695981039346656037ULL;
  constexpr std::uint64_t prime = 1099511628211ULL;
  std::uint64_t hash = basis;
  for (const char each : text) hash = (hash ^ static_cast<unsigned char>(each)) * prime;
  return fmt::format("{:016x}", hash);
}

std::string address_of(const DocumentId& document, const ProvisionPath& path) {
  return fmt::format("{}#{}", document.value, to_string(path));
}

std::vector<std::string> services_of(const TermChange& change) {
  std::set<std::string> services;
  for (const ChangeInstance& each : change.instances) {
    Whom whom = each.whom;
    whom.contract.clear();
    services.insert(to_string(whom));
  }
  return {services.begin(), services.end()};
}

std::vector<std::string> services_of(const std::vector<Whom>& whom) {
  std::set<std::string> services;
  for (const Whom& each : whom) services.insert(to_string(each));
  return {services.begin(), services.end()};
}

std::string all_of(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string or_nothing(const std::string& words) { return words.empty() ? std::string{"-"} : words; }

class Items {
 public:
  explicit Items(const DiffReport& report) : report_(report) {}

  std::vector<ChangeItem> run() {
    if (!report_.comparable()) {
      unreadable();
      return std::move(items_);
    }
    for (const TermChange& each : report_.changes) add(each);
    for (const Whom& each : report_.services.added) add("change/service-added", each);
    for (const Whom& each : report_.services.removed) add("change/service-removed", each);
    for (const UnreadContract& each : report_.unread) add(each);
    for (const Mask& each : report_.masks) add(each);
    for (const OverlayEffect& each : report_.overlay_effects) add(each);
    for (const FindingChange& each : report_.findings) add(each);
    for (const AmendmentNotice& each : report_.notices) add(each);
    for (const DocumentChange& each : report_.documents) add(each);
    return std::move(items_);
  }

 private:
  ChangeItem& item(std::string_view rule, Place place, Message message, const void* origin) {
    Findings one;
    one.add(rule, place, std::move(message));
    ChangeItem& made = items_.emplace_back();
    made.finding = one.all().front();
    made.id.change = rule;
    made.origin = origin;
    return made;
  }

  /// Once an item knows what it is about, it has its mark and can be found again.
  static void seal(ChangeItem& made, std::string_view more = {}) {
    ChangeId& id = made.id;
    for (std::string* part : {&id.at, &id.of, &id.before, &id.after})
      *part = single_line(*part);  // it goes into a file
    std::string all;
    for (const std::string* part : {&id.change, &id.at, &id.of, &id.before, &id.after}) all += *part + '\x1f';
    for (const std::string& each : id.whom) all += each + '\x1f';
    all += more;
    id.mark = mark_of(all);
    made.finding.about(id.at, id.of.empty() ? id.mark : fmt::format("{} {}", id.of, id.mark));
  }

  static Place last_known(Place before, Place after) { return after.known() ? after : before; }

  void unreadable() {
    const auto& problems = report_.before->problems.all();
    ChangeItem& made = item("change/old-unreadable", problems.empty() ? Place{} : problems.front().place,
                            {"前の状態が読めないため、何が変わったかはいえない",
                             "the old state cannot be read, so what changed cannot be said"},
                            report_.before);
    made.id.at = "old";
    seal(made);
  }

  static std::string_view rule_of(Direction direction) {
    switch (direction) {
      case Direction::worse: return "change/worse";
      case Direction::better: return "change/better";
      case Direction::undirected: return "change/undirected";
      case Direction::wording: break;
    }
    return "change/wording";
  }

  static std::string shown(const ChangeSide& side) {
    if (!side.there) return "-";
    if (!side.display.empty()) return side.display;
    return side.value ? to_string(*side.value) : std::string(to_string(side.status));
  }

  void add(const TermChange& change) {
    const ChangeInstance& first = change.instances.front();
    Place place;
    for (const Cause& each : change.causes) {
      if (!place.known()) place = last_known(each.before, each.after);
    }
    const std::string whom = all_of(services_of(change));
    const std::string before = shown(first.before);
    const std::string after = shown(first.after);
    ChangeItem& made = item(rule_of(change.direction), place,
                            {fmt::format("{}: {} → {}（{}）", change.label, before, after, whom),
                             fmt::format("`{}`: {} → {} ({})", change.asked, before, after, whom)},
                            &change);
    made.matter = change.matter;
    std::string prints;
    for (const Cause& each : change.causes) {
      prints += each.print + each.was + '\x1f' + each.is + '\x1f';
      if (each.before.known() && each.before != made.finding.place) {
        made.finding.related.push_back({each.before, {"前の定め", "what it was"}});
      }
      if (each.after.known() && each.after != made.finding.place) {
        made.finding.related.push_back({each.after, {"変わった定め", "what it is now"}});
      }
    }
    made.id.of = change.asked;
    for (const auto& [name, value] : change.scope) made.id.of += fmt::format(" {}={}", name, value);
    identify(change, made.id);
    seal(made, prints);
  }

  /// By what is laid down, not by what one contract makes of it: contracts come and go.
  static void identify(const TermChange& change, ChangeId& id) {
    const auto& sources = change.sources_after.empty() ? change.sources_before : change.sources_after;
    id.at = !change.causes.empty() ? change.causes.front().at : sources.empty() ? change.asked : sources.front();
    id.whom = services_of(change);
    for (const Cause& each : change.causes) {
      if (!each.was.empty()) id.before += fmt::format("{}{}", id.before.empty() ? "" : " / ", each.was);
      if (!each.is.empty()) id.after += fmt::format("{}{}", id.after.empty() ? "" : " / ", each.is);
    }
    if (!id.before.empty() || !id.after.empty()) return;
    id.before = shown(change.instances.front().before);
    id.after = shown(change.instances.front().after);
  }

  void add(std::string_view rule, const Whom& service) {
    const bool added = rule == "change/service-added";
    const std::string name = to_string(service);
    const Terms& terms = added ? *report_.after->terms : *report_.before->terms;
    const Channel* channel = terms.channel(service.channel, report_.day);
    const Offering* offering = channel == nullptr ? nullptr : channel->offering(service.service);
    ChangeItem& made = item(
        rule, offering == nullptr ? Place{} : offering->place,
        added ? Message{fmt::format("サービス `{}` が加わった", name), fmt::format("the service `{}` is new", name)}
              : Message{fmt::format("サービス `{}` がなくなった", name), fmt::format("the service `{}` is gone", name)},
        &service);
    made.id.at = name;
    seal(made);
  }

  void add(const Mask& mask) {
    const Rule& rule = mask.either();
    std::string by;
    for (const Mask::Reason& each : mask.reasons) {
      const std::string_view part = each.fate == Fate::partly_displaced ? " *" : "";
      by +=
          fmt::format("{}{}: {}{}", by.empty() ? "" : "; ", all_of(services_of(each.whom)), or_nothing(each.by), part);
    }
    const std::string at = fmt::format("{}#{}", rule.document.value, to_string(rule.at));
    ChangeItem& made = item("change/masked", rule.place,
                            {fmt::format("{} {}: {} → {}。次では退けられていて効かない: {}", at, rule.matter.value,
                                         or_nothing(mask.was), or_nothing(mask.is), by),
                             fmt::format("{} `{}`: {} → {}, held back for {}", at, rule.matter.value,
                                         or_nothing(mask.was), or_nothing(mask.is), by)},
                            &mask);
    made.matter = report_.after->terms->ontology.matter(rule.matter.value);
    made.id.at = at;
    made.id.of = rule.matter.value;
    made.id.before = mask.was;
    made.id.after = mask.is;
    seal(made, by);
  }

  void add(const OverlayEffect& effect) {
    const bool exclusion = effect.kind == OverlayEffect::Kind::exclusion_target;
    const std::string whom = all_of(services_of(effect.whom));
    ChangeItem& made =
        item(exclusion ? "change/exclusion-target" : "change/substitution-stopped", effect.place,
             exclusion ? Message{fmt::format("同じ適用除外（{}）が別の条項に当たる: {} → {}（{}）", effect.at,
                                             effect.before, effect.after, whom),
                                 fmt::format("the same exclusion ({}) reaches another provision: {} → {} ({})",
                                             effect.at, effect.before, effect.after, whom)}
                       : Message{fmt::format("同じ読替え（{}）が当たらなくなった: {} 箇所 → {} 箇所（{}）", effect.at,
                                             effect.before, effect.after, whom),
                                 fmt::format("the same substitution ({}) applies nowhere any more: {} → {} ({})",
                                             effect.at, effect.before, effect.after, whom)},
             &effect);
    made.id.at = effect.at;
    made.id.whom = services_of(effect.whom);
    made.id.before = effect.before;
    made.id.after = effect.after;
    seal(made);
  }

  void add(const UnreadContract& contract) {
    const bool lost = contract.reads == UnreadContract::Reads::before_only;
    const Message& why = contract.problem.message;
    ChangeItem& made = item(lost ? "change/contract-broken" : "change/contract-possible", contract.problem.place,
                            lost ? Message{fmt::format("契約 {} は新しい状態では読めない: {}", contract.file, why.ja),
                                           fmt::format("the new state cannot read `{}`: {}", contract.file, why.en)}
                                 : Message{fmt::format("契約 {} は前の状態では読めない: {}", contract.file, why.ja),
                                           fmt::format("the old state cannot read `{}`: {}", contract.file, why.en)},
                            &contract);
    made.finding.help = contract.problem.help;
    made.id.at = contract.file;
    made.id.of = why.en;
    seal(made);
  }

  void add(const FindingChange& change) {
    const Finding& found = change.finding;
    ChangeItem& made = item(change.appeared ? "change/finding-new" : "change/finding-gone", found.place,
                            {fmt::format("{}: {}", found.rule->id, found.message.ja),
                             fmt::format("{}: {}", found.rule->id, found.message.en)},
                            &change);
    made.finding.help = found.help;
    if (change.appeared) made.own = found.rule->severity;
    made.id.at = found.subject.at.empty() ? std::string(found.rule->id) : found.subject.at;
    made.id.of = fmt::format("{} {}", found.rule->id, found.subject.at.empty() ? found.message.en : found.subject.of);
    seal(made);
  }

  void add(const AmendmentNotice& notice) {
    const Version& version = notice.version->text;
    const std::string name = fmt::format("{}@{}", version.document.value, to_string(version.from));
    const std::string day = notice.latest ? to_string(*notice.latest) : std::string{"-"};
    const std::string by_ja =
        notice.source.empty() ? "規程に時期の定めがなく、民法548条の4第2項・第3項" : notice.source;
    const std::string by_en =
        notice.source.empty() ? "the terms state no time, Civil Code 548-4 (2) and (3)" : notice.source;
    ChangeItem& made = item(notice.late ? "change/notice-late" : "change/notice-due", version.place,
                            {fmt::format("{} の変更は {} までに知らせる（{}）", name, day, by_ja),
                             fmt::format("the change to `{}` is to be told by {} ({})", name, day, by_en)},
                            &notice);
    std::string words;
    for (const std::string& each : notice.words) words += fmt::format("{}{}", words.empty() ? "" : " / ", each);
    if (!words.empty()) made.finding.help = {words, words};
    made.id.at = name;
    made.id.whom = services_of(notice.whom);
    made.id.after = day;
    seal(made);
  }

  static std::string_view rule_of(const ProvisionChange& change) {
    using How = ProvisionChange::Words;
    if (change.before == nullptr) return "change/provision-added";
    if (change.after == nullptr) return "change/provision-removed";
    if (change.words == How::reworded) return "change/provision-reworded";
    if (change.words == How::figures) return "change/figures";
    if (change.moved) return "change/provision-moved";
    if (change.renamed) return "change/provision-renamed";
    return "change/spelling";
  }

  static Message words_of(const ProvisionChange& change, const std::string& at) {
    if (change.before == nullptr) {
      return {fmt::format("{} が加わった", at), fmt::format("`{}` is new", at)};
    }
    if (change.after == nullptr) return {fmt::format("{} がなくなった", at), fmt::format("`{}` is gone", at)};
    std::string figures;
    if (!change.figures_before.empty() || !change.figures_after.empty()) {
      figures = fmt::format(" {} → {}", all_of(change.figures_before), all_of(change.figures_after));
    }
    if (change.moved) {
      const std::string from = to_string(change.before->path);
      return {fmt::format("#{} が {} に移った{}", from, at, figures),
              fmt::format("`#{}` is `{}` now{}", from, at, figures)};
    }
    return {fmt::format("{} の文言が変わった{}", at, figures),
            fmt::format("the words of `{}` are others{}", at, figures)};
  }

  void add(const DocumentChange& document) {
    const Version& version = document.either().text;
    if (document.kind != DocumentChange::Kind::edited) {
      const bool gone = document.kind == DocumentChange::Kind::withdrawn;
      const std::string name = fmt::format("{}@{}", version.document.value, to_string(version.from));
      ChangeItem& made =
          item(gone ? "change/version-withdrawn" : "change/version-new", version.place,
               gone ? Message{fmt::format("{} の版がなくなった", name), fmt::format("`{}` is gone", name)}
                    : Message{fmt::format("{} の版が加わった", name), fmt::format("`{}` is new", name)},
               &document);
      made.id.at = name;
      seal(made);
    }
    for (const ProvisionChange& each : document.provisions) {
      const std::string at = address_of(version.document, each.either().path);
      const Place place = each.after != nullptr ? each.after->place : each.before->place;
      ChangeItem& made = item(rule_of(each), place, words_of(each, at), &each);
      if (each.before != nullptr && each.after != nullptr) {
        made.finding.related.push_back({each.before->place, {"前の文言", "the old words"}});
      }
      made.id.at = at;
      made.id.of = to_string(version.from);
      made.id.before = each.before == nullptr ? std::string{} : to_string(each.before->path);
      made.id.after = each.after == nullptr ? std::string{} : to_string(each.after->path);
      seal(made, fmt::format("{}\x1f{}", each.before == nullptr ? "" : printed_words(*each.before),
                             each.after == nullptr ? "" : printed_words(*each.after)));
    }
  }

  const DiffReport& report_;
  std::vector<ChangeItem> items_;
};

}  // namespace

std::vector<ChangeItem> change_items(const DiffReport& report) { return Items(report).run(); }

}  // namespace yomikae
