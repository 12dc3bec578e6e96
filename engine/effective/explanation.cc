#include "effective/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

using Standing = Candidate::Standing;

bool contains(const std::vector<const Rule*>& rules, const Rule* rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

class Explainer {
 public:
  Explainer(const Selection& selection, Explanation& result) : selection_(selection), result_(result) {}

  void add_matter(const Matter& matter) {
    for (const MatterRow& row : result_.terms.matters) {
      const bool part_of =
          matter.id.value.starts_with(row.matter->id.value + ".") && matter.shape == Matter::Shape::part;
      if (row.matter->id == matter.id || part_of) add_contest(row, matter);
    }
    if (result_.contests.empty()) add_unlisted(matter);
  }

  /// A matter without a line in the table (an offer, a prerequisite): for the contract and for each option it lists.
  void add_unlisted(const Matter& matter) {
    const Dimension* dimension = selection_.ontology().option_dimension();
    std::vector<Dimensions> cases;
    if (matter.of_contract) cases.emplace_back();
    if (matter.of_option && dimension != nullptr) {
      for (const HeldOption& each : selection_.contract().options) cases.push_back({{dimension->name, each.option}});
    }
    for (Dimensions& each : cases) {
      result_.unlisted.push_back({});
      result_.unlisted.back().matter = &matter;
      result_.unlisted.back().scope = std::move(each);
      fill_unlisted(result_.unlisted.back());
      add_contest(result_.unlisted.back(), matter);
    }
  }

  void add_provision(const EffectiveProvision& provision) {
    result_.provisions.push_back(&provision);
    const Version& version = provision.version->text;
    for (const Rule& rule : provision.version->rules.rules) {
      if (rule.document != version.document || !(rule.at.path == provision.provision->path)) continue;
      for (const MatterRow& row : result_.terms.matters) {
        const bool same = row.matter->id == rule.matter || rule.matter.value.starts_with(row.matter->id.value + ".");
        const bool involved =
            contains(row.sources, &rule) || contains(row.conflicting, &rule) ||
            std::any_of(row.over.begin(), row.over.end(), [&](const auto& lost) { return lost.rule == &rule; });
        const bool known = std::any_of(result_.contests.begin(), result_.contests.end(),
                                       [&](const auto& each) { return each.row == &row; });
        if (same && involved && !known) add_contest(row, *selection_.ontology().matter(rule.matter.value));
      }
    }
  }

 private:
  void fill_unlisted(MatterRow& row) const {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    const Resolution result = calculation.resolution(contested(row, *row.matter), row.scope, {});
    row.status = to_answer_status(result.status);
    row.sources = result.winners;
    row.conflicting = result.conflicting;
    for (const Rule* rule : result.winners) {
      row.display += fmt::format("{}{}", row.display.empty() ? "" : "\n", rule_display(*rule, selection_));
    }
  }

  const Matter& contested(const MatterRow& row, const Matter& matter) const {
    if (matter.shape != Matter::Shape::term) return row.matter->shape == Matter::Shape::term ? matter : *row.matter;
    return *selection_.ontology().matter(fmt::format("{}.length", matter.id.value));
  }

  void add_contest(const MatterRow& row, const Matter& matter) {
    ContestReport report;
    report.row = &row;
    const Matter& on = contested(row, matter);
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    Dimensions asked = row.scope;
    add_option_of_item(on, asked);
    const Resolution result = calculation.resolution(on, asked, {});
    for (const Layer& layer : selection_.layers) {
      const auto& rules = layer.held == nullptr ? selection_.agreement->order_form : layer.held->rules.rules;
      for (const Rule& rule : rules) {
        if (rule.matter == on.id) report.candidates.push_back(candidate(rule, result));
      }
    }
    for (const OutsideDocument& outside : selection_.outside) {
      for (const Rule& rule : outside.held->rules.rules) {
        if (rule.matter != on.id) continue;
        report.candidates.push_back(
            {&rule, Standing::outside, rule_display(rule, selection_), std::nullopt, {outside.because, {}}});
      }
    }
    result_.contests.push_back(std::move(report));
  }

  void add_option_of_item(const Matter& matter, Dimensions& asked) const {
    const auto item = asked.find(matter.sum_by);
    if (matter.sum_by.empty() || item == asked.end() || !selection_.ontology().is_option(item->second)) return;
    const std::string name = item->second;
    if (const Dimension* option = selection_.ontology().option_dimension()) asked[option->name] = name;
  }

  Candidate candidate(const Rule& rule, const Resolution& result) const {
    Candidate one{&rule, Standing::elsewhere, rule_display(rule, selection_), std::nullopt, {}};
    if (const auto* cut = rule.document.empty() ? nullptr : selection_.exclusion_of(rule.document, rule.at.path)) {
      one.standing = Standing::excluded;
      one.because.provision = cut->because;
    } else if (rule.kind == Rule::Kind::pointer) {
      one.standing = Standing::pointer;
    } else if (contains(result.winners, &rule)) {
      one.standing = result.winners.front() == &rule ? Standing::won : Standing::agrees;
    } else if (contains(result.quoted, &rule)) {
      one.standing = Standing::filled;
    } else if (contains(result.conflicting, &rule)) {
      one.standing = Standing::conflicting;
    }
    for (const Loss& loss : result.losses) {
      if (loss.rule != &rule) continue;
      one.standing = Standing::lost;
      one.loss = loss;
    }
    return one;
  }

  const Selection& selection_;
  Explanation& result_;
};

void report_unknown(const std::string& subject, const Selection& selection, Sources& sources, Findings& findings) {
  const SourceId source = sources.add("argument", subject);
  std::vector<std::string> known = question_names(selection.ontology());
  for (const Matter& matter : selection.ontology().matters) known.push_back(matter.id.value);
  const std::vector<std::string_view> names(known.begin(), known.end());
  findings.add("format/unknown-name", {source, 0, static_cast<std::uint32_t>(subject.size())},
               {fmt::format("`{}` は事項でも条項の番地でもない", single_line(subject)),
                fmt::format("`{}` is neither a matter nor an address", single_line(subject))},
               nearest_help(subject, names));
}

}  // namespace

