#include "load/gate_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace yomikae {
namespace {

constexpr std::string_view change_prefix = "change/";
constexpr std::string_view all_below = ".*";

/// A kind of change, without the `change/` all of them begin with.
const FindingRule* read_change(const Scalar& name, Findings& findings) {
  if (name.text.empty()) return nullptr;
  std::vector<std::string_view> known;
  for (const FindingRule& rule : finding_rules()) {
    if (!rule.id.starts_with(change_prefix)) continue;
    known.push_back(rule.id.substr(change_prefix.size()));
    if (known.back() == name.text) return &rule;
  }
  report_unknown_name(name, "変更の種類", "kind of change", known, findings);
  return nullptr;
}

std::vector<ValueType::Kind> read_types(const std::vector<Scalar>& words, Findings& findings) {
  using Kind = ValueType::Kind;
  static const std::map<std::string_view, Kind> kinds{
      {"boolean", Kind::boolean}, {"number", Kind::number}, {"money", Kind::money},   {"date", Kind::date},
      {"month", Kind::month},     {"period", Kind::period}, {"choice", Kind::choice}, {"words", Kind::words}};
  std::vector<Kind> types;
  for (const Scalar& word : words) {
    const auto found = kinds.find(word.text);
    if (found != kinds.end()) {
      types.push_back(found->second);
      continue;
    }
    std::vector<std::string_view> known;
    for (const auto& entry : kinds) known.push_back(entry.first);
    report_unknown_name(word, "型", "type", known, findings);
  }
  return types;
}

GateRule read_gate_rule(const YamlNode& node, Findings& findings) {
  MappingReader reader(node, findings);
  GateRule rule;
  rule.place = reader.place();
  rule.change = read_change(reader.need_scalar("change"), findings);
  rule.name = reader.text("name");
  rule.matters = reader.texts("matters");
  rule.types = read_types(reader.texts("types"), findings);
  reader.need("severity");
  rule.severity = reader.choice<std::optional<Severity>>(
      "severity",
      {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}, {"off", std::nullopt}},
      Severity::error);
  reader.finish();
  return rule;
}

Approval read_approval(const YamlNode& node, Findings& findings) {
  MappingReader reader(node, findings);
  Approval approval;
  approval.place = reader.place();
  const Scalar change = reader.need_scalar("change");
  if (const FindingRule* rule = read_change(change, findings)) approval.id.change = rule->id;
  approval.id.at = reader.need_text("at");
  approval.id.of = reader.text("of");
  for (const Scalar& each : reader.texts("for")) approval.id.whom.push_back(each.text);
  approval.id.before = reader.text("before");
  approval.id.after = reader.text("after");
  approval.id.mark = reader.need_text("mark");
  approval.because = reader.need_text("because");
  approval.by = reader.text("by");
  reader.finish();
  return approval;
}

bool names(std::string_view pattern, std::string_view matter) {
  if (!pattern.ends_with(all_below)) return pattern == matter;
  return matter.starts_with(pattern.substr(0, pattern.size() - 1));
}

}  // namespace

Gate load_gate(MappingReader& file, Findings& findings) {
  Gate gate;
  gate.place = file.place();
  file.need("changes");
  for (const YamlNode& node : file.list("changes")) gate.rules.push_back(read_gate_rule(node, findings));
  if (const YamlNode* amendment = file.take("amendment")) {
    MappingReader reader(*amendment, findings);
    gate.amendment.deadline = reader.need_scalar("deadline");
    gate.amendment.words = reader.texts("words");
    reader.finish();
  }
  file.finish();
  return gate;
}

std::vector<Approval> load_approvals(MappingReader& file, Findings& findings) {
  std::vector<Approval> approvals;
  file.need("approvals");
  for (const YamlNode& node : file.list("approvals")) approvals.push_back(read_approval(node, findings));
  file.finish();
  return approvals;
}

void check_gate(const Gate& gate, const Ontology& ontology, Findings& findings) {
  std::vector<std::string_view> known;
  for (const Matter& matter : ontology.matters) known.emplace_back(matter.id.value);
  for (const Scalar& each : gate.amendment.words) {
    if (ontology.matter(each.text) == nullptr) report_unknown_name(each, "事項", "matter", known, findings);
  }
  const Scalar& deadline = gate.amendment.deadline;
  const Matter* notice = ontology.matter(deadline.text);
  if (!deadline.text.empty() && (notice == nullptr || notice->shape != Matter::Shape::deadline)) {
    std::vector<std::string_view> deadlines;
    for (const Matter& matter : ontology.matters) {
      if (matter.shape == Matter::Shape::deadline) deadlines.emplace_back(matter.id.value);
    }
    report_unknown_name(deadline, "期限の事項", "matter that is a deadline", deadlines, findings);
  }
  for (const GateRule& rule : gate.rules) {
    for (const Scalar& pattern : rule.matters) {
      const bool found =
          std::any_of(known.begin(), known.end(), [&](std::string_view matter) { return names(pattern.text, matter); });
      if (!found) report_unknown_name(pattern, "事項", "matter", known, findings);
    }
  }
}

}  // namespace yomikae
