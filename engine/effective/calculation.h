#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "effective/ending_walk.h"
#include "effective/readings.h"
#include "effective/trace.h"
#include "effective/worked_out.h"
#include "resolve/resolution.h"
#include "resolve/selection.h"
#include "rules/calendar_months.h"
#include "rules/evaluate.h"

namespace yomikae {

/// What a question states: values for the facts of its matter.
using Facts = std::map<std::string, Value>;

/// One item of a sum: what it comes to, `none` where it is not billed at all.
struct BilledItem {
  std::string item;
  Outcome outcome;
};

/// Works one question out along one path of readings: resolves the matters it meets, evaluates the rules that won, and
/// writes down what it used. An answer runs several of these, one for each combination of readings.
class Calculation : private Environment {
 public:
  /// `worked_out` is of the same selection; null where nothing is kept.
  Calculation(const Selection& selection, ReadingWalk& readings, Trace& trace, WorkedOut* worked_out = nullptr);

  /// The value of a matter that is no ending: of a sum the total, of a term nothing (ask its parts).
  Outcome value(const Matter& matter, const Dimensions& dimensions, const Facts& facts);
  /// The same, counted on a day.
  Outcome value_on(Date day, const Matter& matter, const Dimensions& dimensions);
  /// The rule that won it on that day; null where none did.
  const Rule* winner_on(Date day, const Matter& matter, const Dimensions& dimensions);
  /// The last day of a term (民法140条・143条); `none` where it has no length.
  Outcome term_end(const Matter& matter, const Dimensions& dimensions);
  /// The first day on which an ending can take effect after `notice`.
  Outcome effect(const Matter& matter, const Dimensions& dimensions, const Facts& facts);
  /// The last day on which notice may arrive for `effect`; refused where that day is not possible.
  Outcome latest_notice(const Matter& matter, const Dimensions& dimensions, const Facts& facts);
  /// How a matter came out, its conditions decided on the facts.
  Resolution resolution(const Matter& matter, const Dimensions& dimensions, const Facts& facts);
  /// The items a sum is made of for this contract (as values of the dimension it is won along).
  std::vector<std::string> items(const Matter& matter, const Dimensions& dimensions, const Facts& facts);
  /// What each of them comes to.
  std::vector<BilledItem> billed_items(const Matter& matter, const Facts& facts);
  /// Every rule on a matter that speaks of the question, each worked out alone (for matters whose rules all stand).
  std::vector<std::pair<const Rule*, Outcome>> each_rule(const Matter& matter, const Dimensions& dimensions);
  /// Whether the contract has the option on the day (stated, or deemed to by a provision).
  bool option_held(const std::string& option);

 private:
  /// One rule (or an expression of the ontology) at work: what its names mean here.
  struct Frame {
    const Matter* matter = nullptr;
    const Rule* rule = nullptr;   ///< the rule that won
    const Rule* words = nullptr;  ///< the one whose words hold (準ずる)
    Dimensions dimensions;
    Facts facts;
    Date counted_on;                     ///< the day on which quantities are counted
    std::optional<DayRange> counted_in;  ///< or the days of a month in which they are
    bool day_named = false;              ///< `[on = …]` named the day
    std::map<std::string, Outcome> parts;
    const std::string* item = nullptr;  ///< for the expression each item of a sum goes through
  };
  /// Makes a frame the current one for as long as it lives.
  class Entered {
   public:
    Entered(Calculation& calculation, Frame& frame);
    ~Entered();
    Entered(const Entered&) = delete;
    Entered& operator=(const Entered&) = delete;

   private:
    Calculation& calculation_;
    Frame* outer_;
  };

  /// Writes down apart what a question comes to, for as long as it lives.
  class Recording {
   public:
    explicit Recording(Calculation& calculation);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;
    void meet(const ReadingWalk::Step& step);
    /// What was asked came to that.
    Found found(Outcome outcome);

   private:
    Calculation& calculation_;
    Found found_;
    Recording* outer_;
    Trace* outer_trace_;
    int outer_reached_;
  };

