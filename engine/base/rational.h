#pragma once

#include <compare>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>

namespace yomikae {

/// An exact fraction in lowest terms, denominator positive. Yen, rates, months and counts are all of this type: no
/// provision of a contract speaks of floating point, and nothing rounds unless a provision rounds.
///
/// Arithmetic is checked: where numerator or denominator would leave 64 bits, `overflowed()` holds from then on
/// (it is absorbing, like a NaN) and the evaluator reports it; no wrong number ever comes out.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : numerator_(whole) {}  // NOLINT(google-explicit-constructor)
  /// `denominator` zero gives an overflowed value.
  static Rational fraction(std::int64_t numerator, std::int64_t denominator);
  /// Reads `12`, `-3`, `0.146` and `5,000`; nothing else, and nothing beyond 18 digits.
  static std::optional<Rational> parse(std::string_view text);

  [[nodiscard]] std::int64_t numerator() const { return numerator_; }
  [[nodiscard]] std::int64_t denominator() const { return denominator_; }
  [[nodiscard]] bool overflowed() const { return denominator_ == 0; }
  [[nodiscard]] bool is_whole() const { return denominator_ == 1; }
  /// The largest whole number not above this one (not defined when overflowed).
  [[nodiscard]] std::int64_t floor() const;
  /// The smallest whole number not below this one (not defined when overflowed).
  [[nodiscard]] std::int64_t ceil() const;
  /// Half away from zero, as 四捨五入 does (not defined when overflowed).
  [[nodiscard]] std::int64_t round_half_up() const;
  /// `5000/3`, or `120` where whole.
  [[nodiscard]] std::string to_string() const;

  friend Rational operator+(Rational a, Rational b);
  friend Rational operator-(Rational a, Rational b);
  friend Rational operator*(Rational a, Rational b);
  /// Division by zero overflows.
  friend Rational operator/(Rational a, Rational b);
  friend bool operator==(Rational a, Rational b) = default;
  friend std::strong_ordering operator<=>(Rational a, Rational b);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace yomikae
