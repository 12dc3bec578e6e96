#include "load/terms_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "load/channel_file.h"
#include "load/contract_file.h"
#include "load/document_file.h"
#include "load/ontology_file.h"
#include "load/rules_file.h"
#include "load/yaml.h"
#include "rules/bind.h"

namespace yomikae {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> skipped_folders{"examples", "cases", "schema", "build", ".git"};
constexpr std::uintmax_t largest_file = YamlLimits{}.bytes;
constexpr std::size_t most_files = 2000;

struct Found {
  fs::path path;
  std::string shown;  ///< relative to the directory it was found under: the same on every machine
};

void report_unreadable(const std::string& shown, const std::string& why, Sources& sources, Findings& findings) {
  const SourceId id = sources.add(shown, {});
  findings.add("yaml/unreadable", {id, 0, 0},
               {fmt::format("読めない（{}）", why), fmt::format("cannot be read: {}", why)});
}

std::optional<SourceId> read_file(const Found& file, Sources& sources, Findings& findings) {
  std::error_code error;
  const auto status = fs::status(file.path, error);
  if (error || !fs::is_regular_file(status)) {
    report_unreadable(file.shown, fs::exists(status) ? "not a regular file" : "no such file", sources, findings);
    return std::nullopt;
  }
  const auto size = fs::file_size(file.path, error);
  if (!error && size > largest_file) {
    const SourceId id = sources.add(file.shown, {});
    findings.add("yaml/size", {id, 0, 0},
                 {fmt::format("{} バイトある。上限は {} バイト", size, largest_file),
                  fmt::format("{} bytes, at most {} are allowed", size, largest_file)});
    return std::nullopt;
  }
  std::ifstream in(file.path, std::ios::binary);
  std::string text(error ? 0 : size, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in) {
    report_unreadable(file.shown, "the system refused", sources, findings);
    return std::nullopt;
  }
  return sources.add(file.shown, std::move(text));
}

bool is_skipped(const fs::path& path) {
  const std::string name = path.filename().string();
  return std::find(skipped_folders.begin(), skipped_folders.end(), name) != skipped_folders.end() ||
         name.starts_with('.');
}

/// A path that leads, through links, out of the directory it was found under.
bool leaves(const fs::path& path, const fs::path& root) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  const fs::path inside = fs::canonical(root, error);
  if (error) return true;
  return std::mismatch(inside.begin(), inside.end(), real.begin(), real.end()).first != inside.end();
}

void collect(const fs::path& root, std::vector<Found>& files, Sources& sources, Findings& findings) {
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    report_unreadable(root.string(), "no such directory", sources, findings);
    return;
  }
  fs::recursive_directory_iterator it(root, error);
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const fs::path& path = it->path();
    if (it->is_directory(error) && is_skipped(path)) {
      it.disable_recursion_pending();
      continue;
    }
    const bool linked = it->is_symlink(error);
    const bool wanted = path.extension() == ".yaml" || (linked && it->is_directory(error));
    if (!wanted || (!linked && !it->is_regular_file(error))) continue;
    const std::string shown = (root.filename() / path.lexically_relative(root)).string();
    if (linked && leaves(path, root)) {
      const SourceId id = sources.add(shown, {});
      findings.add("terms/outside", {id, 0, 0},
                   {"規程の置き場の外を指すリンク", "a link that leads out of the terms directory"});
      continue;
    }
    if (path.extension() == ".yaml") files.push_back({path, shown});
    if (files.size() > most_files) {
      report_unreadable(root.string(), "too many files", sources, findings);
      return;
    }
  }
}

/// A file that was parsed, waiting for what it depends on to be read first.
struct Parsed {
  YamlNode root;
  std::string kind;
};

constexpr std::string_view supported_format = "1";