  Outcome local(std::string_view name) override;
  Outcome fact(std::string_view name) override;
  Outcome assumption(std::string_view name) override;
  Outcome dimension(std::string_view name) override;
  Outcome matter(const Expr::MatterValue& value, const Arguments& arguments) override;
  bool holds(std::string_view holding) override;
  bool priced(std::string_view item) override;
  std::string_view metered_by(std::string_view item) override;
  Outcome business_day(Date day, const ClosedDays& closed) override;
  std::vector<Date> changes_within(Date from, Date to) override;
  Outcome counted(const DayRange& days, const Expr& expr, bool quietly) override;
  void segment_step(const DayRange& days, Rational share, const Value& value) override;
  void lawful_step(const FunctionSpec& function, const std::vector<Value>& arguments, const Value& result) override;

  Outcome evaluated(const Alternatives& alternatives, const Rule& words, const std::string& part);
  Outcome applied(const Matter& matter, const Resolution& result, Frame frame);
  Outcome laid_down_words(const Matter& matter, const Resolution& result, Frame frame);
  Outcome unresolved(const Matter& matter, const Resolution& result, Frame frame);
  Outcome one(const Matter& matter, Frame frame);
  Outcome work_out(const Matter& matter, Frame frame);
  template <class Asked>
  const Found* found_before(const Asked& asked);
  Outcome kept(const Matter& matter, const Frame& frame, bool billed, const std::function<Outcome()>& work);
  Found recorded(const std::function<Outcome()>& work);
  [[nodiscard]] CountedAt counted_here() const;
  Found whether_held(const std::string& option);
  std::size_t chosen_at(const Axis& axis);
  std::vector<BilledItem> billed_items(const Matter& matter, const Frame& frame);
  Outcome sum(const Matter& matter, const Frame& frame);
  Outcome item_value(const Matter& matter, Frame frame, const std::string& item);
  Outcome billed_item(const Matter& matter, Frame frame, const std::string& item);
  Outcome quantity(const QuantitySpec& spec);
  Outcome counted_within(const QuantitySpec& spec, const std::vector<Rational>& counts);
  Outcome date_fact(std::string_view name);
  Outcome decide(const Rule& rule, const Matter& matter, const Dimensions& dimensions, const Facts& facts);
  Frame frame_for(const Matter& matter, const Dimensions& dimensions, const Facts& facts) const;
  Frame nested_frame(const Matter& target, const Arguments& arguments) const;
  void set_option_of_item(Dimensions& dimensions, std::string item) const;
  std::optional<Outcome> winner_of_ending(const Matter& matter, Frame& frame);
  bool satisfied(const EndingWalk& walk, Frame& frame, Date notice, Date effect, std::optional<Outcome>& failure);
  const Requirement* unmet(const EndingWalk& walk, Frame& frame, Date notice, Date effect,
                           std::optional<Outcome>& failure);
  std::optional<Date> after_missing(const Requirement& missed, const Bounds& bounds, const EndingWalk& walk,
                                    Frame& frame, Date next);
  std::optional<Date> first_possible(const EndingWalk& walk, Frame& frame, Date from);
  Outcome refused(const Rule& rule, std::string because, std::optional<Date> instead);
  [[nodiscard]] std::string why_closed(Date day, const ClosedDays& closed) const;
  [[nodiscard]] const QuotedPrice* quoted_price(std::string_view item) const;
  [[nodiscard]] std::string describe(const Matter& matter, const Dimensions& dimensions) const;
  [[nodiscard]] const MatterExpressions& expressions_of(const Matter& matter) const;

  /// Rules may refer to matters that refer to matters; further than this they go in a circle.
  static constexpr int deepest = 48;

  const Selection& selection_;
  const Ontology& ontology_;
  ReadingWalk& readings_;
  Trace* trace_;
  WorkedOut* const worked_out_;
  const Matter* const option_held_;  ///< what decides whether an option is held; null where nothing does
  Trace muted_;
  bool mute_ = false;
  Recording* recording_ = nullptr;  ///< the innermost
  Frame* frame_ = nullptr;
  int depth_ = 0;
  int reached_ = 0;  ///< the deepest it was since the recording began

  Trace& trace() { return mute_ ? muted_ : *trace_; }
};

}  // namespace yomikae
