#include "load/document_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

/// How a publisher prints the numbers of paragraphs and items.
struct Numbering {
  bool first_paragraph_bare = true;
  std::string paragraph = "{}";
  std::string item = "({})";
};

std::string filled(std::string_view pattern, std::string_view number) {
  const std::size_t at = pattern.find("{}");
  if (at == std::string_view::npos) return std::string(pattern);
  return fmt::format("{}{}{}", pattern.substr(0, at), number, pattern.substr(at + 2));
}

class DocumentReader {
 public:
  DocumentReader(Version& version, Numbering numbering, Findings& findings)
      : version_(version), numbering_(std::move(numbering)), findings_(findings) {}

  void read_part(const YamlNode& node) {
    MappingReader part(node, findings_);
    if (part.take("chapter") != nullptr) return read_chapter(part);
    std::string head;
    std::string label;
    if (const YamlNode* article = part.take("article")) {
      head = scalar_text(*article);
    } else if (const YamlNode* annex = part.take("annex")) {
      const std::string id = scalar_text(*annex);
      head = !id.empty() && id.front() >= '0' && id.front() <= '9' ? fmt::format("annex-{}", id) : id;
    } else if (const YamlNode* supplement = part.take("supplement")) {
      const auto date = read_date(*supplement, findings_);
      if (!date) return;
      head = fmt::format("suppl-{}", to_string(*date));
    } else {
      findings_.add("format/missing-key", part.place(),
                    {"`chapter`、`article`、`annex`、`supplement` のどれかが要る",
                     "one of `chapter`, `article`, `annex`, `supplement` is needed"});
      return;
    }
    read_head(part, head, part.text("label"));
  }

  /// The words an overlay gives the provision at `path`: what stands in the mapping is what would stand at that place
  /// in a document (`paragraphs` for an article, `text` and `items` for a paragraph, `text` and `subitems` for an
  /// item).
  void read_at(MappingReader& reader, const ProvisionPath& path) {
    read_heading(reader);
    if (path.whole_article()) {
      head_label_ = reader.text("label");
      if (head_label_.empty() && is_plain_name(path.head)) reader.need("label");
      const auto& paragraphs = reader.list("paragraphs");
      if (paragraphs.empty()) reader.need("paragraphs");
      for (const YamlNode& node : paragraphs) read_paragraph(node, path.head, paragraphs.size() == 1);
      return;
    }
    Provision provision = read_words(reader);
    if (provision.text.empty() && provision.cells.empty()) reader.need("text");
    provision.path = path;
    take_heading(provision);
    const Scalar name = reader.scalar("name");
    provision.name = name.text;
    provision.name_place = name.place;
    provision.label = reader.text("label");
    if (provision.label.empty()) provision.label = article_label(path, false);
    if (!path.item.empty()) provision.marker = filled(numbering_.item, path.item);
    const std::string label = provision.label;
    add(std::move(provision));
    if (path.item.empty()) {
      for (const YamlNode& item : reader.list("items")) read_item(item, path, false, label);
    } else if (path.subitem.empty()) {
      for (const YamlNode& subitem : reader.list("subitems")) read_subitem(subitem, path, false, label);
    }
  }

 private:
  std::string scalar_text(const YamlNode& node) {
    const auto scalar = read_scalar(node, findings_);
    return scalar ? scalar->text : std::string{};
  }

  void read_heading(MappingReader& reader) { heading_ = reader.scalar("heading"); }

  void take_heading(Provision& provision) const {
    provision.heading = heading_.text;
    provision.heading_place = heading_.place;
  }

  void read_chapter(MappingReader& part) {
    version_.chapters.push_back(
        {fmt::format("第{}章 {}", part.text("chapter"), part.need_text("heading")), version_.provisions.size()});
    part.finish();
  }

  void read_head(MappingReader& part, const std::string& head, const std::string& label) {
    const auto ref = parse_provision(head);
    if (!ref || !ref->path.whole_article() || !ref->sentence.empty()) {
      findings_.add("format/bad-value", part.place(),
                    {fmt::format("`{}` は条・別紙の番号として読めない", head),
                     fmt::format("`{}` cannot be the number of an article or annex", head)});
      for (const auto* key : {"heading", "of", "paragraphs"}) part.take(key);
      part.finish();
      return;
    }
    if (label.empty() && is_plain_name(head)) part.need("label");
    read_heading(part);
    head_label_ = label;
    part.texts("of");
    const auto& paragraphs = part.list("paragraphs");
    if (paragraphs.empty()) {
      findings_.add("format/missing-key", part.place(), {"`paragraphs` がない", "`paragraphs` is missing"});
    }
    const bool only = paragraphs.size() == 1;
    for (const YamlNode& node : paragraphs) read_paragraph(node, head, only);
    part.finish();
  }

