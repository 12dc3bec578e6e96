#include <fmt/format.h>

#include "base/text.h"
#include "render/diff_output.h"
#include "render/diff_words.h"

namespace yomikae {
namespace {

/// More names than a line holds are counted.
constexpr std::size_t most_names = 6;

class DiffPrinter {
 public:
  DiffPrinter(const DiffReport& report, const Judgement& judgement, const Sources& sources, TextStyle style)
      : report_(report), judgement_(judgement), sources_(sources), style_(style), words_(sources, style.language) {}

  std::string print() {
    out_ = fmt::format("{} → {}（{} {}）\n", single_line(report_.before->name), single_line(report_.after->name),
                       words_.pick("基準日", "as of"), to_string(report_.day));
    if (!report_.comparable()) {
      unreadable();
    } else {
      documents();
      services();
      changes();
      others("片方の状態でしか読めない契約", "contracts only one of the states can read", report_.unread);
      others("退けられていて効かない変更", "changes held back by other terms", report_.masks);
      others("同じ適用のしかたから違って出るもの", "what an unchanged overlay does differently",
             report_.overlay_effects);
      others("約款の変更の予告", "notice of the amendment", report_.notices);
      others("検査の指摘", "findings of `check`", report_.findings);
    }
    approvals();
    out_ += fmt::format("\n{}\n", words_.summary(judgement_));
    return std::move(out_);
  }

 private:
  void title(std::string_view ja, std::string_view en) { out_ += fmt::format("\n■ {}\n", words_.pick(ja, en)); }

  /// What the gate says of a part of the report; nothing where it is turned off.
  std::string tag(const void* origin) const {
    const JudgedChange* judged = judgement_.of(origin);
    return judged == nullptr ? std::string{} : fmt::format("  {}", words_.judged(*judged));
  }

  /// Parts that are said in one sentence.
  template <class Part>
  void others(std::string_view ja, std::string_view en, const std::vector<Part>& parts) {
    if (parts.empty()) return;
    title(ja, en);
    for (const Part& each : parts) {
      const JudgedChange* judged = judgement_.of(&each);
      if (judged == nullptr) continue;
      const Finding& finding = judged->item.finding;
      out_ += fmt::format("- {}{}\n", single_line(finding.message.in(style_.language)), tag(&each));
      if (finding.place.known()) out_ += fmt::format("    {}\n", words_.place(finding.place));
      if (!finding.help.empty()) out_ += fmt::format("    = {}\n", single_line(finding.help.in(style_.language)));
    }
  }

  void approvals() {
    if (judgement_.approved() == 0 && judgement_.unused.empty()) return;
    title("承認", "approvals");
    for (const JudgedChange& each : judgement_.changes) {
      if (each.approved == nullptr) continue;
      const std::string by = each.approved->by.empty() ? std::string{} : fmt::format("（{}）", each.approved->by);
      out_ += fmt::format("- {} {}: {}{}\n", single_line(each.item.id.at), single_line(each.item.id.of),
                          single_line(each.approved->because), single_line(by));
    }
    for (const Approval* each : judgement_.unused) {
      out_ += fmt::format("- {}: {} {}  {} [approval/unused]\n", words_.place(each->place), single_line(each->id.at),
                          words_.pick("承認された変更はない", "no change is what was approved"),
                          words_.severity(Severity::warning));
    }
  }

  void unreadable() {
    title("前の状態は読めない", "the old state cannot be read");
    out_ += render_text(report_.before->problems, sources_, style_);
    out_ += fmt::format("{}{}\n", words_.pick("比べられるものはない", "there is nothing to compare with"),
                        tag(report_.before));
  }

  void documents() {
    title("条項", "provisions");
    if (report_.documents.empty()) out_ += fmt::format("{}\n", words_.pick("違いはない", "nothing is different"));
    for (const DocumentChange& each : report_.documents) {
      out_ += fmt::format("{} {}{}\n", each.either().text.document.value, words_.versions(each), tag(&each));
      for (const ProvisionChange& provision : each.provisions) add(provision);
    }
  }

  void add(const ProvisionChange& change) {
    const Place before = change.before == nullptr ? Place{} : change.before->place;
    const Place after = change.after == nullptr ? Place{} : change.after->place;
    std::string figures;
    if (!change.figures_before.empty() || !change.figures_after.empty()) {
      figures =
          fmt::format("（{} → {}）", fmt::join(change.figures_before, ", "), fmt::join(change.figures_after, ", "));
    }
    out_ += fmt::format("  {} {}{}  {}{}\n", words_.labels(change), words_.kinds(change), figures,
                        words_.places(before, after), tag(&change));
  }

  void services() {
    const OfferedServices& services = report_.services;
    if (services.added.empty() && services.removed.empty()) return;
    title("サービス", "services");
    for (const Whom& each : services.added) {
      out_ += fmt::format("  {} {}\n", words_.pick("追加", "added"), to_string(each) + tag(&each));
    }
    for (const Whom& each : services.removed) {
      out_ += fmt::format("  {} {}\n", words_.pick("削除", "removed"), to_string(each) + tag(&each));
    }
  }

  void changes() {
    title("適用条件", "effective terms");
    if (report_.changes.empty()) {
      const bool words = !report_.documents.empty();
      out_ +=
          words ? fmt::format("{}\n", words_.pick("違いはない（文言だけの変更）", "nothing is different: wording only"))
                : fmt::format("{}\n", words_.pick("違いはない", "nothing is different"));
    }
    for (const TermChange& each : report_.changes) add(each);
  }

  void add(const TermChange& change) {
    const ChangeInstance& shown = change.instances.front();
    std::string day;
    if (change.day != report_.day) {
      day = style_.language == Language::ja ? fmt::format("（{} から）", to_string(change.day))
                                            : fmt::format(" (from {})", to_string(change.day));
    }
    out_ +=
        fmt::format("- {}{}: {}{}\n", single_line(words_.subject(change)), day, words_.direction(change), tag(&change));
    out_ += fmt::format("    {} → {}\n", single_line(words_.side(shown.before, change)),
                        single_line(words_.side(shown.after, change)));
    out_ += fmt::format("    {}: {}\n", words_.pick("対象", "for"), words_.whom(change, most_names));
    for (const Cause& each : change.causes) add(each);
    if (change.causes.empty()) {
      out_ += fmt::format(
          "    {}\n", words_.pick("原因: 変わった行からは説明できない", "because: no changed line accounts for it"));
    }
  }

  void add(const Cause& cause) {
    out_ += fmt::format("    {}: {} {}  {}\n", words_.pick("原因", "because"), words_.cause(cause.kind), cause.at,
                        words_.places(cause.before, cause.after));
    if (cause.was.empty() && cause.is.empty()) return;
    const auto said = [](const std::string& text) { return text.empty() ? std::string{"-"} : single_line(text); };
    out_ += fmt::format("      {} → {}\n", said(cause.was), said(cause.is));
  }

  const DiffReport& report_;
  const Judgement& judgement_;
  const Sources& sources_;
  TextStyle style_;
  DiffWords words_;
  std::string out_;
};

}  // namespace

std::string render_text(const DiffReport& report, const Judgement& judgement, const Sources& sources, TextStyle style) {
  return DiffPrinter(report, judgement, sources, style).print();
}

}  // namespace yomikae
