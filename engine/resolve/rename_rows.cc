#include "resolve/rename_rows.h"

#include <fmt/format.h>

namespace yomikae {

std::vector<RenameRow> rename_rows(const OverlayLevel& level, const Terms& terms, Date day) {
  std::vector<RenameRow> rows;
  for (const SubstitutionTable& table : level.tables) {
    for (std::size_t i = 0; i < table.own.size(); ++i) {
      const SubstitutionTable::Row& own = table.own[i];
      rows.push_back({&own.from, &own.to, fmt::format("{} {}行", table.label, i + 1), &table, table.rows});
    }
    if (!table.own.empty()) continue;
    const HeldVersion* held = terms.in_force(table.rows.document, day);
    if (held == nullptr || !table.rows.provision) continue;
    for (const Provision& each : held->text.provisions) {
      if (!table.rows.provision->path.contains(each.path) || each.cells.size() != 2) continue;
      rows.push_back({&each.cells.front(),
                      &each.cells.back(),
                      fmt::format("{} {}行", table.label, each.path.item),
                      &table,
                      {table.rows.document, std::nullopt, ProvisionRef{each.path, {}}}});
    }
  }
  return rows;
}

}  // namespace yomikae
