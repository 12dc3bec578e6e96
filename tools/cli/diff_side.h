#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diff/report.h"
#include "overlay/gate.h"

namespace yomikae::cli {

/// One side as it was read: the terms, and what lies beside them for whoever changes them.
struct ReadSide {
  DiffSide terms;
  std::optional<Gate> gate;
  std::vector<Approval> approvals;
  std::filesystem::path gate_file;       ///< where the gate stands; empty where none does, or in a revision
  std::filesystem::path approvals_file;  ///< likewise
};

/// Reads one side of a comparison: a directory, `git:REV` or `git:REV:FOLDER`. Of a directory that holds the folders
/// the terms ship in those are read (tests and the like beside them hold terms of nobody), else all of it. Where
/// nothing there declares matters it is an overlay, and stands on the terms that ship with the program. `added` belongs
/// to both sides. Files are shown by their paths inside the directory, the same on both sides.
ReadSide read_side(const std::string& name, const std::vector<std::filesystem::path>& added, Sources& sources);

/// Reads one file of a gate, or of approvals; reported where it is none.
std::optional<Gate> read_gate(const std::filesystem::path& path, const std::string& shown, Sources& sources,
                              Findings& findings);
std::optional<std::vector<Approval>> read_approvals(const std::filesystem::path& path, const std::string& shown,
                                                    Sources& sources, Findings& findings);

}  // namespace yomikae::cli
