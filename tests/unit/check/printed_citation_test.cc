#include "check/printed_citation.h"

#include <doctest/doctest.h>

namespace yomikae {
namespace {

using Kind = PrintedNumber::Kind;

PrintedCitation parsed(std::string text) { return parse_printed({std::move(text), {}}); }

Version version_of(std::initializer_list<const char*> heads) {
  Version version;
  for (const char* head : heads) {
    Provision provision;
    provision.path = {head, 1, {}, {}};
    version.provisions.push_back(provision);
  }
  return version;
}

}  // namespace

TEST_CASE("a citation is taken apart into numbers and label") {
  const PrintedCitation words = parsed("第7条（オプションサービス）第2項第3号");
  CHECK(words.article.number == "7");
  CHECK(words.heading == "オプションサービス");
  CHECK(words.paragraph.number == "2");
  CHECK(words.item.number == "3");
}

TEST_CASE("numbers are read in any width and in Chinese") {
  CHECK(parsed("第１２条").article.number == "12");
  CHECK(parsed("第三十六条の二").article.number == "36-2");
  CHECK(parsed("第二十項").paragraph.number == "20");
  CHECK(parsed("前三項").paragraph.count == 3);
}

TEST_CASE("a label keeps brackets of its own") {
  CHECK(parsed("第4条（サービス（基本）の種類）第1項").heading == "サービス（基本）の種類");
}

TEST_CASE("words behind a number are a name, and what follows the number of a sentence is not") {
  CHECK(parsed("(3) 保管オプション").name == "保管オプション");
  CHECK(parsed("別紙1の2.月額費用(1)").name == "月額費用");
  CHECK(parsed("第1項第2号の規定").name.empty());
  CHECK(parsed("第1号又は").name.empty());
}

TEST_CASE("what is no number is none") {
  CHECK_FALSE(parsed("個別規程").numbered());
  CHECK_FALSE(parsed("別紙読替え表").numbered());
  CHECK_FALSE(parsed("本規程の他の条項").numbered());
}

TEST_CASE("relative words mean what stands around them") {
  const Version version = version_of({"1", "2", "2-2", "3"});
  const auto meant = [&](std::string words, ProvisionPath from) {
    return meant_by(parsed(std::move(words)), from, {}, version, true);
  };
  CHECK(meant("前条", {"2-2", 1, {}, {}}).article->numbers == std::vector<std::string>{"2"});
  CHECK(meant("次条", {"2", 1, {}, {}}).article->numbers == std::vector<std::string>{"2-2"});
  CHECK(meant("前2項", {"1", 3, {}, {}}).paragraph->numbers == std::vector<std::string>{"1", "2"});
  CHECK(meant("前2項", {"1", 3, {}, {}}).paragraph->whole);
  CHECK(meant("前各号", {"1", 1, "3", {}}).item->numbers == std::vector<std::string>{"1", "2"});
  CHECK(meant("第3号から第5号", {"1", 1, {}, {}}).item->numbers == std::vector<std::string>{"3", "4", "5"});
  CHECK(meant("前項", {"3", 2, {}, {}}).article->numbers == std::vector<std::string>{"3"});
}

TEST_CASE("what was cited before is what 同条 and a bare number can mean") {
  const Version version = version_of({"1", "2", "3"});
  const ProvisionPath before[] = {{"2", 1, {}, {}}};
  const auto meant = meant_by(parsed("第3項"), {"3", 1, {}, {}}, before, version, true);
  CHECK(meant.article->numbers == std::vector<std::string>{"2", "3"});
  CHECK(meant_by(parsed("同条第3項"), {"3", 1, {}, {}}, before, version, false).article->numbers ==
        std::vector<std::string>{"2"});
}

}  // namespace yomikae
