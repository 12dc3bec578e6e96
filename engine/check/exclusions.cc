#include "check/exclusions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "check/correction.h"
#include "check/exclusion_case.h"
#include "check/exclusion_past.h"
#include "check/exclusion_remains.h"

namespace yomikae {
namespace {

using Part = ExclusionTarget::Part;

/// What a provision is called: its caption, the heading of its article, or its number.
std::string called(const Provision& provision) {
  if (!provision.name.empty()) return provision.name;
  return provision.path.item.empty() && !provision.heading.empty() ? provision.heading : provision.label;
}

/// A misprint of a name, and not another name: at most two characters.
bool misprinted(std::string_view printed, std::string_view meant) {
  constexpr std::size_t most = 2;
  const std::size_t distance = edit_distance(fold(printed), fold(meant));
  return distance <= most && distance * 3 <= count_code_points(printed);
}

class ExclusionCheck {
 public:
  ExclusionCheck(const Checked& checked, const ExclusionCase& line, Findings& findings)
      : checked_(checked), line_(line), exclusion_(*line.exclusion), target_(line.target), findings_(findings) {
    past_ = past_of(line, checked.terms);
  }

  void run() {
    if (!target_.path) return label_nowhere();
    if (const auto drift = drift_of(line_, checked_.terms, checked_.day)) return number_drifted(*drift);
    if (!target_.agrees()) return numbers_differ();
    if (!target_.rivals.empty()) ambiguous();
  }

 private:
  std::string version() const { return to_string(line_.held->text.from); }
  const std::string& label() const {
    const std::string& narrowest = label_of(exclusion_).text;
    return narrowest.empty() ? exclusion_.heading.text : narrowest;
  }

  Finding& add(std::string_view rule, Place place, Message message, Message help = {}) {
    Finding& finding = findings_.add(rule, place, std::move(message), std::move(help));
    finding.subject = subject_of(exclusion_);
    return finding;
  }

  void add_past(Finding& finding) const {
    if (!past_) return;
    const std::string since = to_string(past_->since);
    finding.related.push_back(
        {past_->was->place,
         {fmt::format("{} より前の版では {} で、番号と名称が合っていた", since, where(*past_->was)),
          fmt::format("before {} it was {}, and number and label agreed", since, path_of(*past_->was))}});
  }

  /// The numbers of `meant` in the place of those printed.
  std::vector<Edit> renumbered(const Provision& meant) const {
    std::vector<Edit> edits;
    if (meant.path.head != exclusion_.article.text) edits.push_back(rewritten(exclusion_.article, meant.path.head));
    if (!exclusion_.paragraph.text.empty()) {
      const std::string paragraph = std::to_string(meant.path.paragraph);
      if (paragraph != exclusion_.paragraph.text) edits.push_back(rewritten(exclusion_.paragraph, paragraph));
    } else if (!exclusion_.item.text.empty() && needs_paragraph(meant.path)) {
      if (auto edit = paragraph_before_item(meant.path.paragraph)) edits.push_back(std::move(*edit));
    }
    if (!exclusion_.item.text.empty() && meant.path.item != exclusion_.item.text) {
      edits.push_back(rewritten(exclusion_.item, meant.path.item));
    }
    return edits;
  }

  /// Whether another paragraph of the article has an item with that number.
  bool needs_paragraph(const ProvisionPath& path) const {
    return std::any_of(line_.provisions.begin(), line_.provisions.end(), [&](const Provision* each) {
      return each->path.head == path.head && each->path.item == path.item && each->path.subitem.empty() &&
             each->path.paragraph != path.paragraph;
    });
  }

  /// `paragraph: '2'` before the key of the item, on its line where the mapping is written in one, else on its own.
  std::optional<Edit> paragraph_before_item(int paragraph) const {
    constexpr std::string_view key_name = "item";
    if (!exclusion_.item.place.known()) return std::nullopt;
    const std::string_view text = checked_.sources.text(exclusion_.item.place.source);
    const std::size_t key = text.rfind(key_name, exclusion_.item.place.offset);
    if (key == std::string_view::npos) return std::nullopt;
    const std::size_t line = text.rfind('\n', key) + 1;  // 0 where it is the first
    const std::string_view before = text.substr(line, key - line);
    const bool own_line = before.find_first_not_of(" -") == std::string_view::npos;
    const std::string behind = own_line ? "\n" + std::string(before.size(), ' ') : ", ";
    return Edit{{exclusion_.item.place.source, static_cast<std::uint32_t>(key), 0},
                fmt::format("paragraph: '{}'{}", paragraph, behind)};
  }

