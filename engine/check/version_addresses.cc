#include "check/version_addresses.h"

#include <fmt/format.h>

#include <algorithm>

namespace yomikae {
namespace {

std::string provision_of(const DocumentId& document, const ProvisionPath& path) {
  return fmt::format("{}#{}", document.value, to_string(path));
}

std::string versions_held(const DocumentId& document, const Terms& terms) {
  std::string days;
  for (const HeldVersion& each : terms.versions) {
    if (each.text.document != document) continue;
    days += fmt::format("{}{}", days.empty() ? "" : "、", to_string(each.text.from));
  }
  return days;
}

class AddressCheck {
 public:
  AddressCheck(const Terms& terms, Findings& findings) : terms_(terms), findings_(findings) {}

  void run() {
    for (const HeldVersion& held : terms_.versions) {
      for (const Provision& each : held.text.provisions) cited_by(each, provision_of(held.text.document, each.path));
      for (const Rule& rule : held.rules.rules) {
        for (const Address& each : rule.notwithstanding) check(each, provision_of(rule.document, rule.at.path));
      }
    }
    for (const Channel& channel : terms_.channels) written_in(channel);
  }

 private:
  void check(const Address& address, const std::string& at) {
    check_version_address(address, address.place, at, terms_, findings_);
  }

  void cited_by(const Provision& provision, const std::string& at) {
    for (const Citation& each : provision.cites) check(each.to, at);
  }

  void written_in(const Channel& channel) {
    for (const OverlayLevel& level : channel.levels) {
      const std::string at = fmt::format("channel/{}", level.channel.value);
      for (const Adoption& each : level.adoptions) {
        if (each.because) check(*each.because, at);
      }
      for (const SubstitutionTable& each : level.tables) check(each.rows, at);
      for (const Exclusion& each : level.exclusions) check(each.at, at);
      for (const Amendment& each : level.amendments) {
        check(each.at, at);
        check(each.target, at);
        for (const Provision& words : each.provisions) cited_by(words, at);
      }
    }
    for (const SubTerms& each : channel.sub_terms) check(each.because, fmt::format("channel/{}", channel.id.value));
  }

  const Terms& terms_;
  Findings& findings_;
};

}  // namespace

void check_version_address(const Address& address, Place place, const std::string& at, const Terms& terms,
                           Findings& findings) {
  const HeldVersion* newest = terms.newest(address.document);
  if (!address.version || newest == nullptr) return;
  const std::string day = to_string(*address.version);
  const std::string subject =
      address.provision ? provision_of(address.document, address.provision->path) : address.document.value;
  const bool held = std::any_of(terms.versions.begin(), terms.versions.end(), [&](const HeldVersion& each) {
    return each.text.document == address.document && each.text.from == *address.version;
  });
  if (!held) {
    findings
        .add("version/address-not-held", place,
             {fmt::format("`{}` の {} 版を保有していない。基準日に施行されている版として読まれる",
                          address.document.value, day),
              fmt::format("no `{}` of {} is held, it is read as the version in force on the day",
                          address.document.value, day)},
             {fmt::format("保有する版：{}。版に限らないなら `@{}` を消す", versions_held(address.document, terms), day),
              fmt::format("held: {}; where no version is meant take `@{}` away", versions_held(address.document, terms),
                          day)})
        .about(at, subject);
    return;
  }
  if (newest->text.from == *address.version) return;
  Finding& finding =
      findings.add("version/address-not-newest", place,
                   {fmt::format("`{}` は {} 版を名指すが、{} 版がある", subject, day, to_string(newest->text.from)),
                    fmt::format("`{}` is named in the version of {}, there is one of {}", subject, day,
                                to_string(newest->text.from))},
                   {"新しい版でも同じ条項かを確かめる。版に限らないなら日付を消す",
                    "see whether it is the same provision there; where no version is meant take the day away"});
  finding.related.push_back({newest->text.from_place, {"新しい版", "the newer version"}});
  finding.about(at, subject);
}

void check_version_addresses(const Checked& checked, Findings& findings) {
  AddressCheck(checked.terms, findings).run();
}

}  // namespace yomikae
