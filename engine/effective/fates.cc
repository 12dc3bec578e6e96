#include <algorithm>
#include <array>
#include <utility>

#include "effective/effective_terms.h"

namespace yomikae {
namespace {

constexpr std::string_view offering_check = "catalogue/not-offered";

/// Values of a dimension that rules on a matter name, or all of them where the dimension has a default.
std::vector<std::string> values_asked(const Dimension& dimension, const Matter& matter, const Selection& selection) {
  std::vector<std::string> values;
  if (!dimension.fallback.empty()) {
    for (const auto& set : dimension.sets) {
      for (const auto& choice : selection.ontology().set(set)->choices) values.push_back(choice.name);
    }
    return values;
  }
  for (const Rule* rule : rules_on(matter.id, selection)) {
    const auto scope = rule->scope.admits.find(dimension.name);
    if (scope == rule->scope.admits.end()) continue;
    for (const std::string& value : scope->second) {
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
  }
  return values;
}

std::vector<std::string> members(const Ontology& ontology, const std::string& set) {
  std::vector<std::string> names;
  if (const ChoiceSet* choices = ontology.set(set)) {
    for (const auto& choice : choices->choices) names.push_back(choice.name);
  }
  return names;
}

/// Asks every question once more for each value of a further dimension, and once without it where that is a question.
void cross(std::vector<Dimensions>& questions, const std::string& name, const std::vector<std::string>& values,
           bool absent_too) {
  std::vector<Dimensions> crossed;
  for (const Dimensions& each : questions) {
    if (absent_too || values.empty()) crossed.push_back(each);
    for (const std::string& value : values) {
      crossed.push_back(each);
      crossed.back()[name] = value;
    }
  }
  questions = std::move(crossed);
}

/// The item of an option is that option; other items are asked as the rule names them.
void set_items(std::vector<Dimensions>& questions, const Rule& rule, const Matter& matter, const Ontology& ontology) {
  for (Dimensions& each : questions) {
    const std::string option = option_of(each, ontology);
    if (!option.empty()) each[matter.sum_by] = option;
  }
  if (rule.of_option) return;
  const auto scope = rule.scope.admits.find(matter.sum_by);
  cross(questions, matter.sum_by, scope == rule.scope.admits.end() ? std::vector<std::string>{} : scope->second, false);
}

}  // namespace

std::string_view to_string(Fate fate) {
  static constexpr std::array<std::string_view, 8> names{"applies",          "supplements", "displaced",
                                                         "partly-displaced", "excluded",    "not-incorporated",
                                                         "not-offered",      "not-in-force"};
  return names[static_cast<std::size_t>(fate)];
}

ProvisionFate cut_fate(const ExcludedProvision& cut) {
  const bool excluded = cut.how == ExcludedProvision::How::excluded;
  return {excluded ? Fate::excluded : Fate::displaced, {cut.because, {}}};
}

Fates::Fates(const Selection& selection) : selection_(selection) {
  find_unsold();
  for (const Layer& layer : selection.layers) {
    if (layer.held == nullptr) continue;
    for (const Rule& rule : layer.held->rules.rules) {
      if (rule.kind == Rule::Kind::candidate) tally(rule);
    }
  }
}

/// Every question a rule can be asked: the values its scope admits, crossed with what other rules on the matter name.
std::vector<Dimensions> Fates::questions(const Rule& rule, const Matter& matter) const {
  const Ontology& ontology = selection_.ontology();
  Dimensions base = selection_.contract().dimensions;
  for (const Dimension& dimension : ontology.dimensions) {
    if (!dimension.fallback.empty()) base.try_emplace(dimension.name, dimension.fallback);
  }
  std::vector<Dimensions> result{base};
  for (const Dimension& dimension : ontology.dimensions) {
    const bool subject = ontology.is_option_dimension(dimension);
    const bool asked = subject ? matter.of_option && rule.of_option : matter.has_dimension(dimension.name);
    if (!asked || dimension.name == matter.sum_by) continue;
    const auto scope = rule.scope.admits.find(dimension.name);
    const bool named = scope != rule.scope.admits.end() && !scope->second.empty();
    const bool absent_too = subject ? rule.of_contract : !named && dimension.fallback.empty();
    if (named) {
      cross(result, dimension.name, scope->second, absent_too);
    } else {
      cross(result, dimension.name,
            subject ? members(ontology, ontology.option_set) : values_asked(dimension, matter, selection_), absent_too);
    }
  }
  if (!matter.sum_by.empty()) set_items(result, rule, matter, ontology);
  return result;
}

void Fates::tally(const Rule& rule) {
  const Matter& matter = *selection_.ontology().matter(rule.matter.value);
  Tally tally;
  if (matter.combine == Matter::Combine::all) {
    tally.won = 1;  // every rule stands
    tallies_.emplace_back(&rule, tally);
    return;
  }
  const bool unrivalled = std::none_of(selection_.layers.begin(), selection_.layers.end(), [&](const Layer& layer) {
    const auto& book = layer.held == nullptr ? selection_.agreement->order_form : layer.held->rules.rules;
    return std::any_of(book.begin(), book.end(), [&](const Rule& other) {
      return other.matter == rule.matter && other.document != rule.document;
    });
  });
  if (unrivalled) {
    tally.won = 1;  // nothing of another layer could go before it
    tallies_.emplace_back(&rule, tally);
    return;
  }
  for (const Dimensions& question : questions(rule, matter)) {
    if (!speaks_of(rule, question, selection_.ontology())) continue;
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    const Resolution result = calculation.resolution(matter, question, {});
    const auto holds = [&](const std::vector<const Rule*>& rules) {
      return std::find(rules.begin(), rules.end(), &rule) != rules.end();
    };
    if (holds(result.winners) || holds(result.quoted) || holds(result.conflicting)) ++tally.won;
    for (const Loss& loss : result.losses) {
      if (loss.rule != &rule || loss.reason != LossReason::precedence) continue;
      ++tally.lost;
      tally.to = loss.to;
      tally.because = loss.because;
    }
  }
  tallies_.emplace_back(&rule, tally);
}

Fate untouched_fate(const DocumentId& document, const Selection& selection) {
  for (const OutsideDocument& outside : selection.outside) {
    if (outside.held->text.document == document) return Fate::not_incorporated;
  }
  for (const Layer& layer : selection.layers) {
    if (layer.held == nullptr || !layer.options.empty()) continue;  // terms of one option stand beside the rest
    return layer.held->text.document == document ? Fate::applies : Fate::supplements;
  }
  return Fate::supplements;
}

/// What speaks of named options only, none of which the channel sells, speaks of nothing this contract can have. The
/// rule that says so; null where some option is sold.
const Rule* Fates::of_unsold_options(const Rule& rule) const {
  const Dimension* dimension = selection_.ontology().option_dimension();
  const bool says_what_is_sold = selection_.ontology().matter(rule.matter.value)->check == offering_check;
  if (dimension == nullptr || rule.of_contract || says_what_is_sold) return nullptr;
  const auto scope = rule.scope.admits.find(dimension->name);
  if (scope == rule.scope.admits.end() || scope->second.empty()) return nullptr;
  const Rule* says_no = nullptr;
  for (const std::string& option : scope->second) {
    const auto unsold = unsold_.find(option);
    if (unsold == unsold_.end()) return nullptr;
    says_no = unsold->second;
  }
  return says_no;
}

/// The options the matter that is checked for an offer says no to.
void Fates::find_unsold() {
  const auto& matters = selection_.ontology().matters;
  const auto offer = std::find_if(matters.begin(), matters.end(),
                                  [](const Matter& each) { return each.check == offering_check && each.of_option; });
  const Dimension* dimension = selection_.ontology().option_dimension();
  if (offer == matters.end() || dimension == nullptr) return;
  for (const std::string& option : members(selection_.ontology(), selection_.ontology().option_set)) {
    ReadingWalk walk;
    Trace trace;
    Calculation calculation(selection_, walk, trace);
    const Outcome sold = calculation.value(*offer, {{dimension->name, option}}, {});
    const bool refused = sold.has_value() && !std::get<bool>(sold.value) && !trace.sources.empty();
    if (refused) unsold_.emplace(option, trace.sources.front());
  }
}

ProvisionFate Fates::outcome(const Rule& rule, const Tally& tally) const {
  if (tally.lost == 0) {
    if (const Rule* says_no = of_unsold_options(rule)) {
      return {Fate::not_offered, {Address{says_no->document, says_no->version, says_no->at}, {}}};
    }
    return {untouched_fate(rule.document, selection_), {}};
  }
  ProvisionFate result;
  const Matter& matter = *selection_.ontology().matter(rule.matter.value);
  result.fate = tally.won > 0 ? Fate::partly_displaced : Fate::displaced;
  if (matter.check == offering_check) {
    result.fate = Fate::not_offered;
    if (tally.to != nullptr && !tally.to->document.empty()) {
      result.because.provision = Address{tally.to->document, tally.to->version, tally.to->at};
    }
    return result;
  }
  if (tally.because != nullptr) {
    if (!tally.because->document.empty()) {
      result.because.provision = Address{tally.because->document, std::nullopt, tally.because->at};
    }
    result.because.words = tally.because->because;
  }
  return result;
}

ProvisionFate Fates::of(const Rule& rule) const {
  if (const ExcludedProvision* cut = selection_.exclusion_of(rule.document, rule.at.path)) return cut_fate(*cut);
  for (const auto& [each, tally] : tallies_) {
    if (each == &rule) return outcome(rule, tally);
  }
  return {untouched_fate(rule.document, selection_), {}};
}

ProvisionFate Fates::of(const Version& version, const Provision& provision) const {
  if (const ExcludedProvision* cut = selection_.exclusion_of(version.document, provision.path)) return cut_fate(*cut);
  if (const ExcludedProvision* cut = selection_.displaced_words(version.document, provision.path))
    return cut_fate(*cut);
  for (const OutsideDocument& outside : selection_.outside) {
    if (&outside.held->text == &version) return {Fate::not_incorporated, {outside.because, {}}};
  }
  const HeldVersion* held = selection_.terms->in_force(version.document, selection_.day);
  if (held != nullptr) {
    for (const DormantProvision& dormant : held->rules.dormant) {
      if (dormant.at.path.contains(provision.path)) return {Fate::not_in_force, {std::nullopt, dormant.because}};
    }
  }
  std::size_t lost = 0;
  std::size_t stood = 0;
  ProvisionFate worst{untouched_fate(version.document, selection_), {}};
  for (const auto& [rule, tally] : tallies_) {
    if (rule->document != version.document || !provision.path.contains(rule->at.path)) continue;
    const ProvisionFate one = outcome(*rule, tally);
    if (!(rule->at.path == provision.path)) {  // of what lies below it: a part that stands keeps the whole from falling
      stood += one.fate == untouched_fate(version.document, selection_) ? 1 : 0;
      continue;
    }
    const bool yields =
        one.fate == Fate::displaced || one.fate == Fate::partly_displaced || one.fate == Fate::not_offered;
    if (!yields || one.fate == Fate::partly_displaced) ++stood;
    if (!yields) continue;
    ++lost;
    worst = one;
  }
  if (lost > 0 && stood > 0 && worst.fate == Fate::displaced) worst.fate = Fate::partly_displaced;
  if (stood > 0 && worst.fate == Fate::not_offered) return {untouched_fate(version.document, selection_), {}};
  return worst;
}

}  // namespace yomikae
