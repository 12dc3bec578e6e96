#include "load/errata_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "load/rule_reader.h"

namespace yomikae {
namespace {

using Standing = Erratum::Standing;

Erratum read_erratum(const YamlNode& node, Findings& findings) {
  MappingReader reader(node, findings);
  Erratum erratum;
  erratum.place = reader.place();
  erratum.id = reader.need_text("id");
  if (const auto at = read_provision_ref(reader.need_scalar("at"), findings)) erratum.at = at->path;
  erratum.printed = reader.need_text("printed");
  erratum.meant = reader.need_text("meant");
  erratum.note = reader.text("note");
  erratum.noticed = reader.need_date("noticed").value_or(Date{});
  erratum.standing = reader.choice<Standing>(
      "standing",
      {{"unverified", Standing::unverified}, {"verified", Standing::verified}, {"refuted", Standing::refuted}},
      Standing::unverified);
  if (erratum.standing == Standing::unverified) {
    erratum.checked = reader.date("checked");
  } else {
    erratum.checked = reader.need_date("checked");  // who says so must say when they looked
  }
  reader.finish();
  return erratum;
}

}  // namespace

std::optional<ErrataSheet> load_errata(MappingReader& file, Findings& findings) {
  ErrataSheet sheet;
  sheet.document.value = file.need_text("document");
  const auto version = file.need_date("version");
  for (const YamlNode& node : file.list("errata")) sheet.errata.push_back(read_erratum(node, findings));
  file.finish();
  if (!version) return std::nullopt;
  sheet.version = *version;
  return sheet;
}

std::vector<KnownDocument> load_known_documents(MappingReader& file, Findings& findings) {
  std::vector<KnownDocument> documents;
  for (const YamlNode& node : file.list("documents")) {
    MappingReader reader(node, findings);
    KnownDocument known;
    known.place = reader.place();
    const Scalar id = reader.need_scalar("document");
    known.document.value = id.text;
    known.title = reader.need_text("title");
    known.publisher = reader.text("publisher");
    for (const Scalar& name : reader.texts("also-called")) known.also_called.push_back(name.text);
    known.governs = reader.need_text("governs");
    reader.finish();
    if (is_document_id(id.text)) {
      documents.push_back(std::move(known));
    } else if (!id.text.empty()) {
      report_bad_value(id,
                       {fmt::format("`{}` は文書の名前にならない（例: `wholesaler/prices`）", single_line(id.text)),
                        fmt::format("`{}` cannot name a document (such as `wholesaler/prices`)", single_line(id.text))},
                       findings);
    }
  }
  file.finish();
  return documents;
}

}  // namespace yomikae