  bool whole_article() const { return exclusion_.item.text.empty() && exclusion_.paragraph.text.empty(); }

  /// Where a provision stands, for people: a whole article where the line means one.
  std::string where(const Provision& provision) const {
    const bool numbered = provision.path.head.find_first_not_of("0123456789-") == std::string::npos;
    return whole_article() && numbered ? article_label({provision.path.head, 0, {}, {}}, true) : provision.label;
  }

  std::string path_of(const Provision& provision) const {
    return whole_article() ? provision.path.head : to_string(provision.path);
  }

  /// Whether the version is yet to come: until then the numbers of today are right, so nothing is cured in their place.
  bool ahead() const { return line_.held->text.from > checked_.day; }

  Message write_so(const std::vector<Edit>& edits, const Provision& meant) const {
    const std::string lines = corrected_lines(edits, checked_.sources);
    const std::string ja = ahead() ? fmt::format("チャネルの {} からの版で ", version()) : std::string{};
    const std::string en = ahead() ? fmt::format("in a version of the channel from {} on ", version()) : std::string{};
    return {fmt::format("名称のものは {}。{}`{}`", where(meant), ja, lines),
            fmt::format("the label is at {}: {}`{}`", path_of(meant), en, lines)};
  }

  /// The number that is not that of the label.
  const Scalar& wrong_number(const Provision& meant) const {
    if (meant.path.head != exclusion_.article.text) return exclusion_.article;
    const bool paragraph =
        !exclusion_.paragraph.text.empty() && std::to_string(meant.path.paragraph) != exclusion_.paragraph.text;
    return paragraph ? exclusion_.paragraph : number_of(exclusion_);
  }

  void numbers_differ() {
    const Provision& meant = *target_.meant;
    const std::vector<Edit> edits = renumbered(meant);
    const Place place = wrong_number(meant).place;
    Finding* finding = nullptr;
    if (target_.numbered != nullptr) {
      finding = &number_of_another(place, write_so(edits, meant));
    } else if (past_) {
      finding = &add("exclusion/moved", place,
                     {fmt::format("「{}」は {} 版から {} に移った。{} にはもう何もない", label(),
                                  to_string(past_->since), where(meant), number_label_of(exclusion_)),
                      fmt::format("`{}` moved to {} in the version of {}, and nothing is left at {}", label(),
                                  path_of(meant), to_string(past_->since), numbers_of(exclusion_))},
                     write_so(edits, meant));
    } else {
      finding = &add("exclusion/label-mismatch", place,
                     {fmt::format("{} 版の {} に「{}」はない。名称により {} を除外している", version(),
                                  number_label_of(exclusion_), label(), where(meant)),
                      fmt::format("{} of {} is not `{}`; the label decides, {} is excluded", numbers_of(exclusion_),
                                  version(), label(), path_of(meant))},
                     write_so(edits, meant));
    }
    finding->related.push_back({meant.place, {"この名称のもの", "what bears the label"}});
    add_past(*finding);
    if (past_ && !ahead()) finding->cure = edits;
  }

  Finding& number_of_another(Place place, Message help) {
    const Provision& other = *target_.numbered;
    Finding& finding = add("exclusion/number-of-another", place,
                           {fmt::format("{} は {} 版では「{}」の番号で、「{}」の番号ではない",
                                        number_label_of(exclusion_), version(), called(other), label()),
                            fmt::format("{} is the number of `{}` in the version of {}, not of `{}`",
                                        numbers_of(exclusion_), called(other), version(), label())},
                           std::move(help));
    finding.related.push_back({other.place, {"この番号のもの", "what bears the number"}});
    return finding;
  }

