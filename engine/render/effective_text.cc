#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "render/names.h"
#include "render/output.h"
#include "render/table.h"

namespace yomikae {
namespace {

constexpr std::size_t page_width = 112;

class EffectivePrinter {
 public:
  EffectivePrinter(const EffectiveTerms& terms, const Sources& sources, TextStyle style)
      : terms_(terms), sources_(sources), style_(style), names_(*terms.selection, style.language) {}

  std::string print(Section section) {
    head();
    precedence();
    const auto wanted = [&](Section each) { return section == Section::all || section == each; };
    if (wanted(Section::matters)) matters();
    if (wanted(Section::dates)) dates();
    if (wanted(Section::open)) open_points();
    findings();
    if (wanted(Section::provisions)) provisions();
    return std::move(out_);
  }

 private:
  void title(std::string_view ja, std::string_view en) { out_ += fmt::format("\n■ {}\n", names_.pick(ja, en)); }

  void head() {
    const Selection& selection = *terms_.selection;
    const Contract& contract = selection.contract();
    out_ +=
        fmt::format("{} {}  {}\n", names_.pick("契約", "contract"), single_line(contract.id), selection.offering->name);
    out_ += fmt::format("{} {}（{}）\n", names_.pick("チャネル", "channel"), selection.channel->name,
                        contract.channel.value);
    for (const auto& [name, value] : contract.dimensions) {
      if (name != "service" && !value.empty())
        out_ += fmt::format("{} {}\n", dimension_name(name), names_.dimension_value(name, value));
    }
    for (const auto& [role, who] : names_.roles()) out_ += fmt::format("{} {}\n", names_.role(role), who);
    out_ += fmt::format("{} {}\n", names_.pick("基準日", "as of"), names_.day(selection.day));
  }

  std::string dimension_name(const std::string& name) const {
    if (name == "type") return std::string(names_.pick("種類", "type"));
    if (name == "customer") return std::string(names_.pick("契約者", "customer"));
    return name;
  }

  void precedence() {
    title("適用される文書と優先順位", "documents and their order of precedence");
    for (const Layer& layer : terms_.selection->layers) {
      std::string version;
      if (layer.held != nullptr)
        version = fmt::format("（{} {}）", to_string(layer.held->text.from), names_.pick("版", "version"));
      const std::string why =
          layer.because == nullptr ? std::string{} : fmt::format("  — {}", names_.reason(*layer.because));
      out_ += fmt::format("  {}  {}{}{}\n", layer.rank, layer.title, version, why);
    }
    for (const OutsideDocument& outside : terms_.selection->outside) {
      out_ += fmt::format("  -  {}（{} {}）  — {}\n", outside.held->text.title, to_string(outside.held->text.from),
                          names_.pick("版", "version"), names_.fate(Fate::not_incorporated));
    }
  }

  void matters() {
    title("事項", "matters");
    Table table({{std::string(names_.pick("事項", "matter")), 26},
                 {std::string(names_.pick("適用内容", "what holds")), 38},
                 {std::string(names_.pick("根拠", "source")), 20},
                 {std::string(names_.pick("退けられた定め", "displaced")), 22}});
    for (const MatterRow& row : terms_.matters) {
      if (cumulates(row)) {
        add_each(row, table);
      } else {
        table.row({names_.row(row), content(row), sources(row), losers(row)});
      }
    }
    out_ += table.render();
  }

  static bool cumulates(const MatterRow& row) {
    return row.matter->combine == Matter::Combine::all && row.status == AnswerStatus::effective &&
           row.sources.size() > 1;
  }

  /// Of what stands beside each other a line each, with its own source.
  void add_each(const MatterRow& row, Table& table) const {
    for (const Rule* rule : row.sources) {
      const bool first = rule == row.sources.front();
      const bool last = rule == row.sources.back();
      std::string text = rule_display(*rule, *terms_.selection);
      if (last && !row.note.empty()) text += note(row);
      table.row(
          {first ? names_.row(row) : std::string{}, text, names_.source(*rule), first ? losers(row) : std::string{}});
    }
  }

