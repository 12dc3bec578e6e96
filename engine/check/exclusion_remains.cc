#include "check/exclusion_remains.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/name_search.h"
#include "resolve/wording.h"
#include "rules/asked_matters.h"

namespace yomikae {
namespace {

/// A provision that stands, and the document whose words it is.
struct Standing {
  const HeldVersion* held = nullptr;
  const Provision* words = nullptr;
  DocumentId author;
};

class Remains {
 public:
  Remains(const ExclusionCase& line, Findings& findings)
      : line_(line), selection_(line.state->selection), cut_(*line.target.path), findings_(findings) {
    for (const Layer& layer : selection_.layers) {
      if (layer.held == nullptr) continue;
      for (const StandingProvision& each : standing_provisions(*layer.held, selection_)) {
        const DocumentId& author = each.author(layer.held->text.document);
        if (each.gone == nullptr && !excludes(author, each.words->path)) {
          standing_.push_back({layer.held, each.words, author});
        }
      }
      for (const Rule& rule : layer.held->rules.rules) {
        const bool stands =
            rule.kind == Rule::Kind::candidate && selection_.exclusion_of(rule.document, rule.at.path) == nullptr;
        if (stands) rules_.push_back(&rule);
        if (is_cut(rule)) gone_.push_back(&rule);
      }
    }
    for (const ChoiceSet& set : selection_.ontology().sets) {
      for (const auto& choice : set.choices) others_.push_back(choice.label);
    }
    for (const Provision* each : line.provisions) {
      if (!each->name.empty()) others_.push_back(each->name);
    }
    std::erase_if(others_, [](const std::string& each) { return fold(each).key.empty(); });
  }

  void run() {
    find_cited();
    find_named();
    find_terms();
  }

 private:
  /// The provision that says what is excluded names it as a matter of course.
  bool excludes(const DocumentId& author, const ProvisionPath& path) const {
    const Address& at = line_.exclusion->at;
    return author == at.document && at.provision && at.provision->path.contains(path);
  }

  bool is_cut(const Rule& rule) const {
    return rule.document == line_.exclusion->document && cut_.contains(rule.at.path);
  }

  Place place() const {
    const Scalar& label = label_of(*line_.exclusion);
    return label.text.empty() ? number_of(*line_.exclusion).place : label.place;
  }

  static Message where(const Standing& each, std::string_view ja, std::string_view en) {
    return {fmt::format("{} {} {}", each.held->text.short_title, each.words->label, ja),
            fmt::format("{}#{} {}", each.held->text.document.value, to_string(each.words->path), en)};
  }

  void find_cited() {
    std::vector<Finding::Related> related;
    for (const Standing& each : standing_) {
      for (const Citation& citation : each.words->cites) {
        const bool here = citation.to.document == line_.exclusion->document && citation.to.provision &&
                          cut_.contains(citation.to.provision->path);
        if (here) related.push_back({citation.place, where(each, "が引用している", "cites it")});
      }
    }
    for (const Rule* rule : rules_) {
      const bool follows = rule->like && std::any_of(gone_.begin(), gone_.end(),
                                                     [&](const Rule* gone) { return gone->index == *rule->like; });
      if (follows) related.push_back({rule->place, {"この定めが準じている", "this rule follows it"}});
      if (asks_for_what_is_gone(*rule)) {
        related.push_back(
            {rule->place, {"この定めの式がこれを前提としている", "the expression of this rule rests on it"}});
      }
    }
    if (related.empty()) return;
    Finding& finding = findings_.add(
        "exclusion/still-cited", place(),
        {fmt::format("除外した {} を、残る定めがなお前提としている", line_.target.meant->label),
         fmt::format("what stands still rests on {}, which is excluded", to_string(cut_))},
        {"残る定めも除くか、代わりに何によるかを書く", "exclude those too, or say what takes the place of it"});
    finding.subject = subject_of(*line_.exclusion);
    finding.related = std::move(related);
  }

  /// A matter only the cut provision regulates and that has no answer of its own, or an option whose terms are cut.
  bool asks_for_what_is_gone(const Rule& rule) const {
    bool found = false;
    for_each_matter(rule, [&](const Expr::MatterValue& node) {
      found = found || silent_now(node.matter);
      for (const Expr::Argument& argument : node.arguments) {
        for (const Expr& value : argument.value) {
          const auto* literal = std::get_if<Expr::Literal>(&value.node);
          const auto* symbol = literal == nullptr ? nullptr : std::get_if<Symbol>(&literal->value);
          found = found || (symbol != nullptr && is_cut_option(symbol->name));
        }
      }
    });
    return found;
  }