  void read_paragraph(const YamlNode& node, const std::string& head, bool only) {
    MappingReader reader(node, findings_);
    Provision provision = read_words(reader);
    provision.path.head = head;
    provision.path.paragraph = paragraph_number(reader);
    const bool bare = provision.path.paragraph == 1 && (only || numbering_.first_paragraph_bare);
    if (!bare) provision.marker = filled(numbering_.paragraph, std::to_string(provision.path.paragraph));
    const std::string label = reader.text("label");
    provision.label = !label.empty() ? label : paragraph_label(provision.path, only);
    take_heading(provision);
    const Scalar own = reader.scalar("heading");
    provision.name = own.text;
    provision.name_place = own.place;
    const ProvisionPath path = provision.path;
    const std::string parent_label = provision.label;
    add(std::move(provision));
    for (const YamlNode& item : reader.list("items")) read_item(item, path, only, parent_label);
    reader.finish();
  }

  int paragraph_number(MappingReader& reader) {
    const YamlNode* node = reader.need("paragraph");
    if (node == nullptr) return 1;
    const std::string text = scalar_text(*node);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number > 0 && number < 1000) return number;
    findings_.add("format/bad-value", node->place(),
                  {fmt::format("`{}` は項の番号ではない", single_line(text)),
                   fmt::format("`{}` is no paragraph number", single_line(text))});
    return 1;
  }

  std::string paragraph_label(const ProvisionPath& path, bool only) const {
    if (head_label_.empty()) return article_label(path, only);
    return only ? head_label_ : fmt::format("{}第{}項", head_label_, path.paragraph);
  }

  void read_item(const YamlNode& node, ProvisionPath path, bool only, const std::string& parent_label) {
    MappingReader reader(node, findings_);
    Provision provision = read_words(reader);
    path.item = reader.need_text("item");
    provision.path = path;
    finish_numbered(reader, provision, path.item, only, parent_label);
    const std::string label = provision.label;
    check_readable(provision);
    add(std::move(provision));
    for (const YamlNode& subitem : reader.list("subitems")) read_subitem(subitem, path, only, label);
    reader.finish();
  }

  void read_subitem(const YamlNode& node, ProvisionPath path, bool only, const std::string& parent_label) {
    MappingReader reader(node, findings_);
    Provision provision = read_words(reader);
    path.subitem = reader.need_text("subitem");
    provision.path = path;
    finish_numbered(reader, provision, path.subitem, only, parent_label);
    check_readable(provision);
    add(std::move(provision));
    reader.finish();
  }

  /// Label, marker and caption of an item or what lies below one.
  void finish_numbered(MappingReader& reader, Provision& provision, const std::string& number, bool only,
                       const std::string& parent_label) {
    take_heading(provision);
    Scalar name = reader.scalar("name");
    const Scalar own_heading = reader.scalar("heading");
    if (name.text.empty()) name = own_heading;
    provision.name = name.text;
    provision.name_place = name.place;
    const Scalar printed = reader.scalar("label");
    const std::string& label = printed.text;
    provision.label_place = printed.place;
    const bool numeric = !number.empty() && number.front() >= '0' && number.front() <= '9';
    if (!label.empty()) {
      provision.label = fmt::format("{}{}", parent_label, label);
      provision.marker = label;
    } else if (head_label_.empty() && provision.path.subitem.empty()) {
      provision.label = article_label(provision.path, only);
    } else {
      provision.label = fmt::format("{}{}", parent_label, numeric ? fmt::format("第{}号", number) : number);
    }
    if (provision.marker.empty()) {
      provision.marker = numeric ? filled(numbering_.item, number) : number;
    }
  }

  /// Text, table and what it cites and defines: what a paragraph and an item have alike.
  Provision read_words(MappingReader& reader) {
    Provision provision;
    provision.place = reader.place();
    provision.text = reader.text("text");
    provision.tail = reader.text("tail");
    for (const Scalar& column : reader.texts("columns")) provision.columns.push_back(column.text);
    provision.cells = reader.texts("cells");
    for (const YamlNode& row : reader.list("rows")) provision.rows.push_back(read_row(row));
    for (const YamlNode& node : reader.list("cites")) read_citation(node, provision);
    for (const YamlNode& node : reader.list("defines")) {
      MappingReader defined(node, findings_);
      const Scalar term = defined.need_scalar("term");
      provision.defines.push_back({term.text, defined.text("means"), term.place});
      defined.finish();
    }
    // The row of a table of definitions is what its term means.
    if (provision.defines.size() == 1 && provision.defines.front().means.empty()) {
      provision.defines.front().means = provision.text;
    }
    return provision;
  }

  std::vector<Scalar> read_row(const YamlNode& row) {
    std::vector<Scalar> cells;
    if (row.kind != YamlNode::Kind::list)
      findings_.add("format/wrong-kind", row.place(), {"行は一覧で書く", "a list belongs here"});
    for (const YamlNode& cell : row.items) {
      if (auto scalar = read_scalar(cell, findings_)) cells.push_back(std::move(*scalar));
    }
    return cells;
  }

  void read_citation(const YamlNode& node, Provision& provision) {
    MappingReader reader(node, findings_);
    const Scalar to = reader.need_scalar("to");
    Citation citation;
    citation.printed = reader.need_scalar("printed");
    citation.place = to.place;
    citation.about = reader.scalar("for");
    if (const auto address = parse_address(to.text, version_.document)) {
      citation.to = *address;
      citation.to.place = to.place;
      provision.cites.push_back(std::move(citation));
    } else if (!to.text.empty()) {
      report_bad_value(to,
                       {fmt::format("`{}` は条項の番地ではない", single_line(to.text)),
                        fmt::format("`{}` is no address of a provision", single_line(to.text))},
                       findings_);
    }
    reader.finish();
  }

  void check_readable(const Provision& provision) {
    if (parse_provision(to_string(provision.path))) return;
    findings_.add("format/bad-value", provision.place,
                  {fmt::format("`{}` は号の番号として読めない", to_string(provision.path)),
                   fmt::format("`{}` cannot be an item number", to_string(provision.path))});
  }

  void add(Provision provision) {
    if (!seen_.insert(to_string(provision.path)).second) {
      findings_.add("format/duplicate", provision.place,
                    {fmt::format("`{}` が二度ある", to_string(provision.path)),
                     fmt::format("`{}` is there twice", to_string(provision.path))});
      return;
    }
    version_.provisions.push_back(std::move(provision));
  }

  Version& version_;
  Numbering numbering_;
  Findings& findings_;
  Scalar heading_;  ///< of the article or annex that is read
  std::string head_label_;
  std::set<std::string> seen_;
};