  std::string note(const MatterRow& row) const {
    return fmt::format("\n{}: {}", names_.pick("特記", "note"), single_line(row.note));
  }

  std::string content(const MatterRow& row) const {
    std::string text = row.display;
    const bool plain = row.status == AnswerStatus::effective || row.status == AnswerStatus::silent;
    if (!plain) text += fmt::format("{}［{}］", text.empty() ? "" : "\n", names_.status(row.status));
    if (!row.note.empty()) text += note(row);
    return text;
  }

  std::string sources(const MatterRow& row) const {
    std::string text;
    const auto& rules = row.sources.empty() ? row.conflicting : row.sources;
    for (const Rule* rule : rules) {
      const std::string line = names_.source(*rule);
      if (text.find(line) == std::string::npos) text += fmt::format("{}{}", text.empty() ? "" : "\n", line);
    }
    return text;
  }

  std::string losers(const MatterRow& row) const {
    std::string text;
    for (std::size_t i = 0; i < row.over.size(); ++i) {
      const LosingRule& loser = row.over[i];
      text += fmt::format("{}{}", text.empty() ? "" : "\n", names_.source(*loser.rule));
      // Provisions that say the same and yield for the same reason say it once.
      const bool said_next = i + 1 < row.over.size() && row.over[i + 1].display == loser.display &&
                             row.over[i + 1].precedence == loser.precedence;
      if (said_next) continue;
      text += fmt::format("：{}", loser.display);
      if (loser.precedence != nullptr) text += fmt::format("（{}）", names_.reason(*loser.precedence));
    }
    return text;
  }

  void dates() {
    title("時系列", "timeline");
    Table table({{std::string(names_.pick("日", "date")), 34},
                 {std::string(names_.pick("内容", "what")), 48},
                 {std::string(names_.pick("根拠", "source")), 24}});
    for (const DateRow& row : terms_.dates) {
      std::string date = row.date ? names_.day(*row.date) : std::string(names_.status(row.status));
      if (row.status == AnswerStatus::ambiguous) {
        date += fmt::format("\n［{}］", names_.status(row.status));
        if (row.safe) date += fmt::format("\n{}: {}", names_.pick("安全な日", "safe"), to_string(*row.safe));
      }
      std::string what = row.label;
      if (!row.date && !row.note.empty()) what += fmt::format("（{}）", row.note);
      table.row({date, what, row.source == nullptr ? std::string{} : names_.source(*row.source)});
    }
    out_ += table.render();
  }

  void open_points() {
    title("約款が決めていない点", "open points");
    for (const PrecedenceRule* rule : terms_.open_precedence) bullet(rule->because, {});
    readings();
    for (const OpenPoint* point : terms_.open_points) {
      std::string where;
      if (!point->document.empty() && !point->at.path.head.empty())
        where = names_.address({point->document, std::nullopt, point->at});
      bullet(point->text, where);
    }
    const bool none = terms_.open_points.empty() && terms_.open_precedence.empty() && open_rows().empty();
    if (none) out_ += fmt::format("  {}\n", names_.pick("なし", "none"));
  }

  std::vector<const MatterRow*> open_rows() const {
    std::vector<const MatterRow*> rows;
    for (const MatterRow& row : terms_.matters) {
      if (!row.readings.empty()) rows.push_back(&row);
    }
    return rows;
  }

  /// Of every matter that can be read in several ways the readings, the preferred one first, each with its reason.
  void readings() {
    std::vector<std::string> said;
    for (const MatterRow* row : open_rows()) {
      std::string text = fmt::format("{}: ", names_.pick("読み方", "readings"));
      std::string where;
      for (const OpenReading& each : row->readings) {
        const std::string source = names_.source(*each.rule);
        if (source != where) text += fmt::format("{}［{}］", where.empty() ? "" : " ", source);
        where = source;
        text += fmt::format("{}{}", each.preferred ? names_.pick("（推奨）", "(preferred) ") : names_.pick("／", " / "),
                            each.reading->because);
      }
      if (std::find(said.begin(), said.end(), text) != said.end()) continue;
      said.push_back(text);
      bullet(fmt::format("{}。{}", names_.row(*row), text), {});
    }
  }

