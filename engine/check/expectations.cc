#include "check/expectations.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "check/version_addresses.h"
#include "effective/answer.h"
#include "effective/effective_terms.h"

namespace yomikae {
namespace {

using Texts = std::vector<std::string>;

std::string joined(const Texts& texts) {
  std::string out;
  for (const std::string& each : texts) out += fmt::format("{}{}", out.empty() ? "" : ", ", each);
  return out.empty() ? "-" : out;
}

/// `seller/terms#9.1`; the order form by its own name.
std::string address_of(const Rule& rule) {
  return rule.document.empty() ? std::string(order_form_layer)
                               : fmt::format("{}#{}", rule.document.value, to_string(rule.at.path));
}

template <class Rules>
Texts addresses(const Rules& rules) {
  Texts result;
  for (const Rule* rule : rules) result.push_back(address_of(*rule));
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

/// Addresses as somebody wrote them, in the form of ours: without version, with paragraph, without the sentence.
Texts normalised(const Texts& stated) {
  Texts result;
  for (const std::string& each : stated) {
    const auto address = parse_address(each);
    const bool whole = address && address->provision;
    result.push_back(whole ? fmt::format("{}#{}", address->document.value, to_string(address->provision->path)) : each);
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::string shown(const std::optional<Value>& value) { return value ? to_string(*value) : "null"; }

class Comparison {
 public:
  Comparison(const Selection& selection, Findings& findings)
      : selection_(selection), findings_(findings), terms_(effective_terms(selection)) {}

  void compare(const Expectation& wanted) {
    wanted_ = &wanted;
    switch (wanted.kind) {
      case Expectation::Kind::question: return question();
      case Expectation::Kind::matter: return matter();
      case Expectation::Kind::provision: return provision();
      case Expectation::Kind::finding: return finding();
    }
  }

 private:
  void differ(std::string_view what, const std::string& wanted, const std::string& got) {
    findings_.add("answers/differ", wanted_->place,
                  {fmt::format("`{}` の {} は `{}` のはずが `{}`", wanted_->subject, what, wanted, got),
                   fmt::format("{} of `{}` should be `{}` and is `{}`", what, wanted_->subject, wanted, got)});
  }

  void same(std::string_view what, const std::optional<std::string>& wanted, const std::string& got) {
    if (wanted && *wanted != got) differ(what, *wanted, got);
  }

  void same(std::string_view what, const std::optional<Texts>& wanted, const Texts& got) {
    if (!wanted) return;
    const Texts stated = normalised(*wanted);
    if (stated != got) differ(what, joined(stated), joined(got));
  }

  void unknown(std::string_view ja, std::string_view en) {
    findings_.add("answers/differ", wanted_->place,
                  {fmt::format("`{}` という{}はない", wanted_->subject, ja),
                   fmt::format("there is no {} `{}`", en, wanted_->subject)});
  }

  void question() {
    const auto stated = [&](const std::string& text) { return Scalar{text, wanted_->place, true}; };
    StatedQuestion question{stated(wanted_->subject), {}};
    for (const auto& fact : wanted_->facts) question.facts.push_back({fact.name, fact.value});
    const auto asked = read_question(question, selection_, findings_);
    if (!asked) return;
    const Answer got = answer(*asked, selection_, worked_out_);
    same("status", wanted_->status, std::string(to_string(got.status)));
    same("value", wanted_->value, shown(got.value));
    same("safe", wanted_->safe, shown(got.safe));
    same("missing", wanted_->missing, sorted(got.missing));
    if (!wanted_->winners) return;
    const Texts sources = addresses(got.trace.sources);
    for (const std::string& each : normalised(*wanted_->winners)) {
      const bool used = std::find(sources.begin(), sources.end(), each) != sources.end();
      if (!used) differ("sources", each, joined(sources));
    }
  }

  static Texts sorted(Texts texts) {
    std::sort(texts.begin(), texts.end());
    return texts;
  }

  /// The line of the case that is meant; a usual value of a dimension (an ordinary notice) need not be named.
  const MatterRow* row() const {
    Dimensions wanted;
    for (const auto& fact : wanted_->facts) {
      const Dimension* dimension = selection_.ontology().dimension(fact.name.text);
      const bool usual = dimension != nullptr && dimension->fallback == fact.value.text;
      if (!usual) wanted[fact.name.text] = fact.value.text;
    }
    for (const MatterRow& each : terms_.matters) {
      if (each.matter->id.value == wanted_->subject && each.scope == wanted) return &each;
    }
    return nullptr;
  }

  /// There is no such line: which there are.
  void no_such_row() {
    std::string cases;
    for (const MatterRow& each : terms_.matters) {
      if (each.matter->id.value != wanted_->subject) continue;
      std::string shown;
      for (const auto& [name, value] : each.scope)
        shown += fmt::format("{}{}: {}", shown.empty() ? "" : ", ", name, value);
      cases += fmt::format("{}{{ {} }}", cases.empty() ? "" : "、", shown);
    }
    if (cases.empty()) return unknown("事項の行", "line of matters");
    findings_.add("answers/differ", wanted_->place,
                  {fmt::format("`{}` にその場合の行はない", wanted_->subject),
                   fmt::format("`{}` has no line for that case", wanted_->subject)},
                  {fmt::format("ある場合（`scope`）: {}", cases), fmt::format("there are these (`scope`): {}", cases)});
  }

  /// Whether every dimension that is named is declared; reports one that is not.
  bool knows_dimensions() {
    std::vector<std::string_view> known;
    for (const Dimension& each : selection_.ontology().dimensions) known.push_back(each.name);
    bool all = true;
    for (const auto& fact : wanted_->facts) {
      if (selection_.ontology().dimension(fact.name.text) != nullptr) continue;
      findings_.add("format/unknown-name", fact.name.at(0, fact.name.text.size()),
                    {fmt::format("`{}` という次元はない", fact.name.text),
                     fmt::format("there is no dimension `{}`", fact.name.text)},
                    nearest_help(fact.name.text, known));
      all = false;
    }
    return all;
  }

  void matter() {
    if (!knows_dimensions()) return;
    const MatterRow* got = row();
    if (got == nullptr) return no_such_row();
    same("status", wanted_->status, std::string(to_string(got->status)));
    same("value", wanted_->value, shown(got->value));
    same("display", wanted_->display, got->display);
    same("winners", wanted_->winners, addresses(got->sources.empty() ? got->conflicting : got->sources));
    std::vector<const Rule*> losers;
    for (const LosingRule& loser : got->over) losers.push_back(loser.rule);
    same("losers", wanted_->losers, addresses(losers));
    same("missing", wanted_->missing, sorted(got->missing));
  }

  void provision() {
    const auto address = parse_address(wanted_->subject);
    const EffectiveProvision* got = nullptr;
    for (const EffectiveProvision& each : terms_.provisions) {
      const bool here = address && address->provision && each.version->text.document == address->document &&
                        each.provision->path == address->provision->path;
      if (here) got = &each;  // words an overlay put in stand behind those they replace
    }
    if (got == nullptr) return unknown("条項", "provision");
    same("fate", wanted_->fate, std::string(to_string(got->fate.fate)));
    if (wanted_->because) same("because", std::optional(Texts{*wanted_->because}), decided_by(got->fate));
    std::string text = got->name.text + "\n" + got->text.text + "\n" + got->tail.text;
    for (const Wording& cell : got->cells) text += "\n" + cell.text;
    for (const std::string& words : wanted_->says) {
      if (text.find(words) == std::string::npos) differ("text", words, got->text.text);
    }
  }

  static Texts decided_by(const ProvisionFate& fate) {
    if (!fate.because.provision) return {fate.because.words};
    const Address& by = *fate.because.provision;
    return {by.provision ? fmt::format("{}#{}", by.document.value, to_string(by.provision->path)) : by.document.value};
  }

  void finding() {
    if (find_finding_rule(wanted_->subject) == nullptr) return unknown("指摘", "finding");
    const auto count = std::count_if(terms_.findings.all().begin(), terms_.findings.all().end(),
                                     [&](const Finding& each) { return each.rule->id == wanted_->subject; });
    same("count", wanted_->count, std::to_string(count));
    if (!wanted_->count && count == 0) differ("count", "1", "0");
  }

  const Selection& selection_;
  WorkedOut worked_out_;
  Findings& findings_;
  EffectiveTerms terms_;
  const Expectation* wanted_ = nullptr;
};

}  // namespace

namespace {

/// Whether somebody expects that the texts are not all held.
bool expects_a_gap(const Expectation& each) {
  const bool names_it = each.kind == Expectation::Kind::finding && each.subject == "version/none-in-force";
  return names_it || (each.status && *each.status == "missing");
}

/// Without the texts of the day no answer can be expected, and a sheet that expects some tells nothing.
void check_texts_held(const ExpectationSheet& sheet, const Selection& selection, Findings& findings) {
  if (selection.missing.empty()) return;
  if (std::any_of(sheet.expectations.begin(), sheet.expectations.end(), expects_a_gap)) return;
  std::string lacking;
  for (const DocumentId& each : selection.missing)
    lacking += fmt::format("{}`{}`", lacking.empty() ? "" : "、", each.value);
  findings
      .add("version/example-before-set", sheet.as_of_place.known() ? sheet.as_of_place : sheet.place,
           {fmt::format("{} には {} の版がない。この日の例からは何も確かめられない", to_string(selection.day), lacking),
            fmt::format("on {} no version of {} is held, an example of that day shows nothing",
                        to_string(selection.day), lacking)},
           {"版が揃っている日を `as-of` にする", "let `as-of` be a day on which the versions are there"})
      .about(fmt::format("channel/{}", selection.channel->id.value), sheet.contract);
}

void check_addresses(const Expectation& wanted, const Terms& terms, Findings& findings) {
  std::vector<std::string> stated;
  const auto take = [&](const std::optional<std::vector<std::string>>& addresses) {
    if (addresses) stated.insert(stated.end(), addresses->begin(), addresses->end());
  };
  take(wanted.winners);
  take(wanted.losers);
  if (wanted.because) stated.push_back(*wanted.because);
  if (wanted.kind == Expectation::Kind::provision) stated.push_back(wanted.subject);
  for (const std::string& each : stated) {
    if (const auto address = parse_address(each)) {
      check_version_address(*address, wanted.place, wanted.subject, terms, findings);
    }
  }
}

}  // namespace

void check_expectations(const ExpectationSheet& sheet, const Agreement& agreement, const Terms& terms, Date day,
                        Findings& findings) {
  const Selection selection = select(terms, agreement, day);
  check_texts_held(sheet, selection, findings);
  Comparison comparison(selection, findings);
  for (const Expectation& each : sheet.expectations) {
    comparison.compare(each);
    check_addresses(each, terms, findings);
  }
}

}  // namespace yomikae
