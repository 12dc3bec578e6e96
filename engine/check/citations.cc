#include "check/citations.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "check/cited_matters.h"
#include "check/citing.h"
#include "check/definitions.h"
#include "check/moved_provisions.h"
#include "check/near_words.h"
#include "check/printed_citation.h"

namespace yomikae {
namespace {

/// The first provision of an article, which knows its heading.
const Provision* article_of(const Version& version, std::string_view head) {
  const auto found = std::find_if(version.provisions.begin(), version.provisions.end(),
                                  [&](const Provision& each) { return each.path.head == head; });
  return found == version.provisions.end() ? nullptr : &*found;
}

/// The one article of that heading; null where there is none or several.
const Provision* article_headed(const Version& version, std::string_view heading) {
  const Provision* found = nullptr;
  for (const Provision& each : version.provisions) {
    if (each.heading.empty() || !same_caption(each.heading, heading)) continue;
    if (found != nullptr && found->path.head != each.path.head) return nullptr;
    if (found == nullptr) found = &each;
  }
  return found;
}

/// What an item is called: its name, or the first cell of its row.
Scalar name_of(const Provision& provision) {
  if (!provision.name.empty()) return {provision.name, provision.name_place};
  return provision.cells.empty() ? Scalar{} : provision.cells.front();
}

/// Holds the words of one citation against where it leads.
class PrintedWords {
 public:
  PrintedWords(const Citing& citing, Findings& findings)
      : citing_(citing),
        findings_(findings),
        words_(parse_printed(citing.citation->printed)),
        to_(citing.citation->to.provision->path),
        text_(citing.cited->text) {}

  /// Whether something was reported.
  bool check() {
    if (!words_.numbered()) return false;
    const bool number_fits = numbers_fit(words_);
    if (!words_.heading.empty() && check_heading()) return true;
    if (!words_.name.empty() && check_name()) return true;
    return !number_fits && check_number();
  }

 private:
  /// Whether the provision cited is one the printed numbers can mean.
  [[nodiscard]] bool numbers_fit(const PrintedCitation& words) const {
    const MeantProvisions meant = meant_by(words, citing_.provision->path, citing_.before, text_, citing_.own);
    return fits(meant.article, to_.head) && (to_.paragraph == 0 || fits(meant.paragraph, paragraph())) &&
           (to_.item.empty() || fits(meant.item, to_.item));
  }

  [[nodiscard]] bool article_fits(const PrintedCitation& words) const {
    return fits(meant_by(words, citing_.provision->path, citing_.before, text_, citing_.own).article, to_.head);
  }

  [[nodiscard]] std::string paragraph() const { return std::to_string(to_.paragraph); }

  static bool fits(const std::optional<MeantNumbers>& meant, std::string_view number) {
    return !meant || std::find(meant->numbers.begin(), meant->numbers.end(), number) != meant->numbers.end();
  }

  /// The erratum that puts the words right, by what they then are.
  template <class Right>
  const Erratum* known(Right right) const {
    if (citing_.text == nullptr) return nullptr;
    for (const Erratum* each : errata_at(*citing_.text, citing_.provision->path)) {
      Scalar corrected = citing_.citation->printed;
      corrected.text = put_right(corrected.text, *each);
      if (corrected.text != citing_.citation->printed.text && right(parse_printed(corrected))) return each;
    }
    return nullptr;
  }

  Finding& add(std::string_view rule, Place place, Message message, Message help = {}) {
    return findings_.add(rule, place, std::move(message), std::move(help))
        .about(citing_.subject(), citing_.citation->printed.text);
  }

  void add_known(Place place, const Erratum& erratum) {
    add("citation/known-misprint", place,
        {fmt::format("引用「{}」は誤植とみられる（正しくは「{}」）", citing_.citation->printed.text, erratum.meant),
         fmt::format("the citation `{}` is misprinted for `{}`", citing_.citation->printed.text, erratum.meant)})
        .related.push_back({erratum.place, {"正誤がそう述べている", "the erratum that says so"}});
  }

