#include "check/silence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "rules/subexpressions.h"

namespace yomikae {
namespace {

using Kind = ValueType::Kind;

/// Whether a date or an amount hangs on it: what lays down words only is read, not computed.
bool has_consequence(const Matter& matter) {
  if (matter.shape == Matter::Shape::term || matter.shape == Matter::Shape::statement) return false;  // its parts are
  if (matter.shape != Matter::Shape::value) return true;
  const Kind kind = matter.type.kind;
  return kind == Kind::money || kind == Kind::date || kind == Kind::month || kind == Kind::period ||
         kind == Kind::choice || kind == Kind::number;
}

/// Whether something is laid down where no text says anything: a fallback of the terms' own. What merely asks an
/// assumption leaves it to the parties.
bool has_default(const Matter& matter, const Terms& terms) {
  const auto index = static_cast<std::size_t>(&matter - terms.ontology.matters.data());
  const auto& fallback = terms.expressions[index].fallback;
  if (!fallback) return false;
  bool left_to_parties = false;
  for_each_subexpression(*fallback, [&](const Expr& expr) {
    left_to_parties = left_to_parties || std::holds_alternative<Expr::Assumption>(expr.node);
  });
  return !left_to_parties;
}

/// The matters of which some rule of some document speaks.
std::set<std::string> matters_ruled(const Terms& terms) {
  std::set<std::string> ruled;
  for (const HeldVersion& held : terms.versions) {
    for (const Rule& rule : held.rules.rules) ruled.insert(rule.matter.value);
  }
  return ruled;
}

/// Whether every table has a line for it; a part of a term stands in that of the term.
bool is_listed(const Matter& matter, const Ontology& ontology) {
  const Matter* term = matter.shape == Matter::Shape::part
                           ? ontology.matter(matter.id.value.substr(0, matter.id.value.rfind('.')))
                           : nullptr;
  return (term == nullptr ? matter : *term).listed == Matter::Listed::always && matter.check.empty();
}

/// Matters every table shows, and that somebody somewhere regulates.
std::vector<const Matter*> expected_matters(const Terms& terms) {
  const std::set<std::string> ruled = matters_ruled(terms);
  std::vector<const Matter*> expected;
  for (const Matter& matter : terms.ontology.matters) {
    const bool open = is_listed(matter, terms.ontology) && has_consequence(matter) && !has_default(matter, terms);
    if (open && ruled.contains(matter.id.value)) expected.push_back(&matter);
  }
  return expected;
}

/// Which of the two a matter is asked of: the contract as a whole, or one of its options.
enum class Subject { contract, option };
using Key = std::tuple<const State*, const Matter*, Subject>;

class Spoken {
 public:
  explicit Spoken(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
      const bool of_option = !option_of(each.dimensions, each.state->selection.ontology()).empty();
      keys_.insert({each.state, each.matter, of_option ? Subject::option : Subject::contract});
    }
  }
  [[nodiscard]] bool of(const State& state, const Matter& matter, Subject subject) const {
    return keys_.contains({&state, &matter, subject});
  }

