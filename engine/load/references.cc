#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "load/assembly.h"
#include "load/reader.h"
#include "overlay/agreement.h"

namespace yomikae {
namespace {

class References {
 public:
  References(const Terms& terms, Findings& findings) : terms_(terms), findings_(findings) {}

  void check() {
    for (const HeldVersion& held : terms_.versions) {
      for (const Rule& rule : held.rules.rules) demand(held, rule.at, rule.place);
      for (const PrecedenceRule& rule : held.rules.precedence) {
        demand(held, rule.at, rule.place);
        check_order(rule);
      }
      for (const DormantProvision& dormant : held.rules.dormant) demand(held, dormant.at, dormant.place);
      for (const BareProvision& bare : held.rules.bare) demand(held, bare.at, bare.place);
      for (const Erratum& erratum : held.errata) demand(held, {erratum.at, {}}, erratum.place);
      for (const Rule& rule : held.rules.rules) check_rule(held, rule);
      for (const OpenPoint& point : held.rules.open_points) {
        if (!point.at.path.head.empty()) demand(held, point.at, point.place);
      }
      for (const Provision& provision : held.text.provisions) {
        for (const Citation& citation : provision.cites) {
          demand_cited(citation, &held);
          demand_matter(citation.about);
        }
      }
    }
    for (const Channel& channel : terms_.channels) check_channel(channel);
  }

 private:
  void demand_matter(const Scalar& name) {
    if (name.text.empty() || terms_.ontology.matter(name.text) != nullptr) return;
    std::vector<std::string_view> names;
    for (const Matter& each : terms_.ontology.matters) names.push_back(each.id.value);
    report_unknown_name(name, "事項", "matter", names, findings_);
  }

  void missing(Place place, std::string_view document, const ProvisionRef& ref) {
    findings_.add("terms/unknown-provision", place,
                  {fmt::format("`{}` に `#{}` はない", document, to_string(ref)),
                   fmt::format("`{}` has no provision `#{}`", document, to_string(ref))});
  }

  void demand(const HeldVersion& held, const ProvisionRef& ref, Place place) {
    if (ref.path.head.empty()) return;  // reported where it was read
    if (!held.text.has(ref.path)) missing(place, held.text.document.value, ref);
  }

  /// What a rule leaves a matter to, and the errata its readings lean on.
  void check_rule(const HeldVersion& held, const Rule& rule) {
    if (const auto* left = std::get_if<LeftTo>(&rule.body)) demand_document(left->document, rule.place);
    const auto check_errata = [&](const Alternatives& alternatives) {
      for (const Reading& reading : alternatives.readings) {
        const bool there =
            reading.erratum.empty() || std::any_of(held.errata.begin(), held.errata.end(),
                                                   [&](const Erratum& each) { return each.id == reading.erratum; });
        if (there) continue;
        findings_.add("terms/unknown-erratum", rule.place,
                      {fmt::format("正誤 `{}` はこの版にない", reading.erratum),
                       fmt::format("this version has no erratum `{}`", reading.erratum)});
      }
    };
    for (const Part& part : rule.where) check_errata(part.value);
    if (rule.when) check_errata(*rule.when);
    if (const auto* body = std::get_if<Alternatives>(&rule.body)) check_errata(*body);
  }

  /// A document must be held, or declared as one that is only known.
  void demand_document(const DocumentId& document, Place place) {
    if (document.empty() || terms_.newest(document) != nullptr || terms_.known_document(document) != nullptr) return;
    for (const Channel& channel : terms_.channels) {
      for (const SubTerms& named : channel.sub_terms) {
        if (named.document == document) return;  // a channel that names its title declares it
      }
    }
    std::vector<std::string_view> names;
    for (const HeldVersion& held : terms_.versions) names.emplace_back(held.text.document.value);
    for (const KnownDocument& known : terms_.known) names.emplace_back(known.document.value);
    Message help = nearest_help(document.value, names);
    if (help.empty()) {
      help = {"保有しない文書は `kind: known-documents` のファイルで宣言する",
              "a document that is not held is declared in a file of `kind: known-documents`"};
    }
    findings_.add("terms/unknown-document", place,
                  {fmt::format("文書 `{}` は保有も宣言もされていない", document.value),
                   fmt::format("the document `{}` is neither held nor declared", document.value)},
                  std::move(help));
  }

