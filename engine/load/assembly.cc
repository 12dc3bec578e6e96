#include "load/assembly.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "load/acceptance_file.h"
#include "load/calendar_file.h"
#include "load/channel_file.h"
#include "load/document_file.h"
#include "load/errata_file.h"
#include "load/gate_file.h"
#include "load/ontology_file.h"
#include "load/reader.h"
#include "load/rules_file.h"

namespace yomikae {
namespace {

class Assembler {
 public:
  explicit Assembler(Findings& findings) : findings_(findings) {}

  Terms assemble(const std::vector<ParsedFile>& files) {
    load_ontologies(files);
    check_ontology(terms_.ontology, findings_);
    bind_matter_expressions();
    each(files, "calendar", [&](MappingReader& file) { load_calendar(file, terms_.calendar, findings_); });
    each(files, "document", [&](MappingReader& file) {
      if (auto version = load_document(file, findings_)) add_version(std::move(*version));
    });
    each(files, "errata", [&](MappingReader& file) {
      const Place place = file.place_of("document");
      if (auto sheet = load_errata(file, findings_)) add_errata(std::move(*sheet), place);
    });
    each(files, "known-documents", [&](MappingReader& file) {
      for (KnownDocument& known : load_known_documents(file, findings_)) add_known(std::move(known));
    });
    each(files, "rules", [&](MappingReader& file) {
      const Place place = file.place_of("document");
      if (auto book = load_rules(file, terms_.ontology, findings_)) add_rules(std::move(*book), place);
    });
    each(files, "channel", [&](MappingReader& file) {
      if (auto channel = load_channel(file, terms_.ontology, findings_)) add_channel(std::move(*channel));
    });
    each(files, "acceptances", [&](MappingReader& file) {
      for (Acceptance& acceptance : load_acceptances(file, findings_)) add_acceptance(std::move(acceptance));
    });
    // What a change of the terms must pass is no part of them: whoever compares two states reads it then.
    each(files, "gate",
         [&](MappingReader& file) { check_gate(load_gate(file, findings_), terms_.ontology, findings_); });
    each(files, "approvals", [&](MappingReader& file) { load_approvals(file, findings_); });
    sort();
    extend_channels();
    complete_amendments();
    check_references(terms_, findings_);
    return std::move(terms_);
  }

 private:
  template <class Load>
  void each(const std::vector<ParsedFile>& files, std::string_view kind, Load load) {
    for (const ParsedFile& parsed : files) {
      if (parsed.kind != kind) continue;
      MappingReader file(parsed.root, findings_);
      file.take("format");
      file.take("kind");
      load(file);
    }
  }

  /// The closed sets of all files first, then the rest: what one file declares another may use, whichever is read
  /// first.
  void load_ontologies(const std::vector<ParsedFile>& files) {
    for (const bool sets : {true, false}) {
      for (const ParsedFile& parsed : files) {
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
    if (HeldVersion* held = version_of(book.document, book.version, place)) append_rules(std::move(book), held->rules);
  }

  /// The version a file belongs to; reported, and null, where it is not held.
  HeldVersion* version_of(const DocumentId& document, Date version, Place place) {
    const auto held = std::find_if(terms_.versions.begin(), terms_.versions.end(), [&](const HeldVersion& each) {
      return each.text.document == document && each.text.from == version;
    });
    if (held != terms_.versions.end()) return &*held;
    findings_.add("format/unknown-name", place,
                  {fmt::format("`{}` の {} 版はない", document.value, to_string(version)),
                   fmt::format("there is no `{}` of {}", document.value, to_string(version))});
    return nullptr;
  }

  void add_errata(ErrataSheet sheet, Place place) {
    HeldVersion* held = version_of(sheet.document, sheet.version, place);
    if (held == nullptr) return;
    for (Erratum& erratum : sheet.errata) {
      const bool twice = std::any_of(held->errata.begin(), held->errata.end(),
                                     [&](const Erratum& each) { return each.id == erratum.id; });
      if (twice) {
        duplicate(erratum.place, fmt::format("正誤 `{}`", erratum.id), fmt::format("the erratum `{}`", erratum.id));
      } else {
        held->errata.push_back(std::move(erratum));
      }
    }
  }

  void add_known(KnownDocument known) {
    if (terms_.known_document(known.document) != nullptr) {
      duplicate(known.place, fmt::format("文書 `{}`", known.document.value),
                fmt::format("the document `{}`", known.document.value));
      return;
    }
    terms_.known.push_back(std::move(known));
  }

  void add_acceptance(Acceptance acceptance) {
    for (const Acceptance& other : terms_.acceptances) {
      if (other.rule != acceptance.rule || other.subject != acceptance.subject) continue;
      auto& finding =
          findings_.add("format/duplicate", acceptance.place,
                        {fmt::format("`{}` の `{}` は既に了承されている", acceptance.subject.at, acceptance.rule->id),
                         fmt::format("`{}` at `{}` is accepted already", acceptance.rule->id, acceptance.subject.at)});
      finding.related.push_back({other.place, {"もう一つ", "the other one"}});
      return;
    }
    terms_.acceptances.push_back(std::move(acceptance));
  }

  void duplicate(Place place, const std::string& ja, const std::string& en) {
    findings_.add("format/duplicate", place, {fmt::format("{} が二つある", ja), fmt::format("{} is there twice", en)});
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
    into.bare.insert(into.bare.end(), book.bare.begin(), book.bare.end());
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
    std::sort(terms_.known.begin(), terms_.known.end(),
              [](const KnownDocument& a, const KnownDocument& b) { return a.document < b.document; });
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

  /// 再販の再販: a channel that extends another starts from its levels, order, points, terms of
  /// their own and roles; what it sells it lists itself.
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
    for (Channel& channel : terms_.channels) {
      for (std::size_t i = 0; i < channel.levels.size(); ++i) {
        for (Amendment& amendment : channel.levels[i].amendments) amendment.level = i;
      }
    }
  }

  /// Words an overlay puts in take label, heading and marker of what they replace, and the heading of the article they
  /// are added to.
  void complete_amendments() {
    for (Channel& channel : terms_.channels) {
      std::vector<Provision> put_in;  // by overlays nearer to the base: their headings count too
      for (OverlayLevel& level : channel.levels) {
        for (Amendment& amendment : level.amendments) {
          if (const HeldVersion* held = terms_.newest(amendment.document)) complete(amendment, held->text, put_in);
          put_in.insert(put_in.end(), amendment.provisions.begin(), amendment.provisions.end());
        }
      }
    }
  }

  static void complete(Amendment& amendment, const Version& base, const std::vector<Provision>& put_in) {
    for (Provision& words : amendment.provisions) {
      const Provision* same = base.find(words.path);
      const auto take_heading = [&](const std::vector<Provision>& from) {
        const auto article = std::find_if(from.begin(), from.end(), [&](const Provision& each) {
          return each.path.head == words.path.head && !each.heading.empty();
        });
        if (words.heading.empty() && article != from.end()) words.heading = article->heading;
      };
      take_heading(base.provisions);
      take_heading(put_in);
      if (same == nullptr) continue;
      words.label = same->label;
      words.marker = same->marker;
      if (words.name.empty()) words.name = same->name;
    }
  }

  Terms terms_;
  Findings& findings_;
};

}  // namespace

Terms assemble(const std::vector<ParsedFile>& files, Findings& findings) { return Assembler(findings).assemble(files); }

}  // namespace yomikae
