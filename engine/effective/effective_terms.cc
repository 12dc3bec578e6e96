#include "effective/effective_terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace yomikae {
namespace {

bool speaks_of_contract(const OpenPoint& point, const Selection& selection) {
  const auto& dimensions = selection.contract().dimensions;
  return std::all_of(point.scope.admits.begin(), point.scope.admits.end(), [&](const auto& entry) {
    const auto found = dimensions.find(entry.first);
    if (found == dimensions.end()) return false;
    return entry.second.empty() ||
           std::find(entry.second.begin(), entry.second.end(), found->second) != entry.second.end();
  });
}

class TermsBuilder {
 public:
  explicit TermsBuilder(const Selection& selection) : selection_(selection), reader_(selection), fates_(selection) {}

  EffectiveTerms build() {
    EffectiveTerms terms;
    terms.selection = &selection_;
    terms.findings = selection_.findings;
    check_contract(selection_, terms.findings);
    terms.matters = matter_rows(selection_);
    add_dates(terms);
    add_provisions(terms);
    add_open_points(terms);
    return terms;
  }

 private:
  void add_date(EffectiveTerms& terms, const std::string& question_text, const std::string& label,
                const Dimensions& dimensions, const Facts& facts, const std::string& note = {}) const {
    const auto question = find_question(selection_.ontology(), question_text);
    if (!question) return;
    Asked asked;
    asked.text = question_text;
    asked.question = *question;
    asked.dimensions = dimensions;
    asked.facts = facts;
    const Answer result = answer(asked, selection_);
    DateRow row;
    row.question = question_text;
    row.label = label;
    row.status = result.status;
    if (result.value) {
      if (const auto* date = std::get_if<Date>(&*result.value)) row.date = *date;
    }
    if (result.safe) {
      if (const auto* date = std::get_if<Date>(&*result.safe)) row.safe = *date;
    }
    row.source = result.trace.sources.empty() ? nullptr : result.trace.sources.front();
    row.note = note;
    for (const std::string& name : result.missing) row.note += fmt::format("{}{}", row.note.empty() ? "" : "、", name);
    const bool worth_a_line = row.date || row.status == AnswerStatus::ambiguous || row.status == AnswerStatus::missing;
    if (worth_a_line) terms.dates.push_back(std::move(row));
  }

  /// The dates that follow: of every term its start and end, the start of billing, and what a notice today would do.
  void add_dates(EffectiveTerms& terms) const {
    for (const Matter& matter : selection_.ontology().matters) {
      if (matter.listed == Matter::Listed::never) continue;
      std::vector<std::pair<std::string, Dimensions>> subjects;
      if (matter.of_contract) subjects.emplace_back("", Dimensions{});
      for (const HeldOption& option : selection_.contract().options) {
        if (!matter.of_option) continue;
        subjects.emplace_back(selection_.ontology().label_of(selection_.ontology().option_set, option.option),
                              option_scope(option.option));
      }
      for (const auto& [name, dimensions] : subjects) add_dates_of(terms, matter, name, dimensions);
    }
    std::stable_sort(terms.dates.begin(), terms.dates.end(), [](const DateRow& a, const DateRow& b) {
      return a.date && b.date ? *a.date < *b.date : a.date.has_value() && !b.date;
    });
  }

  void add_dates_of(EffectiveTerms& terms, const Matter& matter, const std::string& subject,
                    const Dimensions& dimensions) const {
    const std::string who = subject.empty() ? std::string{} : fmt::format("（{}）", subject);
    const std::string& id = matter.id.value;
    switch (matter.shape) {
      case Matter::Shape::term:
        add_date(terms, id + ".start", fmt::format("{}の起算日{}", matter.label, who), dimensions, {});
        add_date(terms, id + ".end", fmt::format("{}の満了日{}", matter.label, who), dimensions, {});
        break;
      case Matter::Shape::ending:
        add_date(terms, id + ".effect",
                 fmt::format("{}：基準日に通知が到達したときの最短の終了日{}", matter.label, who), dimensions,
                 {{"notice", selection_.day}});
        break;
      case Matter::Shape::value: {
        const bool dated = matter.type.kind == ValueType::Kind::date && matter.facts.empty();
        if (dated) add_date(terms, id, matter.label + who, dimensions, {});
        break;
      }
      default: break;
    }
  }

  Dimensions option_scope(const std::string& option) const {
    for (const Dimension& dimension : selection_.ontology().dimensions) {
      if (dimension.sets.front() == selection_.ontology().option_set) return {{dimension.name, option}};
    }
    return {};
  }

