#include "check/price_table.h"

#include <doctest/doctest.h>

namespace yomikae {

TEST_CASE("amounts are read as tables print them") {
  using Yen = std::vector<std::int64_t>;
  CHECK(figures_in("10,000円/回").yen == Yen{10000});
  CHECK(figures_in("１０，０００円").yen == Yen{10000});
  CHECK(figures_in("月額料金：1,500円").yen == Yen{1500});
  CHECK(figures_in("1,000円（月額）、年額の場合10,000円").yen == Yen{1000, 10000});
  CHECK(figures_in("2万円").yen == Yen{20000});
  CHECK(figures_in("4,500").yen == Yen{4500});
  CHECK(figures_in("無料").yen == Yen{0});
}

TEST_CASE("what is no amount is none") {
  CHECK(figures_in("10アカウント毎").yen.empty());
  CHECK(figures_in("実費").yen.empty());
  CHECK(figures_in("2026年9月30日まで").yen.empty());
  CHECK(figures_in(" ").blank);
  CHECK_FALSE(figures_in("—").blank);
  CHECK(figures_in("－").dash);
}

}  // namespace yomikae