  void bullet(const std::string& text, const std::string& where) {
    const std::string whole = where.empty() ? text : fmt::format("{}（{}）", text, where);
    bool first = true;
    for (const std::string& line : wrap_to_width(whole, page_width - 4)) {
      out_ += fmt::format("  {} {}\n", first ? "・" : "  ", line);
      first = false;
    }
  }

  void findings() {
    title("指摘", "findings");
    if (terms_.findings.all().empty()) {
      out_ += fmt::format("  {}\n", names_.pick("なし", "none"));
      return;
    }
    out_ += render_text(terms_.judged(), sources_, style_);
  }

  void provisions() {
    title("条項", "provisions");
    out_ += fmt::format(
        "  {}\n", names_.pick("《　》は読替え表により読み替えた字句", "《 》 marks what a substitution table renamed"));
    const HeldVersion* current = nullptr;
    std::string head;
    for (const EffectiveProvision& each : terms_.provisions) {
      if (each.version != current) {
        current = each.version;
        head.clear();
        if (document_head(each)) continue;
      }
      if (outside(each)) continue;
      chapter(each);
      if (each.provision->path.head != head) {
        head = each.provision->path.head;
        article_head(each);
      }
      provision(each);
    }
  }

  static bool outside(const EffectiveProvision& each) { return each.fate.fate == Fate::not_incorporated; }

  bool document_head(const EffectiveProvision& each) {
    const Version& version = each.version->text;
    out_ += fmt::format("\n【{}】 {} {}\n", version.title, to_string(version.from), names_.pick("版", "version"));
    const Fate usual = untouched_fate(version.document, *terms_.selection);
    if (!outside(each)) {
      out_ +=
          fmt::format("  {}: {}\n", names_.pick("別に記すもののほか", "unless marked otherwise"), names_.fate(usual));
      return false;
    }
    const std::string why = names_.reason(each.fate.because);
    out_ += fmt::format("  {}{}\n", names_.fate(Fate::not_incorporated),
                        why.empty() ? "" : fmt::format("（{} {}）", why, outside_words(version.document)));
    return true;
  }

  /// Why a document that is known is no part of the contract.
  std::string_view outside_words(const DocumentId& document) const {
    for (const OutsideDocument& outside : terms_.selection->outside) {
      if (outside.held->text.document == document && outside.extent == Incorporation::upstream) {
        return names_.pick("による。参考として示す卸元の約款",
                           "is where the contract stands; the wholesaler's terms, for reference");
      }
    }
    return names_.pick("が仕様を参照するだけ", "points to it for a specification only");
  }

  void chapter(const EffectiveProvision& each) {
    if (each.amended != nullptr) return;
    const Version& version = each.version->text;
    const auto index = static_cast<std::size_t>(each.provision - version.provisions.data());
    for (const Chapter& chapter : version.chapters) {
      if (chapter.before == index) out_ += fmt::format("\n  {}\n", chapter.title);
    }
  }

  void article_head(const EffectiveProvision& each) {
    const Provision& provision = *each.provision;
    ProvisionPath whole = provision.path;
    whole.paragraph = 0;
    whole.item.clear();
    whole.subitem.clear();
    const bool article = provision.path.head.front() >= '0' && provision.path.head.front() <= '9';
    std::string label = article ? article_label(whole, true) : provision.label;
    if (!article) {
      const std::size_t paragraph = label.find("第1項");
      if (paragraph != std::string::npos) label.resize(paragraph);
    }
    out_ +=
        fmt::format("\n{}{}\n", label, provision.heading.empty() ? "" : fmt::format("（{}）", marked(each.heading)));
  }

