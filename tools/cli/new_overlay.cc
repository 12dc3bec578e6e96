// `new overlay NAME`: a folder that loads and checks as it is, for somebody to fill with the terms of a reseller.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/overlay_templates.h"
#include "cli/shipped_terms.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

/// Channels that borrow no other document: the wholesalers' own.
std::vector<const Channel*> wholesalers(const Terms& terms) {
  std::vector<const Channel*> found;
  for (const Channel& channel : terms.channels) {
    const bool borrows = channel.extends || std::any_of(channel.levels.begin(), channel.levels.end(),
                                                        [](const auto& level) { return !level.adoptions.empty(); });
    if (borrows) continue;
    if (!found.empty() && found.back()->id == channel.id) found.pop_back();  // oldest first: the newest version stays
    found.push_back(&channel);
  }
  return found;
}

class NewOverlay {
 public:
  NewOverlay(Session& session, const NewOverlayRequest& request) : session_(session), request_(request) {}

  Exit run() {
    const Channel* base = base_channel();
    const Offering* offering = base == nullptr ? nullptr : offering_of(*base);
    if (offering == nullptr) return session_.failed();
    if (offering->layers.empty()) {
      return refuse(base->id.value, {"このチャネルのサービスには文書（`layers`）がない",
                                     "the service of this channel has no documents (`layers`)"});
    }
    const fs::path folder = request_.into.empty() ? fs::path(request_.name) : request_.into;
    std::error_code error;
    if (fs::exists(folder, error)) {
      return refuse(folder.string(), {"既にある。空の名前を選ぶ", "is there already, choose another"});
    }
    if (const auto lacking = missing_matters(); !lacking.empty()) {
      return refuse(base->id.value, {fmt::format("雛形の定めに使う事項が宣言されていない: {}", lacking),
                                     fmt::format("matters the new rules would use are not declared: {}", lacking)});
    }
    const OverlayTemplateValues values = values_for(*base, *offering, folder);
    const std::vector<OverlayTemplateFile> files = overlay_template(values);
    for (const OverlayTemplateFile& file : files) {
      const fs::path path = folder / file.path;
      fs::create_directories(path.parent_path(), error);
      std::ofstream out(path, std::ios::binary);
      out << file.text;
      out.close();
      if (!out) return refuse(path.string(), {"書き込めない", "cannot be written"});
    }
    return session_.write(summary(folder, *base, *offering, files), Exit::done);
  }

 private:
  /// Matters the made rules speak of and the terms do not declare.
  std::string missing_matters() const {
    std::string names;
    for (const std::string& each : overlay_template_matters()) {
      if (session_.terms().ontology.matter(each) == nullptr)
        names += fmt::format("{}`{}`", names.empty() ? "" : ", ", each);
    }
    return names;
  }

  Exit refuse(const std::string& subject, Message message) {
    const SourceId source = session_.sources().add(subject, {});
    session_.findings().add("format/bad-value", {source, 0, 0}, std::move(message));
    return session_.failed();
  }

  const Channel* unknown(const std::string& option, const std::string& value, Message message,
                         const std::vector<std::string_view>& known) {
    const SourceId source = session_.sources().add(option, value);
    session_.findings().add("format/unknown-name", {source, 0, static_cast<std::uint32_t>(value.size())},
                            std::move(message), nearest_help(value, known));
    return nullptr;
  }

  const Channel* base_channel() {
    const Terms& terms = session_.terms();
    std::vector<std::string_view> names;
    for (const Channel& each : terms.channels) names.emplace_back(each.id.value);
    if (!request_.base.empty()) {
      const Channel* named = terms.newest_channel({request_.base});
      if (named != nullptr) return named;
      return unknown("--on", request_.base,
                     {fmt::format("チャネル `{}` はない", single_line(request_.base)),
                      fmt::format("there is no channel `{}`", single_line(request_.base))},
                     names);
    }
    const auto candidates = wholesalers(terms);
    if (candidates.size() == 1) return candidates.front();
    std::string listed;
    for (const Channel* each : candidates) listed += fmt::format("{}`{}`", listed.empty() ? "" : ", ", each->id.value);
    return unknown("--on", {},
                   {fmt::format("どのチャネルの約款を借りるか `--on` で選ぶ（{}）", listed),
                    fmt::format("choose the channel whose terms are borrowed with `--on` ({})", listed)},
                   {});
  }

