#include "check/substitution_hits.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/correction.h"
#include "resolve/exclusion_target.h"

namespace yomikae {
namespace {

/// A name a row may have meant, and where it stands in the adopted documents.
struct KnownName {
  std::string_view name;
  Place place;  ///< of the provision that bears it, or of its declaration
  bool occurs = false;
};

struct Nearest {
  KnownName known;
  std::size_t distance = 0;
};

class HitCheck {
 public:
  HitCheck(const RenamedTexts& texts, std::size_t level, const Sources& sources, Findings& findings)
      : texts_(texts), level_(texts.levels[level]), sources_(sources), findings_(findings) {
    const std::size_t count = level_.applied.size();
    for (const RenameRow* row : level_.applied) keys_.push_back(fold(row->from->text).key);
    renamed_.resize(count);
    seen_.resize(count, nullptr);
    in_word_.resize(count);
    in_name_.resize(count);
    for (const RenamedText& text : texts.texts) {
      for (const RenamingPass& pass : text.passes) {
        if (pass.level == level) look_at(text, pass);
      }
    }
    find_roles();
  }

  void run() {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const bool again = std::find(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(i), keys_[i]) !=
                         keys_.begin() + static_cast<std::ptrdiff_t>(i);
      if (again) continue;  // of two rows with one source the first applies, and that is said elsewhere
      const bool left = !in_word_[i].empty() || !in_name_[i].empty();
      if (seen_[i] == nullptr) {
        source_not_found(i);
      } else if (renamed_[i] == 0 && !left) {
        hidden(i);
      }
      left_inside_word(i);
      left_inside_name(i);
    }
  }

 private:
  void look_at(const RenamedText& text, const RenamingPass& pass) {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (seen_[i] == nullptr && pass.before.find(keys_[i]) != std::u32string::npos) seen_[i] = &text;
    }
    for (const Replacement& each : pass.result.replacements) ++renamed_[each.rule];
    if (!text.stands) return;  // what is left in words that do not hold is nobody's name any more
    for (const Suppressed& each : pass.result.suppressed) {
      auto& places = each.reason == Suppressed::Reason::inside_longer_word ? in_word_[each.rule] : in_name_[each.rule];
      const bool noted = std::any_of(places.begin(), places.end(),
                                     [&](const RenamedText* other) { return other->provision == text.provision; });
      if (!noted) places.push_back(&text);
    }
  }

  /// The terms write a party as its role: what a channel calls that party stands wherever the role does.
  void find_roles() {
    for (const Channel& channel : texts_.state.selection.terms->channels) {
      for (const auto& [role, name] : channel.roles) {
        const std::u32string written = fold(fmt::format("{{{}}}", role)).key;
        const auto row = std::find(keys_.begin(), keys_.end(), fold(name).key);
        if (row == keys_.end() || !stands(written)) continue;
        const auto index = static_cast<std::size_t>(row - keys_.begin());
        ++renamed_[index];
        if (seen_[index] == nullptr) seen_[index] = &texts_.texts.front();
      }
    }
  }

  Finding& add(std::string_view rule, const RenameRow& row, Message message, Message help = {}) {
    const Scalar& cell = *row.from;
    Finding& finding = findings_.add(rule, cell.at(0, cell.text.size()), std::move(message), std::move(help));
    finding.subject = subject_of(row);
    return finding;
  }

  void source_not_found(std::size_t i) {
    const RenameRow& row = *level_.applied[i];
    const std::string& source = row.from->text;
    Finding& finding =
        add("substitution/source-not-found", row,
            {fmt::format("「{}」は読み替える約款のどこにも出てこない。この行は何も読み替えない", source),
             fmt::format("`{}` is nowhere in the documents that are renamed; this row does nothing", source)});
    const auto near = nearest(i);
    if (!near) return;
    const std::string name(near->known.name);
    const std::string line = corrected_lines({rewritten(*row.from, name)}, sources_);
    finding.help = {fmt::format("`{}` のことか（距離 {}）。`{}`", name, near->distance, line),
                    fmt::format("did you mean `{}` (distance {})? `{}`", name, near->distance, line)};
    if (!near->known.place.known()) return;
    finding.related.push_back({near->known.place, near->known.occurs
                                                      ? Message{"約款に出てくる名称", "the name as it stands there"}
                                                      : Message{"知られている名称", "a name that is known"}});
  }

