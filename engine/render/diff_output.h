#pragma once

#include <string>

#include "diff/judgement.h"
#include "diff/report.h"
#include "render/output.h"

namespace yomikae {

/// What changed between two states of the terms, each change with how grave the gate says it is.
std::string render_text(const DiffReport& report, const Judgement& judgement, const Sources& sources, TextStyle style);
std::string render_json(const DiffReport& report, const Judgement& judgement, const Sources& sources,
                        Language language);
/// For a pull request: what stops at the gate first, in a table, everything else folded.
std::string render_markdown(const DiffReport& report, const Judgement& judgement, const Sources& sources,
                            Language language);

}  // namespace yomikae
