#include "check/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/citing.h"
#include "check/held_texts.h"
#include "check/near_words.h"

namespace yomikae {
namespace {

/// A mark of a note in a text: `※13`, `（注1）`.
struct Mark {
  char32_t sign = 0;
  int number = 0;
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
};

std::vector<Mark> marks_in(std::string_view text) {
  std::vector<Mark> marks;
  if (text.find("※") == std::string_view::npos && text.find("注") == std::string_view::npos) return marks;
  const FoldedText folded = fold(text);
  for (std::size_t at = 0; at < folded.key.size(); ++at) {
    if (folded.key[at] != U'※' && folded.key[at] != U'注') continue;
    int number = 0;
    std::size_t end = at + 1;
    while (end < folded.key.size() && folded.key[end] >= U'0' && folded.key[end] <= U'9' && number < 1000) {
      number = number * 10 + static_cast<int>(folded.key[end++] - U'0');
    }
    if (end > at + 1) marks.push_back({folded.key[at], number, folded.begin[at], folded.end[end - 1]});
  }
  return marks;
}

std::string shown(char32_t sign, int number) { return fmt::format("{}{}", sign == U'※' ? "※" : "注", number); }

std::optional<int> as_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Note {
  Mark mark;
  const Provision* provision = nullptr;
};

class Numbers {
 public:
  Numbers(const HeldVersion& held, Findings& findings) : held_(held), findings_(findings) {}

  void check() {
    for (const Provision& each : held_.text.provisions) {
      const bool note = !each.path.item.empty() && !as_number(each.path.item);
      const auto marks = note ? marks_in(each.marker) : std::vector<Mark>{};
      if (!marks.empty()) notes_.push_back({marks.front(), &each});
    }
    check_notes();
    check_references();
    check_runs();
  }

 private:
  std::string subject(const Provision& provision) const {
    return fmt::format("{}#{}", held_.text.document.value, to_string(provision.path));
  }

  static Place place_of(const Provision& note) { return note.label_place.known() ? note.label_place : note.place; }

  void relate_errata(Finding& finding, const Provision& provision, const std::string& printed) const {
    for (const Erratum* each : errata_at(held_, provision.path)) {
      if (each->printed.find(printed) == std::string::npos) continue;
      finding.related.push_back({each->place, {"正誤", "an erratum on it"}});
    }
  }

  /// ※ run through the document, 注 through the table they stand under.
  void check_notes() {
    std::map<std::pair<char32_t, std::string>, std::vector<const Note*>> runs;
    for (const Note& note : notes_) {
      const std::string where = note.mark.sign == U'※' ? std::string{} : to_string(note.provision->path.parent());
      runs[{note.mark.sign, where}].push_back(&note);
    }
    for (const auto& [key, notes] : runs) {
      std::map<int, const Note*> first;
      for (const Note* note : notes) {
        const auto [known, is_new] = first.emplace(note->mark.number, note);
        if (!is_new) report_again(*known->second, *note);
      }
      int expected = 1;
      for (const auto& [number, note] : first) {
        if (expected < number) report_gap(*note, expected, number - 1);
        expected = number + 1;
      }
    }
  }

  void report_again(const Note& first, const Note& again) {
    const bool same = same_caption(first.provision->text, again.provision->text);
    const std::string mark = shown(again.mark.sign, again.mark.number);
    Finding& finding =
        findings_
            .add(same ? "note/repeated" : "note/twice", place_of(*again.provision),
                 {fmt::format("{}の注が二度ある（{}）", mark, same ? "同じ内容" : "違う内容"),
                  fmt::format("the note {} is there twice, with {} words", mark, same ? "the same" : "other")},
                 same ? Message{}
                      : Message{"どちらがどの行の注かを確かめ、番号を分ける",
                                "see which rows each is about, and number them apart"})
            .about(subject(*again.provision));
    finding.related.push_back({place_of(*first.provision), {"先の注", "the first of them"}});
  }

  void report_gap(const Note& behind, int first, int last) {
    std::string mark = shown(behind.mark.sign, first);
    if (last > first) mark += "～" + shown(behind.mark.sign, last);
    Finding& finding =
        findings_
            .add("note/gap", place_of(*behind.provision),
                 {fmt::format("{}の注がない", mark), fmt::format("there is no note {}", mark)},
                 {"注が失われたのか、番号が誤りかを確かめる", "see whether a note was lost or the number is wrong"})
            .about(fmt::format("document/{}", held_.text.document.value), mark);
    relate_errata(finding, *behind.provision, shown(behind.mark.sign, behind.mark.number));
  }

  void check_references() {
    if (notes_.empty()) return;
    for (const Provision& each : held_.text.provisions) {
      for (const Scalar& cell : each.cells) {
        for (const Mark& mark : marks_in(cell.text)) check_reference(each, cell, mark);
      }
    }
  }

  void check_reference(const Provision& provision, const Scalar& cell, const Mark& mark) {
    const bool there = std::any_of(notes_.begin(), notes_.end(), [&](const Note& note) {
      const bool near = mark.sign == U'※' || note.provision->path.parent() == provision.path.parent();
      return near && note.mark.sign == mark.sign && note.mark.number == mark.number;
    });
    if (there) return;
    const std::string shown_mark = shown(mark.sign, mark.number);
    findings_
        .add("note/missing", cell.at(mark.begin, mark.end - mark.begin),
             {fmt::format("{}とあるが、その注がない", shown_mark),
              fmt::format("{} is referred to, and there is no such note", shown_mark)},
             {"失われた注を加えるか、番号を改める", "add the note that was lost, or put the number right"})
        .about(subject(provision), shown_mark);
  }

  /// Articles, paragraphs and items run from their first number on, each after the other.
  void check_runs() {
    std::map<std::pair<ProvisionPath, int>, std::pair<int, const Provision*>> last;  // by what they are counted in
    std::set<std::string> heads;
    for (const Provision& each : held_.text.provisions) {
      if (heads.insert(each.path.head).second) step(last[{{}, 0}], as_number(each.path.head), each, "条", "article");
      if (each.path.item.empty()) {
        step(last[{{each.path.head, 0, {}, {}}, 1}], each.path.paragraph, each, "項", "paragraph");
      } else if (each.path.subitem.empty()) {
        step(last[{each.path.parent(), 2}], as_number(each.path.item), each, "号", "item");
      }
    }
  }

  void step(std::pair<int, const Provision*>& last, std::optional<int> number, const Provision& provision,
            std::string_view ja, std::string_view en) {
    if (!number) return;
    const int expected = last.first + 1;
    const Provision* before = last.second;
    last = {std::max(last.first, *number), &provision};
    if (*number == expected || (before == nullptr && ja == "条")) return;  // some texts are held in part
    Finding& finding = findings_
                           .add("note/numbering", provision.place,
                                {fmt::format("第{}{}があるはずのところに第{}{}がある", expected, ja, *number, ja),
                                 fmt::format("{} {} stands where {} {} belongs", en, *number, en, expected)},
                                {"欠けたものがないか、順序が入れ替わっていないかを確かめる",
                                 "see whether one is missing, or two changed places"})
                           .about(subject(provision), std::string(en));
    if (before != nullptr) finding.related.push_back({before->place, {"前のもの", "the one before"}});
  }

  const HeldVersion& held_;
  Findings& findings_;
  std::vector<Note> notes_;
};

}  // namespace

void check_notes(const Checked& checked, Findings& findings) {
  for (const HeldVersion* held : texts_in_force(checked)) Numbers(*held, findings).check();
}

}  // namespace yomikae
