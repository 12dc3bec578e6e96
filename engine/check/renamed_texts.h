#pragma once

#include <string>
#include <vector>

#include "check/state.h"
#include "resolve/rename_rows.h"
#include "terms/document.h"

namespace yomikae {

/// What one level of an overlay made of a text of a document it adopts.
struct RenamingPass {
  std::size_t level = 0;  ///< index into `RenamedTexts::levels`
  std::u32string before;  ///< what it read, folded
  Substituted result;
};

/// One text of an adopted document, as it is printed and as it reads in the end. Roles stay as they are written.
struct RenamedText {
  const HeldVersion* held = nullptr;
  const Provision* provision = nullptr;
  bool stands = true;
  std::vector<RenamingPass> passes;
  std::string after;
};

/// A level of the overlay that has a 読替え表.
struct RenamingLevel {
  std::vector<RenameRow> rows;              ///< all of them, in the order printed
  std::vector<const RenameRow*> applied;    ///< those with a source: beside the rules of `renaming`
  const Renaming* renaming = nullptr;       ///< null where no row has a source
  std::vector<const HeldVersion*> adopted;  ///< the documents in which it renames
};

/// Every text in which a channel renames, in one state.
struct RenamedTexts {
  explicit RenamedTexts(const State& of);
  RenamedTexts(const RenamedTexts&) = delete;
  RenamedTexts& operator=(const RenamedTexts&) = delete;

  const State& state;
  std::vector<RenamingLevel> levels;
  std::vector<RenamedText> texts;

 private:
  void read(const HeldVersion& held);
};

/// By what a finding about a row is known: the table, and its source.
Subject subject_of(const RenameRow& row);

}  // namespace yomikae
