#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "support.h"

namespace yomikae::test {

/// A folder of terms that is gone with the test.
class TermsFolder {
 public:
  TermsFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() / fmt::format("yomikae-{}-{}", ::getpid(), count++);
    std::filesystem::create_directories(path_);
  }
  ~TermsFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TermsFolder(const TermsFolder&) = delete;
  TermsFolder& operator=(const TermsFolder&) = delete;
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A market of three texts with six articles of two paragraphs each: what a shop lays down, what its maker does, and
/// a third text nobody ranks unless the shop does. Rules and ranks are the test's own.
struct SmallTerms {
  std::string shop = {};                                                           ///< rules of `shop/top`
  std::string maker = {};                                                          ///< rules of `maker/base`
  std::string third = {};                                                          ///< rules of `third/side`
  std::string precedence = "  - { at: '#1.1', order: [shop/top, maker/base] }\n";  ///< laid down by `shop/top`
  std::string channel = {};                                                        ///< further keys of the channel
  std::string more = {};                                                           ///< further keys of `maker/base`
  std::string words = {};                                                          ///< further matters
};

inline std::string document_text(const std::string& id, const std::string& extra = {}) {
  std::string text = fmt::format(
      "format: 1\nkind: document\ndocument: {}\nversion: 2020-01-01\ntitle: {}\nshort-title: {}\nprovisions:\n", id, id,
      id);
  for (int article = 1; article <= 6; ++article) {
    text += fmt::format(
        "  - article: {0}\n    heading: 見出し{0}\n    paragraphs:\n      - {{ paragraph: 1, text: '本文{0}の1' }}\n"
        "      - {{ paragraph: 2, text: '本文{0}の2' }}\n",
        article);
  }
  return text + extra;
}

inline std::string rules_text(const std::string& id, const std::string& rules, const std::string& keys = {}) {
  std::string text = fmt::format("format: 1\nkind: rules\ndocument: {}\nversion: 2020-01-01\n", id) + keys;
  return rules.empty() ? text : text + "rules:\n" + rules;
}

inline const char* const small_words = R"(format: 1
kind: ontology
sets:
  service: { box: 箱 }
  option: { ice: 保冷, glow: 照明 }
  reason: { plain: 通常, fire: 火災, flood: 水害 }
  size: { small: 小, large: 大 }
  amount: { share: 按分, cut: 減額 }
  rounding: { truncate: 切捨て, half-up: 四捨五入, unspecified: 定めなし }
dimensions:
  service: { values: service }
  option: { values: option }
  reason: { values: reason, otherwise: plain }
  size: { values: size }
  amount: { values: amount }
dates: { start: 開始日, end: 終了日 }
assumptions:
  yen-rounding: { label: 端数, type: rounding, otherwise: unspecified, unstated: 指定なし }
roles: { options: option, option-held: option-held, own-dates: [start, end] }
matters:
  fee: { label: 料金, type: money, of: [contract, option], by: [reason, size], safe: largest }
  refund: { label: 返金, type: money, safe: smallest }
  first: { label: 初日, type: date, safe: earliest }
  last: { label: 末日, type: date, safe: latest }
  mood: { label: 雰囲気, type: money }
  share: { label: 按分, type: money, safe: largest, rounding: rounding, facts: { worth: { label: 額, type: money } } }
  rounding: { label: 端数処理, type: rounding, by: [amount], otherwise: assumption.yen-rounding }
  leave: { label: 退去, type: ending, by: [reason] }
  option-held: { label: 付加の使用, type: boolean, of: [option], otherwise: stated, listed: never }
  offered: { label: 提供, type: boolean, of: option, check: catalogue/not-offered, otherwise: 'false', listed: never }
)";

inline LoadedTerms load_small(const SmallTerms& small) {
  const TermsFolder folder;
  folder.write("words.yaml", small_words + small.words);
  folder.write("top.yaml", document_text("shop/top"));
  folder.write("base.yaml", document_text("maker/base"));
  folder.write("side.yaml", document_text("third/side"));
  const std::string ranks = small.precedence.empty() ? std::string{} : "precedence:\n" + small.precedence;
  folder.write("top.rules.yaml", rules_text("shop/top", small.shop, ranks));
  folder.write("base.rules.yaml", rules_text("maker/base", small.maker, small.more));
  folder.write("side.rules.yaml", rules_text("third/side", small.third));
  folder.write("channel.yaml",
               "format: 1\nkind: channel\nchannel: shop\nversion: 2020-01-01\nname: 店\norder-form: 申込書\n"
               "roles: { provider: 店, operator: 作り手 }\nservices:\n"
               "  - { service: box, name: 箱, layers: [shop/top, maker/base, third/side] }\n" +
                   small.channel);
  return LoadedTerms({folder.path()});
}

inline const char* const small_contract = R"(contract: S-1
channel: shop
service: box
as-of: 2026-11-21
dates: { start: 2026-04-15 }
)";

/// A contract of that market.
struct SmallCase {
  explicit SmallCase(const SmallTerms& small, const std::string& contract = {})
      : loaded(load_small(small)), at(loaded, small_contract + contract) {}
  LoadedTerms loaded;
  Case at;
};

/// `shop/top 1.1`, or `order-form`.
inline std::string place_of(const Rule* rule) {
  if (rule == nullptr) return "nothing";
  return rule->document.empty() ? "order-form" : rule->document.value + " " + to_string(rule->at.path);
}

inline std::string places_of(const std::vector<const Rule*>& rules) {
  std::string all;
  for (const Rule* rule : rules) all += (all.empty() ? "" : ", ") + place_of(rule);
  return all;
}

}  // namespace yomikae::test