 private:
  std::set<Key> keys_;
};

/// The start of a term that has no length is asked by nobody.
bool asked(const State& state, const Matter& matter, Subject subject, const Spoken& spoken) {
  if (matter.shape != Matter::Shape::part) return true;
  const std::size_t dot = matter.id.value.rfind('.');
  const Matter* length = state.selection.ontology().matter(matter.id.value.substr(0, dot) + ".length");
  return length == nullptr || length == &matter || spoken.of(state, *length, subject);
}

/// The services of one channel on which its texts are silent.
struct Silence {
  const Channel* channel = nullptr;
  const Offering* first = nullptr;
  std::set<std::string> services;
};
using Silences = std::map<std::tuple<std::string, const Matter*, Subject>, Silence>;

std::string listed(const std::set<std::string>& names) {
  std::string words;
  for (const std::string& each : names) words += fmt::format("{}{}", words.empty() ? "" : ", ", each);
  return words;
}

Silences silences_of(const Checked& checked, const std::vector<const Matter*>& expected, const Spoken& spoken) {
  Silences silent;
  for (const State& state : checked.states) {
    if (!state.complete()) continue;
    const bool has_options = says_what_is_sold(state) && !options_sold(state).empty();
    for (const Matter* matter : expected) {
      for (const Subject subject : {Subject::contract, Subject::option}) {
        const bool possible = subject == Subject::contract ? matter->of_contract : matter->of_option && has_options;
        if (!possible || spoken.of(state, *matter, subject) || !asked(state, *matter, subject, spoken)) continue;
        Silence& found = silent[{state.channel->id.value, matter, subject}];
        found.channel = state.channel;
        if (found.first == nullptr) found.first = state.offering;
        found.services.insert(state.offering->service.value);
      }
    }
  }
  return silent;
}

Message help() {
  return {"定めがあるなら `rules` に書く。決めないでおくなら、そのとき何によるのか（法律、都度の合意）とともに了承する",
          "write the rule, or accept the silence with what holds instead (statute, what is agreed each time)"};
}

void report_one(const Matter& matter, Subject subject, const Silence& found, Findings& findings) {
  const bool option = subject == Subject::option;
  const std::string& id = found.channel->id.value;
  const std::string services = listed(found.services);
  findings
      .add("matter/unregulated", found.first->place,
           {fmt::format("チャネル `{}`（{}）のどの文書も「{}」{}を定めていない", id, services, matter.label,
                        option ? "（オプションについて）" : ""),
            fmt::format("no text of the channel `{}` ({}) says anything on `{}`{}", id, services, matter.id.value,
                        option ? " of options" : "")},
           help())
      .about(fmt::format("channel/{}", id), fmt::format("{}{}", matter.id.value, option ? " option" : ""));
}

/// Of terms that leave most matters open one finding says so: somebody is still at work on them.
void report_most(const Silence& first, const std::set<std::string>& labels, const std::set<std::string>& ids,
                 Findings& findings) {
  const std::string& id = first.channel->id.value;
  findings
      .add("matter/unregulated", first.first->place,
           {fmt::format("チャネル `{}` の文書は、金額や期日に関わる事項のほとんどを定めていない（{}）", id,
                        listed(labels)),
            fmt::format("the texts of the channel `{}` leave most matters of money and days open ({})", id,
                        listed(ids))},
           help())
      .about(fmt::format("channel/{}", id), "most");
}

void find_unregulated(const Checked& checked, const Spoken& spoken, Findings& findings) {
  const std::vector<const Matter*> expected = expected_matters(checked.terms);
  const Silences silent = silences_of(checked, expected, spoken);
  for (auto it = silent.begin(); it != silent.end();) {  // channel by channel
    const std::string channel = std::get<0>(it->first);
    const auto end =
        std::find_if(it, silent.end(), [&](const auto& each) { return std::get<0>(each.first) != channel; });
    std::set<std::string> labels;
    std::set<std::string> ids;
    for (auto each = it; each != end; ++each) {
      if (std::get<2>(each->first) != Subject::contract) continue;
      labels.insert(std::get<1>(each->first)->label);
      ids.insert(std::get<1>(each->first)->id.value);
    }
    const bool most = 2 * ids.size() > expected.size();
    if (most) report_most(it->second, labels, ids, findings);
    for (; it != end; ++it) {
      if (!most) report_one(*std::get<1>(it->first), std::get<2>(it->first), it->second, findings);
    }
  }
}

/// Of a sum, a term or a statement the matters it is made of are ruled.
bool takes_rules(const Matter& matter) {
  return matter.shape != Matter::Shape::term && matter.shape != Matter::Shape::statement;
}

void find_unused(const Checked& checked, Findings& findings) {
  const std::set<std::string> spoken = matters_ruled(checked.terms);
  for (const Matter& matter : checked.terms.ontology.matters) {
    const bool falls_back = !matter.fallback.text.empty() || !matter.check.empty();
    if (!takes_rules(matter) || falls_back || spoken.contains(matter.id.value)) continue;
    findings
        .add("matter/unused", matter.place,
             {fmt::format("事項 `{}`（{}）について定める文書がない", matter.id.value, matter.label),
              fmt::format("no rule of any document speaks of the matter `{}`", matter.id.value)},
             {"定めを書くか、要らない事項なら宣言を消す", "write a rule, or take the declaration away"})
        .about(fmt::format("matter/{}", matter.id.value));
  }
}

}  // namespace

void find_silence(const Checked& checked, const std::vector<Case>& cases, Findings& findings) {
  find_unregulated(checked, Spoken(cases), findings);
  find_unused(checked, findings);
}

}  // namespace yomikae
