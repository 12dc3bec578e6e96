#include "base/rational.h"

#include <fmt/format.h>

#include <limits>

namespace yomikae {
namespace {

/// Products of two 64-bit numbers fit, and sums of two such products as well.
__extension__ using Wide = __int128;

Wide greatest_common_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

bool fits(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

Rational reduced(Wide numerator, Wide denominator) {
  if (denominator == 0) return Rational::fraction(1, 0);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = greatest_common_divisor(numerator, denominator);
  if (divisor > 1) {
    numerator /= divisor;
    denominator /= divisor;
  }
  if (!fits(numerator) || !fits(denominator)) return Rational::fraction(1, 0);
  return Rational::fraction(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

}  // namespace

Rational Rational::fraction(std::int64_t numerator, std::int64_t denominator) {
  Rational result;
  if (denominator > 0 && greatest_common_divisor(numerator, denominator) == 1) {
    result.numerator_ = numerator;
    result.denominator_ = denominator;
    return result;
  }
  if (denominator == 0) {
    result.numerator_ = 0;
    result.denominator_ = 0;
    return result;
  }
  return reduced(numerator, denominator);
}

std::optional<Rational> Rational::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::int64_t digits = 0;
  std::int64_t scale = 1;
  int count = 0;
  bool point = false;
  bool grouped = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ',' && !point && count > 0) {
      const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
      const bool groups_of_three =
          (grouped || count <= 3) && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
      grouped = true;
      if (!groups_of_three) return std::nullopt;
      continue;
    }
    if (c == '.' && !point && count > 0 && i + 1 < text.size()) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++count > 18) return std::nullopt;
    digits = digits * 10 + (c - '0');
    if (point) scale *= 10;
  }
  if (count == 0) return std::nullopt;
  return fraction(negative ? -digits : digits, scale);
}

std::int64_t Rational::floor() const {
  const std::int64_t quotient = numerator_ / denominator_;
  return numerator_ % denominator_ < 0 ? quotient - 1 : quotient;
}

std::int64_t Rational::ceil() const {
  const std::int64_t quotient = numerator_ / denominator_;
  return numerator_ % denominator_ > 0 ? quotient + 1 : quotient;
}

std::int64_t Rational::round_half_up() const {
  const Wide doubled = Wide{numerator_ < 0 ? -Wide{numerator_} : Wide{numerator_}} * 2 + denominator_;
  const Wide magnitude = doubled / (Wide{denominator_} * 2);
  return static_cast<std::int64_t>(numerator_ < 0 ? -magnitude : magnitude);
}

std::string Rational::to_string() const {
  if (overflowed()) return "overflow";
  return is_whole() ? fmt::format("{}", numerator_) : fmt::format("{}/{}", numerator_, denominator_);
}

Rational operator+(Rational a, Rational b) {
  if (a.overflowed() || b.overflowed()) return Rational::fraction(0, 0);
  return reduced(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Rational operator-(Rational a, Rational b) {
  if (a.overflowed() || b.overflowed()) return Rational::fraction(0, 0);
  return reduced(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Rational operator*(Rational a, Rational b) {
  if (a.overflowed() || b.overflowed()) return Rational::fraction(0, 0);
  return reduced(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

Rational operator/(Rational a, Rational b) {
  if (a.overflowed() || b.overflowed() || b.numerator_ == 0) return Rational::fraction(0, 0);
  return reduced(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}

std::strong_ordering operator<=>(Rational a, Rational b) {
  return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
}

}  // namespace yomikae
