#pragma once

#include <string>
#include <string_view>

#include "diff/judgement.h"
#include "diff/report.h"

namespace yomikae {

/// What people call the things a comparison of two states speaks of.
class DiffWords {
 public:
  DiffWords(const Sources& sources, Language language) : sources_(sources), language_(language) {}

  [[nodiscard]] std::string_view pick(std::string_view ja, std::string_view en) const {
    return language_ == Language::ja ? ja : en;
  }
  [[nodiscard]] Language language() const { return language_; }
  /// `usual/terms.rules.yaml:12`; empty for a place nobody knows.
  [[nodiscard]] std::string place(Place place) const;
  /// `a.yaml:12 → a.yaml:14`, or the one there is.
  [[nodiscard]] std::string places(Place before, Place after) const;
  /// `2025-04-01 → 2027-04-01`, and what kind of change of version that is.
  [[nodiscard]] std::string versions(const DocumentChange& change) const;
  /// `移動・改称・数字のみ`
  [[nodiscard]] std::string kinds(const ProvisionChange& change) const;
  /// `第7条第2項第2号 → 第7条第2項第3号`
  [[nodiscard]] static std::string labels(const ProvisionChange& change);
  /// What the line of a change says on a side.
  [[nodiscard]] std::string side(const ChangeSide& side, const TermChange& change) const;
  [[nodiscard]] std::string_view direction(const TermChange& change) const;
  [[nodiscard]] std::string_view severity(Severity severity) const;
  /// `エラー［change/worse price-up］`, with that somebody has agreed to it.
  [[nodiscard]] std::string judged(const JudgedChange& change) const;
  /// `エラー 1 件、警告 …`
  [[nodiscard]] std::string summary(const Judgement& judgement) const;
  [[nodiscard]] std::string_view status(AnswerStatus status) const;
  [[nodiscard]] std::string_view cause(Cause::Kind kind) const;
  /// For whom a change is, at most `most` of them by name.
  [[nodiscard]] std::string whom(const TermChange& change, std::size_t most) const;
  /// What was asked: `月額費用（基本料金）`, with the sample facts of a question.
  [[nodiscard]] std::string subject(const TermChange& change) const;

 private:
  const Sources& sources_;
  Language language_;
};

std::string_view to_string(Direction direction);
std::string_view to_string(DocumentChange::Kind kind);
std::string_view to_string(ProvisionChange::Words words);
std::string_view to_string(Cause::Kind kind);

}  // namespace yomikae
