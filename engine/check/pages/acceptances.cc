#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array acceptances{
    FindingPage{
        "acceptance/unused",
        {"了承された指摘が出ていない。直ったのなら、残った了承は次に同じ誤りが起きたとき黙って通す。対象を書き誤ったの"
         "なら、"
         "了承したつもりの指摘は今も数えられている。",
         "Nothing is found that the entry accepts. If it was cured, the entry will let the same mistake pass next "
         "time; if it "
         "names the wrong thing, what was meant still counts."},
        {"直ったのなら項目を消す。そうでなければ `finding`・`at`・`of` を、`yomikae check --format json` の `rule` と "
         "`subject` に"
         "合わせる。",
         "If it was cured, delete the entry. Otherwise let `finding`, `at` and `of` be the `rule` and `subject` that "
         "`yomikae check --format json` shows."},
        R"(- finding: exclusion/not-found
  at: 'seller/terms#4.2'
  of: 転送オプション          # subject.of のとおりに
  because: 卸元に名称を確かめている
  until: 2027-03-31)"},
    FindingPage{
        "acceptance/expired",
        {"了承は、その日までに片を付けるという約束である。期限が過ぎたので、指摘はまた数えられる。見直さずに延ばし続け"
         "ると、"
         "誰も理由を知らない欠陥が契約に残る。",
         "An acceptance is a promise to settle the matter by a day. It has passed, so the finding counts again. Put "
         "off without "
         "a look, a defect stays in the contracts and nobody knows why."},
        {"指摘の方を見る。直せるなら直して項目を消す。まだ直せないなら、今も成り立つ理由を書き、`until` を改める。",
         "Look at the finding itself. Cure it and delete the entry; if that must wait, write a reason that still holds "
         "and "
         "another `until`."},
        R"(until: 2026-09-30
       ^^^^^^^^^^ 了承は 2026-09-30 で切れた)"},
    FindingPage{
        "acceptance/far-off",
        {"五年後に理由を読む人は、書いた人ではない。期限のないのと同じ了承は、指摘を消すのと変わらない。年の書き誤り"
         "（2207年など）のこともある。",
         "Who reads the reason in five years is not who wrote it. An acceptance without an end in sight is a finding "
         "switched "
         "off. It may also be a slip, such as 2207."},
        {"見直す日を決める：次の改定、契約の更新、卸元からの返事が見込まれる日など。",
         "Choose a day to look again: the next amendment, a renewal, the day an answer is due."},
        R"(until: 2207-03-31    # 2027 の誤り)"},
};

}  // namespace

std::span<const FindingPage> of_acceptances() { return acceptances; }

}  // namespace yomikae::pages
