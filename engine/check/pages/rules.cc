#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array rules{
    FindingPage{
        "rule/syntax",
        {"読めない式は計算できない。その条項の額や期限を黙って落とすより、約款全体を止める。",
         "An expression that cannot be read cannot be worked out. Rather than lose that amount or day in silence, the "
         "terms "
         "are refused."},
        {"演算子の両側を空け（名前はハイフンや `/` を含む）、括弧の対を確かめる。文言は二重の引用符で囲む。",
         "Put spaces around operators (names may hold hyphens and slashes), close every bracket, quote words twice."},
        R"(value: effect-30 days       # `effect-30` という名前に見える
value: before(effect, 30 days))"},
    FindingPage{"rule/type",
                {"日付に金額を足すような式は、約款の読み違いである。動いてしまえば、請求書に出るまで誰も気付かない。",
                 "A day plus a price is a misreading of the terms. If it ran, nobody would notice before the invoice."},
                {"その事項の型（`yomikae list matters`）と、式の値の型を合わせる。期間を足すなら `elapses`・`last-day` "
                 "を使う。",
                 "Let the expression give what the matter is (`yomikae list matters`); to add a period use `elapses` "
                 "or `last-day`."},
                R"(- { at: '#2.1', matter: minimum-term.length, value: 6 }          # 数
- { at: '#2.1', matter: minimum-term.length, value: 6 months }   # 期間)"},
    FindingPage{
        "rule/unknown-name",
        {"知らない事実に依る定めは、どの契約についても決まらない。綴りの違いなら、例外の条件が永久に成り立たない。",
         "A rule on a fact nobody knows is decided for no contract; if the name is only misspelt, its condition never "
         "holds."},
        {"示された近い名前に直す。新しい事実なら `kind: ontology` の `dates`・`quantities`・`declarations` に加える。",
         "Correct it to the near name. A new fact is added to `dates`, `quantities` or `declarations` of an ontology."},
        R"(when: acounts >= 10
      ^^^^^^^ `accounts` のことか)"},
    FindingPage{"rule/circle",
                {"AがBにより、BがAによる定めは、どちらも何も定めていない。当事者の義務はそこから出てこない。",
                 "Where one rule follows from the other and the other from the one, neither lays down anything, and no "
                 "duty follows."},
                {"どちらかに、事実から出る値を書く。`like` と事項の名が互いを指していないかを見る。",
                 "Let one of them follow from facts; see whether `like` or the names of matters point at each other."},
                R"(- { at: '#2.1', matter: minimum-term.start, value: billing.first }
- { at: '#4.1', matter: billing.first, value: minimum-term.start })"},
    FindingPage{
        "rule/overflow",
        {"額は正確な分数で計算し、桁があふれたら丸めずに止める。誤った額を確かなものとして示すことはしない。",
         "Amounts are exact fractions. Where they leave the range the program stops rather than show a wrong amount as "
         "certain."},
        {"質問と契約の数の桁を確かめる。約款の率（`146 / 1000` など）が約分できるなら約分する。",
         "Check the digits of the question and of the contract; reduce the rates of the terms where they can be."},
        R"($ yomikae compute contract.yaml late-charge amount=999999999999999999 due=2026-05-31 paid=2026-06-29
エラー: `amount * 146` の計算が扱える桁を超える [rule/overflow])"},
    FindingPage{"precedence/circle",
                {"AがBに、BがAに優先するなら、食い違う定めのどちらが契約の内容か決まらない。約款を用意した側は、自分に"
                 "有利な方を"
                 "主張できるとは限らない（定型約款の疑義は相手方に有利に解されやすい）。",
                 "If A goes before B and B before A, nobody can say which of two rules the contract holds, and whoever "
                 "drew up the "
                 "terms must expect doubts to be resolved against it."},
                {"優先順位を述べる条項（`precedence:`）を読み直し、順位のない組は `[ ]` "
                 "に並べる。特定の場合だけの順位には `scope:` を"
                 "書く。",
                 "Read the provisions on precedence again; what nobody ranks stands together in `[ ]`, an order for "
                 "some cases only "
                 "has a `scope:`."},
                R"(- { at: '#1.2', order: [order-form, seller/terms, maker/mail] }
- { at: '#9.1', order: [maker/mail, seller/terms] })"},
    FindingPage{
        "version/none-in-force",
        {"その日に施行されている版が手元になければ、その日の権利義務は言えない。前の版で代えると、変更の効力が生じた後"
         "の契約に"
         "廃止された条件を示すことになる（民法548条の4）。",
         "Without the version in force on that day nobody can say what was owed. The one before would show conditions "
         "that an "
         "amendment has done away with (Civil Code, art. 548-4)."},
        {"その日に施行されていた版を、施行日を `version` として加える。手元の最古の版より前の日なら、`--as-of` "
         "を確かめる。",
         "Add the version in force then, its day as `version`. If the day lies before the oldest that is held, check "
         "`--as-of`."},
        R"($ yomikae effective contract.yaml --as-of 2019-04-01
エラー: 2019-04-01 に施行されている `maker/mail` の版を保有していない [version/none-in-force])"},
    FindingPage{
        "check/undecided",
        {"申込みの要件を満たすか、契約に書かれた事実からは言えない。満たさなければ、再販事業者は売れないものを売ったこ"
         "とになる。",
         "From the facts of the contract nobody can say whether it meets a requirement. If it does not, the reseller "
         "has sold "
         "what it cannot supply."},
        {"示された事実を契約のファイルに書く。約款が事実を求めていないなら、`needs` の式を見直す。",
         "State the fact that is named in the contract. If the terms ask for no such fact, look at the `needs` again."},
        R"(前提を判定できない。`accounts` がない [check/undecided]
quantities: { accounts: 25 })"},
    FindingPage{
        "coverage/unmarked",
        {"読まれたのか忘れられたのか分からない条項である。忘れられた条項が違約金や免責を定めていれば、計算した答えはそ"
         "の分誤る。",
         "Nobody can tell whether the provision was read or forgotten. If it lays down a charge or limits liability, "
         "every "
         "answer is wrong by that much."},
        {"定めを `rules:` に書く。計算に関わらないなら、そう読んだ理由とともに `nothing-computable:` に挙げる。",
         "Write what it lays down under `rules:`; if nothing can be computed of it, say so with the reason under "
         "`nothing-computable:`."},
        R"(nothing-computable:
  - { at: '#7.2', because: 定義だけの条項 })"},
    FindingPage{"answers/differ",
                {"約款を読んだ人が契約の例に期待した答えと、定めから出た答えが違う。どちらかが誤りで、定めの方が誤りな"
                 "ら全ての契約に"
                 "及ぶ。",
                 "What the rules give is not what a person who read the terms expected of the example. One of them is "
                 "wrong; if it "
                 "is the rules, every contract is."},
                {"約款の文に戻って、どちらが正しいかを決める。`yomikae explain 契約 事項` "
                 "が、どの定めがなぜ勝ったかを示す。改定で答えが"
                 "変わったなら `as-of` を添える。",
                 "Go back to the words of the terms and decide. `yomikae explain CONTRACT MATTER` shows which rule won "
                 "and why. If "
                 "an amendment changed the answer, give an `as-of`."},
                R"(- { question: minimum-term.end, value: 2026-12-09 }
    ^ `minimum-term.end` の value は `2026-12-09` のはずが `2026-12-10` [answers/differ])"},
};

}  // namespace

std::span<const FindingPage> of_rules() { return rules; }

}  // namespace yomikae::pages
