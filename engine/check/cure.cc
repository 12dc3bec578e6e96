#include "check/cure.h"

#include <algorithm>
#include <map>

namespace yomikae {
namespace {

bool overlap(const Place& a, const Place& b) {
  const auto end = [](const Place& place) { return place.offset + std::max<std::uint32_t>(1, place.length); };
  return a.source == b.source && a.offset < end(b) && b.offset < end(a);
}

/// The edits that are made, by file.
class Cures {
 public:
  /// False where an edit that is already made touches the same bytes.
  bool add(const Finding& finding) {
    for (const Edit& each : finding.cure) {
      const auto same = [&](const Edit& made) { return overlap(made.place, each.place) && !equal(made, each); };
      const auto& there = edits_[each.place.source];
      if (std::any_of(there.begin(), there.end(), same)) return false;
    }
    for (const Edit& each : finding.cure) {
      auto& there = edits_[each.place.source];
      const bool made = std::any_of(there.begin(), there.end(), [&](const Edit& edit) { return equal(edit, each); });
      if (!made) there.push_back(each);
    }
    return true;
  }

  [[nodiscard]] std::string text(SourceId source, std::string_view before) const {
    std::vector<Edit> edits = edits_.at(source);
    std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.place > b.place; });
    std::string after(before);
    for (const Edit& each : edits) after.replace(each.place.offset, each.place.length, each.text);
    return after;
  }

 private:
  static bool equal(const Edit& a, const Edit& b) { return a.place == b.place && a.text == b.text; }

  std::map<SourceId, std::vector<Edit>> edits_;
};

}  // namespace

std::vector<CuredFile> cured_files(const CheckReport& report, const Sources& sources) {
  Cures cures;
  std::map<SourceId, CuredFile> files;
  for (const JudgedFinding& each : report.findings) {
    if (!each.counts() || each.finding.cure.empty()) continue;
    const SourceId source = each.finding.cure.front().place.source;
    CuredFile& file = files.try_emplace(source, CuredFile{source, {}, {}, {}}).first->second;
    (cures.add(each.finding) ? file.findings : file.left_over).push_back(&each.finding);
  }
  std::vector<CuredFile> cured;
  for (auto& [source, file] : files) {
    if (!file.findings.empty()) file.text = cures.text(source, sources.text(source));
    cured.push_back(std::move(file));
  }
  return cured;
}

}  // namespace yomikae