std::optional<Parsed> parse_file(const Found& file, Sources& sources, Findings& findings) {
  const auto source = read_file(file, sources, findings);
  if (!source) return std::nullopt;
  auto root = parse_yaml(sources, *source, findings);
  if (!root) return std::nullopt;
  MappingReader head(*root, findings);
  if (!head.is_mapping()) return std::nullopt;
  const Scalar format = head.need_scalar("format");
  if (!format.text.empty() && format.text != supported_format) {
    findings.add(
        "format/unsupported", format.at(0, format.text.size()),
        {fmt::format("format `{}` は読めない（このプログラムが読むのは {}）", single_line(format.text),
                     supported_format),
         fmt::format("format `{}` is not known, this program reads {}", single_line(format.text), supported_format)});
    return std::nullopt;
  }
  const Scalar kind = head.need_scalar("kind");
  static const std::vector<std::string_view> kinds{"ontology", "calendar", "document", "rules", "channel"};
  if (kind.text.empty()) return std::nullopt;
  if (std::find(kinds.begin(), kinds.end(), kind.text) == kinds.end()) {
    report_unknown_name(kind, "種類のファイル", "kind of file", kinds, findings);
    return std::nullopt;
  }
  std::string word = kind.text;
  return Parsed{std::move(*root), std::move(word)};
}

class Assembler {
 public:
  explicit Assembler(Findings& findings) : findings_(findings) {}

  Terms assemble(const std::vector<Parsed>& files) {
    load_ontologies(files);
    check_ontology(terms_.ontology, findings_);
    bind_matter_expressions();
    each(files, "calendar", [&](MappingReader& file) { load_calendar(file, terms_.calendar, findings_); });
    each(files, "document", [&](MappingReader& file) {
      if (auto version = load_document(file, findings_)) add_version(std::move(*version));
    });
    each(files, "rules", [&](MappingReader& file) {
      const Place place = file.place_of("document");
      if (auto book = load_rules(file, terms_.ontology, findings_)) add_rules(std::move(*book), place);
    });
    each(files, "channel", [&](MappingReader& file) {
      if (auto channel = load_channel(file, terms_.ontology, findings_)) add_channel(std::move(*channel));
    });
    sort();
    extend_channels();
    check_addresses();
    return std::move(terms_);
  }

 private:
  template <class Load>
  void each(const std::vector<Parsed>& files, std::string_view kind, Load load) {
    for (const Parsed& parsed : files) {
      if (parsed.kind != kind) continue;
      MappingReader file(parsed.root, findings_);
      file.take("format");
      file.take("kind");
      load(file);
    }
  }

  /// The closed sets of all files first, then the rest: what one file declares another may use, whichever is read
  /// first.
  void load_ontologies(const std::vector<Parsed>& files) {
    for (const bool sets : {true, false}) {
      for (const Parsed& parsed : files) {
        if (parsed.kind != "ontology") continue;
        YamlNode part = parsed.root;
        std::erase_if(part.entries, [&](const YamlNode::Entry& entry) { return (entry.key.text == "sets") != sets; });
        MappingReader file(part, findings_);
        file.take("format");
        file.take("kind");
        load_ontology(file, terms_.ontology, findings_);
      }
    }
  }

  void bind_matter_expressions() {
    for (const Matter& matter : terms_.ontology.matters) {
      MatterExpressions expressions;
      if (!matter.each.text.empty()) {
        expressions.each =
            read_expression(matter.each, terms_.ontology, &matter, {{"value", matter.type}}, matter.type, findings_);
      }
      if (!matter.fallback.text.empty()) {
        expressions.fallback = read_expression(matter.fallback, terms_.ontology, &matter, {}, matter.type, findings_);
      }
      terms_.expressions.push_back(std::move(expressions));
    }
  }

  void add_version(Version version) {
    for (const HeldVersion& held : terms_.versions) {
      if (held.text.document != version.document || held.text.from != version.from) continue;
      auto& finding =
          findings_.add("format/duplicate", version.place,
                        {fmt::format("`{}` の {} 版が二つある", version.document.value, to_string(version.from)),
                         fmt::format("`{}` of {} is there twice", version.document.value, to_string(version.from))});
      finding.related.push_back({held.text.place, {"もう一つ", "the other one"}});
      return;
    }
    terms_.versions.push_back({std::move(version), {}});
  }

