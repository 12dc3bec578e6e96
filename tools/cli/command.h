#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/source.h"
#include "cli/report_file.h"
#include "effective/answer.h"
#include "load/terms_directory.h"
#include "overlay/acceptance.h"
#include "overlay/agreement.h"
#include "overlay/terms.h"
#include "render/output.h"
#include "resolve/selection.h"

namespace yomikae::cli {

/// Exit status, everywhere.
enum class Exit { done = 0, findings = 1, failed = 2 };

enum class Format { text, json, csv, markdown, sarif, github, junit };
enum class Color { automatic, always, never };
/// What `list` shows of each thing there is: its name and what people call it, or the bare name for other programs.
enum class Listing { described, names };
/// Shells whose lines can be completed.
enum class Shell { bash, zsh, fish };

/// What every command can be told.
struct CommonOptions {
  std::vector<std::filesystem::path> terms;  ///< added to the terms that ship with the program
  std::filesystem::path only_terms;          ///< replaces them
  std::string as_of;
  Format format = Format::text;
  Language language = Language::ja;
  Color color = Color::automatic;
  std::filesystem::path output;
  bool strict = false;

  /// Whether what goes to `to_error` (standard error) or standard output is coloured.
  [[nodiscard]] TextStyle style(bool to_error) const;
};

/// The state one command works on. What goes wrong on the way is shown on standard error, all of it at once.
class Session {
 public:
  explicit Session(const CommonOptions& options) : options_(options) {}

  bool load_terms(DeadAddresses dead = DeadAddresses::refused);
  bool load_contract(const std::filesystem::path& path);
  /// The day in question: the one the options name, else the contract's, else today.
  bool choose_day();
  /// Reads the day the options name; reported, and false, where it does not exist.
  bool read_stated_day();
  /// The day in question for one of several contracts.
  [[nodiscard]] Date day_for(const Contract& contract) const;
  /// Chooses the day and the texts for it.
  bool select();

  [[nodiscard]] const Terms& terms() const { return *terms_; }
  [[nodiscard]] const Agreement& agreement() const { return *agreement_; }
  [[nodiscard]] const Selection& selection() const { return *selection_; }
  [[nodiscard]] Date day() const { return day_; }
  [[nodiscard]] Sources& sources() { return sources_; }
  [[nodiscard]] Findings& findings() { return findings_; }
  [[nodiscard]] const CommonOptions& options() const { return options_; }

  /// Shows what was found so far on standard error; the status of a command that could not run.
  Exit failed();
  /// The same of a command whose input cannot be read.
  Exit unreadable(const std::filesystem::path& file);
  /// Does the work of a command; rules that fail while they are worked out are shown like any other mistake.
  Exit guarded(const std::function<Exit()>& work);
  /// Writes a report to standard output or the file the options name.
  Exit write(const std::string& report, Exit status);
  /// The same of a report that was written piece by piece.
  Exit finish(ReportFile& file, Exit status);
  /// The status of a command that ran, by what was found and nobody has accepted.
  [[nodiscard]] Exit status_of(std::span<const JudgedFinding> found) const;
  /// The same of an answer: one that is refused is a finding too.
  [[nodiscard]] Exit status_of(const Answer& answer, std::span<const JudgedFinding> in_the_way) const;

 private:
  const CommonOptions& options_;
  Sources sources_;
  Findings findings_;
  std::optional<Terms> terms_;
  std::optional<Agreement> agreement_;
  std::optional<Date> stated_day_;
  Date day_;
  std::optional<Selection> selection_;
};

/// `against`: another day, to compare with; empty for none.
Exit run_effective(const CommonOptions& options, const std::string& contract, Section section,
                   const std::string& against);
Exit run_compute(const CommonOptions& options, const std::string& contract, const std::string& question,
                 const std::vector<std::string>& facts);
/// What stands in the way of a contract's answers. Warnings about how its texts come together belong to `effective`.
std::vector<JudgedFinding> in_the_way(const Selection& selection);
/// Answers the question on each line of `file`; `-` is standard input.
Exit run_compute_batch(const CommonOptions& options, const std::filesystem::path& file);
Exit run_explain(const CommonOptions& options, const std::string& contract_or_subject, const std::string& subject);
/// What `new overlay` is told.
struct NewOverlayRequest {
  std::string name;
  std::string base;            ///< the channel whose terms are borrowed; the only wholesaler's where none is named
  std::string service;         ///< of that channel; its first where none is named
  std::filesystem::path into;  ///< the folder to make; the name where none is named
};
Exit run_new_overlay(const CommonOptions& options, const NewOverlayRequest& request);
/// What `diff` is told.
struct DiffRequest {
  std::string before;  ///< a directory, or `git:REV`
  std::string after;
  std::filesystem::path contracts;  ///< a folder of contracts to compare for; empty for none
  std::filesystem::path gate;       ///< how grave each kind of change is; the new state's own where none is named
  std::filesystem::path approvals;  ///< what has been agreed; beside the gate where none is named
  bool approve = false;             ///< agrees to what is not approved yet
  std::string because;              ///< why
  std::string by;                   ///< who
};
Exit run_diff(const CommonOptions& options, const DiffRequest& request);
/// What `check` does about cures that are certain.
enum class Fix { none, show, apply };
Exit run_check(const CommonOptions& options, const std::vector<std::filesystem::path>& paths, Fix fix);
Exit run_list(const CommonOptions& options, const std::string& what, Listing listing);

}  // namespace yomikae::cli
