#include "load/document_file.h"

#include <doctest/doctest.h>

#include "loading.h"

namespace yomikae {
namespace {

constexpr std::string_view head = "document: iij/mail\nversion: 2026-04-01\ntitle: メール規程\n";

struct Document : YamlText {
  /// `rest` is what follows document, version and title.
  explicit Document(const std::string& rest, std::string_view beginning = head)
      : YamlText(std::string(beginning) + rest) {
    MappingReader file(root.value(), findings);
    version = load_document(file, findings);
  }
  /// The provision at an address that must be there.
  [[nodiscard]] const Provision& at(std::string_view text) const {
    REQUIRE(version.has_value());
    const auto ref = parse_provision(text);
    REQUIRE(ref.has_value());
    const Provision* provision = version->find(ref->path);
    REQUIRE_MESSAGE(provision != nullptr, text);
    return *provision;
  }
  std::optional<Version> version;
};

TEST_CASE("a document has a name, a day, a title, a publisher and a history") {
  const Document file("publisher: 提供者\nhistory: [2012-09-01, 平成31年4月30日]\n");
  REQUIRE(file.version.has_value());
  CHECK(file.found() == "");
  CHECK(file.version->document.value == "iij/mail");
  CHECK(to_string(file.version->from) == "2026-04-01");
  CHECK(file.version->title == "メール規程");
  CHECK(file.version->publisher == "提供者");
  REQUIRE(file.version->history.size() == 2);
  CHECK(to_string(file.version->history[1].day) == "2019-04-30");
  CHECK(file.version->provisions.empty());
}

TEST_CASE("without a name or a day there is no document, whatever else is there") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"version: 2026-04-01\ntitle: x\n", "format/missing-key 1:1"},
      {"document: iij/mail\ntitle: x\n", "format/missing-key 1:1"},
      {"document: IIJ\nversion: 2026-04-01\ntitle: x\n", "format/bad-value 1:11"},
      {"document: iij/mail\nversion: 2026-02-30\ntitle: x\n", "format/bad-value 2:10"},
      {"document: [iij/mail]\nversion: 2026-02-28\ntitle: x\n", "format/wrong-kind 1:11"},
  };
  for (const auto& [beginning, found] : cases) {
    CAPTURE(beginning);
    const Document file("", beginning);
    CHECK_FALSE(file.version.has_value());
    CHECK(file.found() == found);
  }
}

constexpr std::string_view provisions = R"(
provisions:
  - chapter: 1
    heading: 総則
  - article: 1
    heading: 目的
    paragraphs:
      - paragraph: 1
        text: 一項だけ
        items:
          - item: 1
            text: 一号
          - item: 2
            name: 名のある号
            text: 二号
            subitems:
              - subitem: イ
                text: 二号イ
              - subitem: 1
                text: 二号の一
  - chapter: 2
    heading: 雑則
  - article: 36-3
    paragraphs:
      - paragraph: 1
        text: 前
      - paragraph: 2
        text: 後
        tail: 末尾
        items:
          - item: 10
            text: 十号
          - item: note-1
            label: 注1
            text: 注
  - annex: 1
    label: 別紙1
    heading: 料金
    paragraphs:
      - paragraph: 1
        text: 表
        columns: [品目, 価格]
        items:
          - item: 1
            cells: [基本, '100']
      - paragraph: 2
        heading: 内訳
        label: 別紙1の2
        text: 別
        rows:
          - [a, b]
          - [c]
  - annex: price-list
    label: 料金表
    paragraphs:
      - { paragraph: 1, text: x }
  - supplement: 2012-09-01
    label: 附則
    paragraphs:
      - { paragraph: 1, text: x }
      - { paragraph: 2, text: y }
)";

TEST_CASE("provisions are labelled as printed, without 第1項 where there is one paragraph only") {
  const Document file{std::string(provisions)};
  CHECK(file.found() == "");
  const std::pair<std::string_view, std::string_view> labels[] = {
      {"1.1", "第1条"},
      {"1.1(1)", "第1条第1号"},
      {"1.1(2)", "第1条第2号"},
      {"1.1(2)(イ)", "第1条第2号イ"},
      {"36-3.1", "第36条の3第1項"},
      {"36-3.2", "第36条の3第2項"},
      {"36-3.2(10)", "第36条の3第2項第10号"},
      {"36-3.2(note-1)", "第36条の3第2項注1"},
      {"annex-1.1", "別紙1第1項"},
      {"annex-1.1(1)", "別紙1第1項第1号"},
      {"annex-1.2", "別紙1の2"},
      {"price-list.1", "料金表"},
      {"suppl-2012-09-01.2", "附則第2項"},
  };
  for (const auto& [path, label] : labels) {
    CAPTURE(path);
    CHECK(file.at(path).label == label);
  }
}