  const Offering* offering_of(const Channel& base) {
    if (base.offerings.empty()) {
      refuse(base.id.value, {"このチャネルは何も売っていない", "this channel sells nothing"});
      return nullptr;
    }
    if (request_.service.empty()) return &base.offerings.front();  // said in the summary, never in silence
    if (const Offering* named = base.offering({request_.service})) return named;
    std::vector<std::string_view> names;
    for (const Offering& each : base.offerings) names.emplace_back(each.service.value);
    unknown("--service", request_.service,
            {fmt::format("`{}` はサービス `{}` を扱わない", base.id.value, single_line(request_.service)),
             fmt::format("`{}` does not sell `{}`", base.id.value, single_line(request_.service))},
            names);
    return nullptr;
  }

  OverlayTemplateValues values_for(const Channel& base, const Offering& offering, const fs::path& folder) const {
    OverlayTemplateValues values;
    values.name = request_.name;
    values.version = session_.day();
    values.base = base.id.value;
    values.extends = std::any_of(base.levels.begin(), base.levels.end(), [](const auto& level) {
      return std::any_of(level.adoptions.begin(), level.adoptions.end(),
                         [](const Adoption& each) { return each.extent == Incorporation::full; });
    });
    values.service = offering.service.value;
    values.base_service_name = offering.name;
    values.types = offering.types;
    for (const DocumentId& layer : offering.layers) {
      values.documents.emplace_back(layer.value, session_.terms().title_of(layer));
    }
    for (const auto& [role, who] : base.roles) values.base_roles.emplace_back(role, who);
    if (const ChoiceSet* parties = session_.terms().ontology.set(session_.terms().ontology.party_set)) {
      for (const auto& choice : parties->choices) values.role_labels.emplace_back(choice.name, choice.label);
    } else {
      for (const auto& [role, who] : base.roles) values.role_labels.emplace_back(role, role);
    }
    std::error_code error;
    const fs::path schemas = fs::absolute(shipped_terms().front() / "schema", error);
    values.schemas = schemas.lexically_relative(fs::absolute(folder, error)).string();
    return values;
  }

  std::string summary(const fs::path& folder, const Channel& base, const Offering& offering,
                      const std::vector<OverlayTemplateFile>& files) const {
    const bool japanese = session_.options().language == Language::ja;
    std::string text = japanese ? fmt::format("{} を作った（{} のサービス `{}` を元にする。{} 版）\n", folder.string(),
                                              base.id.value, offering.service.value, to_string(session_.day()))
                                : fmt::format("{} is made (on `{}` of {}, version {})\n", folder.string(),
                                              offering.service.value, base.id.value, to_string(session_.day()));
    for (const OverlayTemplateFile& file : files) text += fmt::format("  {}\n", (folder / file.path).string());
    text += japanese ? "次に:\n" : "next:\n";
    std::string others;  // what the new one stands on has to be there whenever it is used
    for (const fs::path& each : session_.options().terms) others += fmt::format(" --terms {}", each.string());
    text += fmt::format("  yomikae check {0}{1}\n  yomikae effective {0}/examples/standard.yaml{1} --terms {0}\n",
                        folder.string(), others);
    return text;
  }

  Session& session_;
  const NewOverlayRequest& request_;
};

}  // namespace

Exit run_new_overlay(const CommonOptions& options, const NewOverlayRequest& request) {
  Session session(options);
  if (!is_plain_name(request.name)) {
    const SourceId source = session.sources().add("NAME", request.name);
    session.findings().add("format/bad-value", {source, 0, static_cast<std::uint32_t>(request.name.size())},
                           {"名前は英小文字で始まり、英小文字・数字・ハイフンからなる",
                            "a name begins with a small letter and holds small letters, digits and hyphens"});
    return session.failed();
  }
  if (!session.load_terms() || !session.choose_day()) return session.failed();
  if (session.terms().newest_channel({request.name}) != nullptr) {
    const SourceId source = session.sources().add("NAME", request.name);
    session.findings().add("format/duplicate", {source, 0, static_cast<std::uint32_t>(request.name.size())},
                           {fmt::format("チャネル `{}` は既にある", request.name),
                            fmt::format("there is a channel `{}` already", request.name)});
    return session.failed();
  }
  return NewOverlay(session, request).run();
}

}  // namespace yomikae::cli