  /// What a text cites must exist where the document is held, and be declared where it is not: in the text itself, and
  /// in some version of another document. Which of those is in force when, the checks look at.
  void demand_cited(const Citation& citation, const HeldVersion* citing) {
    if (terms_.newest(citation.to.document) == nullptr) return demand_document(citation.to.document, citation.place);
    if (!citation.to.provision) return;
    const bool own = citing != nullptr && citing->text.document == citation.to.document;
    const auto leads_there = [&](const HeldVersion& held) {
      const bool meant = citation.to.version ? held.text.from == *citation.to.version : !own || &held == citing;
      return held.text.document == citation.to.document && meant && held.text.has(citation.to.provision->path);
    };
    if (std::none_of(terms_.versions.begin(), terms_.versions.end(), leads_there))
      missing(citation.place, citation.to.document.value, *citation.to.provision);
  }

  void demand_address(const Address& address, Place place) {
    if (address.document.empty()) return;  // reported where it was read
    const HeldVersion* held = terms_.newest(address.document);
    if (held == nullptr) {
      findings_.add("terms/unknown-provision", place,
                    {fmt::format("文書 `{}` を保有していない", address.document.value),
                     fmt::format("the document `{}` is not held", address.document.value)});
    } else if (address.provision && !held->text.has(address.provision->path)) {
      missing(place, held->text.document.value, *address.provision);
    }
  }

  /// What an order of precedence names is the order form or a document; another name would rank nothing, in silence.
  void check_order(const PrecedenceRule& rule) {
    for (const auto& rank : rule.order) {
      for (const std::string& name : rank) {
        if (name != order_form_layer) demand_document({name}, rule.place);
      }
    }
  }

  void check_channel(const Channel& channel) {
    for (const PrecedenceRule& rule : channel.precedence) check_order(rule);
    for (const OverlayLevel& level : channel.levels) {
      for (const SubstitutionTable& table : level.tables) demand_address(table.rows, table.place);
      for (const Exclusion& exclusion : level.exclusions) {
        demand_address(exclusion.at, exclusion.place);
        demand_document(exclusion.document, exclusion.place);
      }
      for (const Amendment& amendment : level.amendments) {
        demand_address(amendment.at, amendment.place);
        for (const Provision& words : amendment.provisions) {
          for (const Citation& citation : words.cites) {
            demand_cited(citation, nullptr);
            demand_matter(citation.about);
          }
        }
        const HeldVersion* held = terms_.newest(amendment.document);
        const bool nothing_there = held != nullptr && !held->text.has(amendment.path);
        if (nothing_there && amendment.rules == Amendment::Rules::stay) {
          missing(amendment.place, amendment.document.value, {amendment.path, {}});  // nothing whose rules could stay
        }
        demand_document(amendment.document, amendment.place);
      }
      for (const Adoption& adoption : level.adoptions) {
        demand_document(adoption.document, adoption.place);
        if (adoption.because) demand_address(*adoption.because, adoption.place);
      }
    }
    for (const SubTerms& terms : channel.sub_terms) demand_address(terms.because, terms.place);
    for (const Offering& offering : channel.offerings) {
      for (const DocumentId& layer : offering.layers) {
        if (terms_.newest(layer) == nullptr) demand_address({layer, {}, {}}, offering.place);
      }
    }
  }

  const Terms& terms_;
  Findings& findings_;
};

}  // namespace

void check_references(const Terms& terms, Findings& findings) { References(terms, findings).check(); }

}  // namespace yomikae
