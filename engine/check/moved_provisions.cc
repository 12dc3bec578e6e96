#include "check/moved_provisions.h"

#include <fmt/format.h>

#include <algorithm>

#include "check/near_words.h"
#include "check/printed_citation.h"

namespace yomikae {
namespace {

const Provision* first_of(const Version& version, std::string_view head) {
  const auto found = std::find_if(version.provisions.begin(), version.provisions.end(),
                                  [&](const Provision& each) { return each.path.head == head; });
  return found == version.provisions.end() ? nullptr : &*found;
}

const std::string& name_of(const Provision& provision) {
  return provision.name.empty() && !provision.cells.empty() ? provision.cells.front().text : provision.name;
}

/// By its name where it has one, else by its words.
bool same_provision(const Provision& a, const Provision& b) {
  if (!name_of(a).empty() || !name_of(b).empty()) return same_caption(name_of(a), name_of(b));
  return !a.text.empty() && same_caption(a.text, b.text);
}

std::optional<std::string> moved_head(const std::string& head, const Version& before, const Version& after) {
  const Provision* was = first_of(before, head);
  const Provision* is = first_of(after, head);
  if (was == nullptr) return std::nullopt;
  if (was->heading.empty()) return is == nullptr ? std::nullopt : std::optional(head);
  if (is != nullptr && same_caption(is->heading, was->heading)) return head;
  for (const Provision& each : after.provisions) {
    if (same_caption(each.heading, was->heading)) return each.path.head;
  }
  const auto known_before = [&](const Provision& each) {
    return is != nullptr && same_caption(each.heading, is->heading);
  };
  const bool taken = std::any_of(before.provisions.begin(), before.provisions.end(), known_before);
  return is == nullptr || taken ? std::nullopt : std::optional(head);  // renamed in its place
}

/// Which version the words were written against: the one in force then, or the oldest held.
const HeldVersion* written_against(const Citing& citing, const Terms& terms) {
  const DocumentId& document = citing.cited->text.document;
  if (citing.text != nullptr) {
    const HeldVersion* then = terms.in_force(document, citing.text->text.from);
    if (then != nullptr) return then;
  }
  const auto oldest = std::find_if(terms.versions.begin(), terms.versions.end(),
                                   [&](const HeldVersion& each) { return each.text.document == document; });
  return oldest == terms.versions.end() ? nullptr : &*oldest;
}

bool is_named(const Citing& citing) { return !parse_printed(citing.citation->printed).name.empty(); }

/// Whether a printed label fits a version: where it fits the one cited, the number was put right since.
bool label_fits(const Citing& citing, const Version& version) {
  const PrintedCitation words = parse_printed(citing.citation->printed);
  const ProvisionPath& to = citing.citation->to.provision->path;
  const Provision* article = first_of(version, to.head);
  const Provision* target = version.find(to);
  const bool heading = !words.heading.empty() && article != nullptr && same_caption(article->heading, words.heading);
  if (words.name.empty()) return heading && to.whole_article();
  return target != nullptr && same_caption(name_of(*target), words.name);
}

void report(std::string_view rule, const Citing& citing, const HeldVersion& was,
            const std::optional<ProvisionPath>& now, Findings& findings) {
  const ProvisionPath& to = citing.citation->to.provision->path;
  const Version& is = citing.cited->text;
  const Provision* before = was.text.find(to);
  if (before == nullptr) before = first_of(was.text, to.head);
  const std::string label = before != nullptr ? before->label : article_label(to, true);
  const std::string since = to_string(is.from);
  Finding& finding =
      findings
          .add(rule, citing.citation->place,
               {fmt::format("「{}」が指していた{}は、{} の版から{}", citing.citation->printed.text, label, since,
                            now ? fmt::format(" #{} にある", to_string(*now)) : std::string("ない")),
                fmt::format("what `{}` meant is {} since the version of {}", citing.citation->printed.text,
                            now ? fmt::format("at #{}", to_string(*now)) : std::string("not there"), since)})
          .about(citing.subject(), citing.citation->printed.text);
  if (before != nullptr) {
    finding.related.push_back({before->place, {"書かれた時の条項", "what it led to when it was written"}});
  }
  if (const Provision* other = is.find(to); other != nullptr && now) {
    finding.related.push_back({other->place, {"今この番号にあるもの", "what has that number now"}});
  }
  if (!now) return;
  finding.help = {fmt::format("正しくは to: '{}'", citing.address(*now)),
                  fmt::format("right is to: '{}'", citing.address(*now))};
  finding.cure.push_back({citing.citation->place, citing.address(*now)});
}

}  // namespace

std::optional<ProvisionPath> moved_to(const ProvisionPath& path, const Version& before, const Version& after) {
  const auto head = moved_head(path.head, before, after);
  if (!head) return std::nullopt;
  ProvisionPath result = path;
  result.head = *head;
  if (path.whole_article()) return result;
  const auto look_for = [&](const Provision& was, bool items) -> std::optional<ProvisionPath> {
    const Provision* is = after.find(result);
    if (is != nullptr && same_provision(was, *is)) return result;
    for (const Provision& each : after.provisions) {
      const bool alike = each.path.head == *head && each.path.item.empty() != items && each.path.subitem.empty();
      if (alike && same_provision(was, each)) return each.path;
    }
    const bool taken =
        is != nullptr && std::any_of(before.provisions.begin(), before.provisions.end(), [&](const Provision& each) {
          return each.path.head == path.head && each.path.item.empty() != items && same_provision(each, *is);
        });
    const bool gone = is == nullptr || taken;
    return gone ? std::nullopt : std::optional(result);  // reworded in its place
  };
  const ProvisionPath paragraph{path.head, path.paragraph, {}, {}};
  if (const Provision* was = before.find(paragraph); was != nullptr) {
    result.item.clear();
    result.subitem.clear();
    const auto found = look_for(*was, false);
    if (!found) return std::nullopt;
    result.paragraph = found->paragraph;
  }
  if (path.item.empty()) return result;
  result.item = path.item;
  const Provision* was = before.find({path.head, path.paragraph, path.item, {}});
  if (was == nullptr) return std::nullopt;
  auto found = look_for(*was, true);
  if (found) found->subitem = path.subitem;
  return found;
}

bool check_moved(const Citing& citing, const Terms& terms, Findings& findings) {
  const ProvisionPath& to = citing.citation->to.provision->path;
  if (!citing.cited->text.has(to)) {
    const auto last = std::find_if(terms.versions.rbegin(), terms.versions.rend(), [&](const HeldVersion& each) {
      return each.text.document == citing.cited->text.document && each.text.has(to);
    });
    if (last == terms.versions.rend()) return false;  // an address that leads nowhere is refused where it is read
    auto now = moved_to(to, last->text, citing.cited->text);
    if (now && !citing.cited->text.has(*now)) now.reset();
    report(now ? "citation/moved" : "citation/not-found", citing, *last, now, findings);
    return true;
  }
  if (citing.own) return false;
  const HeldVersion* was = written_against(citing, terms);
  if (was == nullptr || was == citing.cited || !was->text.has(to)) return false;
  if (label_fits(citing, citing.cited->text) || (is_named(citing) && !label_fits(citing, was->text))) return false;
  const auto now = moved_to(to, was->text, citing.cited->text);
  if (now == to) return false;
  report(now ? "citation/moved" : "citation/not-found", citing, *was, now, findings);
  return true;
}

}  // namespace yomikae
