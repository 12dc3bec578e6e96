#include "base/rational.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

namespace yomikae {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

/// Halves and subtracts, where the class under test divides.
Wide common_divisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  if (b < 0) b = -b;
  if (a == 0 || b == 0) return a + b;
  int twos = 0;
  while (a % 2 == 0 && b % 2 == 0) {
    a /= 2;
    b /= 2;
    ++twos;
  }
  while (b != 0) {
    while (a % 2 == 0) a /= 2;
    while (b % 2 == 0) b /= 2;
    if (a > b) std::swap(a, b);
    b -= a;
  }
  return a << twos;
}

/// Whether `value` is numerator/denominator in lowest terms, or overflowed where that cannot be held.
bool is(const Rational& value, Wide numerator, Wide denominator) {
  if (denominator == 0) return value.overflowed();
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide divisor = common_divisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (numerator < lowest || numerator > highest || denominator > highest) return value.overflowed();
  return !value.overflowed() && value.numerator() == numerator && value.denominator() == denominator;
}

struct Fraction {
  std::int64_t numerator;
  std::int64_t denominator;
};

void check_arithmetic(const Fraction& a, const Fraction& b) {
  const Rational x = Rational::fraction(a.numerator, a.denominator);
  const Rational y = Rational::fraction(b.numerator, b.denominator);
  const Wide p = a.numerator;
  const Wide q = a.denominator;
  const Wide r = b.numerator;
  const Wide s = b.denominator;
  const bool right = is(x, p, q) && is(x + y, p * s + r * q, q * s) && is(x - y, p * s - r * q, q * s) &&
                     is(x * y, p * r, q * s) && is(x / y, p * s, q * r) && (x < y) == (p * s < r * q) &&
                     (x == y) == (p * s == r * q) && (x > y) == (p * s > r * q);
  if (right) return;
  FAIL_CHECK(a.numerator << "/" << a.denominator << " and " << b.numerator << "/" << b.denominator);
}

TEST_CASE("small fractions are added, multiplied, divided and compared exactly") {
  for (std::int64_t n = -12; n <= 12; ++n) {
    for (std::int64_t d = 1; d <= 12; ++d) {
      for (std::int64_t m = -12; m <= 12; ++m) {
        for (std::int64_t e = 1; e <= 12; ++e) check_arithmetic({n, d}, {m, e});
      }
    }
  }
}

TEST_CASE("large fractions come out exact or overflowed, never wrong") {
  std::mt19937_64 random(20260415);  // NOLINT: the same values on every run
  const auto up_to = [&](int bits) {
    return static_cast<std::int64_t>(random() >> (64 - bits)) * ((random() & 1U) != 0 ? 1 : -1);
  };
  const auto denominator = [&](int bits) { return static_cast<std::int64_t>(random() >> (64 - bits)) + 1; };
  for (int round = 0; round < 20'000; ++round) {
    const int bits = 2 + static_cast<int>(random() % 60);
    check_arithmetic({up_to(bits), denominator(bits)}, {up_to(bits), denominator(bits)});
  }
}

TEST_CASE("at the ends of 64 bits nothing wraps") {
  const Fraction edges[] = {{lowest, 1},  {lowest, 3},  {lowest, highest},    {highest, 1},
                            {highest, 2}, {1, highest}, {-1, highest},        {0, 1},
                            {1, 1},       {-1, 1},      {lowest + 1, highest}};
  for (const Fraction& a : edges) {
    for (const Fraction& b : edges) check_arithmetic(a, b);
  }
}

TEST_CASE("a fraction is kept in lowest terms with a positive denominator") {
  CHECK(is(Rational::fraction(6, -4), -3, 2));
  CHECK(is(Rational::fraction(-6, -4), 3, 2));
  CHECK(is(Rational::fraction(0, -7), 0, 1));
  CHECK(Rational::fraction(10, 2).is_whole());
  CHECK_FALSE(Rational::fraction(5, 2).is_whole());
  CHECK(Rational::fraction(5000, 3).to_string() == "5000/3");
  CHECK(Rational::fraction(-5000, 3).to_string() == "-5000/3");
  CHECK(Rational::fraction(240, 2).to_string() == "120");
}