std::string_view to_string(Candidate::Standing standing) {
  static constexpr std::array<std::string_view, 9> names{"won",       "agrees",   "filled",  "lost",   "conflicting",
                                                         "elsewhere", "excluded", "outside", "pointer"};
  return names[static_cast<std::size_t>(standing)];
}

std::optional<Explanation> explain(const Selection& selection, const std::string& subject, Sources& sources,
                                   Findings& findings) {
  Explanation result;
  result.subject = subject;
  result.terms = effective_terms(selection);
  Explainer explainer(selection, result);
  if (const auto question = find_question(selection.ontology(), subject)) {
    explainer.add_matter(*question->matter);
    return result;
  }
  const auto address = parse_address(subject);
  if (!address || !address->provision) {
    report_unknown(subject, selection, sources, findings);
    return std::nullopt;
  }
  for (const EffectiveProvision& provision : result.terms.provisions) {
    const bool same_document = provision.version->text.document == address->document;
    const bool same_version = !address->version || *address->version == provision.version->text.from;
    if (same_document && same_version && address->provision->path.contains(provision.provision->path)) {
      explainer.add_provision(provision);
    }
  }
  if (result.provisions.empty()) {
    const SourceId source = sources.add("argument", subject);
    findings.add("terms/unknown-provision", {source, 0, static_cast<std::uint32_t>(subject.size())},
                 {fmt::format("`{}` はこの契約の文書にない", single_line(subject)),
                  fmt::format("`{}` is in none of the documents of this contract", single_line(subject))});
    return std::nullopt;
  }
  return result;
}

}  // namespace yomikae
