#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cli/command.h"
#include "render/json.h"

namespace yomikae::cli {
namespace {

/// Something there is.
struct Entry {
  std::string name;       ///< with the version or the channel it belongs to
  std::string label;      ///< what people call it
  std::string bare = {};  ///< the name as files and arguments have it, where `name` holds more than that
};
using Entries = std::vector<Entry>;

Entries documents(const Terms& terms) {
  Entries entries;
  for (const HeldVersion& held : terms.versions) {
    const std::string& id = held.text.document.value;
    entries.push_back({fmt::format("{}@{}", id, to_string(held.text.from)), held.text.title, id});
  }
  return entries;
}

/// Documents that are named and not held stand behind those that are.
void add_known_documents(const Terms& terms, Language language, Entries& entries) {
  for (const KnownDocument& known : terms.known) {
    const std::string_view mark = language == Language::ja ? "（保有していない）" : " (not held)";
    entries.push_back({known.document.value, fmt::format("{}{}", known.title, mark)});
  }
}

Entries errata(const Terms& terms) {
  Entries entries;
  for (const HeldVersion& held : terms.versions) {
    for (const Erratum& each : held.errata) {
      entries.push_back(
          {fmt::format("{}@{}#{} {}", held.text.document.value, to_string(held.text.from), to_string(each.at), each.id),
           fmt::format("「{}」→「{}」（{}）{}", each.printed, each.meant, to_string(each.standing), each.note),
           each.id});
    }
  }
  return entries;
}

/// Every term a text defines, and where.
Entries definitions(const Terms& terms) {
  Entries entries;
  for (const HeldVersion& held : terms.versions) {
    for (const Provision& provision : held.text.provisions) {
      for (const DefinedTerm& each : provision.defines) {
        entries.push_back({fmt::format("{}@{}#{} {}", held.text.document.value, to_string(held.text.from),
                                       to_string(provision.path), each.term),
                           each.means, each.term});
      }
    }
  }
  return entries;
}

Entries channels(const Terms& terms) {
  Entries entries;
  for (const Channel& channel : terms.channels) {
    entries.push_back(
        {fmt::format("{}@{}", channel.id.value, to_string(channel.from)), channel.name, channel.id.value});
  }
  return entries;
}

Entries services(const Terms& terms) {
  Entries entries;
  for (const Channel& channel : terms.channels) {
    for (const Offering& offering : channel.offerings) {
      const std::string& id = offering.service.value;
      entries.push_back({fmt::format("{}: {}", channel.id.value, id), offering.name, id});
    }
  }
  return entries;
}

Entries options_of(const Terms& terms) {
  Entries entries;
  if (const ChoiceSet* set = terms.ontology.set(terms.ontology.option_set)) {
    for (const auto& choice : set->choices) entries.push_back({choice.name, choice.label});
  }
  return entries;
}

std::string label_with_facts(const Matter& matter) {
  if (matter.facts.empty()) return matter.label;
  std::string facts;
  for (const FactSpec& fact : matter.facts) facts += fmt::format(" {}{}", fact.name, fact.optional ? "?" : "");
  return fmt::format("{}（{} ）", matter.label, facts);
}

Entries matters(const Terms& terms) {
  Entries entries;
  for (const Matter& matter : terms.ontology.matters) {
    entries.push_back({matter.id.value, label_with_facts(matter)});
  }
  return entries;
}

Entries questions(const Terms& terms) {
  Entries entries;
  for (std::string& name : question_names(terms.ontology)) {
    std::string label = label_with_facts(*find_question(terms.ontology, name)->matter);
    entries.push_back({std::move(name), std::move(label)});
  }
  return entries;
}

Entries findings(Language language) {
  Entries entries;
  for (const FindingRule& rule : finding_rules()) {
    entries.push_back({std::string(rule.id), std::string(language == Language::ja ? rule.ja : rule.en)});
  }
  return entries;
}

/// A day a line: with its weekday, and whether it is only expected.
std::string holidays_text(const HolidayCalendar& calendar, Language language) {
  std::string report;
  for (const Holiday& each : calendar.holidays) {
    const std::chrono::weekday weekday{each.day};
    const std::string_view day = language == Language::ja ? to_japanese(weekday) : to_string(weekday).substr(0, 3);
    const std::string_view mark = language == Language::ja ? "（見込み）" : " (expected)";
    report += fmt::format("{} {} {}{}\n", to_string(each.day), day, each.name,
                          calendar.is_expected(each.day) ? mark : std::string_view{});
  }
  return report;
}

Json holidays_json(const HolidayCalendar& calendar) {
  Json list = Json::array();
  for (const Holiday& each : calendar.holidays) {
    list.push_back({{"name", to_string(each.day)},
                    {"label", each.name},
                    {"weekday", to_string(std::chrono::weekday{each.day})},
                    {"expected", calendar.is_expected(each.day)}});
  }
  return list;
}

std::string holiday_days(const HolidayCalendar& calendar) {
  std::string days;
  for (const Holiday& each : calendar.holidays) days += to_string(each.day) + "\n";
  return days;
}

/// Each bare name once, one a line: what a script or a shell wants to know.
std::string bare_names(const Entries& entries) {
  std::string lines;
  std::set<std::string_view> seen;
  for (const Entry& entry : entries) {
    const std::string& name = entry.bare.empty() ? entry.name : entry.bare;
    if (seen.insert(name).second) lines += name + "\n";
  }
  return lines;
}

/// National holidays are days rather than names.
Exit list_holidays(Session& session, const CommonOptions& options, Listing listing) {
  if (!session.load_terms()) return session.failed();
  const HolidayCalendar& calendar = session.terms().calendar;
  if (listing == Listing::names) return session.write(holiday_days(calendar), Exit::done);
  if (options.format == Format::text) return session.write(holidays_text(calendar, options.language), Exit::done);
  Json json;
  json["format"] = json_format;
  json["holidays"] = holidays_json(calendar);
  return session.write(dump(json), Exit::done);
}

}  // namespace

Exit run_list(const CommonOptions& options, const std::string& what, Listing listing) {
  Session session(options);
  if (what == "holidays") return list_holidays(session, options, listing);
  Entries entries;
  if (what == "findings") {
    entries = findings(options.language);
  } else {
    if (!session.load_terms()) return session.failed();
    const Terms& terms = session.terms();
    if (what == "documents") {
      entries = documents(terms);
      add_known_documents(terms, options.language, entries);
    }
    if (what == "definitions") entries = definitions(terms);
    if (what == "errata") entries = errata(terms);
    if (what == "channels") entries = channels(terms);
    if (what == "services") entries = services(terms);
    if (what == "options") entries = options_of(terms);
    if (what == "matters") entries = matters(terms);
    if (what == "questions") entries = questions(terms);
  }
  if (listing == Listing::names) return session.write(bare_names(entries), Exit::done);
  if (options.format == Format::json) {
    Json json;
    json["format"] = json_format;
    json[what] = Json::array();
    for (const Entry& entry : entries) json[what].push_back({{"name", entry.name}, {"label", entry.label}});
    return session.write(dump(json), Exit::done);
  }
  std::string report;
  for (const Entry& entry : entries) report += fmt::format("{:<34} {}\n", entry.name, entry.label);
  return session.write(report, Exit::done);
}

}  // namespace yomikae::cli