TEST_CASE("an overflow stays one, whatever is done with it") {
  const Rational overflows[] = {Rational::fraction(1, 0), Rational{highest} + 1,
                                Rational{lowest} - 1,     Rational{highest} * 2,
                                Rational{1} / 0,          Rational::fraction(1, highest) / highest};
  for (const Rational& overflow : overflows) {
    CHECK(overflow.overflowed());
    for (const Rational& other : {Rational{0}, Rational{1}, Rational::fraction(1, 3), overflow}) {
      CHECK((overflow + other).overflowed());
      CHECK((other + overflow).overflowed());
      CHECK((overflow - other).overflowed());
      CHECK((other - overflow).overflowed());
      CHECK((overflow * other).overflowed());
      CHECK((other * overflow).overflowed());
      CHECK((overflow / other).overflowed());
      CHECK((other / overflow).overflowed());
    }
    CHECK_FALSE(overflow.to_string() == Rational{0}.to_string());
  }
}

TEST_CASE("floor, ceiling and rounding half away from zero") {
  for (std::int64_t n = -60; n <= 60; ++n) {
    for (std::int64_t d = 1; d <= 8; ++d) {
      CAPTURE(n);
      CAPTURE(d);
      std::int64_t floor = -100;
      while ((floor + 1) * d <= n) ++floor;
      std::int64_t ceil = 100;
      while ((ceil - 1) * d >= n) --ceil;
      const std::int64_t twice = 2 * (n < 0 ? -n : n);
      std::int64_t nearest = 0;
      while ((2 * nearest + 1) * d <= twice) ++nearest;
      const Rational value = Rational::fraction(n, d);
      CHECK(value.floor() == floor);
      CHECK(value.ceil() == ceil);
      CHECK(value.round_half_up() == (n < 0 ? -nearest : nearest));
    }
  }
}

TEST_CASE("rounding whole numbers leaves them alone, up to the ends of 64 bits") {
  for (const std::int64_t whole : {lowest, lowest + 1, std::int64_t{-1}, std::int64_t{0}, highest - 1, highest}) {
    CHECK(Rational{whole}.floor() == whole);
    CHECK(Rational{whole}.ceil() == whole);
    CHECK(Rational{whole}.round_half_up() == whole);
  }
}

TEST_CASE("numbers are read as whole, decimal or in groups of three") {
  struct Case {
    std::string_view text;
    std::int64_t numerator;
    std::int64_t denominator;
  };
  const Case cases[] = {
      {"12", 12, 1},
      {"-3", -3, 1},
      {"0", 0, 1},
      {"-0", 0, 1},
      {"0.146", 73, 500},
      {"5,000", 5000, 1},
      {"12,345", 12345, 1},
      {"1,234,567", 1234567, 1},
      {"0.50", 1, 2},
      {"-2.5", -5, 2},
      {"1,000.5", 2001, 2},
      {"999999999999999999", 999999999999999999, 1},
      {"0.00000000000000001", 1, 100000000000000000},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto value = Rational::parse(c.text);
    REQUIRE(value.has_value());
    CHECK(is(*value, c.numerator, c.denominator));
  }
}

TEST_CASE("what only looks like a number is none") {
  for (const std::string_view text : {"",
                                      "-",
                                      "+3",
                                      "--3",
                                      ".5",
                                      "5.",
                                      "1.2.3",
                                      "5,00",
                                      "5,0000",
                                      "5,,000",
                                      ",500",
                                      "5,000,00",
                                      "1.000,5",
                                      "0x10",
                                      "1e3",
                                      " 5",
                                      "5 ",
                                      "５",
                                      "five",
                                      "1000000000000000000",
                                      "0.0000000000000000001",
                                      "5,1.2",
                                      "1,234,5.6",
                                      "1234,567",
                                      "5,a00"}) {
    CAPTURE(text);
    CHECK_FALSE(Rational::parse(text).has_value());
  }
}

}  // namespace
}  // namespace yomikae
