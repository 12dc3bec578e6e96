#include "check/renamed_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "check/name_search.h"
#include "resolve/wording.h"

namespace yomikae {

RenamedTexts::RenamedTexts(const State& of) : state(of) {
  const Selection& selection = state.selection;
  std::size_t next = 0;
  for (const OverlayLevel& level : selection.channel->levels) {
    RenamingLevel renaming;
    renaming.rows = rename_rows(level, *selection.terms, selection.day);
    if (renaming.rows.empty()) continue;
    for (const Adoption& adoption : level.adoptions) {
      const HeldVersion* held = selection.terms->in_force(adoption.document, selection.day);
      if (adoption.extent == Incorporation::full && held != nullptr) renaming.adopted.push_back(held);
    }
    levels.push_back(std::move(renaming));
    RenamingLevel& kept = levels.back();
    for (const RenameRow& row : kept.rows) {
      if (!fold(row.from->text).key.empty()) kept.applied.push_back(&row);
    }
    if (!kept.applied.empty()) kept.renaming = &selection.renamings.at(next++);
  }
  std::vector<const HeldVersion*> adopted;
  for (const RenamingLevel& level : levels) {
    for (const HeldVersion* held : level.adopted) {
      if (std::find(adopted.begin(), adopted.end(), held) == adopted.end()) adopted.push_back(held);
    }
  }
  for (const HeldVersion* held : adopted) read(*held);
}

void RenamedTexts::read(const HeldVersion& held) {
  const auto is_row = [&](const Provision& provision) {
    return std::any_of(levels.begin(), levels.end(), [&](const RenamingLevel& level) {
      return std::any_of(level.rows.begin(), level.rows.end(), [&](const RenameRow& row) {
        return row.table->own.empty() && row.at.document == held.text.document &&
               row.at.provision->path == provision.path;
      });
    });
  };
  for (const StandingProvision& each : standing_provisions(held, state.selection)) {
    if (is_row(*each.words)) continue;  // it says what is renamed: nothing is renamed in it
    const DocumentId& author = each.author(held.text.document);
    std::vector<std::string_view> words = words_of(*each.words);
    const bool opens_article = each.words->path.paragraph <= 1 && each.words->path.item.empty();
    if (opens_article && !each.words->heading.empty()) words.emplace_back(each.words->heading);
    for (const std::string_view printed : words) {
      RenamedText text{&held, each.words, each.gone == nullptr, {}, std::string(printed)};
      for (std::size_t level = 0; level < levels.size(); ++level) {
        const Renaming* renaming = levels[level].renaming;
        if (renaming == nullptr) continue;
        const auto& documents = renaming->documents;
        if (std::find(documents.begin(), documents.end(), author) == documents.end()) continue;
        RenamingPass pass{level, fold(text.after).key, renaming->table.apply(text.after)};
        text.after = pass.result.text;
        text.passes.push_back(std::move(pass));
      }
      texts.push_back(std::move(text));
    }
  }
}

Subject subject_of(const RenameRow& row) {
  const Address& at = row.table->rows;
  const std::string provision = at.provision ? fmt::format("#{}", to_string(*at.provision)) : std::string{};
  return {at.document.value + provision, row.from->text};
}

}  // namespace yomikae