  bool silent_now(const MatterId& id) const {
    const Matter* matter = selection_.ontology().matter(id.value);
    const bool regulated =
        std::any_of(rules_.begin(), rules_.end(), [&](const Rule* each) { return each->matter == id; });
    return !regulated && matter != nullptr && matter->fallback.text.empty() &&
           std::any_of(gone_.begin(), gone_.end(),
                       [&](const Rule* each) { return each->matter == id && each->kind == Rule::Kind::candidate; });
  }

  /// Whether a provision that is cut bears the name of an option.
  bool is_cut_option(const std::string& option) const {
    if (!selection_.ontology().is_option(option)) return false;
    const std::string label = selection_.ontology().label_of(selection_.ontology().option_set, option);
    const std::vector<const Provision*> named = named_provisions();
    return std::any_of(named.begin(), named.end(), [&](const Provision* each) { return same_name(each->name, label); });
  }

  std::vector<const Provision*> named_provisions() const {
    std::vector<const Provision*> named;
    for (const Provision* each : line_.provisions) {
      if (!each->name.empty() && cut_.contains(each->path)) named.push_back(each);
    }
    return named;
  }

  void find_named() {
    std::vector<Finding::Related> related;
    std::string names;
    for (const Provision* named : named_provisions()) {
      // A caption like 基本サービス is no name of a thing that other provisions would speak of.
      if (!is_known_name(named->name)) continue;
      const NameSearch search(named->name, others_);
      bool mentioned = false;
      for (const Standing& each : standing_) {
        if (each.author != line_.exclusion->document || !search.in(*each.words)) continue;
        mentioned = true;
        related.push_back({each.words->place, where(each, "に名が残る", "still names it")});
      }
      if (mentioned) names += fmt::format("{}「{}」", names.empty() ? "" : "、", named->name);
    }
    if (related.empty()) return;
    Finding& finding = findings_.add(
        "exclusion/still-named", place(),
        {fmt::format("除外した{}の名が、残る条項 {} か所に出てくる", names, related.size()),
         fmt::format("what is excluded is still named in {} provisions that stand: {}", related.size(), names)});
    finding.subject = subject_of(*line_.exclusion);
    finding.related = std::move(related);
  }

  bool is_known_name(std::string_view name) const {
    const auto& sets = selection_.ontology().sets;
    return std::any_of(sets.begin(), sets.end(), [&](const ChoiceSet& set) {
      return std::any_of(set.choices.begin(), set.choices.end(),
                         [&](const auto& each) { return same_name(each.label, name); });
    });
  }

  void find_terms() {
    for (const Provision* each : line_.provisions) {
      if (!cut_.contains(each->path)) continue;
      for (const DefinedTerm& term : each->defines) find_term(term);
    }
  }

  void find_term(const DefinedTerm& term) {
    const auto defined_elsewhere = [&](const Standing& each) {
      return std::any_of(each.words->defines.begin(), each.words->defines.end(),
                         [&](const DefinedTerm& other) { return same_name(other.term, term.term); });
    };
    if (fold(term.term).key.empty() || std::any_of(standing_.begin(), standing_.end(), defined_elsewhere)) return;
    const NameSearch search(term.term, others_);
    std::vector<Finding::Related> related{{term.place, {"ここで定義していた", "defined here"}}};
    for (const Standing& each : standing_) {
      if (each.author == line_.exclusion->document && search.in(*each.words)) {
        related.push_back({each.words->place, where(each, "で用いている", "uses it")});
      }
    }
    if (related.size() == 1) return;
    Finding& finding = findings_.add(
        "exclusion/definition-lost", place(),
        {fmt::format("除外した {} が「{}」を定義していた。残る条項がなお用いている", line_.target.meant->label,
                     term.term),
         fmt::format("{} is excluded, which defined `{}`; what stands still uses it", to_string(cut_), term.term)},
        {fmt::format("「{}」の意味を約款のどこかで定める", term.term),
         fmt::format("say somewhere what `{}` means", term.term)});
    finding.subject = subject_of(*line_.exclusion);
    finding.subject.of += fmt::format("/{}", term.term);
    finding.related = std::move(related);
  }

  const ExclusionCase& line_;
  const Selection& selection_;
  const ProvisionPath& cut_;
  Findings& findings_;
  std::vector<Standing> standing_;
  std::vector<const Rule*> rules_;  ///< those that stand
  std::vector<const Rule*> gone_;   ///< those the line cuts
  std::vector<std::string> others_;
};

}  // namespace

void check_remains(const ExclusionCase& line, Findings& findings) {
  if (line.target.path) Remains(line, findings).run();
}

}  // namespace yomikae
