#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.h"
#include "rules/rule.h"
#include "rules/value.h"
#include "terms/dimensions.h"

namespace yomikae {

/// The days on which a question can be asked: what `as-of` can be.
struct AskedOn {
  Date from;
  std::optional<Date> until;
};

/// Every way in which the conditions (`when`) of some rules can come out together. What a condition asks for and no
/// check can see (a fact, an assumption, another matter) takes every value that makes a difference; what was written
/// the same is the same, so that of `formation <= 2012-08-31` and `formation > 2012-08-31` just one holds.
///
///   when: given(formation) and formation <= 2012-08-31   two unknowns: whether it is given, and the day
class Worlds {
 public:
  /// The most that are looked at; `too_many` tells where there are more, and nothing is known then.
  static constexpr std::size_t most = 2048;

  /// What `dimensions` holds is known; it must live as long as this.
  Worlds(const std::vector<const Rule*>& rules, const Dimensions& dimensions, AskedOn days);

  [[nodiscard]] bool too_many() const { return too_many_; }
  /// Moves to the next world; false behind the last. The first stands ready.
  bool next();
  /// Whether the condition of one of the rules holds in this world; a rule without one always holds.
  [[nodiscard]] bool holds(const Rule& rule) const;
  /// Whether what can differ is nothing but the day that is asked about.
  [[nodiscard]] bool differ_by_day_only() const;

 private:
  struct Unknown {
    const Expr* expr = nullptr;     ///< what is not known; null for the reading of a condition
    const Expr* against = nullptr;  ///< for how two things that are not known compare: the other of them
    const Alternatives* reading = nullptr;
    std::vector<Value> values;  ///< those that make a difference
    std::size_t chosen = 0;
  };
  struct Comparison {
    const Expr* subject = nullptr;
    Operator op = Operator::equal;
    std::vector<Value> with;
  };

  void learn(const Alternatives& condition);
  void learn(const Expr& expr);
  void add_value(const Expr& subject, const std::vector<Value>& with);
  void widen(Unknown& unknown);
  [[nodiscard]] bool truth(const Expr& expr) const;
  [[nodiscard]] bool compared(const Comparison& comparison) const;
  [[nodiscard]] Value value_of(const Expr& subject) const;
  [[nodiscard]] static std::optional<Comparison> comparison_of(const Expr& expr);
  [[nodiscard]] static const Expr::Binary* unknown_pair(const Expr& expr);
  [[nodiscard]] static const Value* known(const Expr& expr);
  Unknown& unknown_of(const Expr& expr, const Expr* against = nullptr);
  [[nodiscard]] const Unknown* find(const Expr& expr, const Expr* against = nullptr) const;

  const Dimensions& dimensions_;
  AskedOn days_;
  std::vector<Unknown> unknowns_;
  bool too_many_ = false;
};

}  // namespace yomikae
