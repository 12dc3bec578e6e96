// What a pull request shows: a table of what changes for whom, everything else folded. User text is escaped: a price
// list must not be able to write into the page.
#include <fmt/format.h>

#include <string>

#include "base/text.h"
#include "render/diff_output.h"
#include "render/diff_words.h"

namespace yomikae {
namespace {

constexpr std::size_t most_names = 4;

/// Text inside a cell: nothing in it is markup.
std::string cell(std::string_view text) {
  static constexpr std::string_view special = "\\`*_{}[]()#+-.!|~";
  std::string result;
  for (const char each : single_line(text)) {
    if (each == '<') {
      result += "&lt;";
    } else if (each == '>') {
      result += "&gt;";
    } else if (each == '&') {
      result += "&amp;";
    } else if (each == '@') {
      result += "&#64;";  // it must not call anybody
    } else {
      if (special.find(each) != std::string_view::npos) result += '\\';
      result += each;
    }
  }
  return result;
}

class DiffPage {
 public:
  DiffPage(const DiffReport& report, const Judgement& judgement, const Sources& sources, Language language)
      : report_(report), judgement_(judgement), words_(sources, language) {}

  std::string write() {
    out_ = fmt::format("### {} → {}\n\n{}\n", cell(report_.before->name), cell(report_.after->name),
                       words_.summary(judgement_));
    if (!report_.comparable()) {
      out_ += fmt::format("\n{}\n", words_.pick("前の状態が読めないため、比べられない。",
                                                "The old state cannot be read, there is nothing to compare with."));
    }
    terms();
    folded();
    return std::move(out_);
  }

 private:
  void terms() {
    if (report_.changes.empty()) {
      if (report_.comparable()) {
        out_ += fmt::format("\n{}\n", words_.pick("適用条件に違いはない。", "The effective terms are the same."));
      }
      return;
    }
    out_ += fmt::format("\n| | {} | {} | {} | {} | {} |\n|---|---|---|---|---|---|\n", words_.pick("何が", "what"),
                        words_.pick("前", "before"), words_.pick("後", "after"), words_.pick("対象", "for whom"),
                        words_.pick("原因", "because"));
    for (const TermChange& each : report_.changes) {
      const JudgedChange* judged = judgement_.of(&each);
      if (judged != nullptr) row(each, *judged);
    }
  }

  void row(const TermChange& change, const JudgedChange& judged) {
    const ChangeInstance& shown = change.instances.front();
    std::string causes;
    for (const Cause& each : change.causes) {
      causes += fmt::format("{}{} {}", causes.empty() ? "" : "<br>", cell(each.at),
                            cell(words_.places(each.before, each.after)));
    }
    if (causes.empty()) causes = words_.pick("変わった行からは説明できない", "no changed line accounts for it");
    std::string what = cell(words_.subject(change));
    if (change.day != report_.day) what += fmt::format("<br>{}{}", to_string(change.day), words_.pick("から", " on"));
    out_ += fmt::format("| {} | {} | {} | {} | {} | {} |\n", cell(words_.judged(judged)), what,
                        cell(words_.side(shown.before, change)), cell(words_.side(shown.after, change)),
                        cell(words_.whom(change, most_names)), causes);
  }

  [[nodiscard]] bool is_row(const JudgedChange& judged) const {
    for (const TermChange& each : report_.changes) {
      if (judged.item.origin == &each) return true;
    }
    return false;
  }

  void folded() {
    std::string list;
    std::size_t count = 0;
    for (const JudgedChange& each : judgement_.changes) {
      if (is_row(each)) continue;
      ++count;
      const Finding& finding = each.item.finding;
      const std::string place = words_.place(finding.place);
      list += fmt::format("- {} {}{}\n", cell(words_.judged(each)), cell(finding.message.in(words_.language())),
                          place.empty() ? "" : fmt::format(" ({})", cell(place)));
    }
    for (const Approval* each : judgement_.unused) {
      ++count;
      list += fmt::format("- \\[approval/unused\\] {} {}\n", cell(each->id.at), cell(words_.place(each->place)));
    }
    if (count == 0) return;
    out_ += fmt::format("\n<details><summary>{} ({})</summary>\n\n{}\n</details>\n",
                        words_.pick("条項・指摘・承認", "provisions, findings, approvals"), count, list);
  }

  const DiffReport& report_;
  const Judgement& judgement_;
  DiffWords words_;
  std::string out_;
};

}  // namespace

std::string render_markdown(const DiffReport& report, const Judgement& judgement, const Sources& sources,
                            Language language) {
  return DiffPage(report, judgement, sources, language).write();
}

}  // namespace yomikae