  [[nodiscard]] std::string corrected_line(const ProvisionPath& path) const {
    return fmt::format("to: '{}'", citing_.address(path));
  }

  /// Whether the label behind the number of an article is reported.
  bool check_heading() {
    const Provision* target = article_of(text_, to_.head);
    if (target == nullptr || target->heading.empty()) return false;
    if (same_caption(words_.heading, target->heading)) {
      return !article_fits(words_) && check_stale_number(*target);
    }
    const auto right = [&](const PrintedCitation& words) { return same_caption(words.heading, target->heading); };
    if (const Erratum* erratum = known(right)) {
      add_known(words_.heading_place, *erratum);
      return true;
    }
    if (const Provision* other = article_headed(text_, words_.heading)) {
      report_other_article(*target, *other);
    } else {
      report_label(words_.heading, words_.heading_place, target->heading, target->heading_place);
    }
    return true;
  }

  /// The label is that of the article cited, the number is not: whoever wrote it had another numbering before them.
  bool check_stale_number(const Provision& target) {
    if (known([&](const PrintedCitation& words) { return article_fits(words); }) != nullptr) return true;
    add("citation/stale-number", citing_.citation->printed.place,
        {fmt::format("「{}」の番号が、引く先の {}（{}）と違う", citing_.citation->printed.text, target.label,
                     target.heading),
         fmt::format("the number in `{}` is not that of {}, which it leads to", citing_.citation->printed.text,
                     citing_.address(to_))},
        {"名称は引く先に合っている。印刷された番号が誤りなら、その旨を正誤に書く",
         "the label fits; where the printed number is wrong, say so in an erratum"})
        .related.push_back({target.heading_place, {"この見出しを引いている", "the heading it names"}});
    return true;
  }

  void report_other_article(const Provision& target, const Provision& other) {
    ProvisionPath moved = to_;
    moved.head = other.path.head;
    const ProvisionPath better = text_.has(moved) ? moved : ProvisionPath{other.path.head, 0, {}, {}};
    Finding& finding =
        add("citation/wrong-number", citing_.citation->place,
            {fmt::format("「{}」の番号は {}（{}）だが、名称は {} のもの", citing_.citation->printed.text,
                         article_label({to_.head, 0, {}, {}}, true), target.heading,
                         article_label({other.path.head, 0, {}, {}}, true)),
             fmt::format("the number of `{}` leads to {}, its label is that of {}", citing_.citation->printed.text,
                         citing_.address({to_.head, 0, {}, {}}), citing_.address({other.path.head, 0, {}, {}}))},
            {fmt::format("名称に従うなら {}", corrected_line(better)),
             fmt::format("by the label: {}", corrected_line(better))});
    finding.related.push_back({other.heading_place, {"この名称の条", "the article of that label"}});
    finding.related.push_back({target.heading_place, {"この番号の条", "the article of that number"}});
    if (better == moved) finding.cure.push_back({citing_.citation->place, citing_.address(better)});
  }

  void report_label(const std::string& printed, Place place, const std::string& wanted, Place wanted_at) {
    add("citation/label-mismatch", place,
        {fmt::format("引用の名称「{}」が、引く先の名称「{}」と違う", printed, wanted),
         fmt::format("the label `{}` of the citation is not `{}`, that of the provision", printed, wanted)},
        {fmt::format("印刷どおりなら、正誤に「{}」→「{}」と書く", printed, wanted),
         fmt::format("where it is printed so, an erratum says that `{}` is meant", wanted)})
        .related.push_back({wanted_at, {"引く先の名称", "the label of the provision"}});
  }

