#include "check/substitution_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.h"
#include "resolve/exclusion_target.h"

namespace yomikae {
namespace {

Place place_of(const Scalar& cell) { return cell.at(0, cell.text.size()); }

class RowCheck {
 public:
  RowCheck(const RenamedTexts& texts, const RenamingLevel& level, Findings& findings)
      : texts_(texts), level_(level), findings_(findings) {
    for (const RenameRow& row : level.rows) {
      from_.push_back(fold(row.from->text).key);
      to_.push_back(fold(row.to->text).key);
    }
  }

  void run() {
    for (std::size_t i = 0; i < level_.rows.size(); ++i) {
      if (from_[i].empty() || to_[i].empty()) {
        empty_cell(i);
      } else if (level_.rows[i].from->text == level_.rows[i].to->text) {
        unchanged(i);
      } else {
        against_earlier(i);
        against_others(i);
        collisions(i);
      }
    }
    find_nested();
  }

 private:
  Finding& add(std::string_view rule, const RenameRow& row, const Scalar& cell, Message message, Message help = {}) {
    Finding& finding = findings_.add(rule, place_of(cell), std::move(message), std::move(help));
    finding.subject = subject_of(row);
    return finding;
  }

  static Finding::Related other_row(const Scalar& cell, const RenameRow& row) {
    return {place_of(cell), {row.label, fmt::format("the row `{}`", row.from->text)}};
  }

  void empty_cell(std::size_t i) {
    const RenameRow& row = level_.rows[i];
    if (from_[i].empty()) {
      add("substitution/empty-cell", row, *row.from,
          {fmt::format("{} には読み替える元の名称がない。何も読み替えない", row.label),
           "the row has no source and renames nothing"});
      return;
    }
    add("substitution/empty-cell", row, *row.to,
        {fmt::format("{} は「{}」を消すだけで、読み替えた名称がない", row.label, row.from->text),
         fmt::format("the row only takes `{}` away and puts no name in its place", row.from->text)});
  }

  void unchanged(std::size_t i) {
    const RenameRow& row = level_.rows[i];
    add("substitution/unchanged", row, *row.to,
        {fmt::format("{} は「{}」を同じ名称に読み替える。何も変わらない", row.label, row.from->text),
         fmt::format("the row reads `{}` as itself, nothing changes", row.from->text)});
  }

  /// An earlier row with the same source is the one that holds.
  void against_earlier(std::size_t i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (from_[j] != from_[i]) continue;
      const RenameRow& row = level_.rows[i];
      const RenameRow& first = level_.rows[j];
      Finding* finding = nullptr;
      if (to_[i] == to_[j]) {
        finding = &add("substitution/repeated", row, *row.from,
                       {fmt::format("{} は {} と同じ読替え", row.label, first.label),
                        fmt::format("`{}` is renamed the same way by another row", row.from->text)});
      } else {
        finding = &add("substitution/two-targets", row, *row.to,
                       {fmt::format("「{}」は {} では「{}」、{} では「{}」と読み替えられる", row.from->text,
                                    first.label, first.to->text, row.label, row.to->text),
                        fmt::format("`{}` is renamed `{}` by one row and `{}` by another", row.from->text,
                                    first.to->text, row.to->text)},
                       {fmt::format("先にある {} で読んでいる。一方を消す", first.label),
                        "the first of the two is what holds here; drop one"});
      }
      finding->related.push_back(other_row(to_[i] == to_[j] ? *first.from : *first.to, first));
      return;
    }
  }

  /// A→B beside B→A, and A→B beside B→C: names are replaced once.
  void against_others(std::size_t i) {
    for (std::size_t j = 0; j < level_.rows.size(); ++j) {
      if (i == j || from_[j] != to_[i] || from_[i] == from_[j] || to_[j] == from_[j]) continue;
      const RenameRow& row = level_.rows[i];
      const RenameRow& next = level_.rows[j];
      const bool back = to_[j] == from_[i];
      if (back && j < i) continue;  // said at the first of the two
      Finding& finding =
          back ? add("substitution/swapped", row, *row.to,
                     {fmt::format("「{}」と「{}」を互いに読み替える。一度だけ読み替え、入れ替わる", row.from->text,
                                  row.to->text),
                      fmt::format("`{}` and `{}` are each read as the other; read once, they change places",
                                  row.from->text, row.to->text)})
               : add("substitution/chained", row, *row.to,
                     {fmt::format(
                          "読み替えた「{}」を {} がさらに「{}」と読み替える。一度だけ読み替え、「{}」のままになる",
                          row.to->text, next.label, next.to->text, row.to->text),
                      fmt::format("another row reads the target `{}` as `{}`; read once, `{}` stays", row.to->text,
                                  next.to->text, row.to->text)});
      finding.related.push_back(other_row(*next.from, next));
      return;
    }
  }

