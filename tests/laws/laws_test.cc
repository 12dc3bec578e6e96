// What holds whatever the terms say.
#include <algorithm>
#include <set>

#include "render/json.h"
#include "support.h"

namespace yomikae::test {
namespace {

std::string json_of(Case& contract) {
  const EffectiveTerms terms = effective_terms(*contract.selection);
  return render_json(terms, Section::all, contract.sources, Language::ja);
}

TEST_CASE("an overlay that renames, cuts and adds nothing changes no text and no fate") {
  Case contract(iij_contract);
  for (const EffectiveProvision& each : effective_terms(*contract.selection).provisions) {
    CAPTURE(each.provision->label);
    CHECK(each.text.changes.empty());
    CHECK(each.fate.fate != Fate::excluded);
    CHECK(each.fate.fate != Fate::not_offered);
  }
}

TEST_CASE("the order in which folders are read shows in nothing") {
  auto folders = shipped_folders();
  std::reverse(folders.begin(), folders.end());
  LoadedTerms reversed(folders);
  for (const char* yaml : {iij_contract, usen_contract, itscom_contract}) {
    Case one(yaml);
    Case other(reversed, yaml);
    CHECK(json_of(one) == json_of(other));
  }
}

TEST_CASE("the same input gives the same bytes") {
  for (const char* yaml : {iij_contract, usen_contract, itscom_contract}) {
    Case contract(yaml);
    CHECK(json_of(contract) == json_of(contract));
  }
}

TEST_CASE("every provision of every governing document comes out once, in the order of its document") {
  for (const char* yaml : {iij_contract, usen_contract, itscom_contract}) {
    Case contract(yaml);
    const EffectiveTerms terms = effective_terms(*contract.selection);
    std::size_t next = 0;
    for (const Layer& layer : contract.selection->layers) {
      if (layer.held == nullptr) continue;
      for (const Provision& provision : layer.held->text.provisions) {
        REQUIRE(next < terms.provisions.size());
        CHECK(terms.provisions[next++].provision == &provision);
      }
    }
  }
}

TEST_CASE("a renamed text is the text as printed with exactly its spans replaced") {
  Case contract(usen_contract);
  std::size_t renamed = 0;
  for (const EffectiveProvision& each : effective_terms(*contract.selection).provisions) {
    std::string back;
    std::size_t at = 0;
    for (const Wording::Change& change : each.text.changes) {
      REQUIRE(change.begin >= at);
      CHECK(each.text.text.substr(change.begin, change.end - change.begin) == change.to);
      back += each.text.text.substr(at, change.begin - at) + change.from;
      at = change.end;
      ++renamed;
    }
    back += each.text.text.substr(at);
    std::string printed = each.provision->text;
    for (const auto& [role, who] : contract.selection->channel->roles) {
      const std::string mark = "{" + role + "}";
      for (std::size_t found = printed.find(mark); found != std::string::npos; found = printed.find(mark)) {
        printed.replace(found, mark.size(), who);
      }
    }
    CHECK(back == printed);
  }
  CHECK(renamed > 50);
}

TEST_CASE("every matter that has a winner cites a provision that exists") {
  for (const char* yaml : {iij_contract, usen_contract, itscom_contract}) {
    Case contract(yaml);
    for (const MatterRow& row : effective_terms(*contract.selection).matters) {
      CAPTURE(row.matter->id.value);
      for (const Rule* rule : row.sources) {
        if (rule->document.empty()) continue;
        const HeldVersion* held = contract.selection->terms->in_force(rule->document, contract.selection->day);
        REQUIRE(held != nullptr);
        CHECK(held->text.has(rule->at.path));
      }
      if (row.status == AnswerStatus::effective) CHECK_FALSE(row.sources.empty());
    }
  }
}

/// Every question the terms declare, of the contract and of its options, as far as it may be asked with such facts.
std::vector<Asked> all_questions(Case& contract) {
  const Ontology& ontology = contract.selection->ontology();
  std::vector<std::string> options{""};
  for (const HeldOption& held : contract.agreement->contract.options) options.push_back(held.option);
  std::vector<Asked> all;
  for (const std::string& name : question_names(ontology)) {
    for (const std::string& option : options) {
      std::vector<std::string> facts;
      if (!option.empty()) facts.push_back(ontology.option_dimension()->name + "=" + option);
      for (const FactSpec& fact : find_question(ontology, name)->matter->facts) {
        const bool month = fact.type.kind == ValueType::Kind::month;
        const bool day = fact.type.kind == ValueType::Kind::date;
        facts.push_back(fact.name + (month ? "=2027-02" : day ? "=2027-02-28" : "=12"));
      }
      Findings refused;
      auto asked = read_question(stated_in_arguments(name, facts, contract.sources), *contract.selection, refused);
      if (asked) all.push_back(std::move(*asked));
    }
  }
  return all;
}

TEST_CASE("no answer depends on what was asked before") {
  for (const std::string base : {iij_contract, usen_contract, itscom_contract}) {
    const std::string option = base == itscom_contract ? "mailing-list" : "mailbox-plus";
    Case contract(base + "options: [{ option: " + option + ", service-start: 2026-05-15 }]\n");
    std::vector<Asked> questions = all_questions(contract);
    CHECK(questions.size() > 50);
    const auto written = [&](const Answer& got) { return dump(answer_json(got, *contract.selection, Language::ja)); };
    WorkedOut worked_out;
    for (const bool turned : {false, true}) {
      if (turned) std::reverse(questions.begin(), questions.end());
      for (const Asked& each : questions) {
        CAPTURE(each.text);
        CHECK(written(answer(each, *contract.selection, worked_out)) == written(answer(each, *contract.selection)));
      }
    }
  }
}

Date date_of(const Answer& answer) {
  REQUIRE(answer.value.has_value());
  return std::get<Date>(*answer.value);
}

/// Days that lie badly: month ends, leap days, holidays, and a plain one in between.
std::vector<Date> awkward_days() {
  std::vector<Date> days;
  for (const char* text : {"2026-11-28", "2026-12-31", "2027-01-01", "2027-01-31", "2027-02-28", "2027-03-30",
                           "2027-04-29", "2027-05-31", "2028-02-28", "2028-02-29", "2028-03-01", "2028-07-17"}) {
    days.push_back(parse_date(text).value());
  }
  return days;
}

TEST_CASE("notice on the last day on which it may arrive brings about the effect it was for") {
  for (const char* yaml : {iij_contract, usen_contract, itscom_contract}) {
    Case contract(yaml);
    for (const Date notice : awkward_days()) {
      const Answer effect = contract.ask("customer-termination.effect", {"notice=" + to_string(notice)});
      const Date ends = date_of(effect);
      CAPTURE(to_string(notice));
      CAPTURE(to_string(ends));
      CHECK(ends >= notice);
      const Answer latest = contract.ask("customer-termination.latest-notice", {"effect=" + to_string(ends)});
      CHECK(date_of(latest) >= notice);
      const Answer again = contract.ask("customer-termination.effect", {"notice=" + to_string(date_of(latest))});
      CHECK(date_of(again) == ends);
    }
  }
}

TEST_CASE("a later notice never ends a contract earlier") {
  for (const char* yaml : {iij_contract, usen_contract, itscom_contract}) {
    Case contract(yaml);
    Date previous{};
    for (Date notice = parse_date("2027-01-20").value(); notice < parse_date("2027-03-10").value();
         notice += std::chrono::days{1}) {
      const Date ends = date_of(contract.ask("customer-termination.effect", {"notice=" + to_string(notice)}));
      CHECK(ends >= previous);
      previous = ends;
    }
  }
}

TEST_CASE("what is called safe holds under every reading") {
  Case contract(usen_contract);
  for (const Date ends : awkward_days()) {
    const Date month_end = month_of(ends).last_day();
    const Answer latest = contract.ask("customer-termination.latest-notice", {"effect=" + to_string(month_end)});
    REQUIRE(latest.safe.has_value());
    for (const ReadingAnswer& reading : latest.readings) CHECK(*latest.safe <= *reading.value);
  }
}

TEST_CASE("an amount owed for paying late never shrinks by paying later") {
  for (const char* yaml : {iij_contract, itscom_contract}) {
    Case contract(yaml);
    Rational previous = 0;
    for (int days = 0; days < 140; ++days) {
      const Date paid = parse_date("2027-01-31").value() + std::chrono::days{days};
      const Answer charge = contract.ask("late-charge", {"amount=365000", "due=2027-01-31", "paid=" + to_string(paid)});
      REQUIRE(charge.value.has_value());
      CHECK(std::get<Rational>(*charge.value) >= previous);
      previous = std::get<Rational>(*charge.value);
    }
  }
}

TEST_CASE("a month in full is billed in full, and months outside the contract are not billed") {
  Case contract(R"(contract: C-9
channel: iij
service: secure-mx
as-of: 2026-11-21
dates: { service-start: 2026-04-15, billing-start: 2026-04-15, end: 2026-09-10 }
order-form: { prices: { base: { monthly: 30000 } } }
)");
  const std::vector<std::pair<std::string, std::int64_t>> months{
      {"2026-03", 0}, {"2026-04", 16000}, {"2026-05", 30000}, {"2026-08", 30000}, {"2026-09", 10000}, {"2026-10", 0}};
  for (const auto& [month, yen] : months) {
    CAPTURE(month);
    CHECK(shown(contract.ask("fee.monthly", {"month=" + month}).value) == std::to_string(yen));
  }
}

}  // namespace
}  // namespace yomikae::test
