#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/affected.h"
#include "effective/effective_terms.h"

namespace yomikae {

/// One thing that can be told of a contract on a day, with everything it rests on.
struct Observation {
  enum class Kind {
    matter,    ///< a line of the table of matters
    question,  ///< a date or an amount, asked with sample facts
    finding,   ///< a requirement the contract does not meet
  };
  Kind kind = Kind::matter;
  Question question;  ///< of a finding nothing
  std::string asked;  ///< `minimum-term.end`, `late-charge`; of a finding the id of its kind
  Dimensions scope;   ///< the option, ground, item … it is about
  std::string facts;  ///< `amount=10000 due=2026-12-31`; of a finding what it says
  AnswerStatus status = AnswerStatus::effective;
  std::optional<Value> value;
  std::optional<Value> safe;
  std::string display;
  std::vector<const Rule*> rules;   ///< what won, and all that was used to work it out
  std::vector<LosingRule> yielded;  ///< rules that lost here

  /// By what the same is found on the other side.
  [[nodiscard]] std::string key() const;
};

/// Words are the same for every contract of a service, as far as anybody can see who asks for what they come to: a
/// thousand contracts are asked for what their dates, figures and options make of the terms.
enum class ObservedMatters { all, without_words };

/// Everything about the matters that are affected: the lines of the table, the dates and amounts that need facts nobody
/// has stated (asked with the same sample facts on both sides), and the requirements the contract does not meet.
std::vector<Observation> observe(const Selection& selection, const Affected& affected, ObservedMatters matters);

/// What is found about how the texts of a contract come together; for a side on which one of them is missing.
std::vector<Observation> observe_texts(const Selection& selection);

}  // namespace yomikae