  /// A target that is what something else is called already.
  void collisions(std::size_t i) {
    const RenameRow& row = level_.rows[i];
    if (to_[i] == from_[i] || std::find(from_.begin(), from_.end(), to_[i]) != from_.end()) return;
    for (const HeldVersion* held : level_.adopted) {
      for (const Provision& each : held->text.provisions) {
        const auto term = std::find_if(each.defines.begin(), each.defines.end(),
                                       [&](const DefinedTerm& defined) { return fold(defined.term).key == to_[i]; });
        if (term != each.defines.end()) {
          Finding& finding =
              add("substitution/target-collides", row, *row.to,
                  {fmt::format("「{}」は {} が別の意味で定義している", row.to->text, each.label),
                   fmt::format("`{}` is a term {} defines otherwise", row.to->text, to_string(each.path))});
          finding.related.push_back({term->place, {"この定義", "defined here"}});
          return;
        }
        if (fold(each.name).key == to_[i]) {
          Finding& finding = add("substitution/target-collides", row, *row.to,
                                 {fmt::format("「{}」は {} の名称でもある", row.to->text, each.label),
                                  fmt::format("`{}` is also what {} is called", row.to->text, to_string(each.path))});
          finding.related.push_back({each.place, {"この名称のもの", "what bears the name"}});
          return;
        }
      }
    }
    const Ontology& ontology = texts_.state.selection.ontology();
    const ChoiceSet* options = ontology.set(ontology.option_set);
    if (options == nullptr) return;
    for (const auto& option : options->choices) {
      if (fold(option.label).key != to_[i]) continue;
      Finding& finding = add("substitution/target-collides", row, *row.to,
                             {fmt::format("「{}」は別のオプション `{}` の名称でもある", row.to->text, option.name),
                              fmt::format("`{}` is also what the option `{}` is called", row.to->text, option.name)});
      finding.related.push_back({option.place, {"この名称のもの", "what bears the name"}});
      return;
    }
  }

  /// Targets that hold their source: said once a table, and apart where the target stands in the text already, whose
  /// source would then be renamed once more.
  void find_nested() {
    const SubstitutionTable* table = nullptr;
    std::vector<const RenameRow*> nested;
    const auto say = [&] {
      if (!nested.empty()) say_nested(nested);
      nested.clear();
    };
    for (std::size_t i = 0; i < level_.rows.size(); ++i) {
      const RenameRow& row = level_.rows[i];
      if (row.table != table) say();
      table = row.table;
      if (from_[i].empty() || to_[i] == from_[i] || to_[i].find(from_[i]) == std::u32string::npos) continue;
      const RenamedText* twice = reads_twice(from_[i], to_[i]);
      if (twice == nullptr) {
        nested.push_back(&row);
        continue;
      }
      Finding& finding = add("substitution/reads-twice", row, *row.to,
                             {fmt::format("「{}」はすでに {} に出てくる。その中の「{}」がもう一度読み替えられる",
                                          row.to->text, twice->provision->label, row.from->text),
                              fmt::format("`{}` stands in {} already; the `{}` in it is renamed once more",
                                          row.to->text, to_string(twice->provision->path), row.from->text)});
      finding.related.push_back({twice->provision->place, {"ここに出てくる", "it stands here"}});
    }
    say();
  }

  void say_nested(const std::vector<const RenameRow*>& nested) {
    const RenameRow& first = *nested.front();
    Finding& finding =
        add("substitution/target-holds-source", first, *first.to,
            {fmt::format("{} の {} 行は、読み替えた名称が元の名称を含む。二度読み替えてはならない", first.table->label,
                         nested.size()),
             fmt::format("targets of {} rows hold their source: the table must not be read twice", nested.size())});
    finding.subject.of.clear();
    for (std::size_t i = 1; i < nested.size(); ++i) finding.related.push_back(other_row(*nested[i]->to, *nested[i]));
  }

  /// A text in which the target stood before and its source was renamed all the same.
  const RenamedText* reads_twice(const std::u32string& from, const std::u32string& to) const {
    const auto level = static_cast<std::size_t>(&level_ - texts_.levels.data());
    std::u32string doubled = to;
    doubled.replace(doubled.find(from), from.size(), to);
    for (const RenamedText& text : texts_.texts) {
      for (const RenamingPass& pass : text.passes) {
        if (pass.level != level || pass.before.find(to) == std::u32string::npos) continue;
        if (fold(pass.result.text).key.find(doubled) != std::u32string::npos) return &text;
      }
    }
    return nullptr;
  }

  const RenamedTexts& texts_;
  const RenamingLevel& level_;
  Findings& findings_;
  std::vector<std::u32string> from_;  // folded, beside the rows
  std::vector<std::u32string> to_;
};

}  // namespace

void check_rows(const RenamedTexts& texts, Findings& findings) {
  for (const RenamingLevel& level : texts.levels) RowCheck(texts, level, findings).run();
}

}  // namespace yomikae
