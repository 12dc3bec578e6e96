#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "load/yaml.h"
#include "overlay/terms.h"

namespace yomikae::figures {

/// One line of a file of questions, in the form of `compute --batch`.
struct Line {
  std::string id;
  YamlNode contract;
  std::string contract_text;  ///< as it is written: lines with the same contract are answered together
  std::string question;
  std::vector<std::pair<std::string, std::string>> facts;
};

/// What is compared of an answer, and what it cites.
struct Reply {
  std::string answer;                 ///< status, value, readings, months: the JSON without sources, steps and reasons
  std::set<std::string> cited;        ///< `document#at` of its sources and steps, and of what it shows beside them
  std::set<std::string> findings;     ///< about the contract: each with its words
  std::set<std::string> found_under;  ///< what the findings cite
  std::string golden;                 ///< one line for the file of answers
};

/// Questions that are asked of any terms.
class Questionnaire {
 public:
  /// Throws where a line cannot be read.
  explicit Questionnaire(const std::filesystem::path& file);

  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  /// The replies, in the order of the lines. Throws where a contract or question cannot be read against the terms.
  [[nodiscard]] std::vector<Reply> ask(const Terms& terms, const Sources& of_terms) const;

 private:
  Sources sources_;
  std::vector<Line> lines_;
};

}  // namespace yomikae::figures
