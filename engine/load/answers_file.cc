#include "load/answers_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "load/reader.h"
#include "load/terms_directory.h"

namespace yomikae {
namespace {

using Kind = Expectation::Kind;

class AnswersReader {
 public:
  explicit AnswersReader(Findings& findings) : findings_(findings) {}

  ExpectationSheet read(MappingReader& file) {
    ExpectationSheet sheet;
    sheet.place = file.place();
    demand_kind(file);
    sheet.contract = file.need_text("contract");
    sheet.as_of = file.date("as-of");
    sheet.as_of_place = file.place_of("as-of");
    file.need("answers");
    for (const YamlNode& node : file.list("answers")) sheet.expectations.push_back(expectation(node));
    file.finish();
    return sheet;
  }

 private:
  void demand_kind(MappingReader& file) {
    demand_format(file, findings_);
    const Scalar kind = file.need_scalar("kind");
    if (!kind.text.empty() && kind.text != "answers") {
      report_unknown_name(kind, "種類のファイル", "kind of file", {"answers"}, findings_);
    }
  }

  /// What is compared of each kind of expectation; anything else beside it would be passed over in silence.
  static const std::vector<std::string_view>& compared(Kind kind) {
    static const std::vector<std::string_view> question{"facts", "status", "value", "safe", "winners", "missing"};
    static const std::vector<std::string_view> matter{"scope",   "status", "value",  "display",
                                                      "winners", "losers", "missing"};
    static const std::vector<std::string_view> provision{"fate", "because", "says"};
    static const std::vector<std::string_view> finding{"count"};
    switch (kind) {
      case Kind::question: return question;
      case Kind::matter: return matter;
      case Kind::provision: return provision;
      case Kind::finding: break;
    }
    return finding;
  }

  /// Reports keys that are not compared for this kind of expectation.
  void demand_compared(const YamlNode& node, const Expectation& one, std::string_view subject_key) {
    const auto& keys = compared(one.kind);
    for (const auto& entry : node.entries) {
      const bool known =
          entry.key.text == subject_key || std::find(keys.begin(), keys.end(), entry.key.text) != keys.end();
      if (known) continue;
      std::string listed;
      for (const std::string_view each : keys) listed += fmt::format("{}`{}`", listed.empty() ? "" : ", ", each);
      findings_.add("format/unknown-key", entry.key.place,
                    {fmt::format("`{}` というキーはない", single_line(entry.key.text)),
                     fmt::format("there is no key `{}` here", single_line(entry.key.text))},
                    {fmt::format("`{}` に書けるもの: {}", subject_key, listed),
                     fmt::format("beside `{}`: {}", subject_key, listed)});
    }
    if (node.entries.size() < 2 && one.kind != Kind::finding) {
      findings_.add("format/missing-key", one.place, {"何を期待するかが書かれていない", "nothing is expected of it"});
    }
  }

  Expectation expectation(const YamlNode& node) {
    MappingReader reader(node, findings_);
    Expectation one;
    one.place = reader.place();
    static constexpr std::array<std::pair<std::string_view, Kind>, 4> kinds{{{"question", Kind::question},
                                                                             {"matter", Kind::matter},
                                                                             {"provision", Kind::provision},
                                                                             {"finding", Kind::finding}}};
    std::string_view subject_key;
    for (const auto& [key, kind] : kinds) {
      const auto text = optional_text(reader, key);
      if (!text || !subject_key.empty()) continue;  // a second one is no key of the first
      one.kind = kind;
      one.subject = *text;
      subject_key = key;
    }
    if (one.subject.empty()) {
      findings_.add("format/missing-key", reader.place(),
                    {"`question`、`matter`、`provision`、`finding` のどれかが要る",
                     "one of `question`, `matter`, `provision`, `finding` is needed"});
    }
    read_facts(reader, one);
    one.status = optional_text(reader, "status");
    one.value = optional_text(reader, "value");
    one.safe = optional_text(reader, "safe");
    one.display = optional_text(reader, "display");
    one.winners = optional_texts(reader, "winners");
    one.losers = optional_texts(reader, "losers");
    one.missing = optional_texts(reader, "missing");
    one.fate = optional_text(reader, "fate");
    one.because = optional_text(reader, "because");
    if (auto says = optional_texts(reader, "says")) one.says = std::move(*says);
    one.count = optional_text(reader, "count");
    if (subject_key.empty()) {
      reader.finish();
    } else {
      demand_compared(node, one, subject_key);
    }
    return one;
  }

  void read_facts(MappingReader& reader, Expectation& one) {
    for (const auto* key : {"facts", "scope"}) {
      const YamlNode* node = reader.take(key);
      if (node == nullptr) continue;
      const MappingReader check(*node, findings_);
      for (const auto& entry : node->entries) {
        if (const auto value = read_scalar(entry.value, findings_)) one.facts.push_back({entry.key, *value});
      }
    }
  }

  std::optional<std::string> optional_text(MappingReader& reader, std::string_view key) {
    const YamlNode* node = reader.take(key);
    if (node == nullptr) return std::nullopt;
    if (node->kind == YamlNode::Kind::null) return "null";
    const auto text = read_scalar(*node, findings_);
    return text ? std::optional(text->text) : std::nullopt;
  }

  static std::optional<std::vector<std::string>> optional_texts(MappingReader& reader, std::string_view key) {
    if (reader.take(key) == nullptr) return std::nullopt;
    std::vector<std::string> texts;
    for (const Scalar& each : reader.texts(key)) texts.push_back(each.text);
    return texts;
  }

  Findings& findings_;
};

}  // namespace

std::optional<ExpectationSheet> load_answers_file(const std::filesystem::path& path, const std::string& shown,
                                                  Sources& sources, Findings& findings) {
  const std::size_t before = findings.all().size();
  const auto root = load_yaml_file(path, shown, sources, findings);
  if (!root) return std::nullopt;
  MappingReader file(*root, findings);
  ExpectationSheet sheet = AnswersReader(findings).read(file);
  if (findings.all().size() != before) return std::nullopt;
  return sheet;
}

}  // namespace yomikae