Numbering read_numbering(MappingReader& file, Findings& findings) {
  Numbering numbering;
  const YamlNode* node = file.take("numbering");
  if (node == nullptr) return numbering;
  MappingReader reader(*node, findings);
  numbering.first_paragraph_bare = reader.choice<bool>("first-paragraph", {{"bare", true}, {"numbered", false}}, true);
  if (const std::string text = reader.text("paragraph"); !text.empty()) numbering.paragraph = text;
  if (const std::string text = reader.text("item"); !text.empty()) numbering.item = text;
  reader.finish();
  return numbering;
}

}  // namespace

std::vector<Provision> read_new_words(MappingReader& reader, const DocumentId& document, const ProvisionPath& path,
                                      Findings& findings) {
  Version scratch;
  scratch.document = document;
  DocumentReader(scratch, {}, findings).read_at(reader, path);
  return std::move(scratch.provisions);
}

std::optional<Version> load_document(MappingReader& file, Findings& findings) {
  Version version;
  version.place = file.place();
  const Scalar id = file.need_scalar("document");
  version.document.value = id.text;
  if (!id.text.empty() && !is_document_id(id.text)) {
    report_bad_value(id,
                     {fmt::format("`{}` は文書の名前にならない（例: `wholesaler/service`）", single_line(id.text)),
                      fmt::format("`{}` cannot name a document (such as `wholesaler/service`)", single_line(id.text))},
                     findings);
  }
  const auto from = file.need_date("version");
  version.from = from.value_or(Date{});
  version.from_place = file.place_of("version");
  version.title = file.need_text("title");
  version.short_title = file.text("short-title");
  if (version.short_title.empty()) version.short_title = version.document.value;
  version.publisher = file.text("publisher");
  for (const YamlNode& date : file.list("history")) {
    if (const auto day = read_date(date, findings)) version.history.push_back({*day, date.place()});
  }
  DocumentReader reader(version, read_numbering(file, findings), findings);
  for (const YamlNode& part : file.list("provisions")) reader.read_part(part);
  file.finish();
  if (!from || !is_document_id(id.text)) return std::nullopt;
  return version;
}

}  // namespace yomikae
