#include "terms/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace yomikae {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `第36条の3` for 36-3.
std::string head_label(std::string_view head) {
  const std::size_t hyphen = head.find('-');
  if (hyphen == std::string_view::npos) return fmt::format("第{}条", head);
  return fmt::format("第{}条の{}", head.substr(0, hyphen), head.substr(hyphen + 1));
}

}  // namespace

const Provision* Version::find(const ProvisionPath& path) const {
  const auto found =
      std::find_if(provisions.begin(), provisions.end(), [&](const Provision& each) { return each.path == path; });
  return found == provisions.end() ? nullptr : &*found;
}

bool Version::has(const ProvisionPath& path) const {
  return std::any_of(provisions.begin(), provisions.end(),
                     [&](const Provision& each) { return path.contains(each.path); });
}

std::string_view to_string(Erratum::Standing standing) {
  switch (standing) {
    case Erratum::Standing::unverified: return "unverified";
    case Erratum::Standing::verified: return "verified";
    case Erratum::Standing::refuted: return "refuted";
  }
  return {};
}

std::string article_label(const ProvisionPath& path, bool only_paragraph) {
  std::string label = head_label(path.head);
  if (path.paragraph != 0 && !only_paragraph) label += fmt::format("第{}項", path.paragraph);
  if (!path.item.empty()) label += is_number(path.item) ? fmt::format("第{}号", path.item) : path.item;
  label += path.subitem;
  return label;
}

}  // namespace yomikae
