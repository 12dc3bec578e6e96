#include "terms/document.h"

#include <doctest/doctest.h>

namespace yomikae {
namespace {

Version sample() {
  Version version;
  for (const ProvisionPath& path : {ProvisionPath{"1", 1, "", ""},
                                    {"2", 1, "", ""},
                                    {"2", 2, "", ""},
                                    {"2", 2, "3", ""},
                                    {"2", 2, "3", "i"},
                                    {"annex-1", 1, "", ""}}) {
    Provision provision;
    provision.path = path;
    provision.text = to_string(path);
    version.provisions.push_back(std::move(provision));
  }
  return version;
}

TEST_CASE("a provision is found by exactly its path") {
  const Version version = sample();
  for (const Provision& provision : version.provisions) CHECK(version.find(provision.path) == &provision);
  for (const ProvisionPath& path :
       {ProvisionPath{"2", 0, "", ""}, {"2", 3, "", ""}, {"2", 2, "4", ""}, {"3", 1, "", ""}}) {
    CAPTURE(to_string(path));
    CHECK(version.find(path) == nullptr);
  }
}

TEST_CASE("an article is there where it has a provision, though it is none itself") {
  const Version version = sample();
  for (const ProvisionPath& path : {ProvisionPath{"1", 0, "", ""},
                                    {"2", 0, "", ""},
                                    {"2", 2, "", ""},
                                    {"2", 2, "3", "i"},
                                    {"annex-1", 0, "", ""}}) {
    CAPTURE(to_string(path));
    CHECK(version.has(path));
  }
  for (const ProvisionPath& path : {ProvisionPath{"3", 0, "", ""},
                                    {"2", 3, "", ""},
                                    {"2", 1, "3", ""},
                                    {"2", 2, "3", "ii"},
                                    {"annex-2", 0, "", ""}}) {
    CAPTURE(to_string(path));
    CHECK_FALSE(version.has(path));
  }
}

TEST_CASE("a label is printed as the law counts, without 第1項 where there is only one") {
  struct Case {
    ProvisionPath path;
    bool only;
    std::string_view label;
  };
  const Case cases[] = {
      {{"7", 0, "", ""}, false, "第7条"},
      {{"7", 2, "", ""}, false, "第7条第2項"},
      {{"7", 1, "", ""}, true, "第7条"},
      {{"7", 1, "", ""}, false, "第7条第1項"},
      {{"36-3", 0, "", ""}, false, "第36条の3"},
      {{"36-3", 1, "2", ""}, true, "第36条の3第2号"},
      {{"7", 2, "3", ""}, false, "第7条第2項第3号"},
      {{"7", 2, "3", "イ"}, false, "第7条第2項第3号イ"},
  };
  for (const Case& c : cases) CHECK(article_label(c.path, c.only) == c.label);
}

}  // namespace
}  // namespace yomikae