  /// Whether the words behind the number of an item, or of a paragraph of an annex, are reported.
  bool check_name() {
    ProvisionPath at = to_;
    if (words_.item.kind == PrintedNumber::Kind::none || words_.article.number.starts_with("annex")) at.item.clear();
    const Provision* target = text_.find(at);
    if (target == nullptr) return false;
    const Scalar name = name_of(*target);
    if (name.text.empty() || same_caption(words_.name, name.text)) return false;
    const auto right = [&](const PrintedCitation& words) { return same_caption(words.name, name.text); };
    if (const Erratum* erratum = known(right)) {
      add_known(words_.name_place, *erratum);
      return true;
    }
    const Provision* other = sibling_named(*target);
    if (other == nullptr || citing_.excludes) {
      report_label(words_.name, words_.name_place, name.text, name.place);
      return true;
    }
    Finding& finding = add("citation/wrong-number", citing_.citation->place,
                           {fmt::format("「{}」の番号は「{}」だが、名称は {} のもの", citing_.citation->printed.text,
                                        name.text, other->label),
                            fmt::format("the number of `{}` leads to `{}`, its label is that of {}",
                                        citing_.citation->printed.text, name.text, citing_.address(other->path))},
                           {fmt::format("名称に従うなら {}", corrected_line(other->path)),
                            fmt::format("by the label: {}", corrected_line(other->path))});
    finding.related.push_back({name_of(*other).place, {"この名称の号", "the item of that label"}});
    finding.cure.push_back({citing_.citation->place, citing_.address(other->path)});
    return true;
  }

  [[nodiscard]] const Provision* sibling_named(const Provision& target) const {
    for (const Provision& each : text_.provisions) {
      if (each.path.head != target.path.head || each.path == target.path || each.path.item.empty()) continue;
      if (same_caption(name_of(each).text, words_.name)) return &each;
    }
    return nullptr;
  }

  /// Printed numbers and `to` lead to different places, and nothing printed speaks for `to`.
  bool check_number() {
    if (known([&](const PrintedCitation& words) { return numbers_fit(words); }) != nullptr) return false;
    const std::optional<ProvisionPath> meant = meant_path();
    Finding& finding = add(
        "citation/number-mismatch", citing_.citation->place,
        {fmt::format("「{}」と印刷されているが、`to` は {} を指す", citing_.citation->printed.text,
                     citing_.address(to_)),
         fmt::format("`{}` is printed, and `to` leads to {}", citing_.citation->printed.text, citing_.address(to_))});
    if (!meant) return true;
    finding.help = {fmt::format("印刷どおりなら {}", corrected_line(*meant)),
                    fmt::format("as printed: {}", corrected_line(*meant))};
    finding.cure.push_back({citing_.citation->place, citing_.address(*meant)});
    return true;
  }

  /// The one provision the printed numbers mean, as far as they say; nothing where they leave a choice.
  [[nodiscard]] std::optional<ProvisionPath> meant_path() const {
    const MeantProvisions meant = meant_by(words_, citing_.provision->path, citing_.before, text_, citing_.own);
    const auto one = [](const std::optional<MeantNumbers>& numbers, const std::string& otherwise) {
      if (!numbers) return std::optional(otherwise);
      return numbers->numbers.size() == 1 ? std::optional(numbers->numbers.front()) : std::nullopt;
    };
    const auto head = one(meant.article, to_.head);
    const auto number = one(meant.paragraph, paragraph());
    const auto item = one(meant.item, to_.item);
    if (!head || !number || !item) return std::nullopt;
    ProvisionPath path{*head, 0, *item, item == to_.item ? to_.subitem : std::string{}};
    if (*number != "0" || to_.paragraph != 0) {
      const auto parsed = parse_provision(fmt::format("{}.{}", *head, *number));
      if (!parsed) return std::nullopt;
      path.paragraph = parsed->path.paragraph;
    }
    if (!text_.has(path)) return std::nullopt;
    return path;
  }

  const Citing& citing_;
  Findings& findings_;
  PrintedCitation words_;
  ProvisionPath to_;
  const Version& text_;
};

/// 前2項, 前各号, 第3号から第7号: every provision meant is cited.
class Ranges {
 public:
  Ranges(const std::vector<Citing>& all, Findings& findings) : all_(all), findings_(findings) {}