  void add_provisions(EffectiveTerms& terms) const {
    std::vector<const HeldVersion*> order;
    for (const Layer& layer : selection_.layers) {
      if (layer.held != nullptr) order.push_back(layer.held);
    }
    for (const OutsideDocument& outside : selection_.outside) order.push_back(outside.held);
    for (const HeldVersion* held : order) add_provisions_of(*held, terms);
  }

  /// The provisions of a document in its order, with the words an overlay puts in behind what they replace, or where
  /// their number belongs.
  void add_provisions_of(const HeldVersion& held, EffectiveTerms& terms) const {
    const auto& own = held.text.provisions;
    std::vector<std::vector<const Amendment*>> before(own.size() + 1);
    for (const Amendment* amendment : selection_.amendments) {
      if (amendment->document == held.text.document) before[place_of(*amendment, own)].push_back(amendment);
    }
    for (std::size_t i = 0; i <= own.size(); ++i) {
      for (const Amendment* amendment : before[i]) {
        for (const Provision& words : amendment->provisions)
          terms.provisions.push_back(put_in(held, *amendment, words));
      }
      if (i < own.size()) terms.provisions.push_back(effective(held, own[i]));
    }
  }

  /// The index of the document's provision an amendment stands before.
  static std::size_t place_of(const Amendment& amendment, const std::vector<Provision>& own) {
    std::optional<std::size_t> behind;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (amendment.path.contains(own[i].path)) behind = i + 1;
    }
    if (behind) return *behind;
    const auto next =
        std::find_if(own.begin(), own.end(), [&](const Provision& each) { return amendment.path < each.path; });
    return static_cast<std::size_t>(next - own.begin());
  }

  /// Words of the overlay: they hold unless an overlay further from the base puts others in their place. What that one
  /// renames it renames in them as in the rest of the overlay's terms.
  EffectiveProvision put_in(const HeldVersion& held, const Amendment& amendment, const Provision& words) const {
    EffectiveProvision result = read(held, words, amendment.at.document);
    result.amended = &amendment;
    result.fate = {untouched_fate(amendment.at.document, selection_), {amendment.at, {}}};
    const auto self = std::find(selection_.amendments.begin(), selection_.amendments.end(), &amendment);
    for (auto later = std::next(self); later != selection_.amendments.end(); ++later) {
      const bool overwritten = (*later)->document == amendment.document && (*later)->path.contains(words.path);
      if (overwritten) result.fate = {Fate::displaced, {(*later)->at, {}}};
    }
    return result;
  }

  EffectiveProvision effective(const HeldVersion& held, const Provision& provision) const {
    EffectiveProvision result = read(held, provision, held.text.document);
    result.fate = fates_.of(held.text, provision);
    for (const Erratum& erratum : held.errata) {
      if (erratum.at == provision.path) result.errata.push_back(&erratum);
    }
    return result;
  }

  /// The words of a provision as they read for this contract; `document` is whose words they are.
  EffectiveProvision read(const HeldVersion& held, const Provision& provision, const DocumentId& document) const {
    EffectiveProvision result;
    result.version = &held;
    result.provision = &provision;
    result.name = reader_.read(document, provision.name);
    result.text = reader_.read(document, provision.text);
    result.tail = reader_.read(document, provision.tail);
    for (const std::string& cell : provision.cells) result.cells.push_back(reader_.read(document, cell));
    for (const std::string& column : provision.columns) result.columns.push_back(reader_.read(document, column));
    for (const auto& row : provision.rows) {
      result.rows.emplace_back();
      for (const std::string& cell : row) result.rows.back().push_back(reader_.read(document, cell));
    }
    return result;
  }

  void add_open_points(EffectiveTerms& terms) const {
    for (const OpenPoint& point : selection_.channel->open_points) {
      if (speaks_of_contract(point, selection_)) terms.open_points.push_back(&point);
    }
    for (const Layer& layer : selection_.layers) {
      if (layer.held == nullptr) continue;
      for (const OpenPoint& point : layer.held->rules.open_points) {
        const bool cut =
            !point.at.path.head.empty() && selection_.exclusion_of(point.document, point.at.path) != nullptr;
        if (!cut && speaks_of_contract(point, selection_)) terms.open_points.push_back(&point);
      }
    }
    for (const PrecedenceRule& rule : selection_.channel->precedence) {
      if (rule.open && selection_.contract().order_form) terms.open_precedence.push_back(&rule);
    }
  }

  const Selection& selection_;
  Reader reader_;
  Fates fates_;
};

}  // namespace

EffectiveTerms effective_terms(const Selection& selection) { return TermsBuilder(selection).build(); }

}  // namespace yomikae
