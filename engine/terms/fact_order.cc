#include "terms/fact_order.h"

#include <fmt/format.h>

namespace yomikae {
namespace {

using Stated = std::variant<Date, Month>;

Date first_of(const Stated& value) {
  const auto* month = std::get_if<Month>(&value);
  return month != nullptr ? month->first_day() : std::get<Date>(value);
}

Date last_of(const Stated& value) {
  const auto* month = std::get_if<Month>(&value);
  return month != nullptr ? month->last_day() : std::get<Date>(value);
}

std::string shown(const Stated& value) {
  return std::visit([](const auto& each) { return to_string(each); }, value);
}

}  // namespace

void check_not_before(const FactSpec& spec, const StatedDay& stated, const FindDay& find, Findings& findings) {
  for (const Scalar& name : spec.not_before) {
    const auto other = find(name.text);
    if (!other || last_of(stated.value) >= first_of(other->value)) continue;
    const std::string day = shown(stated.value);
    const std::string bound = shown(other->value);
    Finding& finding = findings.add(
        "format/bad-value", stated.place,
        {fmt::format("{} `{}`（{}）が `{}`（{}）より前である", spec.label, spec.name, day, name.text, bound),
         fmt::format("`{}` ({}) lies before `{}` ({})", spec.name, day, name.text, bound)},
        {fmt::format("{} 以後でなければならない", bound), fmt::format("it can only be {} or later", bound)});
    finding.related.push_back(
        {other->place, {fmt::format("`{}` が書かれた場所", name.text), fmt::format("`{}` stands here", name.text)}});
    return;  // one bound is enough to see that it is wrong
  }
}

}  // namespace yomikae
