#include "effective/readings.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace yomikae {
namespace {

/// A rule with places that can be read in `ways` ways.
struct Place {
  explicit Place(std::size_t ways) { alternatives.readings.resize(ways); }
  [[nodiscard]] Axis axis(const std::string& part = {}) const { return {&rule, part, &alternatives}; }
  Rule rule;
  Alternatives alternatives;
};

TEST_CASE("a walk that meets no axis is one run") {
  ReadingWalk walk;
  CHECK(walk.path().empty());
  CHECK_FALSE(walk.next());
  CHECK_FALSE(walk.truncated());
}

TEST_CASE("every combination is met once, the preferred first, the last axis changing first") {
  const Place two(2);
  const Place three(3);
  ReadingWalk walk;
  std::vector<std::string> runs;
  do {
    const std::size_t a = walk.choose(two.axis());
    const std::size_t b = walk.choose(three.axis());
    runs.push_back(std::to_string(a) + std::to_string(b));
  } while (walk.next());
  CHECK(runs == std::vector<std::string>{"00", "01", "02", "10", "11", "12"});
  CHECK_FALSE(walk.truncated());
}

TEST_CASE("an axis met twice is one choice") {
  const Place first(2);
  const Place second(2);
  ReadingWalk walk;
  std::size_t runs = 0;
  do {
    const std::size_t a = walk.choose(first.axis());
    const std::size_t b = walk.choose(second.axis());
    CHECK(walk.choose(first.axis()) == a);
    CHECK(walk.choose(second.axis()) == b);
    CHECK(walk.path().size() == 2);
    ++runs;
  } while (walk.next());
  CHECK(runs == 4);
}

TEST_CASE("two parts of one rule are two axes") {
  const Place place(2);
  ReadingWalk walk;
  std::set<std::string> runs;
  do {
    const std::size_t value = walk.choose(place.axis());
    const std::size_t when = walk.choose(place.axis("when"));
    runs.insert(std::to_string(value) + std::to_string(when));
  } while (walk.next());
  CHECK(runs == std::set<std::string>{"00", "01", "10", "11"});
}

TEST_CASE("an axis that only one path meets multiplies that path alone") {
  const Place fork(3);
  const Place deeper(2);
  ReadingWalk walk;
  std::vector<std::string> runs;
  do {
    std::string run = std::to_string(walk.choose(fork.axis()));
    if (run == "1") run += std::to_string(walk.choose(deeper.axis()));
    CHECK(walk.path().size() == run.size());
    runs.push_back(run);
  } while (walk.next());
  CHECK(runs == std::vector<std::string>{"0", "10", "11", "2"});
}

TEST_CASE("paths that meet different axes after a fork do not mix them up") {
  const Place fork(2);
  const Place left(2);
  const Place right(3);
  ReadingWalk walk;
  std::vector<std::string> runs;
  do {
    const std::size_t way = walk.choose(fork.axis());
    const std::size_t then = walk.choose(way == 0 ? left.axis() : right.axis());
    runs.push_back(std::to_string(way) + std::to_string(then));
  } while (walk.next());
  CHECK(runs == std::vector<std::string>{"00", "01", "10", "11", "12"});
}

TEST_CASE("the path of a run says what was chosen where") {
  const Place first(1);
  const Place second(2);
  ReadingWalk walk;
  walk.choose(first.axis());
  walk.choose(second.axis());
  REQUIRE(walk.next());
  walk.choose(first.axis());
  walk.choose(second.axis());
  REQUIRE(walk.path().size() == 2);
  CHECK(walk.path()[0].axis.rule == &first.rule);
  CHECK(walk.path()[0].chosen == 0);
  CHECK(walk.path()[1].axis.rule == &second.rule);
  CHECK(walk.path()[1].chosen == 1);
}

/// How many runs `ways` readings of one axis make, and whether the walk says there were more.
std::pair<std::size_t, bool> runs_of(std::size_t ways) {
  const Place place(ways);
  ReadingWalk walk;
  std::size_t runs = 0;
  do {
    walk.choose(place.axis());
    ++runs;
  } while (walk.next());
  return {runs, walk.truncated()};
}

TEST_CASE("after as many combinations as are tried at most the walk ends, and says so only where there were more") {
  CHECK(runs_of(ReadingWalk::most - 1) == std::pair{ReadingWalk::most - 1, false});
  CHECK(runs_of(ReadingWalk::most) == std::pair{ReadingWalk::most, false});
  CHECK(runs_of(ReadingWalk::most + 1) == std::pair{ReadingWalk::most, true});
}

}  // namespace
}  // namespace yomikae
