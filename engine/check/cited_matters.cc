#include "check/cited_matters.h"

#include <fmt/format.h>

#include <algorithm>

namespace yomikae {
namespace {

/// Whether a rule on `ruled` lays down something of `asked`: a term is laid down by its parts.
bool concerns(const MatterId& ruled, const Matter& asked) {
  if (ruled == asked.id) return true;
  return asked.shape == Matter::Shape::term && ruled.value.starts_with(asked.id.value + ".");
}

bool overlaps(const ProvisionPath& a, const ProvisionPath& b) { return a.contains(b) || b.contains(a); }

}  // namespace

void check_cited_matter(const Citing& citing, const Terms& terms, Findings& findings) {
  const Citation& citation = *citing.citation;
  const Matter* matter = terms.ontology.matter(citation.about.text);
  if (matter == nullptr) return;
  const ProvisionPath& to = citation.to.provision->path;
  const Rule* elsewhere = nullptr;
  for (const Rule& rule : citing.cited->rules.rules) {
    if (!concerns(rule.matter, *matter)) continue;
    if (overlaps(to, rule.at.path)) return;
    if (elsewhere == nullptr && rule.kind == Rule::Kind::candidate) elsewhere = &rule;
  }
  if (elsewhere == nullptr) return;
  const Provision* provision = citing.cited->text.find(elsewhere->at.path);
  const std::string label = provision != nullptr ? provision->label : article_label(elsewhere->at.path, false);
  const std::string address = citing.address(elsewhere->at.path);
  Finding& finding =
      findings
          .add("citation/other-matter", citation.place,
               {fmt::format("「{}」は「{}」のために引かれているが、それを定めるのは {}", citation.printed.text,
                            matter->label, label),
                fmt::format("`{}` is cited for `{}`, which {} lays down", citation.printed.text, matter->id.value,
                            address)},
               {fmt::format("正しくは to: '{}'。印刷が誤りなら、正誤に書く", address),
                fmt::format("right would be to: '{}'; where it is misprinted, an erratum says so", address)})
          .about(citing.subject(), citation.printed.text);
  finding.related.push_back(
      {elsewhere->at_place,
       {fmt::format("「{}」を定めるもの", matter->label), fmt::format("lays down `{}`", matter->id.value)}});
  if (citing.text == nullptr) return;
  for (const Erratum* each : errata_at(*citing.text, citing.provision->path)) {
    if (put_right(citation.printed.text, *each) == citation.printed.text) continue;
    finding.related.push_back(
        {each->place,
         {fmt::format("正誤は「{}」とする", each->meant), fmt::format("an erratum says `{}` is meant", each->meant)}});
  }
}

}  // namespace yomikae