  void add_rules(RuleBook book, Place place) {
    const auto held = std::find_if(terms_.versions.begin(), terms_.versions.end(), [&](const HeldVersion& each) {
      return each.text.document == book.document && each.text.from == book.version;
    });
    if (held == terms_.versions.end()) {
      findings_.add("format/unknown-name", place,
                    {fmt::format("`{}` の {} 版はない", book.document.value, to_string(book.version)),
                     fmt::format("there is no `{}` of {}", book.document.value, to_string(book.version))});
      return;
    }
    append_rules(std::move(book), held->rules);
  }

  /// Several files may hold rules of one version; `like` counts within its own file.
  static void append_rules(RuleBook book, RuleBook& into) {
    into.document = book.document;
    into.version = book.version;
    const std::size_t shift = into.rules.size();
    for (Rule& rule : book.rules) {
      if (rule.like) *rule.like += shift;
      into.rules.push_back(std::move(rule));
    }
    into.precedence.insert(into.precedence.end(), book.precedence.begin(), book.precedence.end());
    into.dormant.insert(into.dormant.end(), book.dormant.begin(), book.dormant.end());
    into.open_points.insert(into.open_points.end(), book.open_points.begin(), book.open_points.end());
  }

  void add_channel(Channel channel) {
    for (const Channel& other : terms_.channels) {
      if (other.id == channel.id && other.from == channel.from) {
        findings_.add(
            "format/duplicate", channel.place,
            {fmt::format("チャネル `{}` の {} 版が二つある", channel.id.value, to_string(channel.from)),
             fmt::format("the channel `{}` of {} is there twice", channel.id.value, to_string(channel.from))});
        return;
      }
    }
    terms_.channels.push_back(std::move(channel));
  }

  /// The order of files must not show in any output.
  void sort() {
    std::sort(terms_.versions.begin(), terms_.versions.end(), [](const HeldVersion& a, const HeldVersion& b) {
      return std::tie(a.text.document, a.text.from) < std::tie(b.text.document, b.text.from);
    });
    std::sort(terms_.channels.begin(), terms_.channels.end(),
              [](const Channel& a, const Channel& b) { return std::tie(a.id, a.from) < std::tie(b.id, b.from); });
    std::size_t next = 0;
    for (HeldVersion& held : terms_.versions) {
      const std::size_t first = next;
      for (Rule& rule : held.rules.rules) {
        rule.index = next++;
        if (rule.like) *rule.like += first;
      }
    }
  }

  /// 再販の再販: a channel that extends another starts from its levels, services' layers and points.
  void extend_channels() {
    std::vector<Channel> extended = terms_.channels;
    for (Channel& channel : extended) {
      std::set<std::string> seen{channel.id.value};
      std::optional<ChannelId> base_id = channel.extends;
      while (base_id) {
        const Channel* base = terms_.channel(*base_id, channel.from);
        if (base == nullptr || !seen.insert(base_id->value).second) {
          findings_.add(
              "format/unknown-name", channel.place,
              {fmt::format("元にするチャネル `{}` がない（または循環している）", base_id->value),
               fmt::format("the channel `{}` to extend does not exist (or extends this one)", base_id->value)});
          break;
        }
        channel.levels.insert(channel.levels.begin(), base->levels.begin(), base->levels.end());
        channel.precedence.insert(channel.precedence.end(), base->precedence.begin(), base->precedence.end());
        channel.open_points.insert(channel.open_points.end(), base->open_points.begin(), base->open_points.end());
        channel.sub_terms.insert(channel.sub_terms.end(), base->sub_terms.begin(), base->sub_terms.end());
        if (channel.order_form_name.empty()) channel.order_form_name = base->order_form_name;
        for (const auto& role : base->roles) channel.roles.insert(role);
        base_id = base->extends;
      }
    }
    terms_.channels = std::move(extended);
  }

