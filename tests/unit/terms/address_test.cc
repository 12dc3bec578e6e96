#include "terms/address.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace yomikae {
namespace {

ProvisionPath path(std::string_view text) {
  const auto ref = parse_provision(text);
  REQUIRE_MESSAGE(ref.has_value(), text);
  return ref->path;
}

/// The parts of what was read, with bars between: what each part became, not how it is printed.
std::string parts(const ProvisionRef& ref) {
  return ref.path.head + "|" + std::to_string(ref.path.paragraph) + "|" + ref.path.item + "|" + ref.path.subitem + "|" +
         ref.sentence;
}

TEST_CASE("an address is taken apart into article, paragraph, item, subitem and sentence") {
  struct Case {
    std::string_view text;
    std::string_view parts;
    std::string_view printed;
  };
  const Case cases[] = {
      {"7", "7|0|||", "7"},
      {"36-3", "36-3|0|||", "36-3"},
      {"7.2", "7|2|||", "7.2"},
      {"7.2(3)", "7|2|3||", "7.2(3)"},
      {"7(3)", "7|1|3||", "7.1(3)"},
      {"7.2(3)(i)", "7|2|3|i|", "7.2(3)(i)"},
      {"28.1:後段", "28|1|||後段", "28.1:後段"},
      {"28:本文", "28|0|||本文", "28:本文"},
      {"7.2(3):ただし書", "7|2|3||ただし書", "7.2(3):ただし書"},
      {"3:柱書", "3|0|||柱書", "3:柱書"},
      {"3:なお書", "3|0|||なお書", "3:なお書"},
      {"3:前段", "3|0|||前段", "3:前段"},
      {"annex-1", "annex-1|0|||", "annex-1"},
      {"annex-1.2(1)(note-1)", "annex-1|2|1|note-1|", "annex-1.2(1)(note-1)"},
      {"suppl-2012-09-01.2", "suppl-2012-09-01|2|||", "suppl-2012-09-01.2"},
      {"7.2(イ)", "7|2|イ||", "7.2(イ)"},
      {"7.12(10)", "7|12|10||", "7.12(10)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto ref = parse_provision(c.text);
    REQUIRE(ref.has_value());
    CHECK(parts(*ref) == c.parts);
    CHECK(to_string(*ref) == c.printed);
    CHECK((parse_provision(to_string(*ref)) == ref));
  }
}

TEST_CASE("every path that is printed is read back as itself") {
  for (const char* head : {"1", "7", "36-3", "120", "annex-1", "annex-b", "suppl-2012-09-01", "definitions"}) {
    for (const int paragraph : {0, 1, 2, 17}) {
      for (const char* item : {"", "1", "12", "note-1", "イ", "A-1", "1-2", "※13"}) {
        for (const char* subitem : {"", "1", "i", "ロ", "note-2"}) {
          if (paragraph == 0 && *item != '\0') continue;  // an item lies in a paragraph
          if (*item == '\0' && *subitem != '\0') continue;
          for (const char* sentence : {"", "後段", "ただし書"}) {
            const ProvisionRef ref{{head, paragraph, item, subitem}, sentence};
            CAPTURE(to_string(ref));
            CHECK((parse_provision(to_string(ref)) == ref));
          }
        }
      }
    }
  }
}

TEST_CASE("what is no address of a provision is refused") {
  for (const std::string_view text :
       {"",      ".",      ".2",     "(3)",     "7.",           "7.0",           "7.-1",  "7.a",     "7.2.3",  "7.2(",
        "7.2()", "7.2(3",  "7.2)3(", "7.2(3)x", "7.2(3)(4)(5)", "7..2",          "0",     "-1",      "36-",    "36-0",
        "36-a",  "36-3-1", "7:",     "7:文",    "7:後段x",      "7:後段:前段",   ":後段", "Annex-1", "annex-", "7 .2",
        " 7",    "7 ",     "第7条",  "７",      "99999999999",  "7.99999999999", "#7.2",  "annex_1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_provision(text).has_value());
  }
}

TEST_CASE("provisions stand in the order of the document, numbers by value and branches between") {
  const std::vector<std::string_view> in_order{
      "2",      "2.1",     "2.1(1)",      "2.1(1)(1)", "2.1(1)(2)", "2.1(1)(10)", "2.1(1)(a)",
      "2.1(2)", "2.1(10)", "2.1(note-1)", "2.2",       "2.10",      "10",         "36",
      "36.1",   "36-2",    "36-3",        "36-10",     "37",        "annex-1",    "annex-2"};
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    for (std::size_t j = 0; j < in_order.size(); ++j) {
      CAPTURE(in_order[i]);
      CAPTURE(in_order[j]);
      CHECK(((path(in_order[i]) <=> path(in_order[j])) == (i <=> j)));
    }
  }
}

TEST_CASE("two paths are equal in order if and only if they are equal") {
  const std::vector<std::string_view> texts{"7",       "07",   "7.1",   "7.01",      "7.1(1)",
                                            "7.1(01)", "36-3", "36-03", "7.1(1)(2)", "7.1(1)(02)"};
  for (const auto a : texts) {
    for (const auto b : texts) {
      const auto x = parse_provision(a);
      const auto y = parse_provision(b);
      if (!x || !y) continue;  // refusing a leading zero is right too
      CAPTURE(a);
      CAPTURE(b);
      CHECK(((x->path <=> y->path) == std::strong_ordering::equal) == (x->path == y->path));
    }
  }
}

TEST_CASE("a provision holds itself and what lies inside it, and nothing else") {
  struct Case {
    std::string_view outer;
    std::string_view inner;
    bool holds;
  };
  const Case cases[] = {
      {"7", "7", true},
      {"7", "7.2", true},
      {"7", "7.2(3)(i)", true},
      {"7.2", "7.2", true},
      {"7.2", "7.2(3)", true},
      {"7.2(3)", "7.2(3)", true},
      {"7.2(3)", "7.2(3)(i)", true},
      {"7.2(3)(i)", "7.2(3)(i)", true},
      {"7", "8", false},
      {"7", "7-2", false},
      {"7.2", "7", false},
      {"7.2", "7.1", false},
      {"7.2", "7.20", false},
      {"7.2(3)", "7.2", false},
      {"7.2(3)", "7.2(30)", false},
      {"7.2(3)", "7.1(3)", false},
      {"7.2(3)(i)", "7.2(3)", false},
      {"7.2(3)(i)", "7.2(3)(ii)", false},
      {"7.2", "8.2", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.outer);
    CAPTURE(c.inner);
    CHECK(path(c.outer).contains(path(c.inner)) == c.holds);
  }
}

TEST_CASE("the parent of a provision is one step up, that of an article itself") {
  CHECK((path("7.2(3)(i)").parent() == path("7.2(3)")));
  CHECK((path("7.2(3)").parent() == path("7.2")));
  CHECK((path("7.2").parent() == path("7")));
  CHECK((path("7").parent() == path("7")));
  CHECK(path("7").whole_article());
  CHECK_FALSE(path("7.1").whole_article());
}

TEST_CASE("a whole address names document, version and provision, each as far as it is given") {
  const auto full = parse_address("iij/secure-mx@2025-04-01#7.2(3)");
  REQUIRE(full.has_value());
  CHECK(full->document.value == "iij/secure-mx");
  CHECK(to_string(full->version.value()) == "2025-04-01");
  CHECK(to_string(full->provision.value()) == "7.2(3)");

  const auto document = parse_address("iij/secure-mx");
  REQUIRE(document.has_value());
  CHECK_FALSE(document->version.has_value());
  CHECK_FALSE(document->provision.has_value());

  const auto provision = parse_address("iij/general#28.1:後段");
  REQUIRE(provision.has_value());
  CHECK_FALSE(provision->version.has_value());
  CHECK(provision->provision->sentence == "後段");
}

TEST_CASE("an address without a document is one of the document it stands in") {
  const DocumentId own{"iij/general"};
  const auto here = parse_address("#7.2", own);
  REQUIRE(here.has_value());
  CHECK(here->document == own);
  CHECK_FALSE(parse_address("#7.2").has_value());
  CHECK_FALSE(parse_address("", own).has_value());
  CHECK_FALSE(parse_address("7.2", own).has_value());
  const auto other = parse_address("usen/secure-mx#1", own);
  REQUIRE(other.has_value());
  CHECK(other->document.value == "usen/secure-mx");
}

TEST_CASE("what is no whole address is refused") {
  for (const std::string_view text :
       {"iij", "iij/", "/general", "iij/general/x", "IIJ/general", "iij/general#", "iij/general#0", "iij/general@",
        "iij/general@2025", "iij/general@2025-02-30", "iij/general@2025-04-01@2025-04-01", "iij/general #7",
        "iij/general#7#8", "iij/一般規程"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_address(text, {"iij/general"}).has_value());
  }
}

TEST_CASE("names are small letters, digits and hyphens, beginning with a letter and not ending in a hyphen") {
  for (const std::string_view name : {"a", "secure-mx", "x1", "a-1", "a--b"}) {
    CAPTURE(name);
    CHECK(is_plain_name(name));
  }
  for (const std::string_view name : {"", "1a", "-a", "a-", "A", "a b", "a_b", "a.b", "a/b", "あ"}) {
    CAPTURE(name);
    CHECK_FALSE(is_plain_name(name));
  }
  CHECK(is_document_id("iij/secure-mx"));
  for (const std::string_view id : {"", "/", "iij", "iij/", "/x", "iij/a/b", "iij/1", "iij-/a"}) {
    CAPTURE(id);
    CHECK_FALSE(is_document_id(id));
  }
}

}  // namespace
}  // namespace yomikae