  /// No label is printed, and what the number led to stands elsewhere now. Of a version yet to come that is certain; of
  /// one in force the number may have been corrected since.
  void number_drifted(const ExclusionDrift& drift) {
    const std::string lines = corrected_lines(renumbered(*drift.now), checked_.sources);
    const std::string then = to_string(drift.then_version);
    const Place place = wrong_number(*drift.now).place;
    Finding* finding = nullptr;
    if (ahead()) {
      finding = &add("exclusion/number-of-another", place,
                     {fmt::format("{} は {} 版から別の定めの番号になる。{} 版で除外しているものは除外されなくなる",
                                  number_label_of(exclusion_), version(), then),
                      fmt::format("{} becomes the number of something else with the version of {}: what is excluded in "
                                  "that of {} no longer is",
                                  numbers_of(exclusion_), version(), then)},
                     {fmt::format("同じ定めは {}。チャネルの {} からの版で `{}`", where(*drift.now), version(), lines),
                      fmt::format("the same provision is at {}: in a version of the channel from {} on `{}`",
                                  path_of(*drift.now), version(), lines)});
    } else {
      finding = &add(
          "exclusion/moved", place,
          {fmt::format("{} は {} 版では別の定めの番号だった。その定めは {} に移っている", number_label_of(exclusion_),
                       then, where(*drift.now)),
           fmt::format("{} was the number of something else in the version of {}, which stands at {} now",
                       numbers_of(exclusion_), then, path_of(*drift.now))},
          {fmt::format("その定めを除外するなら `{}`。今の番号のものなら、チャネルの `version` を新しくする", lines),
           fmt::format("to exclude that one: `{}`; where what bears the number now is meant, give the "
                       "channel a newer `version`",
                       lines)});
    }
    finding->related.push_back({target_.meant->place, {"この番号のもの", "what bears the number"}});
    finding->related.push_back({drift.now->place, {"同じ定めの今の場所", "where the same provision stands now"}});
    finding->related.push_back({drift.then->place, {"前の版でこの番号のもの", "what bore the number before"}});
  }

  void ambiguous() {
    std::string all;
    for (const Provision* each : target_.rivals) all += (all.empty() ? "" : "、") + each->label;
    std::vector<Edit> edits;
    if (auto edit = paragraph_before_item(target_.meant->path.paragraph)) edits.push_back(std::move(*edit));
    const std::string line = corrected_lines(edits, checked_.sources);
    Finding& finding = add(
        "exclusion/ambiguous", number_of(exclusion_).place,
        {fmt::format("項の番号がなく、{} のどれを除外するのか分からない。{} を除外している", all, target_.meant->label),
         fmt::format("without the number of a paragraph it may be any of several, {} is excluded",
                     to_string(target_.meant->path))},
        {fmt::format("{} のことなら `{}`", target_.meant->label, line),
         fmt::format("where {} is meant: `{}`", to_string(target_.meant->path), line)});
    for (const Provision* each : target_.rivals) {
      finding.related.push_back({each->place, {each->label, to_string(each->path)}});
    }
  }

  void label_nowhere() {
    const Provision* renamed = past_ ? same_words_elsewhere(*past_->was, line_) : nullptr;
    const Scalar& missing = missing_value();
    Finding& finding = add("exclusion/not-found", missing.place,
                           {fmt::format("「{}」は {} 版の `{}` にない。何も除外していない", words_of(missing),
                                        version(), exclusion_.document.value),
                            fmt::format("`{}` is not in `{}` of {}, nothing is excluded", words_of(missing),
                                        exclusion_.document.value, version())});
    std::vector<const Provision*> near = near_provisions(missing);
    if (renamed != nullptr) {
      finding.help = {
          fmt::format("{} 版で「{}」に改まったとみられる。除外していない", to_string(past_->since), called(*renamed)),
          fmt::format("it seems to be called `{}` since {}, which is not excluded", called(*renamed),
                      to_string(past_->since))};
      near = {renamed};
    } else if (!near.empty()) {
      std::string names_ja;
      std::string names_en;
      for (const Provision* each : near) {
        names_ja += fmt::format("{}{}「{}」", names_ja.empty() ? "" : "、", where(*each), called(*each));
        names_en += fmt::format("{}{} `{}`", names_en.empty() ? "" : ", ", path_of(*each), called(*each));
      }
      finding.help = {fmt::format("似た名称の {} は除外していない", names_ja),
                      fmt::format("what looks like it is not excluded: {}", names_en)};
    }
    for (const Provision* each : near) {
      finding.related.push_back({each->place, {"除外していない", "not excluded"}});
    }
    add_past(finding);
    if (number_leads_astray(renamed)) {
      number_of_another((target_.missing == Part::article ? exclusion_.article : number_of(exclusion_)).place,
                        {fmt::format("「{}」を除外するのでなければ、番号を改めるか行を消す", called(*target_.numbered)),
                         fmt::format("unless `{}` is to be excluded, correct the number or drop the line",
                                     called(*target_.numbered))});
    }
  }

