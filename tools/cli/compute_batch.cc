// Many questions in one process: a JSON object on each line, and for each a line with what came out.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.h"
#include "effective/answer.h"
#include "load/contract_file.h"
#include "load/json.h"
#include "load/reader.h"
#include "load/terms_directory.h"
#include "render/json.h"
#include "rules/evaluate.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_input = "-";

/// Reads up to the next line feed; no more is kept of a line than shows that it is too long.
bool read_line(std::istream& in, std::string& line) {
  line.clear();
  std::streambuf& letters = *in.rdbuf();
  bool any = false;
  for (int letter = letters.sbumpc(); letter != std::char_traits<char>::eof(); letter = letters.sbumpc()) {
    any = true;
    if (letter == '\n') return true;
    if (line.size() <= YamlLimits{}.bytes) line += static_cast<char>(letter);
  }
  return any;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

class Batch {
 public:
  Batch(Session& session, std::string name) : session_(session), line_(session.sources().add(std::move(name), {})) {}

  /// False where nothing more can be written.
  bool answer_line(std::string text, std::uint32_t number, ReportFile& out) {
    session_.sources().replace(line_, std::move(text), number);
    Findings errors;
    id_ = {};
    const Json json = outcome(errors);
    return out.write(dump_line(json, id_));
  }

  [[nodiscard]] Exit worst() const { return worst_; }

 private:
  struct Line {
    const Agreement* agreement = nullptr;
    Date day;
    StatedQuestion question;
  };

  Json outcome(Findings& errors) {
    try {
      if (const auto line = read(errors)) {
        if (auto json = answered(*line, errors)) return std::move(*json);
      }
    } catch (const RuleFailure& failure) {
      errors.add(failure.rule, failure.place, failure.message);
    }
    worst_ = Exit::failed;
    Json json;
    json["errors"] = findings_json(errors, session_.sources(), session_.options().language);
    return json;
  }

  std::optional<Line> read(Findings& errors) {
    const auto root = parse_json(session_.sources(), line_, errors);
    if (!root) return std::nullopt;
    MappingReader reader(*root, errors);
    if (!reader.is_mapping()) return std::nullopt;
    if (const YamlNode* id = reader.take("id")) id_ = json_as_written(session_.sources(), *id);
    Line line;
    line.question.text = reader.need_scalar("question");
    if (const YamlNode* facts = reader.take("facts")) read_facts(*facts, line.question, errors);
    const auto day = reader.date("as-of");
    const YamlNode* contract = reader.need("contract");
    reader.finish();
    line.agreement = contract == nullptr ? nullptr : read_contract(*contract, errors);
    if (line.agreement == nullptr || errors.has_errors()) return std::nullopt;
    line.day = day ? *day : session_.day_for(line.agreement->contract);
    return line;
  }

  static void read_facts(const YamlNode& node, StatedQuestion& question, Findings& errors) {
    const MappingReader check(node, errors);
    for (const auto& entry : node.entries) {
      if (auto value = read_scalar(entry.value, errors)) question.facts.push_back({entry.key, std::move(*value)});
    }
  }

  /// A contract that stands in the line, or the file a line names; the file named last is not read again.
  const Agreement* read_contract(const YamlNode& node, Findings& errors) {
    if (node.kind == YamlNode::Kind::mapping) {
      in_line_ = load_agreement(node, session_.terms(), errors);
      return in_line_ ? &*in_line_ : nullptr;
    }
    const auto path = read_scalar(node, errors);
    if (!path) return nullptr;
    if (!in_file_ || path->text != file_) {
      selection_.reset();
      in_file_.reset();
      file_texts_.reset();  // that of the last file goes before the next one comes
      file_texts_.emplace(session_.sources());
      file_ = path->text;
      in_file_ = load_agreement_file(file_, session_.terms(), session_.sources(), errors);
    }
    return in_file_ ? &*in_file_ : nullptr;
  }

  /// The texts for a line; those of a file that is asked about again on the same day are the same.
  const Selection& selection_for(const Line& line) {
    const bool kept = selection_ && in_file_ && line.agreement == &*in_file_ &&
                      selection_->agreement == line.agreement && selection_->day == line.day;
    if (!kept) selection_ = yomikae::select(session_.terms(), *line.agreement, line.day);
    return *selection_;
  }

  std::optional<Json> answered(const Line& line, Findings& errors) {
    const Selection& selection = selection_for(line);
    const auto asked = read_question(line.question, selection, errors);
    if (!asked) return std::nullopt;
    const Answer result = answer(*asked, selection);
    const std::vector<JudgedFinding> found = in_the_way(selection);
    const Language language = session_.options().language;
    Json json = answer_json(result, selection, language);
    if (!found.empty()) json["findings"] = findings_json(found, session_.sources(), language);
    worst_ = std::max(worst_, session_.status_of(result, found));
    return json;
  }

  Session& session_;
  SourceId line_;        ///< the one that is being answered
  std::string_view id_;  ///< of the line that is being answered, as it was written; empty where it bears none
  std::optional<Agreement> in_line_;
  std::string file_;
  std::optional<PassingSources> file_texts_;
  std::optional<Agreement> in_file_;
  std::optional<Selection> selection_;
  Exit worst_ = Exit::done;
};

}  // namespace

Exit run_compute_batch(const CommonOptions& options, const fs::path& file) {
  Session session(options);
  if (!session.read_stated_day() || !session.load_terms()) return session.failed();
  const bool piped = file == standard_input;
  std::ifstream opened;
  if (!piped) {
    opened.open(file, std::ios::binary);
    if (!opened || fs::is_directory(file)) return session.unreadable(file);
  }
  ReportFile out(options.output);
  Batch batch(session, piped ? "<stdin>" : file.string());
  std::ios::sync_with_stdio(false);  // a letter at a time, without a lock for each
  std::istream& in = piped ? std::cin : opened;
  std::string line;
  for (std::uint32_t number = 1; read_line(in, line); ++number) {
    if (is_blank(line)) continue;
    if (!batch.answer_line(line, number, out)) break;
  }
  return session.finish(out, batch.worst());
}

}  // namespace yomikae::cli
