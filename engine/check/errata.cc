#include "check/errata.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace yomikae {
namespace {

using Standing = Erratum::Standing;

/// The numbers in a text, in their order.
std::vector<std::u32string> numbers_in(std::string_view words) {
  std::vector<std::u32string> numbers;
  bool inside = false;
  for (const char32_t c : fold(words).key) {
    const bool digit = c >= U'0' && c <= U'9';
    if (digit && !inside) numbers.emplace_back();
    if (digit) numbers.back() += c;
    inside = digit || (inside && c == U',');
  }
  return numbers;
}

/// The words themselves: behind them an erratum may say in brackets where they stand (`中継（二か所）`).
std::string_view without_remark(std::string_view words) {
  constexpr std::string_view opening = "（";
  constexpr std::string_view closing = "）";
  const std::size_t at = words.rfind(opening);
  return words.ends_with(closing) && at != std::string_view::npos ? words.substr(0, at) : words;
}

class ErrataCheck {
 public:
  ErrataCheck(const HeldVersion& held, const Ontology& ontology, Findings& findings)
      : held_(held), ontology_(ontology), findings_(findings) {}

  void run() {
    unverified();
    for (const Rule& rule : held_.rules.rules) leaned_on(rule);
    for (const Erratum& each : held_.errata) {
      checked_too_early(each);
      corrected_in_silence(each);
    }
  }

 private:
  [[nodiscard]] std::string address(const ProvisionPath& path) const {
    return fmt::format("{}#{}", held_.text.document.value, to_string(path));
  }

  /// Whether it is about a number in a provision days or amounts follow from: those may come out otherwise.
  [[nodiscard]] bool weighs(const Erratum& erratum) const {
    if (numbers_in(without_remark(erratum.printed)) == numbers_in(without_remark(erratum.meant))) return false;
    return std::any_of(held_.rules.rules.begin(), held_.rules.rules.end(), [&](const Rule& rule) {
      const Matter* matter = ontology_.matter(rule.matter.value);
      const bool words = matter == nullptr || matter->type.kind == ValueType::Kind::words;
      return !words && rule.kind == Rule::Kind::candidate && erratum.at.contains(rule.at.path);
    });
  }

  /// One finding a version: nobody reads seventy. Those that can change a result are shown.
  void unverified() {
    std::vector<const Erratum*> open;
    for (const Erratum& each : held_.errata) {
      if (each.standing == Standing::unverified) open.push_back(&each);
    }
    if (open.empty()) return;
    std::vector<const Erratum*> weighty;
    std::copy_if(open.begin(), open.end(), std::back_inserter(weighty),
                 [&](const Erratum* each) { return weighs(*each); });
    Message count{fmt::format("確かめていない正誤が {} 件ある", open.size()),
                  fmt::format("{} errata are unverified", open.size())};
    if (!weighty.empty()) {
      count.ja += fmt::format("。うち {} 件は、期日や金額を導く条項の数字に関わる", weighty.size());
      count.en += fmt::format(", {} of them about numbers in provisions days or amounts follow from", weighty.size());
    }
    Finding& finding = findings_.add(
        "erratum/unverified", open.front()->place, std::move(count),
        {"公表元のものと照らし、`standing` と `checked` を書く（一覧は `yomikae list errata`）",
         "look at the publisher's copy and write `standing` and `checked` (all of them: `yomikae list errata`)"});
    for (const Erratum* each : weighty) {
      finding.related.push_back({each->place,
                                 {fmt::format("{}「{}」", to_string(each->at), each->printed),
                                  fmt::format("{}, printed `{}`", to_string(each->at), each->printed)}});
    }
    finding.about(fmt::format("document/{}", held_.text.document.value));
  }

  void leaned_on(const Rule& rule) {
    const auto look = [&](const Alternatives& alternatives) {
      for (const Reading& reading : alternatives.readings) leaned_on(rule, reading);
    };
    for (const Part& part : rule.where) look(part.value);
    if (rule.when) look(*rule.when);
    if (const auto* body = std::get_if<Alternatives>(&rule.body)) look(*body);
  }

