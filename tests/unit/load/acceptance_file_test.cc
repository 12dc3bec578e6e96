#include "load/acceptance_file.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "loading.h"

namespace yomikae {
namespace {

/// One entry of a file of acceptances, with what was found wrong with it.
struct Loaded {
  explicit Loaded(const std::string& entry) : yaml("accepts:\n  - { " + entry + " }\n") {
    REQUIRE(yaml.root);
    MappingReader file(*yaml.root, yaml.findings);
    acceptances = load_acceptances(file, yaml.findings);
  }
  YamlText yaml;
  std::vector<Acceptance> acceptances;
};

const std::string rest = ", because: a reason, until: 2027-03-31";

TEST_CASE("an acceptance names a finding, its subject, a reason and a last day, each with its place") {
  const Loaded one(
      "finding: coverage/unmarked, at: 'seller/terms#4.2', of: archive, because: a reason, until: 令和9年3月31日");
  CHECK(one.yaml.found() == "");
  REQUIRE(one.acceptances.size() == 1);
  const Acceptance& acceptance = one.acceptances.front();
  CHECK(acceptance.rule == find_finding_rule("coverage/unmarked"));
  CHECK(acceptance.subject == Subject{"seller/terms#4.2", "archive"});
  CHECK(acceptance.because == "a reason");
  CHECK(to_string(acceptance.until) == "2027-03-31");
  CHECK(one.yaml.at(acceptance.place) == "coverage/unmarked");
  CHECK(one.yaml.where(acceptance.until_place) == "2:98");
}

TEST_CASE("a subject is a provision of a document in whatever version, or what bears a name") {
  for (const char* at : {"'seller/terms#4.2'", "'seller/terms#3.1:ただし書'", "channel/seller", "matter/fee.monthly",
                         "document/maker/mail"}) {
    CAPTURE(at);
    CHECK(Loaded("finding: coverage/unmarked, at: " + std::string(at) + rest).yaml.found() == "");
  }
  for (const char* at : {"'seller/terms@2026-04-01#4.2'", "'#4.2'", "seller", "'seller/terms#'", "channel/", "/seller",
                         "Channel/seller", "1/b", "channel/a--b"}) {
    CAPTURE(at);
    const Loaded one("finding: coverage/unmarked, at: " + std::string(at) + rest);
    // at its first character, behind the quotation mark where it has one
    CHECK(one.yaml.found() == (*at == '\'' ? "format/bad-value 2:40" : "format/bad-value 2:39"));
    CHECK(one.acceptances.empty());
  }
}

TEST_CASE("a kind of finding nobody knows gets the nearest name, one about acceptances is refused") {
  const Loaded one("finding: coverage/unmarkt, at: channel/seller" + rest);
  CHECK(one.yaml.found() == "format/unknown-name 2:16");
  CHECK(one.yaml.help() == "did you mean `coverage/unmarked`?");
  CHECK(one.acceptances.empty());
  CHECK(Loaded("finding: acceptance/unused, at: channel/seller" + rest).yaml.found() == "format/bad-value 2:16");
}

TEST_CASE("a reason is given, and more than space") {
  const std::string what = "finding: coverage/unmarked, at: channel/seller, until: 2027-03-31";
  CHECK(Loaded(what).yaml.found() == "format/missing-key 2:5");
  for (const char* because : {"''", "' '", "'　'"}) {
    CAPTURE(because);
    const Loaded one(what + ", because: " + because);
    CHECK(one.yaml.found().starts_with("format/bad-value 2:8"));
    CHECK(one.acceptances.empty());
  }
}

TEST_CASE("the last day exists") {
  const std::string what = "finding: coverage/unmarked, at: channel/seller, because: a reason";
  CHECK(Loaded(what).yaml.found() == "format/missing-key 2:5");
  CHECK(Loaded(what + ", until: 2027-02-29").yaml.found() == "format/bad-value 2:81");
}

}  // namespace
}  // namespace yomikae
