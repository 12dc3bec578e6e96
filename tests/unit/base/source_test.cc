#include "base/source.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace yomikae {
namespace {

struct Found {
  std::uint32_t line;
  std::uint32_t column;
  std::string_view text;
};

void check_at(const Sources& sources, SourceId id, std::uint32_t offset, const Found& expected) {
  CAPTURE(offset);
  const Location location = sources.locate({id, offset, 1});
  CHECK(location.line == expected.line);
  CHECK(location.column == expected.column);
  CHECK(location.line_text == expected.text);
}

TEST_CASE("a place is shown by its line and its column in code points, both from 1") {
  Sources sources;
  const SourceId id = sources.add("a.yaml", "ab\n条項: x\n\nend");
  check_at(sources, id, 0, {1, 1, "ab"});
  check_at(sources, id, 1, {1, 2, "ab"});
  check_at(sources, id, 2, {1, 3, "ab"});  // the line feed belongs to the line it ends
  check_at(sources, id, 3, {2, 1, "条項: x"});
  check_at(sources, id, 6, {2, 2, "条項: x"});
  check_at(sources, id, 11, {2, 5, "条項: x"});
  check_at(sources, id, 13, {3, 1, ""});
  check_at(sources, id, 14, {4, 1, "end"});
  check_at(sources, id, 17, {4, 4, "end"});
}

TEST_CASE("a place behind the end is shown at the end") {
  Sources sources;
  const SourceId id = sources.add("a.yaml", "ab\n");
  check_at(sources, id, 3, {2, 1, ""});
  check_at(sources, id, 99, {2, 1, ""});
  const SourceId empty = sources.add("empty.yaml", "");
  check_at(sources, empty, 0, {1, 1, ""});
  check_at(sources, empty, 7, {1, 1, ""});
}

TEST_CASE("a carriage return is no part of the line that is shown") {
  Sources sources;
  const SourceId id = sources.add("a.yaml", "ab\r\n\r\ncd\r\n");
  check_at(sources, id, 1, {1, 2, "ab"});
  check_at(sources, id, 4, {2, 1, ""});
  check_at(sources, id, 7, {3, 2, "cd"});
}

TEST_CASE("texts and names stay where they are while others are added") {
  Sources sources;
  const SourceId first = sources.add("first", "short");
  const std::string_view name = sources.name(first);
  const std::string_view text = sources.text(first);
  std::vector<SourceId> ids;
  for (int i = 0; i < 1000; ++i) ids.push_back(sources.add(std::to_string(i) + ".yaml", std::to_string(i)));
  CHECK(name == "first");
  CHECK(text == "short");
  CHECK(sources.text(first).data() == text.data());
  CHECK(sources.text(ids[731]) == "731");
  CHECK(sources.name(ids[731]) == "731.yaml");
}

TEST_CASE("a text may begin at a later line of what bears its name") {
  Sources sources;
  const SourceId id = sources.add("many.jsonl", "ab\ncd", 41);
  check_at(sources, id, 1, {41, 2, "ab"});
  check_at(sources, id, 4, {42, 2, "cd"});
}

TEST_CASE("a text that is replaced keeps its name and gets its own lines") {
  Sources sources;
  const SourceId id = sources.add("many.jsonl", "ab\ncd\nef");
  const SourceId other = sources.add("other", "x");
  sources.replace(id, "gh\nij", 7);
  CHECK(sources.name(id) == "many.jsonl");
  CHECK(sources.text(id) == "gh\nij");
  check_at(sources, id, 4, {8, 2, "ij"});
  CHECK(sources.text(other) == "x");
}

TEST_CASE("texts that pass leave those before them as they were") {
  Sources sources;
  const SourceId kept = sources.add("kept", "text");
  const std::string_view text = sources.text(kept);
  SourceId first{};
  for (int i = 0; i < 3; ++i) {
    const PassingSources passing(sources);
    const SourceId id = sources.add(std::to_string(i), std::to_string(i));
    sources.add("another", "x");
    if (i == 0) first = id;
    CHECK(id == first);
    CHECK(sources.text(id) == std::to_string(i));
  }
  CHECK(sources.text(kept).data() == text.data());
  CHECK(sources.add("next", "y") == first);
}

TEST_CASE("a place without a source is not known") {
  CHECK_FALSE(Place{}.known());
  CHECK(Place{SourceId{0}, 0, 0}.known());
}

TEST_CASE("a piece of a text on one line stands where the text does, that many bytes further") {
  const Scalar scalar{"minimum-term", {SourceId{3}, 40, 12}, 0};
  CHECK((scalar.at(0, 12) == Place{SourceId{3}, 40, 12}));
  CHECK((scalar.at(8, 4) == Place{SourceId{3}, 48, 4}));
  CHECK((scalar.at(12, 1) == Place{SourceId{3}, 52, 1}));  // where something is missing at its end
}

}  // namespace
}  // namespace yomikae
