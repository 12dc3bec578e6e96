#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "check/state.h"
#include "effective/calculation.h"
#include "overlay/agreement.h"
#include "resolve/selection.h"

namespace yomikae {

/// What one side owes: the value under the preferred readings, and the rules it rests on, the one that won first.
struct Owed {
  Outcome outcome;
  std::vector<const Rule*> rules;

  [[nodiscard]] bool known() const { return outcome.has_value(); }
  [[nodiscard]] bool silent() const { return outcome.status == Status::silent; }
  [[nodiscard]] const Rule* rule() const { return rules.empty() ? nullptr : rules.front(); }
};

/// 見本の契約: a contract of one service that states no more than it must, so that two channels can be asked the same.
/// All its dates but that of its end fall on one day. What the terms leave to a quote of `priced` is quoted, at the
/// same price whoever quotes, and it takes one of each quantity these amounts ask for.
class SampleContract {
 public:
  SampleContract(const State& state, const Terms& terms, Date day, const std::vector<const Matter*>& priced);

  /// Puts every date of the contract, and of the options it holds, on one day.
  void start_on(Date day);
  /// Makes it hold these options and no others.
  void hold(const std::vector<std::string>& options);

  [[nodiscard]] const Selection& selection() const { return selection_; }
  /// Whether the channel sells the option.
  [[nodiscard]] bool offers(const std::string& option) const;
  [[nodiscard]] Owed value(const Matter& matter, const Dimensions& about, const Facts& facts) const;
  [[nodiscard]] Owed term_end(const Matter& matter, const Dimensions& about) const;
  [[nodiscard]] Owed effect(const Matter& matter, const Dimensions& about, Date notice) const;
  [[nodiscard]] Owed latest_notice(const Matter& matter, const Dimensions& about, Date effect) const;

 private:
  void quote(const Matter& matter, const State& state);
  void count_what_it_asks(const Matter& matter);
  template <class Ask>
  Owed ask(Ask question) const;

  const Ontology& ontology_;
  std::unique_ptr<Agreement> agreement_;
  Selection selection_;
};

}  // namespace yomikae
