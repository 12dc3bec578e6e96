#pragma once

#include <string>
#include <vector>

#include "effective/statement.h"
#include "render/json.h"
#include "render/names.h"

namespace yomikae {

/// `基本料金`, `種別の変更 2026-06-10 ×2`: the item, option or event a line is for; empty for the contract itself.
std::string line_subject(const StatementLine& line, const Names& names);
/// `月額費用（基本料金）`: what a line is for.
std::string line_label(const StatementLine& line, const Names& names);
/// `10%`, or the fraction where it is no whole percentage.
std::string percent(const Rational& rate);
/// Names one behind the other, as a reader of Japanese lists them.
std::string listed(const std::vector<std::string>& words);
/// `{from, to, months: [{month, lines, tax, total, known, status, missing}], undated, total, known}`
Json statement_json(const Statement& statement, const Names& names);
/// A table for a terminal, month under month.
std::string statement_table(const Statement& statement, const Names& names);

}  // namespace yomikae
