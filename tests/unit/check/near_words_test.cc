#include "check/near_words.h"

#include <doctest/doctest.h>

namespace yomikae {

TEST_CASE("a misprint is found inside a longer text, and the name itself is none") {
  const auto near = [](const char* name, const char* text) { return misprint_of(name_key(name), name_key(text)); };
  const auto found = near("スペアメールオプション", "別表 スパイメールオプション ※15");
  REQUIRE(found);
  CHECK(found->edits == 2);
  CHECK_FALSE(near("スペアメールオプション", "スペアメールオプション"));
  CHECK_FALSE(near("保管", "保全"));                                  // too short to tell
  CHECK_FALSE(near("メールボックスオプション", "メールオプション"));  // another name
  CHECK_FALSE(
      near("機能（標準）を使うサービス（甲）", "機能（標準）を使うサービス（甲、乙"));  // the last letter counts
}

TEST_CASE("a limit on the letters that differ holds") {
  CHECK_FALSE(misprint_of(name_key("データ接続センターサービス"), name_key("データセンターサービス"), 1));
  CHECK(misprint_of(name_key("種など種別など種など"), name_key("種など種など種など"), 1));
}

TEST_CASE("how much of a name is there") {
  CHECK(shared_with(name_key("登録申請"), name_key("ドメイン名登録申請")) == 1);
  CHECK(shared_with(name_key("登録申請"), name_key("移転申請")) < 0.5);
}

}  // namespace yomikae
