#include "load/acceptance_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "terms/address.h"

namespace yomikae {
namespace {

constexpr std::string_view about_acceptances = "acceptance/";

/// Whether this is small Latin letters and digits in parts joined by `-`, `.` or `/`, and a `/` among them:
/// `channel/seller`, `matter/fee.monthly`, `document/maker/mail`.
bool is_named_subject(std::string_view text) {
  bool begins = true;  // a part
  for (const char c : text) {
    const bool joins = c == '-' || c == '.' || c == '/';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (joins ? begins : !letter) return false;
    begins = joins;
  }
  return !begins && text.find('/') != std::string_view::npos && std::isdigit(static_cast<unsigned char>(text[0])) == 0;
}

/// Whether findings can be about it. A version would make an acceptance lapse with every new one.
bool is_subject(std::string_view text) {
  if (text.find('#') == std::string_view::npos) return is_named_subject(text);
  const auto address = parse_address(text);
  return address && !address->version;
}

bool is_blank(std::string_view text) { return fold(text).key.empty(); }

class AcceptanceReader {
 public:
  explicit AcceptanceReader(Findings& findings) : findings_(findings) {}

  /// Nothing where it could not be held against a finding.
  std::optional<Acceptance> read(const YamlNode& node) {
    MappingReader reader(node, findings_);
    Acceptance one;
    const Scalar finding = reader.need_scalar("finding");
    one.rule = rule(finding);
    one.place = finding.at(0, finding.text.size());
    one.subject.at = subject(reader.need_scalar("at"));
    one.subject.of = reader.text("of");
    one.because = reason(reader);
    const auto until = reader.need_date("until");
    one.until_place = reader.place_of("until");
    reader.finish();
    if (one.rule == nullptr || one.subject.at.empty() || one.because.empty() || !until) return std::nullopt;
    one.until = *until;
    return one;
  }

 private:
  const FindingRule* rule(const Scalar& id) {
    if (id.text.empty()) return nullptr;  // reported where it was read
    if (id.text.starts_with(about_acceptances)) {
      report_bad_value(id,
                       {"了承についての指摘は了承できない。了承を直すか消す",
                        "what is found of an acceptance cannot be accepted, mend or delete that one"},
                       findings_);
      return nullptr;
    }
    const FindingRule* found = find_finding_rule(id.text);
    if (found != nullptr) return found;
    std::vector<std::string_view> known;
    for (const FindingRule& each : finding_rules()) {
      if (!each.id.starts_with(about_acceptances)) known.push_back(each.id);
    }
    report_unknown_name(id, "指摘", "finding", known, findings_);
    return nullptr;
  }

  std::string subject(const Scalar& at) {
    if (at.text.empty() || is_subject(at.text)) return at.text;
    const std::string shown = single_line(at.text);
    report_bad_value(
        at,
        {fmt::format("`{}` は指摘の対象にならない（例: `seller/terms#4.2`、`channel/seller`。版は書かない）", shown),
         fmt::format("nothing is found at `{}` (such as `seller/terms#4.2`, `channel/seller`, without a version)",
                     shown)},
        findings_);
    return {};
  }

  std::string reason(MappingReader& reader) {
    const YamlNode* node = reader.take("because");
    const Scalar because = reader.need_scalar("because");
    const bool given = node != nullptr && node->kind == YamlNode::Kind::scalar;
    if (!given || !is_blank(because.text)) return because.text;
    report_bad_value(because, {"了承する理由がない", "an acceptance says why"}, findings_);
    return {};
  }

  Findings& findings_;
};

}  // namespace

std::vector<Acceptance> load_acceptances(MappingReader& file, Findings& findings) {
  std::vector<Acceptance> acceptances;
  AcceptanceReader reader(findings);
  file.need("accepts");
  for (const YamlNode& node : file.list("accepts")) {
    if (auto one = reader.read(node)) acceptances.push_back(std::move(*one));
  }
  file.finish();
  return acceptances;
}

}  // namespace yomikae
