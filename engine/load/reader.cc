#include "load/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

const std::vector<YamlNode> no_items;

Message kind_message(std::string_view wanted_ja, std::string_view wanted_en) {
  return {fmt::format("ここには{}が要る", wanted_ja), fmt::format("{} belongs here", wanted_en)};
}

}  // namespace

MappingReader::MappingReader(const YamlNode& node, Findings& findings) : node_(node), findings_(findings) {
  if (!is_mapping())
    findings.add("format/wrong-kind", node.place(), kind_message("対応表（キー: 値）", "a mapping (key: value)"));
}

const YamlNode* MappingReader::take(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.push_back(key);
  return node_.find(key);
}

const YamlNode* MappingReader::need(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr && is_mapping()) {
    findings_.add("format/missing-key", node_.place(),
                  {fmt::format("キー `{}` がない", key), fmt::format("the key `{}` is missing", key)});
  }
  return value;
}

std::optional<Scalar> MappingReader::scalar_of(const YamlNode& node) { return read_scalar(node, findings_); }

void MappingReader::unknown_word(const Scalar& word, const std::vector<std::string_view>& names) {
  report_unknown_name(word, "値", "value", names, findings_);
}

std::string MappingReader::need_text(std::string_view key) { return need_scalar(key).text; }

Scalar MappingReader::need_scalar(std::string_view key) {
  const YamlNode* value = need(key);
  if (value == nullptr) return {};
  return scalar_of(*value).value_or(Scalar{});
}

std::string MappingReader::text(std::string_view key) { return scalar(key).text; }

Scalar MappingReader::scalar(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr) return {};
  return scalar_of(*value).value_or(Scalar{});
}

std::optional<Date> MappingReader::need_date(std::string_view key) {
  const YamlNode* value = need(key);
  return value == nullptr ? std::nullopt : read_date(*value, findings_);
}

std::optional<Date> MappingReader::date(std::string_view key) {
  const YamlNode* value = take(key);
  return value == nullptr ? std::nullopt : read_date(*value, findings_);
}

bool MappingReader::flag(std::string_view key, bool fallback) {
  return choice<bool>(key, {{"true", true}, {"false", false}}, fallback);
}

const std::vector<YamlNode>& MappingReader::list(std::string_view key) {
  const YamlNode* value = take(key);
  if (value == nullptr) return no_items;
  if (value->kind != YamlNode::Kind::list) {
    findings_.add("format/wrong-kind", value->place(), kind_message("一覧（- で始まる行）", "a list"));
    return no_items;
  }
  return value->items;
}

std::vector<Scalar> MappingReader::texts(std::string_view key) {
  const YamlNode* value = take(key);
  std::vector<Scalar> result;
  if (value == nullptr) return result;
  if (value->kind != YamlNode::Kind::list) {
    if (auto scalar = scalar_of(*value)) result.push_back(std::move(*scalar));
    return result;
  }
  for (const YamlNode& item : value->items) {
    if (auto scalar = scalar_of(item)) result.push_back(std::move(*scalar));
  }
  return result;
}

Place MappingReader::place_of(std::string_view key) const {
  const YamlNode* value = node_.find(key);
  return value == nullptr ? node_.place() : value->place();
}

void MappingReader::finish() {
  for (const auto& entry : node_.entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key.text) != asked_.end()) continue;
    findings_.add("format/unknown-key", entry.key.at(0, entry.key.text.size()),
                  {fmt::format("`{}` というキーはない", single_line(entry.key.text)),
                   fmt::format("there is no key `{}` here", single_line(entry.key.text))},
                  nearest_help(entry.key.text, asked_));
  }
}

bool demand_format(MappingReader& file, Findings& findings) {
  constexpr std::string_view supported = "1";
  const Scalar format = file.need_scalar("format");
  if (format.text == supported || format.text.empty()) return true;  // a missing one is reported already
  findings.add(
      "format/unsupported", format.at(0, format.text.size()),
      {fmt::format("format `{}` は読めない（このプログラムが読むのは {}）", single_line(format.text), supported),
       fmt::format("format `{}` is not known, this program reads {}", single_line(format.text), supported)});
  return false;
}

std::optional<Scalar> read_scalar(const YamlNode& node, Findings& findings) {
  if (node.kind == YamlNode::Kind::scalar) return node.scalar;
  findings.add("format/wrong-kind", node.place(), kind_message("一つの値", "a single value"));
  return std::nullopt;
}

std::optional<Date> read_date(const YamlNode& node, Findings& findings) {
  const auto scalar = read_scalar(node, findings);
  if (!scalar) return std::nullopt;
  const auto date = parse_date(scalar->text);
  if (!date) {
    report_bad_value(*scalar,
                     {fmt::format("`{}` は存在する日付ではない", single_line(scalar->text)),
                      fmt::format("`{}` is no date that exists", single_line(scalar->text))},
                     findings);
  }
  return date;
}

std::optional<Rational> read_number(const YamlNode& node, Findings& findings) {
  const auto scalar = read_scalar(node, findings);
  if (!scalar) return std::nullopt;
  const auto number = Rational::parse(scalar->text);
  if (!number) {
    report_bad_value(*scalar,
                     {fmt::format("`{}` は数ではない", single_line(scalar->text)),
                      fmt::format("`{}` is no number", single_line(scalar->text))},
                     findings);
  }
  return number;
}

void report_unknown_name(const Scalar& name, std::string_view kind_ja, std::string_view kind_en,
                         const std::vector<std::string_view>& known, Findings& findings) {
  findings.add("format/unknown-name", name.at(0, name.text.size()),
               {fmt::format("`{}` という{}はない", single_line(name.text), kind_ja),
                fmt::format("there is no {} `{}`", kind_en, single_line(name.text))},
               nearest_help(name.text, known));
}

void report_bad_value(const Scalar& value, Message message, Findings& findings) {
  findings.add("format/bad-value", value.at(0, value.text.size()), std::move(message));
}

}  // namespace yomikae