  void check_addresses() {
    for (const HeldVersion& held : terms_.versions) {
      for (const Rule& rule : held.rules.rules) demand(held, rule.at, rule.place);
      for (const PrecedenceRule& rule : held.rules.precedence) demand(held, rule.at, rule.place);
      for (const DormantProvision& dormant : held.rules.dormant) demand(held, dormant.at, dormant.place);
      for (const OpenPoint& point : held.rules.open_points) {
        if (!point.at.path.head.empty()) demand(held, point.at, point.place);
      }
      for (const Provision& provision : held.text.provisions) {
        for (const Citation& citation : provision.cites) demand_cited(citation);
      }
    }
    for (const Channel& channel : terms_.channels) check_channel(channel);
  }

  void missing(Place place, std::string_view document, const ProvisionRef& ref) {
    findings_.add("terms/unknown-provision", place,
                  {fmt::format("`{}` に `#{}` はない", document, to_string(ref)),
                   fmt::format("`{}` has no provision `#{}`", document, to_string(ref))});
  }

  void demand(const HeldVersion& held, const ProvisionRef& ref, Place place) {
    if (ref.path.head.empty()) return;  // reported where it was read
    if (!held.text.has(ref.path)) missing(place, held.text.document.value, ref);
  }

  /// What a text cites must exist where we hold the document; documents known by name only are taken at their word.
  void demand_cited(const Citation& citation) {
    const HeldVersion* held = terms_.newest(citation.to.document);
    if (held == nullptr || !citation.to.provision) return;
    if (!held->text.has(citation.to.provision->path))
      missing(citation.place, held->text.document.value, *citation.to.provision);
  }

  void demand_address(const Address& address, Place place) {
    if (address.document.empty()) return;  // reported where it was read
    const HeldVersion* held = terms_.newest(address.document);
    if (held == nullptr) {
      findings_.add("terms/unknown-provision", place,
                    {fmt::format("文書 `{}` を保有していない", address.document.value),
                     fmt::format("the document `{}` is not held", address.document.value)});
    } else if (address.provision && !held->text.has(address.provision->path)) {
      missing(place, held->text.document.value, *address.provision);
    }
  }

  void check_channel(const Channel& channel) {
    for (const OverlayLevel& level : channel.levels) {
      for (const SubstitutionTable& table : level.tables) demand_address(table.rows, table.place);
      for (const Exclusion& exclusion : level.exclusions) demand_address(exclusion.at, exclusion.place);
      for (const Adoption& adoption : level.adoptions) {
        if (adoption.because) demand_address(*adoption.because, adoption.place);
      }
    }
    for (const SubTerms& terms : channel.sub_terms) demand_address(terms.because, terms.place);
    for (const Offering& offering : channel.offerings) {
      for (const DocumentId& layer : offering.layers) {
        if (terms_.newest(layer) == nullptr) demand_address({layer, {}, {}}, offering.place);
      }
    }
  }

  Terms terms_;
  Findings& findings_;
};

}  // namespace

std::optional<Terms> load_terms(const std::vector<fs::path>& directories, Sources& sources, Findings& findings) {
  std::vector<Found> files;
  for (const fs::path& directory : directories) collect(directory, files, sources, findings);
  std::sort(files.begin(), files.end(), [](const Found& a, const Found& b) { return a.shown < b.shown; });
  std::vector<Parsed> parsed;
  parsed.reserve(files.size());
  for (const Found& file : files) {
    if (auto one = parse_file(file, sources, findings)) parsed.push_back(std::move(*one));
  }
  if (findings.has_errors()) return std::nullopt;
  Terms terms = Assembler(findings).assemble(parsed);
  if (findings.has_errors()) return std::nullopt;
  return terms;
}

std::optional<Agreement> load_agreement_file(const fs::path& path, const Terms& terms, Sources& sources,
                                             Findings& findings) {
  const auto source = read_file({path, path.string()}, sources, findings);
  if (!source) return std::nullopt;
  const auto root = parse_yaml(sources, *source, findings);
  if (!root) return std::nullopt;
  return load_agreement(*root, terms, findings);
}

}  // namespace yomikae
