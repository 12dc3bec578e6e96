#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"

namespace yomikae {

enum class Severity { note, warning, error };
enum class Language { ja, en };

/// Words for people, in both languages: lower-case, no full stop, user text in backticks.
struct Message {
  std::string ja;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const { return language == Language::ja ? ja : en; }
  [[nodiscard]] bool empty() const { return ja.empty() && en.empty(); }
};

/// A kind of finding: a stable id people's scripts hold on to, and how bad it is.
struct FindingRule {
  std::string_view id;
  Severity severity;
  std::string_view ja;  ///< what it looks for, in one sentence
  std::string_view en;
};

/// Every kind of finding there is, in the order they are documented. A test demands a case for each.
std::span<const FindingRule> finding_rules();
/// The rule of that id; null where there is none.
const FindingRule* find_finding_rule(std::string_view id);

/// What a finding is about, in names that outlive a change of wording and of line.
struct Subject {
  std::string at;  ///< the address of a provision, or what else has one: `seller/terms#4.2`, `channel/seller`
  std::string of;  ///< what of it, where one place can fire a rule more than once: a name, a matter; may be empty
  friend auto operator<=>(const Subject&, const Subject&) = default;
};

/// A change of a file: the bytes at `place` give way to `text`.
struct Edit {
  Place place;
  std::string text;
};

/// 指摘: something a person should know, with its place.
struct Finding {
  struct Related {
    Place place;
    Message message;
  };
  const FindingRule* rule = nullptr;
  Place place;
  Message message;
  Message help;  ///< how to put it right, where that is known
  std::vector<Related> related;
  Subject subject;         ///< by which it is accepted and recognised again; empty where nobody can accept it
  std::vector<Edit> cure;  ///< what puts it right for certain, all of it together; empty where a person must decide

  Finding& about(std::string at, std::string of = {}) {
    subject = {std::move(at), std::move(of)};
    return *this;
  }
};

/// Collects what is wrong, so that all of it can be shown at once.
class Findings {
 public:
  /// `rule_id` must be one of `finding_rules()`.
  Finding& add(std::string_view rule_id, Place place, Message message, Message help = {});
  [[nodiscard]] const std::vector<Finding>& all() const { return findings_; }
  [[nodiscard]] bool has_errors() const;
  void append(const Findings& other);
  void append(Finding finding) { findings_.push_back(std::move(finding)); }

 private:
  std::vector<Finding> findings_;
};

/// `help` of the form: did you mean `name`? Empty where no known name is near.
Message nearest_help(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace yomikae
