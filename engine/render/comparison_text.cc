#include <fmt/format.h>

#include "base/text.h"
#include "render/names.h"
#include "render/output.h"
#include "render/table.h"

namespace yomikae {
namespace {

class ComparisonPrinter {
 public:
  ComparisonPrinter(const Comparison& comparison, Language language)
      : comparison_(comparison),
        before_(*comparison.before->selection, language),
        after_(*comparison.after->selection, language) {}

  std::string print() {
    out_ += fmt::format("{} {}\n", after_.pick("契約", "contract"), single_line(after_.selection().contract().id));
    out_ += fmt::format("{} → {}\n", before_.day(before_.selection().day), after_.day(after_.selection().day));
    if (comparison_.empty()) out_ += fmt::format("\n{}\n", after_.pick("違いはない", "nothing is different"));
    versions();
    section(
        "事項", "matters", comparison_.matters, [](const MatterRow& row, const Names& names) { return names.row(row); },
        [](const MatterRow& row, const Names& names) { return shown(row, names); });
    section(
        "時系列", "timeline", comparison_.dates, [](const DateRow& row, const Names&) { return row.label; },
        [](const DateRow& row, const Names& names) { return shown(row, names); });
    section(
        "条項", "provisions", comparison_.provisions,
        [](const EffectiveProvision& each, const Names& names) {
          return names.address({each.version->text.document, std::nullopt, ProvisionRef{each.provision->path, {}}});
        },
        [](const EffectiveProvision& each, const Names& names) { return shown(each, names); });
    section(
        "指摘", "findings", comparison_.findings,
        [](const Finding& each, const Names&) { return std::string(each.rule->id); },
        [](const Finding& each, const Names& names) { return shown(each, names); });
    return std::move(out_);
  }

 private:
  static std::string shown(const MatterRow& row, const Names& names) {
    const std::string source =
        row.sources.empty() ? std::string{} : fmt::format("\n[{}]", names.source(*row.sources.front()));
    const std::string status =
        row.status == AnswerStatus::effective ? std::string{} : fmt::format("\n［{}］", names.status(row.status));
    return row.display + status + source;
  }

  static std::string shown(const Finding& finding, const Names& names) {
    const Selection& selection = names.selection();
    const bool counts = judge(finding, selection.terms->acceptances, selection.day).counts();
    return std::string(names.pick(finding.message.ja, finding.message.en)) +
           std::string(counts ? "" : names.pick("\n［了承済み］", "\n［accepted］"));
  }

  static std::string shown(const DateRow& row, const Names& names) {
    return row.date ? names.day(*row.date) : std::string(names.status(row.status));
  }

  static std::string shown(const EffectiveProvision& each, const Names& names) {
    return fmt::format("［{}］{}", names.fate(each.fate.fate), each.text.text);
  }

  void title(std::string_view ja, std::string_view en) { out_ += fmt::format("\n■ {}\n", after_.pick(ja, en)); }

  [[nodiscard]] Table table() const {
    return Table({{std::string(after_.pick("何が", "what")), 30},
                  {std::string(after_.pick("前", "before")), 44},
                  {std::string(after_.pick("後", "after")), 44}});
  }

  void versions() {
    if (comparison_.versions.empty()) return;
    title("文書の版", "versions");
    Table rows = table();
    const auto day = [](const std::optional<Date>& version) { return version ? to_string(*version) : "-"; };
    for (const VersionChange& each : comparison_.versions) rows.row({each.layer, day(each.before), day(each.after)});
    out_ += rows.render();
  }

  template <class Thing, class Label, class Shown>
  void section(std::string_view ja, std::string_view en, const std::vector<Change<Thing>>& changes, Label label_of,
               Shown shown_as) {
    if (changes.empty()) return;
    title(ja, en);
    Table rows = table();
    for (const Change<Thing>& each : changes) {
      const auto side = [&](const Thing* thing, const Names& names) {
        return thing == nullptr ? std::string{"-"} : shown_as(*thing, names);
      };
      const Thing& either = each.before != nullptr ? *each.before : *each.after;
      const Names& names = each.before != nullptr ? before_ : after_;
      rows.row({label_of(either, names), side(each.before, before_), side(each.after, after_)});
    }
    out_ += rows.render();
  }

  const Comparison& comparison_;
  Names before_;
  Names after_;
  std::string out_;
};

}  // namespace

std::string render_text(const Comparison& comparison, TextStyle style) {
  return ComparisonPrinter(comparison, style.language).print();
}

}  // namespace yomikae
