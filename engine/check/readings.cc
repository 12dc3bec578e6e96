#include "check/readings.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

#include "check/provision_names.h"

namespace yomikae {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

class Readings {
 public:
  explicit Readings(Findings& findings) : findings_(findings) {}

  void check(const Rule& rule) {
    if (rule.when) check(rule, "when", *rule.when);
    for (const Part& part : rule.where) check(rule, part.name, part.value);
    if (const auto* value = std::get_if<Alternatives>(&rule.body)) check(rule, "value", *value);
    const auto* ending = std::get_if<Ending>(&rule.body);
    if (ending == nullptr) return;
    for (const Requirement& each : ending->requirements) {
      if (!is_blank(each.because)) continue;
      findings_
          .add("matter/no-reason", each.that.place,
               {fmt::format("要件 `{}` に理由（`because`）がない。満たさないとき、契約者に何も説明されない",
                            each.that.source),
                fmt::format("the requirement `{}` has no `because`, whoever fails it is told nothing",
                            each.that.source)},
               reason_help())
          .about(address_of(rule), fmt::format("{} requires", rule.matter.value));
    }
  }

 private:
  static Message reason_help() {
    return {"条文のどの言葉からそう読むのかを一文で書く", "say in one sentence which words of the text it rests on"};
  }

  void check(const Rule& rule, const std::string& part, const Alternatives& alternatives) {
    if (!alternatives.open()) return;
    const auto& readings = alternatives.readings;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const Reading& reading = readings[i];
      const std::string of = fmt::format("{} {} {}", rule.matter.value, part, reading.id);
      if (is_blank(reading.because)) {
        findings_
            .add("matter/no-reason", reading.value.place,
                 {fmt::format("読み方 `{}` に理由（`because`）がない", reading.id),
                  fmt::format("the reading `{}` has no `because`", reading.id)},
                 reason_help())
            .about(address_of(rule), of);
      }
      for (std::size_t before = 0; before < i; ++before) compare(rule, of, readings[before], reading);
    }
  }

  void compare(const Rule& rule, const std::string& of, const Reading& first, const Reading& second) {
    if (first.id == second.id) {
      Finding& finding = findings_.add("matter/same-id", second.value.place,
                                       {fmt::format("読み方の名前 `{}` が二度使われている", second.id),
                                        fmt::format("two readings are called `{}`", second.id)},
                                       {"答えの中で区別できる名前をつける", "give each a name of its own"});
      finding.related.push_back({first.value.place, {"先の読み方", "the first of them"}});
      finding.about(address_of(rule), of);
    }
    if (!same_expression(first.value, second.value)) return;
    Finding& finding =
        findings_.add("matter/same-reading", second.value.place,
                      {fmt::format("読み方 `{}` と `{}` は同じ式で、結論が分かれない", first.id, second.id),
                       fmt::format("the readings `{}` and `{}` are the same expression", first.id, second.id)},
                      {"違う読み方なら式を直し、同じなら一つにする",
                       "correct the expression where they differ, else keep one of them"});
    finding.related.push_back({first.value.place, {"同じ読み方", "the same reading"}});
    finding.about(address_of(rule), of);
  }

  Findings& findings_;
};

/// Under `at` each open point has a name of its own: answers and acceptances go by it.
void check_open_points(const std::vector<OpenPoint>& points, const std::string& at, Findings& findings) {
  std::map<std::string, const OpenPoint*> seen;
  for (const OpenPoint& point : points) {
    const auto [first, is_new] = seen.try_emplace(point.id, &point);
    if (is_new || first->second->place == point.place) continue;
    Finding& finding = findings.add("matter/same-id", point.place,
                                    {fmt::format("未決の点の名前 `{}` が二度使われている", point.id),
                                     fmt::format("two open points are called `{}`", point.id)},
                                    {"それぞれに名前をつける", "give each a name of its own"});
    finding.related.push_back({first->second->place, {"先の未決の点", "the first of them"}});
    finding.about(at, point.id);
  }
}

}  // namespace

void check_readings(const Checked& checked, Findings& findings) {
  Readings readings(findings);
  for (const HeldVersion& held : checked.terms.versions) {
    for (const Rule& rule : held.rules.rules) readings.check(rule);
    check_open_points(held.rules.open_points, fmt::format("document/{}", held.text.document.value), findings);
  }
  for (const Channel& channel : checked.terms.channels) {
    check_open_points(channel.open_points, fmt::format("channel/{}", channel.id.value), findings);
  }
}

}  // namespace yomikae
