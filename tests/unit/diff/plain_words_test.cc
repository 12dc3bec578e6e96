#include "diff/plain_words.h"

#include <doctest/doctest.h>

namespace yomikae {
namespace {

TEST_CASE("width, spaces and punctuation are spelling, a point inside a figure is not") {
  CHECK(plain_words("最短期間は、１ヶ月 とする。") == plain_words("最短期間は1ヶ月とする"));
  CHECK(plain_words("月3,000円") == plain_words("月３０００円"));
  CHECK(plain_words("3.5倍") != plain_words("35倍"));
  CHECK(plain_words("合言葉を教えない") != plain_words("合言葉を教える"));
}

TEST_CASE("figures are told apart from the words around them") {
  const auto figures = figures_of(plain_words("30日前までに1.5倍、3,000円"));
  REQUIRE(figures.size() == 3);
  CHECK(figures[0] == U"30");
  CHECK(figures[1] == U"1.5");
  CHECK(figures[2] == U"3000");
  CHECK(without_figures(plain_words("月3,000円")) == without_figures(plain_words("月12,500円")));
  CHECK(without_figures(plain_words("月3,000円")) != without_figures(plain_words("年3,000円")));
}

TEST_CASE("words that moved inside a sentence are still alike, others are not") {
  CHECK(likeness(U"abcdef", U"abcdef") == 1);
  CHECK(likeness(U"abcdef", U"defabc") > 0.7);
  CHECK(likeness(U"abcdef", U"uvwxyz") == 0);
  CHECK(likeness(U"", U"a") == 0);
}

}  // namespace
}  // namespace yomikae
