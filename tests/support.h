#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "effective/answer.h"
#include "effective/effective_terms.h"
#include "load/contract_file.h"
#include "load/terms_directory.h"
#include "load/yaml.h"
#include "render/output.h"

namespace yomikae::test {

inline std::vector<std::filesystem::path> shipped_folders() {
  const std::filesystem::path root = YOMIKAE_SOURCE_DIRECTORY;
  return {root / "overlays", root / "iij", root / "itscom", root / "usen"};
}

/// Terms with the sources they came from; what fails to load fails the test with the words a user would see.
struct LoadedTerms {
  explicit LoadedTerms(const std::vector<std::filesystem::path>& folders = shipped_folders()) {
    Findings findings;
    auto loaded = load_terms(folders, sources, findings);
    REQUIRE_MESSAGE(loaded.has_value(), render_text(findings, sources, {Language::en, false}));
    terms = std::move(*loaded);
  }
  Sources sources;
  Terms terms;
};

/// The shipped terms, read once for all tests.
inline LoadedTerms& shipped() {
  static LoadedTerms terms;
  return terms;
}

/// One contract with the texts that govern it.
struct Case {
  Case(LoadedTerms& loaded, const std::string& yaml, const char* day = nullptr) : sources(loaded.sources) {
    Findings findings;
    const SourceId source = sources.add("contract.yaml", yaml);
    const auto root = parse_yaml(sources, source, findings);
    if (root) agreement = load_agreement(*root, loaded.terms, findings);
    REQUIRE_MESSAGE(agreement.has_value(), render_text(findings, sources, {Language::en, false}));
    const Date on = day != nullptr ? parse_date(day).value() : agreement->contract.as_of.value();
    selection = std::make_unique<Selection>(select(loaded.terms, *agreement, on));
  }
  explicit Case(const std::string& yaml) : Case(shipped(), yaml) {}

  Answer ask(const std::string& question, const std::vector<std::string>& facts = {}) {
    Findings findings;
    const auto asked = read_question(stated_in_arguments(question, facts, sources), *selection, findings);
    REQUIRE_MESSAGE(asked.has_value(), render_text(findings, sources, {Language::en, false}));
    return answer(*asked, *selection);
  }

  Sources& sources;
  std::optional<Agreement> agreement;
  std::unique_ptr<Selection> selection;
};

inline std::string shown(const std::optional<Value>& value) { return value ? to_string(*value) : "(no value)"; }

inline const char* const iij_contract = R"(contract: C-1
channel: iij
service: secure-mx
as-of: 2026-11-21
dates: { service-start: 2026-04-15, billing-start: 2026-04-15 }
order-form: { prices: { base: { monthly: 30000, initial: 1000 } } }
)";
inline const char* const usen_contract = R"(contract: C-2
channel: usen
service: secure-mx
as-of: 2026-11-21
dates: { service-start: 2026-04-15 }
order-form: { prices: { base: { monthly: 30000, initial: 1000 } } }
)";
inline const char* const itscom_contract = R"(contract: C-3
channel: itscom
service: mail-secure-mx
as-of: 2026-11-21
dates: { service-start: 2026-04-15 }
quantities: { accounts: 23, disk-gb: 35 }
)";

}  // namespace yomikae::test
