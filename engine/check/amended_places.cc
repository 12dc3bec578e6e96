#include "check/amended_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "check/overlay_age.h"
#include "check/version_changes.h"

namespace yomikae {
namespace {

std::string address(const DocumentId& document, const ProvisionPath& path) {
  return fmt::format("{}#{}", document.value, to_string(path));
}

/// The provision at a path, or the first below it.
const Provision* first_at(const Version& version, const ProvisionPath& path) {
  const auto found = std::find_if(version.provisions.begin(), version.provisions.end(),
                                  [&](const Provision& each) { return path.contains(each.path); });
  return found == version.provisions.end() ? nullptr : &*found;
}

/// Whether everything at and below a path reads alike in both.
bool reads_alike(const ProvisionPath& path, const Version& a, const Version& b) {
  const auto held_in = [&](const Version& these, const Version& those) {
    return std::all_of(these.provisions.begin(), these.provisions.end(), [&](const Provision& each) {
      const Provision* other = path.contains(each.path) ? those.find(each.path) : &each;
      return other != nullptr && same_words(each, *other);
    });
  };
  return held_in(a, b) && held_in(b, a);
}

class AmendmentCheck {
 public:
  AmendmentCheck(const State& state, const Terms& terms, Findings& findings)
      : state_(state), terms_(terms), findings_(findings) {}

  void run() {
    for (const OverlayLevel& level : state_.channel->levels) {
      twice(level);
      const Date drawn_up = day_of(level, *state_.channel, terms_);
      for (const Amendment& each : level.amendments) {
        const HeldVersion* older = terms_.in_force(each.document, drawn_up);
        const HeldVersion* base = terms_.in_force(each.document, state_.from);
        if (older != nullptr && base != nullptr && older != base) against(each, older->text, base->text);
      }
    }
  }

 private:
  Finding& add(std::string_view rule, const Amendment& amendment, Message message, Message help) {
    Finding& finding = findings_.add(rule, amendment.target.place, std::move(message), std::move(help));
    return finding.about(
        address(amendment.at.document, amendment.at.provision ? amendment.at.provision->path : ProvisionPath{}),
        address(amendment.document, amendment.path));
  }

  void twice(const OverlayLevel& level) {
    for (std::size_t i = 0; i < level.amendments.size(); ++i) {
      const Amendment& second = level.amendments[i];
      for (std::size_t j = 0; j < i; ++j) {
        const Amendment& first = level.amendments[j];
        if (first.document == second.document && shared(first, second) != nullptr) report_twice(first, second);
      }
    }
  }

  /// A provision both give words to; null where there is none.
  static const Provision* shared(const Amendment& a, const Amendment& b) {
    for (const Provision& words : b.provisions) {
      const bool there = std::any_of(a.provisions.begin(), a.provisions.end(),
                                     [&](const Provision& each) { return each.path == words.path; });
      if (there) return &words;
    }
    return nullptr;
  }

  void report_twice(const Amendment& first, const Amendment& second) {
    const Provision& words = *shared(first, second);
    Finding& finding = add(
        "version/amended-twice", second,
        {fmt::format("`{}` に二つ目の文言を与えている。どちらが立つか分からない", address(second.document, words.path)),
         fmt::format("`{}` is given words a second time, nothing says which hold",
                     address(second.document, words.path))},
        {"一つにまとめる", "make them one"});
    finding.related.push_back({first.target.place, {"一つ目の文言", "the first words"}});
  }

  void against(const Amendment& amendment, const Version& older, const Version& base) {
    const Provision* before = first_at(older, amendment.path);
    const Provision* now = first_at(base, amendment.path);
    if (before == nullptr && now != nullptr) return hits_new(amendment, base, *now);
    if (before == nullptr) return;  // an addition then and now
    if (now == nullptr) return stale(amendment, *before, base);
    if (!same_thing(*before, *now)) return hits_other(amendment, *before, *now, base);
    if (!reads_alike(amendment.path, older, base)) base_changed(amendment, *before, *now, base);
  }

  /// The address the amendment would need: where what it replaced stands now.
  static Message moved_help(const Amendment& amendment, const Provision& before, const Version& base) {
    const Provision* there = found_again(before, base);
    if (there == nullptr) return {};
    ProvisionPath path = there->path;
    if (amendment.path.whole_article()) path = {path.head, 0, {}, {}};
    const std::string line = fmt::format("provision: '{}'", address(amendment.document, path));
    return {fmt::format("いまは {} にある：{}", there->label, line), fmt::format("it stands there now: {}", line)};
  }

  void hits_new(const Amendment& amendment, const Version& base, const Provision& now) {
    Finding& finding =
        add("version/amendment-hits-other", amendment,
            {fmt::format("加えるつもりの番号に、{} 版では {}（{}）がある。その文言と定めを退けてしまう",
                         to_string(base.from), now.label, now.name.empty() ? now.heading : now.name),
             fmt::format("the number it adds is {} (`{}`) in the version of {}, whose words and rules it takes away",
                         to_string(now.path), now.name.empty() ? now.heading : now.name, to_string(base.from))},
            {"空いている番号に改める", "use a number that is free"});
    finding.related.push_back({now.place, {"元の約款の条項", "the provision of the base"}});
  }

  void hits_other(const Amendment& amendment, const Provision& before, const Provision& now, const Version& base) {
    const auto title = [](const Provision& each) { return each.name.empty() ? each.heading : each.name; };
    Finding& finding = add("version/amendment-hits-other", amendment,
                           {fmt::format("置き換えたのは「{}」だが、{} 版のこの番号は「{}」である", title(before),
                                        to_string(base.from), title(now)),
                            fmt::format("what it replaced was `{}`, in the version of {} the number is that of `{}`",
                                        title(before), to_string(base.from), title(now))},
                           moved_help(amendment, before, base));
    finding.related.push_back({before.place, {"置き換えた条項", "what was replaced"}});
    finding.related.push_back({now.place, {"いまの条項", "what stands there now"}});
  }

  void stale(const Amendment& amendment, const Provision& before, const Version& base) {
    Message help = moved_help(amendment, before, base);
    if (help.empty()) {
      help = {"要らなくなったなら消し、なお要るなら、置くべき番号に改める",
              "take it away, or give it the number where it belongs now"};
    }
    Finding& finding = add("version/amendment-stale", amendment,
                           {fmt::format("置き換える条項が {} 版にない。文言は追加として残る", to_string(base.from)),
                            fmt::format("the version of {} has no such provision, the words stand there as an addition",
                                        to_string(base.from))},
                           std::move(help));
    finding.related.push_back({before.place, {"置き換えた条項", "what was replaced"}});
  }

  void base_changed(const Amendment& amendment, const Provision& before, const Provision& now, const Version& base) {
    Finding& finding =
        add("version/amendment-base-changed", amendment,
            {fmt::format("元の文言が {} 版で変わった。置き換えた文言は前の版によっている", to_string(base.from)),
             fmt::format("the words it replaces read otherwise in the version of {}", to_string(base.from))},
            {"新しい文言を踏まえて書き直すか、そのままでよいと確かめる",
             "write it from the newer words, or see that it can stay as it is"});
    finding.related.push_back({before.place, {"前の文言", "the words of then"}});
    finding.related.push_back({now.place, {"いまの文言", "the words of now"}});
  }

  const State& state_;
  const Terms& terms_;
  Findings& findings_;
};

}  // namespace

void check_amended_places(const Checked& checked, Findings& findings) {
  for (const State& state : checked.states) AmendmentCheck(state, checked.terms, findings).run();
}

}  // namespace yomikae
