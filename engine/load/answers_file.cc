#include "load/answers_file.h"

#include <array>
#include <utility>

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
    file.need("format");
    file.need("kind");
    sheet.contract = file.need_text("contract");
    sheet.as_of = file.date("as-of");
    file.need("answers");
    for (const YamlNode& node : file.list("answers")) sheet.expectations.push_back(expectation(node));
    file.finish();
    return sheet;
  }

 private:
  Expectation expectation(const YamlNode& node) {
    MappingReader reader(node, findings_);
    Expectation one;
    one.place = reader.place();
    static constexpr std::array<std::pair<std::string_view, Kind>, 4> kinds{{{"question", Kind::question},
                                                                             {"matter", Kind::matter},
                                                                             {"provision", Kind::provision},
                                                                             {"finding", Kind::finding}}};
    for (const auto& [key, kind] : kinds) {
      if (const auto text = optional_text(reader, key)) {
        one.kind = kind;
        one.subject = *text;
      }
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
    reader.finish();
    return one;
  }

  void read_facts(MappingReader& reader, Expectation& one) {
    for (const auto* key : {"facts", "scope"}) {
      const YamlNode* node = reader.take(key);
      if (node == nullptr) continue;
      const MappingReader check(*node, findings_);
      for (const auto& entry : node->entries) {
        if (const auto value = read_scalar(entry.value, findings_)) one.facts.push_back({entry.key.text, value->text});
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
