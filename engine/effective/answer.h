#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "effective/calculation.h"
#include "effective/statement.h"
#include "effective/trace.h"
#include "resolve/selection.h"
#include "terms/ontology.h"

namespace yomikae {

/// How an answer came out as a whole.
enum class AnswerStatus { effective, ambiguous, missing, delegated, silent, conflict, refused };
std::string_view to_string(AnswerStatus status);
AnswerStatus to_answer_status(Status status);

/// One arguable answer: the readings it takes where that makes a difference, and what it comes to.
struct ReadingAnswer {
  struct Choice {
    const Rule* rule = nullptr;
    std::string part;
    std::string id;
    std::string because;
    std::string erratum;
  };
  std::string id;  ///< of the readings that make a difference, joined by `+`
  bool preferred = false;
  std::vector<Choice> choices;
  AnswerStatus status = AnswerStatus::effective;
  std::optional<Value> value;
  std::optional<Rational> exact;       ///< the fraction, where no provision rounds it
  std::optional<Statement> statement;  ///< for a statement; its known parts also where there is no value
  std::string because;
  std::optional<Date> instead;  ///< for `refused`: the nearest that is allowed
};

/// What the wholesaler's terms say on a matter on which the governing terms say nothing. No part of the contract.
struct UpstreamRule {
  const Rule* rule = nullptr;
};

/// What a question came to.
struct Answer {
  std::string question;
  std::vector<std::pair<std::string, std::string>> facts;
  Date day;
  AnswerStatus status = AnswerStatus::effective;
  ValueType type;
  std::optional<Value> value;
  std::optional<Rational> exact;
  std::optional<Statement> statement;
  std::vector<ReadingAnswer> readings;  ///< one or more; the preferred first
  bool readings_truncated = false;
  std::optional<Value> safe;
  Trace trace;  ///< of the preferred reading, with the sources of all
  std::vector<std::string> missing;
  std::string because;
  std::optional<Date> instead;
  std::vector<UpstreamRule> upstream;
};

/// A question with its facts, read against the terms.
struct Asked {
  std::string text;
  Question question;
  Dimensions dimensions;  ///< those the question states (`option`, `ground`)
  Facts facts;
  std::vector<std::pair<std::string, std::string>> stated;  ///< as they were written
};

/// A fact as somebody wrote it.
struct StatedFact {
  Scalar name;
  std::optional<Scalar> value;  ///< nothing where only a name was written
};
/// A question as somebody wrote it.
struct StatedQuestion {
  Scalar text;
  std::vector<StatedFact> facts;
};

/// A question and its `name=value` facts as they stand on a command line; each becomes a source of its own.
StatedQuestion stated_in_arguments(const std::string& question, const std::vector<std::string>& facts,
                                   Sources& sources);

/// Reads a question against the terms. Unknown questions and facts, values that cannot be read, and an option the
/// contract does not have are reported; nothing is returned then.
std::optional<Asked> read_question(const StatedQuestion& stated, const Selection& selection, Findings& findings);

/// Works the question out under every combination of readings and puts the answer together. Throws `RuleFailure`.
Answer answer(const Asked& asked, const Selection& selection);
/// The same, for who asks several questions of one selection.
Answer answer(const Asked& asked, const Selection& selection, WorkedOut& worked_out);

}  // namespace yomikae