  void leaned_on(const Rule& rule, const Reading& reading) {
    const auto erratum = std::find_if(held_.errata.begin(), held_.errata.end(),
                                      [&](const Erratum& each) { return each.id == reading.erratum; });
    if (erratum == held_.errata.end() || erratum->standing == Standing::verified) return;
    const bool refuted = erratum->standing == Standing::refuted;
    const Message standing = refuted ? Message{"公表元で否定された", "that the publisher's copy refutes"}
                                     : Message{"まだ確かめていない", "nobody has verified"};
    Message help{"公表元のものと照らす。それまでは、どちらの読み方でも困らない日・額によって行動する",
                 "look at the publisher's copy; until then act on what is right under either reading"};
    if (refuted) help = {"この読み方を消す", "take this reading away"};
    Finding& finding = findings_.add(
        refuted ? "erratum/refuted" : "erratum/leaned-on", reading.erratum_place,
        {fmt::format("読み方 `{}`（{}）は、{}正誤に拠っている", reading.id, rule.matter.value, standing.ja),
         fmt::format("the reading `{}` (`{}`) leans on an erratum {}", reading.id, rule.matter.value, standing.en)},
        std::move(help));
    finding.related.push_back({erratum->place,
                               {fmt::format("「{}」は「{}」の誤りとみる", erratum->printed, erratum->meant),
                                fmt::format("`{}`, taken for `{}`", erratum->printed, erratum->meant)}});
    finding.about(address(rule.at.path), fmt::format("{} {}", rule.matter.value, erratum->id));
  }

  void checked_too_early(const Erratum& erratum) {
    if (!erratum.checked || *erratum.checked >= held_.text.from) return;
    findings_
        .add("erratum/older-than-version", erratum.place,
             {fmt::format("確かめた日 {} は、この版の日付 {} より前である。別の版を見たことになる",
                          to_string(*erratum.checked), to_string(held_.text.from)),
              fmt::format("it was looked up on {}, before there was this version of {}", to_string(*erratum.checked),
                          to_string(held_.text.from))},
             {"この版の公表されたものと照らし直す", "look at the published copy of this version"})
        .about(address(erratum.at), erratum.id);
  }

  /// Words of the source that stand in our data letter by letter: captions, cells, citations, terms it defines.
  [[nodiscard]] std::vector<std::string_view> quoted(const ProvisionPath& path) const {
    std::vector<std::string_view> words;
    for (const Provision& each : held_.text.provisions) {
      if (!path.contains(each.path)) continue;
      words.emplace_back(each.heading);
      words.emplace_back(each.name);
      for (const Scalar& cell : each.cells) words.emplace_back(cell.text);
      for (const Citation& cited : each.cites) words.emplace_back(cited.printed.text);
      for (const DefinedTerm& defined : each.defines) words.emplace_back(defined.term);
      for (const auto& row : each.rows) {
        for (const Scalar& cell : row) words.emplace_back(cell.text);
      }
    }
    return words;
  }

  /// What is printed stays printed: where a caption, cell or citation of ours is word for word the correction, and none
  /// has what is printed, somebody has corrected the text itself.
  void corrected_in_silence(const Erratum& erratum) {
    const std::u32string printed = fold(without_remark(erratum.printed)).key;
    const std::u32string meant = fold(without_remark(erratum.meant)).key;
    if (printed == meant || printed.empty() || meant.empty()) return;
    bool corrected = false;
    for (const std::string_view each : quoted(erratum.at)) {
      const std::u32string words = fold(each).key;
      if (words.find(printed) != std::u32string::npos) return;
      corrected = corrected || words == meant;
    }
    if (!corrected) return;
    findings_
        .add("erratum/words-not-there", erratum.place,
             {fmt::format("印刷された字句「{}」が条項に写されておらず、直した「{}」が写されている", erratum.printed,
                          erratum.meant),
              fmt::format("the provision does not quote `{}`, which is printed, but `{}`, its correction",
                          erratum.printed, erratum.meant)},
             {"写した字句を印刷のとおりに戻すか、正誤を改める",
              "quote the words as they are printed, or mend the erratum"})
        .about(address(erratum.at), erratum.id);
  }

  const HeldVersion& held_;
  const Ontology& ontology_;
  Findings& findings_;
};

}  // namespace

void check_errata(const Checked& checked, Findings& findings) {
  for (const HeldVersion& held : checked.terms.versions) ErrataCheck(held, checked.terms.ontology, findings).run();
}

}  // namespace yomikae
