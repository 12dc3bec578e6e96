#pragma once

#include <string>
#include <utility>
#include <vector>

#include "effective/answer.h"
#include "effective/effective_terms.h"
#include "effective/explanation.h"

namespace yomikae {

/// What people call things in the output, in the language they chose. Rendering decides nothing.
class Names {
 public:
  Names(const Selection& selection, Language language) : selection_(selection), language_(language) {}

  [[nodiscard]] std::string_view pick(std::string_view ja, std::string_view en) const {
    return language_ == Language::ja ? ja : en;
  }
  [[nodiscard]] Language language() const { return language_; }
  /// What a document is called in short.
  [[nodiscard]] std::string document(const DocumentId& id) const;
  /// `第9条第1項` of a document.
  [[nodiscard]] std::string label(const DocumentId& document, const ProvisionRef& ref) const;
  /// The same for where a rule stands; the order form by its own name.
  [[nodiscard]] std::string provision(const Rule& rule) const;
  /// The same with the document before it.
  [[nodiscard]] std::string source(const Rule& rule) const;
  [[nodiscard]] std::string address(const Address& address) const;
  [[nodiscard]] std::string reason(const FateReason& reason) const;
  [[nodiscard]] std::string reason(const PrecedenceRule& rule) const;
  [[nodiscard]] std::string_view status(AnswerStatus status) const;
  [[nodiscard]] std::string_view fate(Fate fate) const;
  [[nodiscard]] std::string_view standing(Candidate::Standing standing) const;
  /// The roles of the channel with who has them, in the order in which the terms declare them.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> roles() const;
  /// What a role (`provider`) is called.
  [[nodiscard]] std::string role(const std::string& name) const;
  /// A misprint in a line: what is printed, what is meant, whether somebody has looked.
  [[nodiscard]] std::string erratum(const Erratum& erratum) const;
  [[nodiscard]] std::string_view severity(Severity severity) const;
  /// What a row is about: `月額費用（基本料金）`.
  [[nodiscard]] std::string row(const MatterRow& row) const;
  [[nodiscard]] std::string dimension_value(const std::string& dimension, const std::string& value) const;
  [[nodiscard]] std::string day(Date day) const {
    return language_ == Language::ja ? to_japanese(day) : to_string(day);
  }
  [[nodiscard]] const Selection& selection() const { return selection_; }

 private:
  const Selection& selection_;
  Language language_;
};

}  // namespace yomikae