  void hidden(std::size_t i) {
    const RenameRow& row = *level_.applied[i];
    std::vector<Finding::Related> longer;
    std::string names_ja;
    std::string names_en;
    for (std::size_t j = 0; j < keys_.size(); ++j) {
      if (keys_[j].size() <= keys_[i].size() || keys_[j].find(keys_[i]) == std::u32string::npos) continue;
      if (renamed_[j] == 0) continue;
      const RenameRow& other = *level_.applied[j];
      names_ja += fmt::format("「{}」", other.from->text);
      names_en += fmt::format("{}`{}`", names_en.empty() ? "" : ", ", other.from->text);
      longer.push_back({other.from->at(0, other.from->text.size()), {other.label, "a row that applies"}});
    }
    if (longer.empty()) return;
    Finding& finding = add(
        "substitution/hidden", row,
        {fmt::format("「{}」は、より長い{}の中にしか出てこない。この行は何も読み替えない", row.from->text, names_ja),
         fmt::format("`{}` stands only inside the longer {}; this row does nothing", row.from->text, names_en)});
    finding.related = std::move(longer);
  }

  static void add_places(Finding& finding, const std::vector<const RenamedText*>& places) {
    for (const RenamedText* each : places) {
      finding.related.push_back(
          {each->provision->place,
           {fmt::format("{} {}", each->held->text.short_title, each->provision->label),
            fmt::format("{}#{}", each->held->text.document.value, to_string(each->provision->path))}});
    }
  }

  /// Whether somebody has noted that what is printed there is a misprint of the name, in this version or in another
  /// that has it too: it is not news again with each amendment.
  bool is_noted_misprint(const RenamedText& text, std::size_t i) const {
    const auto notes = [&](const Erratum& each) {
      return each.at == text.provision->path && each.standing != Erratum::Standing::refuted &&
             fold(each.printed).key.find(keys_[i]) != std::u32string::npos && fold(each.meant).key == keys_[i];
    };
    const std::vector<HeldVersion>& versions = texts_.state.selection.terms->versions;
    return std::any_of(versions.begin(), versions.end(), [&](const HeldVersion& held) {
      return held.text.document == text.held->text.document &&
             std::any_of(held.errata.begin(), held.errata.end(), notes);
    });
  }

  void left_inside_word(std::size_t i) {
    std::vector<const RenamedText*> unknown = in_word_[i];
    const auto noted = std::stable_partition(unknown.begin(), unknown.end(),
                                             [&](const RenamedText* each) { return !is_noted_misprint(*each, i); });
    const std::vector<const RenamedText*> misprints(noted, unknown.end());
    unknown.erase(noted, unknown.end());
    const RenameRow& row = *level_.applied[i];
    if (!unknown.empty()) {
      Finding& finding =
          add("substitution/inside-word", row,
              {fmt::format("「{}」が英数字の語の途中に出てくる {} か所は読み替えない。誤植なら元の名称が残る",
                           row.from->text, unknown.size()),
               fmt::format("`{}` inside a longer Latin word is left as it is, in {} provisions; where that is a "
                           "misprint the old name stays",
                           row.from->text, unknown.size())});
      add_places(finding, unknown);
    }
    if (!misprints.empty()) {
      Finding& finding = add(
          "substitution/misprint-left", row,
          {fmt::format("「{}」の誤植とされる {} か所は読み替えない。元の名称が残る", row.from->text, misprints.size()),
           fmt::format("what is noted as a misprint of `{}` is left as it is, in {} provisions", row.from->text,
                       misprints.size())});
      add_places(finding, misprints);
    }
  }

