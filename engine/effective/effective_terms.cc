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
    terms.dates = timeline(selection_);
    add_provisions(terms);
    add_open_points(terms);
    return terms;
  }

 private:
  void add_provisions(EffectiveTerms& terms) const {
    std::vector<const HeldVersion*> order;
    for (const Layer& layer : selection_.layers) {
      if (layer.held != nullptr) order.push_back(layer.held);
    }
    for (const OutsideDocument& outside : selection_.outside) order.push_back(outside.held);
    for (const HeldVersion* held : order) add_provisions_of(*held, terms);
  }

  void add_provisions_of(const HeldVersion& held, EffectiveTerms& terms) const {
    for (const StandingProvision& each : standing_provisions(held, selection_)) {
      terms.provisions.push_back(each.amendment == nullptr ? effective(held, *each.words) : put_in(held, each));
    }
  }

  /// Words of the overlay. What an overlay further from the base renames it renames in them as in the rest of the terms
  /// they belong to.
  EffectiveProvision put_in(const HeldVersion& held, const StandingProvision& put) const {
    const DocumentId& author = put.amendment->at.document;
    EffectiveProvision result = read(held, *put.words, author);
    result.amended = put.amendment;
    result.fate = put.gone == nullptr ? ProvisionFate{untouched_fate(author, selection_), {put.amendment->at, {}}}
                                      : cut_fate(*put.gone);
    return result;
  }

  EffectiveProvision effective(const HeldVersion& held, const Provision& provision) const {
    EffectiveProvision result = read(held, provision, held.text.document);
    result.fate = fates_.of(held.text, provision);
    for (const Erratum& erratum : held.errata) {
      if (erratum.at == provision.path) result.errata.push_back(&erratum);
    }
    find_moot(held, result);
    return result;
  }

  /// Names of excluded provisions that still stand in the words of another.
  void find_moot(const HeldVersion& held, EffectiveProvision& result) const {
    if (result.fate.fate == Fate::excluded) return;
    const Provision& provision = *result.provision;
    for (const ExcludedProvision& cut : selection_.excluded) {
      if (cut.document != held.text.document || cut.how != ExcludedProvision::How::excluded) continue;
      const Provision* named = held.text.find(cut.path);
      if (named == nullptr || named->name.empty()) continue;
      bool mentioned = provision.text.find(named->name) != std::string::npos ||
                       provision.tail.find(named->name) != std::string::npos;
      for (const Scalar& cell : provision.cells)
        mentioned = mentioned || cell.text.find(named->name) != std::string::npos;
      for (const auto& row : provision.rows) {
        for (const Scalar& cell : row) mentioned = mentioned || cell.text.find(named->name) != std::string::npos;
      }
      if (mentioned) result.moot.push_back({named->name, cut.because});
    }
  }

  /// The rows of a 読替え表 say what is renamed: nothing is renamed in them.
  bool is_substitution_row(const HeldVersion& held, const Provision& provision) const {
    const auto& levels = selection_.channel->levels;
    return std::any_of(levels.begin(), levels.end(), [&](const OverlayLevel& level) {
      return std::any_of(level.tables.begin(), level.tables.end(), [&](const SubstitutionTable& table) {
        return table.own.empty() && table.rows.document == held.text.document && table.rows.provision &&
               table.rows.provision->path.contains(provision.path);
      });
    });
  }

  /// The words of a provision as they read for this contract; `document` is whose words they are.
  EffectiveProvision read(const HeldVersion& held, const Provision& provision, const DocumentId& document) const {
    EffectiveProvision result;
    result.version = &held;
    result.provision = &provision;
    const auto words = [&](const std::string& text) {
      return is_substitution_row(held, provision) ? reader_.read_as_printed(text) : reader_.read(document, text);
    };
    result.heading = words(provision.heading);
    result.name = words(provision.name);
    result.text = words(provision.text);
    result.tail = words(provision.tail);
    for (const Scalar& cell : provision.cells) result.cells.push_back(words(cell.text));
    for (const std::string& column : provision.columns) result.columns.push_back(words(column));
    for (const auto& row : provision.rows) {
      result.rows.emplace_back();
      for (const Scalar& cell : row) result.rows.back().push_back(words(cell.text));
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

std::vector<JudgedFinding> EffectiveTerms::judged() const {
  return judge(findings, selection->terms->acceptances, selection->day);
}

EffectiveTerms effective_terms(const Selection& selection) { return TermsBuilder(selection).build(); }

}  // namespace yomikae
