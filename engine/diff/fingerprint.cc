#include "diff/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>

#include "diff/plain_words.h"
#include "diff/provision_match.h"

namespace yomikae {
namespace {

/// Strings one after the other, each with its length before it: no two lists give the same.
class Print {
 public:
  explicit Print(std::string_view kind) { put(kind); }
  Print& put(std::string_view part) {
    text_ += fmt::format("{}:", part.size());
    text_ += part;
    return *this;
  }
  Print& put(const Scalar& part) { return put(part.text); }
  Print& put(const Address& address) {
    put(address.document.value);
    return put(address.provision ? to_string(*address.provision) : std::string{});
  }
  Print& put(const Scope& scope) {
    for (const auto& [name, values] : scope.admits) {
      put(name);
      for (const std::string& value : values) put(value);
      put("");
    }
    return put("");
  }
  Print& put(const Alternatives& alternatives) {
    for (const Reading& each : alternatives.readings) put(each.id).put(each.value.source).put(each.because);
    return put("");
  }
  template <class List>
  Print& each(const List& list) {
    for (const auto& one : list) put(one);
    return put("");
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void put_body(const Rule& rule, Print& print) {
  print.put(std::to_string(rule.body.index()));
  if (const auto* value = std::get_if<Alternatives>(&rule.body)) print.put(*value);
  if (const auto* left = std::get_if<LeftTo>(&rule.body)) print.put(left->document.value);
  if (const auto* ending = std::get_if<Ending>(&rule.body)) {
    print.put(std::to_string(static_cast<int>(ending->falls)));
    for (const Requirement& each : ending->requirements) print.put(each.that.source).put(each.because);
  }
}

std::string plain_key(std::string_view text) {
  const std::u32string plain = plain_words(text);
  std::string key;
  for (const char32_t unit : plain) key += fmt::format("{:x} ", static_cast<std::uint32_t>(unit));
  return key;
}

/// The words a rule lays down as they are written: spelling is not what they lay down.
std::string written(const Rule& rule, const Version& version) {
  std::string words;
  for (const Provision& each : version.provisions) {
    if (rule.at.path.contains(each.path)) words += plain_key(printed_words(each));
  }
  return words;
}

}  // namespace

std::string fingerprint(const Rule& rule) {
  Print print("rule");
  print.put(rule.document.value).put(to_string(rule.at)).put(rule.matter.value);
  print.put(fmt::format("{}{}{}", static_cast<int>(rule.kind), rule.of_contract, rule.of_option));
  print.put(rule.scope).put(rule.says).each(rule.notwithstanding);
  if (rule.when) print.put(*rule.when);
  for (const Part& part : rule.where) print.put(part.name).put(part.value);
  put_body(rule, print);
  return print.take();
}

std::string fingerprint(const PrecedenceRule& rule) {
  Print print("precedence");
  print.put(rule.document.value).put(to_string(rule.at)).put(rule.scope).put(rule.because);
  for (const auto& rank : rule.order) print.each(rank);
  return print.put(rule.open ? "open" : "").take();
}

std::string fingerprint(const Exclusion& exclusion) {
  Print print("exclusion");
  print.put(exclusion.at).put(exclusion.document.value).put(exclusion.article).put(exclusion.heading);
  return print.put(exclusion.paragraph).put(exclusion.item).put(exclusion.name).take();
}

std::string fingerprint(const Amendment& amendment) {
  Print print("amendment");
  print.put(amendment.at).put(amendment.document.value).put(to_string(amendment.path));
  print.put(amendment.rules == Amendment::Rules::stay ? "stay" : "");
  for (const Provision& each : amendment.provisions) print.put(to_string(each.path)).put(printed_words(each));
  return print.take();
}

std::string fingerprint(const Adoption& adoption) {
  Print print("adoption");
  print.put(adoption.document.value).put(std::to_string(static_cast<int>(adoption.extent)));
  if (adoption.because) print.put(*adoption.because);
  return print.take();
}

std::string fingerprint(const SubTerms& terms) {
  return Print("sub-terms").put(terms.option).put(terms.document.value).put(terms.because).take();
}

std::string fingerprint(const SubstitutionTable& table) {
  Print print("substitution");
  print.put(table.rows);
  for (const SubstitutionTable::Row& row : table.own) print.put(row.from).put(row.to);
  return print.take();
}

std::string fingerprint(const Matter& matter) {
  Print print("matter");
  print.put(matter.id.value).put(std::to_string(static_cast<int>(matter.shape))).put(to_string(matter.type));
  print.put(std::to_string(static_cast<int>(matter.combine))).each(matter.by).put(matter.sum_by);
  print.put(fmt::format("{}{}{}", matter.of_contract, matter.of_option, matter.counts_ended));
  for (const FactSpec& fact : matter.facts) print.put(fact.name).put(to_string(fact.type));
  print.put(matter.each).put(matter.fallback).put(matter.rounding.value).put(matter.free_after.value);
  for (const StatementLineSpec& line : matter.statement.lines) {
    print.put(line.matter.value).put(line.monthly).put(line.once.value).put(line.stating).put(line.beside.value);
  }
  return print.put(matter.check).take();
}

Fingerprints::Fingerprints(const Terms& terms) {
  for (const HeldVersion& held : terms.versions) add(held);
  for (const Channel& channel : terms.channels) add(channel);
  for (const Matter& matter : terms.ontology.matters) known_.insert(fingerprint(matter));
}

void Fingerprints::add(const HeldVersion& held) {
  for (const Rule& rule : held.rules.rules) {
    std::string print = fingerprint(rule);
    const Rule* words = &rule;
    if (rule.like) {
      const auto found = std::find_if(held.rules.rules.begin(), held.rules.rules.end(),
                                      [&](const Rule& each) { return each.index == *rule.like; });
      if (found != held.rules.rules.end()) {
        words = &*found;
        print += fingerprint(*words);
      }
    }
    if (std::holds_alternative<AsWritten>(words->body)) print += written(*words, held.text);
    known_.insert(print);
    rules_.emplace(&rule, std::move(print));
  }
  for (const PrecedenceRule& rule : held.rules.precedence) known_.insert(fingerprint(rule));
}

void Fingerprints::add(const Channel& channel) {
  const auto all = [&](const auto& list) {
    for (const auto& each : list) known_.insert(fingerprint(each));
  };
  all(channel.precedence);
  all(channel.sub_terms);
  for (const OverlayLevel& level : channel.levels) {
    all(level.adoptions);
    all(level.exclusions);
    all(level.amendments);
    all(level.tables);
  }
}

std::string Fingerprints::of(const Rule& rule) const {
  const auto found = rules_.find(&rule);
  return found == rules_.end() ? fingerprint(rule) : found->second;
}

}  // namespace yomikae