TEST_CASE("provisions carry their words, headings, captions and tables") {
  const Document file{std::string(provisions)};
  CHECK(file.at("1.1").text == "一項だけ");
  CHECK(file.at("1.1").heading == "目的");
  CHECK(file.at("1.1(2)(イ)").heading == "目的");
  CHECK(file.at("1.1(2)").name == "名のある号");
  CHECK(file.at("36-3.1").heading.empty());
  CHECK(file.at("36-3.2").tail == "末尾");
  CHECK(file.at("annex-1.2").name == "内訳");
  CHECK((file.at("annex-1.1").columns == std::vector<std::string>{"品目", "価格"}));
  REQUIRE(file.at("annex-1.1(1)").cells.size() == 2);
  CHECK(file.at("annex-1.1(1)").cells[0].text == "基本");
  CHECK(file.at("annex-1.1(1)").cells[1].text == "100");
  REQUIRE(file.at("annex-1.2").rows.size() == 2);
  REQUIRE(file.at("annex-1.2").rows[0].size() == 2);
  CHECK(file.at("annex-1.2").rows[0][0].text == "a");
  CHECK(file.at("annex-1.2").rows[0][1].text == "b");
  REQUIRE(file.at("annex-1.2").rows[1].size() == 1);
  CHECK(file.at("annex-1.2").rows[1][0].text == "c");
  CHECK(file.where(file.at("1.1").place) == "11:9");
}

TEST_CASE("provisions stand in the order of the file, chapters before what they head") {
  const Document file{std::string(provisions)};
  REQUIRE(file.version.has_value());
  std::string order;
  for (const Provision& provision : file.version->provisions) order += to_string(provision.path) + " ";
  CHECK(
      order ==
      "1.1 1.1(1) 1.1(2) 1.1(2)(イ) 1.1(2)(1) 36-3.1 36-3.2 36-3.2(10) 36-3.2(note-1) annex-1.1 annex-1.1(1) annex-1.2 "
      "price-list.1 suppl-2012-09-01.1 suppl-2012-09-01.2 ");
  REQUIRE(file.version->chapters.size() == 2);
  CHECK(file.version->chapters[0].title == "第1章 総則");
  CHECK(file.version->chapters[0].before == 0);
  CHECK(file.version->chapters[1].title == "第2章 雑則");
  CHECK(file.version->chapters[1].before == 5);
}

TEST_CASE("every provision that is read has an address that is read back as its path") {
  const Document file{std::string(provisions)};
  for (const Provision& provision : file.version.value().provisions) {
    const auto ref = parse_provision(to_string(provision.path));
    CHECK((ref && ref->path == provision.path));
  }
}

TEST_CASE("numbers are printed in the publisher's style, the first paragraph's only where it is numbered") {
  const std::string body =
      "provisions:\n  - article: 1\n    paragraphs:\n      - { paragraph: 1, text: a }\n      - paragraph: 2\n        "
      "items: [{ item: 3, text: c }, "
      "{ item: ※13, text: d }]\n  - article: 2\n    paragraphs: [{ paragraph: 1, text: e }]\n";
  const Document bare("numbering: { paragraph: '{}．', item: '（{}）' }\n" + body);
  CHECK(bare.at("1.1").marker.empty());
  CHECK(bare.at("1.2").marker == "2．");
  CHECK(bare.at("1.2(3)").marker == "（3）");
  CHECK(bare.at("1.2(※13)").marker == "※13");
  CHECK(bare.at("2.1").marker.empty());
  const Document numbered("numbering: { first-paragraph: numbered }\n" + body);
  CHECK(numbered.at("1.1").marker == "1");
  CHECK(numbered.at("1.2(3)").marker == "(3)");
  CHECK(numbered.at("2.1").marker.empty());  // the only one
  const Document wrong("numbering: { first-paragraph: numbred, items: x }\n");
  CHECK(wrong.found() == "format/unknown-name 4:31; format/unknown-key 4:40");
}

TEST_CASE("citations and definitions belong to the provision they stand in") {
  const Document file(
      "provisions:\n  - article: 1\n    paragraphs:\n      - paragraph: 1\n        cites:\n          - { to: "
      "'#28.1:後段', printed: 第28条第1項後段 }\n"
      "          - { to: 'usen/mail#2', printed: 第2条 }\n        defines:\n          - { term: 契約, means: この契約 "
      "}\n          - { term: 期間 }\n");
  CHECK(file.found() == "");
  const Provision& provision = file.at("1.1");
  REQUIRE(provision.cites.size() == 2);
  CHECK(provision.cites[0].to.document.value == "iij/mail");
  CHECK(to_string(provision.cites[0].to.provision.value()) == "28.1:後段");
  CHECK(provision.cites[0].printed.text == "第28条第1項後段");
  CHECK(file.where(provision.cites[0].place) == "9:20");
  CHECK(provision.cites[1].to.document.value == "usen/mail");
  REQUIRE(provision.defines.size() == 2);
  CHECK(provision.defines[0].means == "この契約");
  CHECK(provision.defines[1].term == "期間");
}

