#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "effective/answer.h"
#include "overlay/acceptance.h"
#include "resolve/resolution.h"
#include "resolve/selection.h"
#include "resolve/wording.h"

namespace yomikae {

/// What became of a provision, or of a rule that lost.
enum class Fate {
  applies,           ///< of the highest document of the channel
  supplements,       ///< of a lower document: it fills what the higher leave open
  displaced,         ///< 優先により退けられた
  partly_displaced,  ///< some of what it lays down is
  excluded,          ///< 適用除外
  not_incorporated,  ///< of a document that is no part of the contract
  not_offered,       ///< about something the channel does not sell
  not_in_force,      ///< spent, not yet in force, or on a condition nobody can see
};
std::string_view to_string(Fate fate);

/// The provision (or the words) that decided a fate.
struct FateReason {
  std::optional<Address> provision;
  std::string words;
};

struct ProvisionFate {
  Fate fate = Fate::applies;
  FateReason because;
};

/// What becomes of a provision of that document that nothing touches.
Fate untouched_fate(const DocumentId& document, const Selection& selection);

/// What is cut is excluded; what other words stand for is displaced by them.
ProvisionFate cut_fate(const ExcludedProvision& cut);

/// Works out what became of every provision of the governing texts, and of those beside them.
class Fates {
 public:
  explicit Fates(const Selection& selection);
  [[nodiscard]] ProvisionFate of(const Version& version, const Provision& provision) const;
  /// What became of one rule over all questions it speaks of.
  [[nodiscard]] ProvisionFate of(const Rule& rule) const;

 private:
  struct Tally {
    std::size_t won = 0;
    std::size_t lost = 0;
    const Rule* to = nullptr;
    const PrecedenceRule* because = nullptr;
  };
  void tally(const Rule& rule);
  void find_unsold();
  [[nodiscard]] const Rule* of_unsold_options(const Rule& rule) const;
  std::vector<Dimensions> questions(const Rule& rule, const Matter& matter) const;
  [[nodiscard]] ProvisionFate outcome(const Rule& rule, const Tally& tally) const;

  const Selection& selection_;
  std::vector<std::pair<const Rule*, Tally>> tallies_;
  std::map<std::string, const Rule*> unsold_;  ///< options the channel does not sell, and the rule that says so
};

/// One rule that yielded on a matter.
struct LosingRule {
  const Rule* rule = nullptr;
  std::string display;
  LossReason reason = LossReason::precedence;
  const PrecedenceRule* precedence = nullptr;
  const Rule* to = nullptr;
};

/// One arguable reading of a rule a line rests on.
struct OpenReading {
  const Rule* rule = nullptr;
  std::string part;  ///< the part that is read so; empty for the body
  const Reading* reading = nullptr;
  bool preferred = false;
};

/// One line of the table of matters.
struct MatterRow {
  const Matter* matter = nullptr;
  Dimensions scope;  ///< the option, ground, item … the line is about; empty for the contract as a whole
  AnswerStatus status = AnswerStatus::effective;
  std::optional<Value> value;
  std::string display;
  std::vector<const Rule*> sources;  ///< the winner first, then those that agree with it
  std::vector<LosingRule> over;
  std::vector<const Rule*> conflicting;
  std::string note;  ///< free words of the order form
  std::vector<std::string> missing;
  std::vector<OpenReading> readings;  ///< of an ambiguous line: of the rules that stand, and of what decides which do
};

/// A line of the timeline: a day the contract states, or one that follows from the terms.
struct DateRow {
  std::string question;                             ///< empty for a day the contract states
  std::vector<std::pair<std::string, Date>> facts;  ///< what the question was asked with
  std::string label;
  AnswerStatus status = AnswerStatus::effective;
  std::optional<Date> date;
  std::optional<Date> safe;
  const Rule* source = nullptr;
  std::string note;
};

/// A name in the words of a provision that holds, of something an exclusion cut out: as far as it goes, it is moot.
struct MootMention {
  std::string name;
  Address because;
};

/// A provision as it reads and stands for this contract.
struct EffectiveProvision {
  const HeldVersion* version = nullptr;
  const Provision* provision = nullptr;
  const Amendment* amended = nullptr;  ///< the overlay put these words here; null for the document's own
  std::vector<const Erratum*> errata;
  std::vector<MootMention> moot;  ///< names in its words that stand for what is excluded elsewhere
  ProvisionFate fate;
  Wording heading;
  Wording name;
  Wording text;
  Wording tail;
  std::vector<Wording> columns;
  std::vector<Wording> cells;
  std::vector<std::vector<Wording>> rows;
};

/// 適用条件: everything that holds for one contract on one day.
struct EffectiveTerms {
  const Selection* selection = nullptr;
  std::vector<MatterRow> matters;
  std::vector<DateRow> dates;
  std::vector<EffectiveProvision> provisions;
  std::vector<const OpenPoint*> open_points;
  std::vector<const PrecedenceRule*> open_precedence;  ///< ranks that rest on words and not on a provision
  Findings findings;
  /// The findings, each with who lives with it.
  [[nodiscard]] std::vector<JudgedFinding> judged() const;
};

EffectiveTerms effective_terms(const Selection& selection);

/// 時系列: the days that matter for this contract, in order; those that are not known stand last.
std::vector<DateRow> timeline(const Selection& selection);

/// Holds the contract against the requirements of its terms (利用資格, 新規受付, 数量の下限, …).
void check_contract(const Selection& selection, Findings& findings);

/// The table of matters; used by `effective` and `explain`.
std::vector<MatterRow> matter_rows(const Selection& selection);
/// The lines of some matters, asked for by those who look for what is different: also of matters no table lists, where
/// some rule speaks of them.
std::vector<MatterRow> matter_rows(const Selection& selection, const std::function<bool(const Matter&)>& wanted);
/// In short what a rule lays down, for a table: its words with the value filled in, or the value itself.
std::string rule_display(const Rule& rule, const Selection& selection);
/// A value as a Japanese reader expects it: `10,000円`, `1年`, `2026年4月15日（…）`, the label of a choice.
std::string value_display(const Value& value, const ValueType& type, const Ontology& ontology);

}  // namespace yomikae