  void provision(const EffectiveProvision& each) {
    const Provision& provision = *each.provision;
    const std::size_t depth = provision.path.subitem.empty() ? (provision.path.item.empty() ? 1 : 2) : 3;
    std::string text = provision.marker.empty() ? std::string{} : provision.marker + " ";
    if (!each.name.text.empty())
      text += fmt::format("{}{}", marked(each.name), each.text.text.empty() && each.cells.empty() ? "" : "：");
    text += marked(each.text);
    text += row_text(each.cells);
    paragraph(text, depth, fate_tag(each));
    if (!each.columns.empty()) paragraph(fmt::format("[{}]", row_text(each.columns)), depth + 1, {});
    for (const auto& row : each.rows) paragraph(row_text(row), depth + 1, {});
    if (!each.tail.text.empty()) paragraph(marked(each.tail), depth, {});
    renamed(each, depth);
    for (const MootMention& mention : each.moot) {
      const std::string by = names_.address(mention.because);
      paragraph(names_.language() == Language::ja
                    ? fmt::format("適用除外: {} に触れる部分は適用しない（{}）", mention.name, by)
                    : fmt::format("excluded: what it says of {} does not apply ({})", mention.name, by),
                depth + 2, {});
    }
    for (const Erratum* erratum : each.errata) paragraph(names_.erratum(*erratum), depth + 2, {});
  }

  static std::string row_text(const std::vector<Wording>& cells) {
    std::string text;
    for (const Wording& cell : cells) text += fmt::format("{}{}", &cell == &cells.front() ? "" : " | ", marked(cell));
    return text;
  }

  /// The words with every renamed name in 《　》.
  static std::string marked(const Wording& wording) {
    std::string text;
    std::size_t at = 0;
    for (const Wording::Change& change : wording.changes) {
      text += wording.text.substr(at, change.begin - at);
      text += fmt::format("《{}》", wording.text.substr(change.begin, change.end - change.begin));
      at = change.end;
    }
    return text + wording.text.substr(at);
  }

  std::string fate_tag(const EffectiveProvision& each) const {
    if (each.amended != nullptr && each.fate.fate != Fate::displaced) {
      const std::string by = names_.reason(each.fate.because);
      const bool replaces = each.version->text.has(each.amended->path);
      return fmt::format("［{}：{}］", replaces ? names_.pick("置換え", "replaced") : names_.pick("追加", "added"), by);
    }
    if (each.fate.fate == untouched_fate(each.version->text.document, *terms_.selection)) return {};
    const std::string why = names_.reason(each.fate.because);
    return fmt::format("［{}{}］", names_.fate(each.fate.fate), why.empty() ? "" : fmt::format("：{}", why));
  }

  void paragraph(const std::string& text, std::size_t depth, const std::string& tag) {
    if (text.empty() && tag.empty()) return;
    const std::string indent(depth * 2, ' ');
    const std::string whole = tag.empty() ? text : fmt::format("{} {}", text, tag);
    for (const std::string& line : wrap_to_width(whole, page_width - indent.size())) out_ += indent + line + "\n";
  }

  /// What was renamed here, once for each rule, with the words as printed.
  void renamed(const EffectiveProvision& each, std::size_t depth) {
    std::vector<std::string> lines;
    const auto note = [&](const Wording& wording) {
      for (const Wording::Change& change : wording.changes) {
        std::string line = fmt::format("{} → {}（{}）", single_line(change.from), change.to, change.rule);
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
      }
    };
    note(each.name);
    note(each.text);
    for (const Wording& cell : each.cells) note(cell);
    for (const auto& row : each.rows) {
      for (const Wording& cell : row) note(cell);
    }
    note(each.tail);
    for (const std::string& line : lines)
      paragraph(fmt::format("{}: {}", names_.pick("読替え", "renamed"), line), depth + 2, {});
  }

  const EffectiveTerms& terms_;
  const Sources& sources_;
  TextStyle style_;
  Names names_;
  std::string out_;
};

}  // namespace

std::string render_text(const EffectiveTerms& terms, Section section, const Sources& sources, TextStyle style) {
  return EffectivePrinter(terms, sources, style).print(section);
}

}  // namespace yomikae
