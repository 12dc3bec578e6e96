#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array pages{
    FindingPage{
        "change/worse",
        {"契約者の義務が増え、権利が減り、期限が厳しくなる変更。定型約款の不利益な変更は、変更の必要性、内容の相当性な"
         "どに照らして合理的でなければ、個別の"
         "同意なしには効かない（民法548条の4第1項2号）",
         "the customer owes more, may do less or has less time. A change of standard terms to a customer's "
         "disadvantage "
         "holds without their consent only where it is reasonable (Civil Code 548-4 (1) ii)"},
        {"意図した変更なら、理由を付けて承認する（`--approve --because`）。そうでなければ、示された原因の行を直す",
         "approve it with a reason where it is meant (`--approve --because`), else put the line right that is shown"},
        "fee.monthly: 3,000円 → 3,300円"},
    FindingPage{
        "change/better",
        {"契約者に有利になる変更。卸元より先に約束すると差額は再販事業者の負担になる",
         "a change in the customer's favour; what the wholesaler does not grant too the reseller pays for"},
        {"確かめるだけでよい。止めるなら門で `severity: error` とする", "nothing, or `severity: error` in the gate"},
        "fee.monthly: 3,000円 → 2,500円"},
    FindingPage{
        "change/undirected",
        {"有利・不利を宣言していない事項か、比べられる値が片方にしかない変更。定めがなくなれば、法律の原則に戻る",
         "nobody says which way is better, or one side has no value; where a rule is gone the law's own holds"},
        {"事項に `better:` を書けば向きが分かる。そうでなければ人が見て承認する",
         "write `better:` at the matter, or look at it and approve it"},
        "fine: 1,000円 → 定めなし"},
    FindingPage{"change/wording",
                {"条項の文言そのものが定めである事項（禁止事項、責任の制限など）の文言が変わった。何が変わったかは読ま"
                 "なければ分からない",
                 "the words are the rule (duties, limits of liability), and they are others: somebody must read them"},
                {"前後を読み、意図した変更か確かめる", "read both and see whether it is meant"},
                "duties: 送らないこと → 大量に送らないこと"},
    FindingPage{
        "change/masked",
        {"元の約款の変更が、優先する定め又は適用除外のために、そのチャネルの契約には現れない。卸元との間では効くので、"
         "両側の条件が開く。`*` は一部だけ",
         "a change of the base does not reach the contracts of this channel, while it binds the reseller towards the "
         "wholesaler: the two drift apart. `*`: in part only"},
        {"優先する側の定めも合わせて変えるか、そのままでよいか決める", "decide whether the terms that go first follow"},
        "maker/mail#1.1 minimum-term: 1 month → 2 months, held back by shop/mail#3.1"},
    FindingPage{"change/exclusion-target",
                {"適用除外は番号と名称で相手を指す。元の約款の番号が動けば、書いたままの適用除外が別の条項に当たり、又"
                 "はどこにも当たらなくなる",
                 "an exclusion names its target by number and label; where the base is renumbered, the same words "
                 "reach another "
                 "provision, or none"},
                {"今の番号と名称に書き直す", "write the number and the label it has now"},
                "shop/mail#1.2: #5.1(2) → #5.1(3)"},
    FindingPage{"change/substitution-stopped",
                {"読替えの元の語が約款からなくなった。新しい名称はそのまま残り、卸元の名が契約者に見える",
                 "a name that was renamed occurs no more; the new one stands as it is, and shows whose service it is"},
                {"新しい名称を読替え表に加える", "add the new name to the table"},
                "`作り手メール`: 1 → 0"},
    FindingPage{"change/finding-new",
                {"変更の前にはなかった検査の指摘", "what `check` finds that it did not find before the change"},
                {"`yomikae explain` で指摘の説明を見て直す", "see `yomikae explain` of that finding"},
                "exclusion/label-mismatch"},
    FindingPage{"change/finding-gone",
                {"検査の指摘がなくなった。了承していたなら、その了承も要らない",
                 "what `check` no longer finds; an acceptance of it is unused now"},
                {"了承のファイルから消す", "take it out of the acceptances"},
                "coverage/unmarked"},
    FindingPage{"change/service-added",
                {"新しく提供するサービス", "a service that is new"},
                {"約款と価格がそろっているか検査する", "see that its terms and prices are complete: `check`"},
                "shop/mail"},
    FindingPage{"change/service-removed",
                {"提供をやめたサービス。続いている契約には、廃止の予告の定めが働く",
                 "a service that is gone; for contracts that run, the notice of discontinuation is due"},
                {"予告の期限を `compute … discontinuation-notice.latest` などで確かめ、承認する",
                 "see by when notice is due, and approve it"},
                "stall/mail"},
    FindingPage{"change/version-new",
                {"文書の新しい版。前の版と比べ、その版が始まる日についても調べる",
                 "a version that is new: compared with the one it follows, and looked at on the day it begins"},
                {"変更の予告（change/notice-due）を見る", "see when it must be told (change/notice-due)"},
                "maker/mail@2027-04-01"},
    FindingPage{"change/version-withdrawn",
                {"版がなくなると、その版の下で結んだ契約の答えが変わる",
                 "contracts made under a version are answered by it: without it, answers change"},
                {"古い版は残し、新しい版を別のファイルに書く", "keep the old version and write the new one beside it"},
                "maker/mail@2020-01-01"},
    FindingPage{"change/provision-added",
                {"条項が加わった。番地・名称・文言のどれでも前の版に見つからない",
                 "nothing before has its address, its name or its words"},
                {"定めを書くか、定めがない理由を書く", "write its rules, or why it has none"},
                "maker/mail#5.1(2)"},
    FindingPage{"change/provision-removed",
                {"条項がなくなった。引用し、除外し、置き換えているところが宙に浮く",
                 "what cites, excludes or amends it leads nowhere now"},
                {"`check` が挙げる引用を直す", "put right what `check` lists"},
                "maker/mail#4.2"},
    FindingPage{"change/provision-moved",
                {"番号が変わり、文言は同じ。番号で指すところが別の条項を指すようになる",
                 "another number, the same words: what points to the number points to another provision"},
                {"番号で指す箇所を確かめる", "see what points to the number"},
                "#5.1(2) → #5.1(3)"},
    FindingPage{"change/provision-renamed",
                {"見出し・名称が変わった。名称で相手を指す適用除外・引用が見失う",
                 "another heading or name: exclusions and citations that go by it lose it"},
                {"名称で指す箇所を直す", "put right what goes by the name"},
                "守ること → 約束"},
    FindingPage{"change/provision-reworded",
                {"条項の文言が変わった。要旨だけを変え、定めを変え忘れていないか",
                 "the words are others; do the rules still say what they do?"},
                {"定めのファイルと読み合わせる", "hold the rules against the words"},
                "払った料金は返す → 返さない"},
    FindingPage{"change/figures",
                {"文言の数字だけが変わった。期間・金額の変更であることが多く、定めの数字と合わせて変えたか確かめる",
                 "nothing but figures is different: a period or an amount, as a rule, which the rules must follow"},
                {"定めの数字も変える", "change the figure in the rules too"},
                "30日前 → 60日前"},
    FindingPage{
        "change/spelling",
        {"全角・半角、空白、句読点だけの違い。適用条件は変わらない", "width, spaces or punctuation: no terms change"},
        {"何もしなくてよい", "nothing"},
        "１ヶ月 → 1ヶ月"},
    FindingPage{"change/notice-due",
                {"約款の変更は、規程に事前の通知の定めがあればそれにより、なければ、効力の発生する時期と内容をその時期"
                 "までに周知しなければ効かない"
                 "（民法548条の4第2項・第3項）",
                 "a change is told in advance where the terms say so; where they do not, it takes no effect unless its "
                 "content and day were made known before that day (Civil Code 548-4 (2), (3))"},
                {"その日までに、示された相手に知らせる", "tell those who are named by that day"},
                "maker/mail@2027-04-01: 2027-03-31"},
    FindingPage{
        "change/notice-late",
        {"新しい版の始まる日までに知らせることがもうできない（change/notice-due）",
         "the version begins before anybody can be told in time (change/notice-due)"},
        {"始まる日を後にするか、既に知らせていたなら承認する", "let it begin later, or approve it where it was told"},
        "shop/mail@2026-11-01: 2026-10-31"},
    FindingPage{
        "change/contract-broken",
        {"いまある契約が、新しい状態にないもの（廃止されたオプションや種別など）を挙げている。その顧客に何が適用"
         "されるかをもう計算できない",
         "a contract that exists names what the new state no longer has (an option, a type): what holds for "
         "that customer can no longer be worked out"},
        {"名前を残して提供を終えたと定めるか、その顧客の契約を先に変更する",
         "keep the name and lay down that it is no longer offered, or change that contract first"},
        "contracts/c-0001.yaml: audit"},
    FindingPage{"change/contract-possible",
                {"前の状態にないものを挙げる契約なので、比べる相手がない。新しい状態での適用条件は `effective` で見る",
                 "the contract names what the old state does not have, so there is nothing to compare it with; "
                 "`effective` shows what holds for it now"},
                {"新しく始まるものの契約なら、そのままでよい", "nothing, where it is a contract on something new"},
                "contracts/c-0002.yaml: archive"},
    FindingPage{"change/old-unreadable",
                {"前の状態が今のプログラムで読めない。何が変わったかはいえず、新しい状態だけを見る",
                 "this program cannot read the old state: what changed cannot be said"},
                {"前の状態を読める形にして比べ直すか、全体を読んで承認する",
                 "put the old state into a form that can be read, or read all of the new one"},
                "format/unknown-key"},
    FindingPage{"approval/unused",
                {"承認した変更がない。済んだか、変更が別のものになって効かなくなった",
                 "no change is what was approved: it is made by now, or it has become another"},
                {"見直し、要らなければ消す", "look at it again, and take it out"},
                "maker/mail#4.1: 3000 → 3300"},
    FindingPage{"diff/no-such-state",
                {"比べる相手がない。`git:REV` は、いまいる場所のリポジトリから読む",
                 "there is nothing to compare with; `git:REV` is read from the repository one stands in"},
                {"フォルダの名か `git:リビジョン` を書く", "name a folder, or `git:REVISION`"},
                "yomikae diff git:main ."},
};

}  // namespace

std::span<const FindingPage> of_changes() { return pages; }

}  // namespace yomikae::pages
