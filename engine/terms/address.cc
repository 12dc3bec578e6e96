#include "terms/address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

namespace yomikae {
namespace {

constexpr std::array<std::string_view, 6> sentences{"前段", "後段", "本文", "ただし書", "なお書", "柱書"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || value < 1 || text.front() == '0')
    return std::nullopt;
  return value;
}

/// What sorts a head: articles (0) before supplements and annexes (1), by number and branch.
std::tuple<int, int, int, std::string_view> head_key(std::string_view head) {
  const std::size_t hyphen = head.find('-');
  const auto number = whole_number(head.substr(0, hyphen));
  if (!number) return {1, 0, 0, head};
  const auto branch = hyphen == std::string_view::npos ? std::optional<int>{0} : whole_number(head.substr(hyphen + 1));
  return {0, *number, branch.value_or(0), {}};
}

/// Numbered items by number, then the ones with a name.
std::tuple<int, int, std::string_view> item_key(std::string_view item) {
  if (item.empty()) return {0, 0, {}};
  const auto number = whole_number(item);
  if (number) return {1, *number, {}};
  return {2, 0, item};
}

bool is_head(std::string_view text) {
  if (text.empty()) return false;
  if (is_plain_name(text)) return true;
  const std::size_t hyphen = text.find('-');
  return whole_number(text.substr(0, hyphen)).has_value() &&
         (hyphen == std::string_view::npos || whole_number(text.substr(hyphen + 1)).has_value());
}

/// Takes `(…)` from the front of `rest`; nothing where there is none.
std::optional<std::string> take_bracketed(std::string_view& rest) {
  if (!rest.starts_with("(")) return std::nullopt;
  const std::size_t close = rest.find(')');
  if (close == std::string_view::npos || close == 1) return std::nullopt;
  std::string inside(rest.substr(1, close - 1));
  rest.remove_prefix(close + 1);
  return inside;
}

}  // namespace

bool ProvisionPath::contains(const ProvisionPath& other) const {
  if (head != other.head) return false;
  if (paragraph == 0) return true;
  if (paragraph != other.paragraph) return false;
  if (item.empty()) return true;
  if (item != other.item) return false;
  return subitem.empty() || subitem == other.subitem;
}

ProvisionPath ProvisionPath::parent() const {
  ProvisionPath up = *this;
  if (!up.subitem.empty()) {
    up.subitem.clear();
  } else if (!up.item.empty()) {
    up.item.clear();
  } else {
    up.paragraph = 0;
  }
  return up;
}

std::strong_ordering operator<=>(const ProvisionPath& a, const ProvisionPath& b) {
  return std::tuple(head_key(a.head), a.paragraph, item_key(a.item), item_key(a.subitem)) <=>
         std::tuple(head_key(b.head), b.paragraph, item_key(b.item), item_key(b.subitem));
}

std::string to_string(const ProvisionPath& path) {
  std::string out = path.head;
  if (path.paragraph != 0) out += fmt::format(".{}", path.paragraph);
  if (!path.item.empty()) out += fmt::format("({})", path.item);
  if (!path.subitem.empty()) out += fmt::format("({})", path.subitem);
  return out;
}

std::string to_string(const ProvisionRef& ref) {
  return ref.sentence.empty() ? to_string(ref.path) : fmt::format("{}:{}", to_string(ref.path), ref.sentence);
}

std::optional<ProvisionRef> parse_provision(std::string_view text) {
  ProvisionRef ref;
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    ref.sentence = text.substr(colon + 1);
    text = text.substr(0, colon);
    if (std::find(sentences.begin(), sentences.end(), ref.sentence) == sentences.end()) return std::nullopt;
  }
  const std::size_t head_end = text.find_first_of(".(");
  ref.path.head = text.substr(0, head_end);
  if (!is_head(ref.path.head)) return std::nullopt;
  std::string_view rest = head_end == std::string_view::npos ? std::string_view{} : text.substr(head_end);
  if (rest.starts_with(".")) {
    const std::size_t end = std::min(rest.find('('), rest.size());
    const auto paragraph = whole_number(rest.substr(1, end - 1));
    if (!paragraph) return std::nullopt;
    ref.path.paragraph = *paragraph;
    rest.remove_prefix(end);
  }
  for (std::string* part : {&ref.path.item, &ref.path.subitem}) {
    if (rest.empty()) break;
    auto inside = take_bracketed(rest);
    if (!inside) return std::nullopt;
    *part = std::move(*inside);
  }
  if (!rest.empty()) return std::nullopt;
  if (!ref.path.item.empty() && ref.path.paragraph == 0) ref.path.paragraph = 1;
  return ref;
}

std::optional<Address> parse_address(std::string_view text, const DocumentId& own) {
  Address address;
  const std::size_t hash = text.find('#');
  std::string_view document = text.substr(0, hash);
  if (const std::size_t at = document.find('@'); at != std::string_view::npos) {
    address.version = parse_date(document.substr(at + 1));
    if (!address.version) return std::nullopt;
    document = document.substr(0, at);
  }
  if (document.empty()) {
    if (own.empty() || hash == std::string_view::npos) return std::nullopt;
    address.document = own;
  } else {
    if (!is_document_id(document)) return std::nullopt;
    address.document.value = document;
  }
  if (hash != std::string_view::npos) {
    address.provision = parse_provision(text.substr(hash + 1));
    if (!address.provision) return std::nullopt;
  }
  return address;
}

bool is_plain_name(std::string_view text) {
  if (text.empty() || !is_small_letter(text.front()) || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; });
}

bool is_document_id(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  return is_plain_name(text.substr(0, slash)) && is_plain_name(text.substr(slash + 1));
}

}  // namespace yomikae
