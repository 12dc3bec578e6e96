#include "figures/question.h"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "effective/answer.h"
#include "effective/effective_terms.h"
#include "figures/figure.h"
#include "load/contract_file.h"
#include "load/json.h"
#include "load/reader.h"
#include "render/json.h"
#include "render/output.h"
#include "rules/evaluate.h"

namespace yomikae::figures {
namespace {

[[noreturn]] void give_up(const Findings& findings, const Sources& sources) {
  throw std::runtime_error(render_text(findings, sources, {Language::en, false}));
}

Line read_line(const YamlNode& root, const Sources& sources) {
  Findings findings;
  MappingReader reader(root, findings);
  Line line;
  line.id = reader.need_text("id");
  if (const YamlNode* contract = reader.need("contract")) {
    line.contract = *contract;
    line.contract_text = json_as_written(sources, *contract);
  }
  line.question = reader.need_text("question");
  if (const YamlNode* facts = reader.take("facts")) {
    for (const YamlNode::Entry& each : facts->entries) line.facts.emplace_back(each.key.text, each.value.scalar.text);
  }
  reader.finish();
  if (findings.has_errors()) give_up(findings, sources);
  return line;
}

/// One contract under one set of terms.
struct Signed {
  Signed(const Line& line, const Terms& terms, const Sources& sources) {
    Findings findings;
    agreement = load_agreement(line.contract, terms, findings);
    if (!agreement || findings.has_errors()) give_up(findings, sources);
    selection = std::make_unique<Selection>(select(terms, *agreement, agreement->contract.as_of.value()));
    check_contract(*selection, about);
  }
  std::optional<Agreement> agreement;
  std::unique_ptr<Selection> selection;
  Findings about;
};

void cite(const Rule* rule, std::set<std::string>& cited) {
  if (rule != nullptr && !rule->document.empty()) cited.insert(provision_of(*rule));
}

std::set<std::string> cited_by(const Answer& answer) {
  std::set<std::string> cited;
  for (const Rule* rule : answer.trace.sources) cite(rule, cited);
  for (const ComputationStep& step : answer.trace.steps) cite(step.source, cited);
  for (const Rule* rule : answer.trace.conflicting) cite(rule, cited);
  for (const UpstreamRule& each : answer.upstream) cite(each.rule, cited);
  return cited;
}

/// What a person acts on. Reasons are words that stand in the terms; an assumption is the contract's own.
Json compared(const Answer& answer, const Selection& selection) {
  Json json = answer_json(answer, selection, Language::ja);
  for (const auto* key :
       {"format", "contract", "question", "facts", "as_of", "sources", "steps", "assumptions", "because"}) {
    json.erase(key);
  }
  for (Json& reading : json["readings"]) {
    for (const auto* key : {"because", "choices", "erratum"}) reading.erase(key);
  }
  return json;
}

/// One reading says no more than the answer does.
std::string golden_line(const std::string& id, Json json, const Findings& about) {
  if (json["readings"].size() == 1) json.erase("readings");
  if (json["missing"].empty()) json.erase("missing");
  if (json.contains("safe") && json["safe"] == json["value"]) json.erase("safe");
  Json line;
  line["id"] = id;
  line.update(json);
  for (const Finding& each : about.all()) line["findings"].push_back(each.rule->id);
  return line.dump();
}

class Round {
 public:
  Round(const Terms& terms, const Sources& sources) : terms_(terms), sources_(sources) {
    for (const HeldVersion& version : terms.versions) {
      for (const Rule& rule : version.rules.rules) by_place_[rule.place].push_back(&rule);
    }
  }

  Reply reply(const Line& line) {
    const Signed& signed_by = contract_of(line);
    Reply reply;
    for (const Finding& finding : signed_by.about.all()) find(finding, reply);
    try {
      const Answer answer = asked(line, *signed_by.selection);
      const Json json = compared(answer, *signed_by.selection);
      reply.answer = json.dump();
      reply.cited = cited_by(answer);
      reply.golden = golden_line(line.id, json, signed_by.about);
    } catch (const RuleFailure& failure) {
      reply.answer = failure.message.en;
      reply.golden = Json{{"id", line.id}, {"failure", failure.message.en}}.dump();
    }
    return reply;
  }

 private:
  const Signed& contract_of(const Line& line) {
    auto& one = contracts_[line.contract_text];
    if (!one) one = std::make_unique<Signed>(line, terms_, sources_);
    return *one;
  }

  static Answer asked(const Line& line, const Selection& selection) {
    Sources sources;
    StatedQuestion stated;
    stated.text.text = line.question;
    for (const auto& [name, value] : line.facts) {
      StatedFact fact;
      fact.name.text = name;
      fact.value.emplace().text = value;
      stated.facts.push_back(std::move(fact));
    }
    Findings findings;
    const auto read = read_question(stated, selection, findings);
    if (!read) {
      throw std::runtime_error(fmt::format("{}: {}", line.id, render_text(findings, sources, {Language::en, false})));
    }
    return answer(*read, selection);
  }

  void find(const Finding& finding, Reply& reply) const {
    reply.findings.insert(fmt::format("{}: {}", finding.rule->id, finding.message.ja));
    for (const Finding::Related& each : finding.related) {
      const auto rules = by_place_.find(each.place);
      if (rules == by_place_.end()) continue;
      for (const Rule* rule : rules->second) cite(rule, reply.found_under);
    }
  }

  const Terms& terms_;
  const Sources& sources_;
  std::map<Place, std::vector<const Rule*>> by_place_;
  std::map<std::string_view, std::unique_ptr<Signed>> contracts_;
};

}  // namespace

Questionnaire::Questionnaire(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file.string() + " cannot be read");
  std::uint32_t number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (text.empty()) continue;
    const SourceId id = sources_.add(file.filename().string(), text, number);
    Findings findings;
    const auto root = parse_json(sources_, id, findings);
    if (!root) give_up(findings, sources_);
    lines_.push_back(read_line(*root, sources_));
  }
}

std::vector<Reply> Questionnaire::ask(const Terms& terms, const Sources& of_terms) const {
  Round round(terms, of_terms);
  std::vector<Reply> replies;
  replies.reserve(lines_.size());
  for (const Line& line : lines_) replies.push_back(round.reply(line));
  return replies;
}

}  // namespace yomikae::figures