  void left_inside_name(std::size_t i) {
    if (in_name_[i].empty()) return;
    const RenameRow& row = *level_.applied[i];
    Finding& finding =
        add("substitution/protected", row,
            {fmt::format("「{}」を含む別のものの名称 {} か所は読み替えない", row.from->text, in_name_[i].size()),
             fmt::format("names of other things that hold `{}` are left as they are, in {} provisions", row.from->text,
                         in_name_[i].size())});
    add_places(finding, in_name_[i]);
  }

  /// Names of the adopted documents and of the terms, those that stand in the documents first.
  std::vector<KnownName> known_names() const {
    std::vector<KnownName> names;
    const Selection& selection = texts_.state.selection;
    for (const HeldVersion* held : level_.adopted) {
      for (const Provision& each : held->text.provisions) {
        if (!each.name.empty()) names.push_back({each.name, each.place, true});
        for (const DefinedTerm& term : each.defines) names.push_back({term.term, term.place, true});
      }
    }
    for (const KnownDocument& each : selection.terms->known) {
      names.push_back({each.title, each.place});
      for (const std::string& title : each.also_called) names.push_back({title, each.place});
    }
    for (const Channel& channel : selection.terms->channels) {
      for (const auto& [role, name] : channel.roles) names.push_back({name, channel.place});
      if (channel.id == selection.channel->id) continue;
      for (const Offering& each : channel.offerings) names.push_back({each.name, each.place});
    }
    for (const ChoiceSet& set : selection.ontology().sets) {
      for (const auto& choice : set.choices) names.push_back({choice.label, choice.place});
    }
    return names;
  }

  /// The nearest name, at most a third of the source away; of equally near ones one that stands in the documents. What
  /// another row renames is not what this one meant.
  std::optional<Nearest> nearest(std::size_t i) const {
    const FoldedText source = fold(level_.applied[i]->from->text);
    const std::size_t bound = std::max<std::size_t>(1, source.key.size() / 3);
    std::optional<Nearest> best;
    for (KnownName known : known_names()) {
      const FoldedText name = fold(known.name);
      if (name.key.empty() || std::find(keys_.begin(), keys_.end(), name.key) != keys_.end()) continue;
      const std::size_t gap = name.key.size() > source.key.size() ? name.key.size() - source.key.size()
                                                                  : source.key.size() - name.key.size();
      if (gap > bound) continue;
      const std::size_t distance = edit_distance(source, name);
      if (distance == 0 || distance > bound) continue;
      const bool nearer = !best || distance < best->distance;
      if (!nearer && (distance > best->distance || best->known.occurs)) continue;
      known.occurs = known.occurs || stands(name.key);
      if (nearer || known.occurs) best = Nearest{known, distance};
    }
    return best;
  }

  bool stands(const std::u32string& key) const {
    return std::any_of(texts_.texts.begin(), texts_.texts.end(), [&](const RenamedText& text) {
      return std::any_of(text.passes.begin(), text.passes.end(), [&](const RenamingPass& pass) {
        return &texts_.levels[pass.level] == &level_ && pass.before.find(key) != std::u32string::npos;
      });
    });
  }

  const RenamedTexts& texts_;
  const RenamingLevel& level_;
  const Sources& sources_;
  Findings& findings_;
  // Beside the rows that are applied.
  std::vector<std::u32string> keys_;
  std::vector<std::size_t> renamed_;
  std::vector<const RenamedText*> seen_;
  std::vector<std::vector<const RenamedText*>> in_word_;
  std::vector<std::vector<const RenamedText*>> in_name_;
};

}  // namespace

void check_hits(const RenamedTexts& texts, const Sources& sources, Findings& findings) {
  for (std::size_t level = 0; level < texts.levels.size(); ++level) HitCheck(texts, level, sources, findings).run();
}

}  // namespace yomikae
