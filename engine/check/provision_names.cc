#include "check/provision_names.h"

#include <fmt/format.h>

namespace yomikae {
namespace {

std::string address(const DocumentId& document, const ProvisionRef& at) {
  return fmt::format("{}#{}", document.value, to_string(at));
}

std::string name(const DocumentId& document, const ProvisionRef& at, const HeldVersion* held, const Terms& terms) {
  const Provision* provision = held == nullptr ? nullptr : held->text.find(at.path);
  const std::string label = provision == nullptr ? fmt::format("#{}", to_string(at.path)) : provision->label;
  return fmt::format("{} {}{}", document_name(document, terms), label, at.sentence);
}

}  // namespace

std::string address_of(const Rule& rule) { return address(rule.document, rule.at); }
std::string address_of(const PrecedenceRule& rule) { return address(rule.document, rule.at); }

Place content_place(const Rule& rule) {
  const auto* value = std::get_if<Alternatives>(&rule.body);
  const auto* ending = std::get_if<Ending>(&rule.body);
  Place place;
  if (value != nullptr && !rule.like) place = value->readings.front().value.place;
  if (ending != nullptr && !ending->requirements.empty()) place = ending->requirements.front().that.place;
  return place.known() ? place : rule.place;
}

std::string document_name(const DocumentId& document, const Terms& terms) {
  const HeldVersion* held = terms.newest(document);
  return held == nullptr ? terms.title_of(document) : held->text.short_title;
}

std::string provision_name(const Rule& rule, const Terms& terms) {
  const HeldVersion* held = rule.version ? terms.in_force(rule.document, *rule.version) : nullptr;
  return name(rule.document, rule.at, held, terms);
}

std::string provision_name(const PrecedenceRule& rule, const Terms& terms) {
  return name(rule.document, rule.at, terms.newest(rule.document), terms);
}

}  // namespace yomikae
