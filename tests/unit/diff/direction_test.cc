#include "diff/direction.h"

#include <doctest/doctest.h>

namespace yomikae {
namespace {

Matter matter(Matter::Better better) {
  Matter result;
  result.better = better;
  return result;
}

Direction whole(Matter::Better better, const Value& before, const Value& after) {
  const Matter asked = matter(better);
  return direction_of({&asked, Question::Aspect::whole}, before, after);
}

const Value low = Rational{3000};
const Value high = Rational{3300};

TEST_CASE("what is owed is worse when it grows, and nothing is less than anything") {
  CHECK(whole(Matter::Better::less, low, high) == Direction::worse);
  CHECK(whole(Matter::Better::less, high, low) == Direction::better);
  CHECK(whole(Matter::Better::less, None{}, low) == Direction::worse);
  CHECK(whole(Matter::Better::more, low, high) == Direction::better);
}

TEST_CASE("a right that is lost is worse") {
  CHECK(whole(Matter::Better::more, true, false) == Direction::worse);
  CHECK(whole(Matter::Better::less, true, false) == Direction::better);
}

TEST_CASE("nothing is said where nobody says which way is better, or nothing can be compared") {
  CHECK(whole(Matter::Better::none, low, high) == Direction::undirected);
  CHECK(whole(Matter::Better::less, low, true) == Direction::undirected);
  CHECK(whole(Matter::Better::less, Period{30, Period::Unit::days}, Period{1, Period::Unit::months}) ==
        Direction::undirected);
  const Matter asked = matter(Matter::Better::less);
  CHECK(direction_of({&asked, Question::Aspect::whole}, std::nullopt, low) == Direction::undirected);
}

TEST_CASE("leaving earlier is better, and so is being allowed to say so later") {
  const Matter asked = matter(Matter::Better::none);
  const Value may = *parse_date("2026-05-31");
  const Value june = *parse_date("2026-06-30");
  CHECK(direction_of({&asked, Question::Aspect::effect}, may, june) == Direction::worse);
  CHECK(direction_of({&asked, Question::Aspect::latest_notice}, may, june) == Direction::better);
}

TEST_CASE("the end of a term goes the way its length does") {
  const Matter asked = matter(Matter::Better::earlier);
  const Value shorter = Period{1, Period::Unit::months};
  const Value longer = Period{12, Period::Unit::months};
  CHECK(direction_of({&asked, Question::Aspect::whole}, shorter, longer) == Direction::worse);
  CHECK(direction_of({&asked, Question::Aspect::end}, *parse_date("2026-05-31"), *parse_date("2026-06-30")) ==
        Direction::worse);
}

}  // namespace
}  // namespace yomikae