TEST_CASE("what is wrong with a provision is reported at its place, and all of it") {
  struct Case {
    std::string claim;
    std::string provisions;  ///< from the fifth line on
    std::string found;
  };
  const Case cases[] = {
      {"no kind of part", "  - heading: x\n", "format/missing-key 5:5"},
      {"no paragraphs", "  - article: 1\n", "format/missing-key 5:5"},
      {"a paragraph's address is no article", "  - article: 7.2\n    paragraphs: [{ paragraph: 1 }]\n",
       "format/bad-value 5:5"},
      {"nor is a sentence's", "  - article: '7:本文'\n    paragraphs: [{ paragraph: 1 }]\n", "format/bad-value 5:5"},
      {"a name that is none", "  - article: 第7条\n    paragraphs: [{ paragraph: 1 }]\n", "format/bad-value 5:5"},
      {"a paragraph without a number", "  - article: 1\n    paragraphs: [{ text: x }]\n", "format/missing-key 6:18"},
      {"paragraph 0", "  - article: 1\n    paragraphs: [{ paragraph: 0 }]\n", "format/bad-value 6:31"},
      {"a paragraph that is no number", "  - article: 1\n    paragraphs: [{ paragraph: 1a }]\n",
       "format/bad-value 6:31"},
      {"a paragraph twice", "  - article: 1\n    paragraphs: [{ paragraph: 1 }, { paragraph: 1 }]\n",
       "format/duplicate 6:36"},
      {"an article twice",
       "  - article: 1\n    paragraphs: [{ paragraph: 1 }]\n  - article: 1\n    paragraphs: [{ paragraph: 1 }]\n",
       "format/duplicate 8:18"},
      {"an item twice", "  - article: 1\n    paragraphs: [{ paragraph: 1, items: [{ item: 1 }, { item: 1 }] }]\n",
       "format/duplicate 6:55"},
      {"an item nobody could point at", "  - article: 1\n    paragraphs: [{ paragraph: 1, items: [{ item: 'a)' }] }]\n",
       "format/bad-value 6:42"},
      {"no address", "  - article: 1\n    paragraphs: [{ paragraph: 1, cites: [{ to: 第2条, printed: x }] }]\n",
       "format/bad-value 6:48"},
      {"two kinds of part", "  - article: 1\n    annex: 2\n    paragraphs: [{ paragraph: 1 }]\n",
       "format/unknown-key 6:5"},
      {"an unknown key of a part", "  - article: 1\n    headin: x\n    paragraphs: [{ paragraph: 1 }]\n",
       "format/unknown-key 6:5"},
      {"an unknown key of a paragraph", "  - article: 1\n    paragraphs: [{ paragraph: 1, txt: x }]\n",
       "format/unknown-key 6:34"},
      {"an unknown key of an item",
       "  - article: 1\n    paragraphs: [{ paragraph: 1, items: [{ item: 1, txt: x }] }]\n", "format/unknown-key 6:53"},
      {"an unknown key of a chapter", "  - { chapter: 1, heading: x, text: y }\n", "format/unknown-key 5:31"},
      {"a table row that is no list", "  - article: 1\n    paragraphs: [{ paragraph: 1, rows: [a, [b]] }]\n",
       "format/wrong-kind 6:41"},
      {"no day of a supplement", "  - supplement: 2012-09-31\n    paragraphs: [{ paragraph: 1 }]\n",
       "format/bad-value 5:17"},
      {"two at once", "  - heading: x\n  - article: 1\n    paragraphs: [{ paragraph: 1, txt: x }]\n",
       "format/missing-key 5:5; format/unknown-key 7:34"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.claim);
    CHECK(Document("provisions:\n" + c.provisions).found() == c.found);
  }
}

TEST_CASE("an annex or supplement that has no label of its own is not called an article") {
  for (const std::string part : {"annex: 1", "supplement: 2012-09-01"}) {
    CAPTURE(part);
    const Document file("provisions:\n  - " + part + "\n    paragraphs: [{ paragraph: 1 }, { paragraph: 2 }]\n");
    if (file.findings.has_errors()) continue;  // demanding a label is right too
    for (const Provision& provision : file.version.value().provisions)
      CHECK(provision.label.find("条") == std::string::npos);
  }
}

TEST_CASE("unknown keys of the file come with the nearest known one") {
  const Document file("publishr: x\n");
  CHECK(file.found() == "format/unknown-key 4:1");
  CHECK(file.help() == "did you mean `publisher`?");
}

}  // namespace
}  // namespace yomikae