  /// Whether whoever goes by the number of a label that is nowhere cuts something else: not where the label is only
  /// misprinted, or what bears the number has been renamed.
  bool number_leads_astray(const Provision* renamed) const {
    if (target_.numbered == nullptr || target_.numbered == renamed || label().empty()) return false;
    const Provision& numbered = *target_.numbered;
    if (target_.missing != Part::article) return !misprinted(label(), called(numbered));
    return !misprinted(exclusion_.heading.text, numbered.heading) &&
           (exclusion_.name.text.empty() || !same_name(exclusion_.name.text, numbered.name));
  }

  const Scalar& missing_value() const {
    if (target_.missing == Part::article)
      return exclusion_.heading.text.empty() ? exclusion_.article : exclusion_.heading;
    if (!exclusion_.name.text.empty()) return exclusion_.name;
    return number_of(exclusion_);
  }

  std::string words_of(const Scalar& missing) const {
    return &missing == &exclusion_.name || &missing == &exclusion_.heading ? missing.text : numbers_of(exclusion_);
  }

  /// What bears the label in another article, then what holds it or looks like it in this one.
  std::vector<const Provision*> near_provisions(const Scalar& missing) const {
    std::vector<const Provision*> near;
    if (&missing == &exclusion_.heading) {
      std::vector<std::string_view> headings;
      for (const Provision* each : line_.provisions) headings.emplace_back(each->heading);
      const auto nearest = nearest_name(missing.text, headings);
      for (const Provision* each : line_.provisions) {
        if (near.empty() && nearest && each->heading == *nearest) near.push_back(each);
      }
      return near;
    }
    if (&missing != &exclusion_.name) return near;
    std::vector<std::string_view> names;
    for (const Provision* each : line_.provisions) {
      if (each->name.empty()) continue;
      const bool here = each->path.head == target_.head;
      if (here) names.emplace_back(each->name);
      if (same_name(each->name, missing.text) || (here && each->name.find(missing.text) != std::string::npos)) {
        near.push_back(each);
      }
    }
    if (!near.empty()) return near;
    const auto nearest = nearest_name(missing.text, names);
    for (const Provision* each : line_.provisions) {
      if (near.empty() && nearest && each->path.head == target_.head && each->name == *nearest) near.push_back(each);
    }
    return near;
  }

  const Checked& checked_;
  const ExclusionCase& line_;
  const Exclusion& exclusion_;
  const ExclusionTarget& target_;
  std::optional<ExclusionPast> past_;
  Findings& findings_;
};

/// Lines that cut nothing any more: another cuts the whole already.
void find_redundant(const std::vector<ExclusionCase>& lines, Findings& findings) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ExclusionCase& line = lines[i];
    if (!line.target.path) continue;
    for (std::size_t j = 0; j < lines.size(); ++j) {
      const ExclusionCase& other = lines[j];
      if (i == j || line.state != other.state || line.held != other.held || !other.target.path) continue;
      const bool same = *other.target.path == *line.target.path;
      if (!other.target.path->contains(*line.target.path) || (same && j > i)) continue;
      Finding& finding =
          findings.add("exclusion/redundant", number_of(*line.exclusion).place,
                       {fmt::format("{} は別の行がすでに除外している", line.target.meant->label),
                        fmt::format("{} is excluded by another line already", to_string(*line.target.path))});
      finding.subject = subject_of(*line.exclusion);
      finding.related.push_back({number_of(*other.exclusion).place, {"この行による", "by this line"}});
      break;
    }
  }
}

}  // namespace

void check_exclusions(const Checked& checked, Findings& findings) {
  const std::vector<ExclusionCase> lines = exclusion_cases(checked);
  for (const ExclusionCase& line : lines) ExclusionCheck(checked, line, findings).run();
  find_redundant(lines, findings);
  for (const ExclusionCase& line : lines) check_remains(line, findings);
}

}  // namespace yomikae