  void check() {
    for (const Citing& each : all_) {
      if (each.own && is_first(each)) check(each);
    }
  }

 private:
  /// The same words stand at each of the provisions they mean.
  static bool is_first(const Citing& citing) {
    const auto& cites = citing.provision->cites;
    const auto first = std::find_if(cites.begin(), cites.end(), [&](const Citation& each) {
      return each.printed.text == citing.citation->printed.text;
    });
    return &*first == citing.citation;
  }

  void check(const Citing& citing) {
    const PrintedCitation words = parse_printed(citing.citation->printed);
    const MeantProvisions meant =
        meant_by(words, citing.provision->path, citing.before, citing.cited->text, citing.own);
    const ProvisionPath& to = citing.citation->to.provision->path;
    if (meant.paragraph && meant.paragraph->whole) {
      for (const std::string& number : meant.paragraph->numbers) {
        const auto path = parse_provision(fmt::format("{}.{}", to.head, number));
        demand(citing, path ? std::optional(path->path) : std::nullopt, fmt::format("第{}項", number));
      }
    }
    if (meant.item && meant.item->whole) {
      for (const std::string& number : meant.item->numbers) {
        demand(citing, ProvisionPath{to.head, to.paragraph, number, {}}, fmt::format("第{}号", number));
      }
    }
    if (words.item.kind == PrintedNumber::Kind::all) demand_items(citing, to);
  }

  void demand(const Citing& citing, const std::optional<ProvisionPath>& member, const std::string& label) {
    if (member && cites(*citing.provision, citing.cited->text.document, *member)) return;
    const bool there = member && citing.cited->text.has(*member);
    Message help;
    if (there) {
      const std::string line =
          fmt::format("- {{ to: '{}', printed: '{}' }}", citing.address(*member), citing.citation->printed.text);
      help = {fmt::format("`cites` に加える: {}", line), fmt::format("to be added to `cites`: {}", line)};
    }
    findings_
        .add("citation/range", citing.citation->printed.place,
             {fmt::format("「{}」に含まれる{}{}", citing.citation->printed.text, label,
                          there ? "が引用に挙がっていない" : "はない"),
              fmt::format("{} of `{}` is {}", label, citing.citation->printed.text, there ? "not cited" : "not there")},
             std::move(help))
        .about(citing.subject(), fmt::format("{} {}", citing.citation->printed.text, label));
  }

  void demand_items(const Citing& citing, const ProvisionPath& to) {
    const auto& provisions = citing.cited->text.provisions;
    const bool has_items = std::any_of(provisions.begin(), provisions.end(), [&](const Provision& each) {
      return to.contains(each.path) && !each.path.item.empty();
    });
    if (has_items) return;
    findings_
        .add("citation/range", citing.citation->printed.place,
             {fmt::format("「{}」とあるが、引く先に号がない", citing.citation->printed.text),
              fmt::format("`{}` is printed, and there are no items", citing.citation->printed.text)})
        .about(citing.subject(), citing.citation->printed.text);
  }

  static bool cites(const Provision& provision, const DocumentId& document, const ProvisionPath& member) {
    return std::any_of(provision.cites.begin(), provision.cites.end(), [&](const Citation& each) {
      return each.to.document == document && each.to.provision && each.to.provision->path.contains(member);
    });
  }

  const std::vector<Citing>& all_;
  Findings& findings_;
};

}  // namespace

void check_citations(const Checked& checked, Findings& findings) {
  const std::vector<Citing> all = citings(checked);
  for (const Citing& each : all) {
    if (check_moved(each, checked.terms, findings) || PrintedWords(each, findings).check()) continue;
    check_cited_matter(each, checked.terms, findings);
  }
  Ranges(all, findings).check();
  check_definitions(checked, findings);
}

}  // namespace yomikae
