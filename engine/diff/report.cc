#include "diff/report.h"

#include <algorithm>
#include <set>

namespace yomikae {
namespace {

/// The day in question, and every later one on which something begins that the old state does not have.
std::vector<Date> days_to_look_at(const Terms& before, const Terms& after, Date day) {
  std::set<Date> days{day};
  const auto add = [&](Date from, bool known) {
    if (from > day && !known) days.insert(from);
  };
  for (const HeldVersion& each : after.versions) {
    const bool known = std::any_of(before.versions.begin(), before.versions.end(), [&](const HeldVersion& old) {
      return old.text.document == each.text.document && old.text.from == each.text.from;
    });
    add(each.text.from, known);
  }
  for (const Channel& each : after.channels) {
    const bool known = std::any_of(before.channels.begin(), before.channels.end(),
                                   [&](const Channel& old) { return old.id == each.id && old.from == each.from; });
    add(each.from, known);
  }
  return {days.begin(), days.end()};
}

}  // namespace

DiffReport compare_states(const DiffSide& before, const DiffSide& after, const StatesAsked& asked) {
  const Date day = asked.day;
  DiffReport report;
  report.before = &before;
  report.after = &after;
  report.day = day;
  report.days = {day};
  report.contracts = asked.contracts.size();
  if (!report.comparable()) return report;
  const Fingerprints old_prints(*before.terms);
  const Fingerprints new_prints(*after.terms);
  report.days = days_to_look_at(*before.terms, *after.terms, day);
  report.documents = document_changes(*before.terms, *after.terms);
  report.services = offered_services(*before.terms, *after.terms, day);
  report.changes = term_changes({*before.terms, *after.terms, old_prints, new_prints}, asked.contracts, report.days);
  report.masks = masks(*before.terms, *after.terms, old_prints, new_prints, day);
  report.overlay_effects = overlay_effects(*before.terms, *after.terms, day);
  report.findings = finding_changes(*before.terms, *after.terms, asked.sources, day);
  report.notices = amendment_notices(*before.terms, *after.terms, asked.gate, day);
  report.unread = asked.unread;
  return report;
}

}  // namespace yomikae
