#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array texts{
    FindingPage{
        "citation/wrong-number",
        {"「第10条（最低利用期間）」と書いてあるのに第10条は料金、最低利用期間は第12条、というとき、どちらを引いたかで"
         "解約金の有無まで変わる。条が一つ増えた約款で番号だけが置き去りになるとこうなる。名称のほうが書いた者の意思に"
         "近いが、裁判所が必ずそう読むとは限らない。",
         "Where the words name one article and number another, everything that hangs on the citation (a charge, a "
         "notice) depends on which of them counts; it happens when an article was put in and the numbers stayed. The "
         "label is nearer to what was meant, but nobody can rely on a court to read it so."},
        {"`to` を名称の条に改める（示した行をそのまま使える）。印刷された番号は直さず、正誤に書いて発行者に確かめる。",
         "Lead `to` to the article of the label (the line shown can be pasted); the printed number stays, and an "
         "erratum says what is meant until the publisher has been asked."},
        "cites:\n  - { to: '#10', printed: '第10条（最低利用期間）' }   # 第10条（料金）、第12条（最低利用期間）"},
    FindingPage{
        "citation/number-mismatch",
        {"印刷された字句は第11条第1項を引くのに、データの `to` は第11条第2項を指している。計算も、除外や版の検査も "
         "`to` をたどるので、契約者に示す根拠の条項が約款と違ってしまう。",
         "The words cite one paragraph and the data lead to another: everything that follows the citation, to the "
         "source shown to a customer, then names a provision the text does not."},
        {"約款の印刷どおりに `to` を改める。印刷のほうが誤りだと考えるなら、`to` はそのままに、正誤を書く。",
         "Lead `to` where the printed words say; where those are wrong, an erratum on them keeps `to` as it is."},
        "cites:\n  - { to: '#11.2', printed: '第11条第1項' }"},
    FindingPage{"citation/moved",
                {"卸元の約款が改められ、引いていた番号が別の条項のものになった。再販事業者の約款は一字も変わらないのに"
                 "、たとえば解約の条を引いたつもりの規定が料金の条を引く。契約者に不利な読み方を相手方が選べば、それに"
                 "反論する材料は古い版しかない。",
                 "The wholesaler's text was renumbered and the number now belongs to something else: the reseller's "
                 "own words are unchanged and say something new. Against a reading that suits the other side only the "
                 "older version speaks."},
                {"引く側の約款を、新しい版が実施される日までに改め、`to` "
                 "を示した番号にする。改めるまでの間どちらを指すかを `open-points` に書く。",
                 "Amend the citing text by the day the new version takes effect, with the number shown; until then "
                 "name the doubt among the `open-points`."},
                "# base 2027-04-01: 第9条（解除）が第10条に移った\n- { to: 'base/mail#9.1', printed: 第9条第1項 }"},
    FindingPage{"citation/not-found",
                {"引いた条項が新しい版から消えた。その条項に委ねていた効果（手続、金額、期間）は、根拠を失うか、無効な"
                 "引用として争われる。",
                 "What was cited is gone from the newer version: what the citing words left to it (a procedure, an "
                 "amount, a term) has nothing to stand on any more."},
                {"新しい版で同じことを定める条項を探して引き直す。なければ、引く側で自ら定める。",
                 "Cite the provision of the new version that says the same, or lay it down in the citing text itself."},
                "- { to: 'base/mail#15', printed: 第15条 }   # 2027-04-01 の版は第14条まで"},
    FindingPage{"citation/other-matter",
                {"「第15条に定める利用契約の成立日」とあるが、第15条は申込みの拒絶で、成立を定めるのは第14条。文言どお"
                 "りなら、期間の起算日がどこにも定まらず、解約金の額を契約者と争うことになる。",
                 "Words that take a date, a term or an amount from another article, which does not lay it down: read "
                 "as printed the period never begins, and the charge counted from it is open to dispute."},
                {"`for:` が正しいかを確かめ、正しければ、定める条項を引く版に改めるか、誤記として正誤に書く。",
                 "See that `for:` says what the words say; if so the next version cites the provision that lays it "
                 "down, and an erratum says so until then."},
                "cites:\n  - { to: '#15', printed: 第15条, for: contract-formation }   # 成立は第14条"},
    FindingPage{"citation/label-mismatch",
                {"番号の後ろの名称が、その条の見出しと違う。たいていは誤植か、見出しだけが改められた跡で、番号の条を引"
                 "くと読めば足りる。しかし別の条を引くつもりだったなら、番号のほうが誤りである。",
                 "The label behind the number is not the heading: mostly a misprint or a heading that was changed "
                 "later, and the number holds; but where another article was meant it is the number that is wrong."},
                {"印刷を確かめる。印刷どおりなら正誤に「印刷された字句」→「見出し」と書く。データの写し違いなら "
                 "`printed` を直す。",
                 "See what is printed: if it is printed so, an erratum says which heading is meant; if it was copied "
                 "wrongly, put `printed` right."},
                "- { to: '#23', printed: '第23条（サービス種別の廃止）' }   # 見出しは（サービス種別などの廃止）"},
    FindingPage{"citation/stale-number",
                {"名称は引く先に合っているが、印刷された番号が違う。名称によって読めるので効果は変わらないが、番号だけ"
                 "を見る者は別の条を読む。",
                 "The label fits and the number does not: it is read by the label, but whoever looks up the number "
                 "reads another article."},
                {"正誤に番号の誤りを書き、次の版で改める。",
                 "An erratum names the wrong number, and the next version puts it right."},
                "- { to: '#12', printed: '第10条（最低利用期間）' }   # 最低利用期間は第12条"},
    FindingPage{
        "citation/range",
        {"「前3項」「各号」のような引用は、項や号を一つ足したり除いたりしただけで、及ぶ範囲が変わる。挙げ漏れた項は、そ"
         "の規定の及ばない項に見える。",
         "A citation such as 前3項 or 各号 changes its reach with every paragraph put in or taken out; one that is "
         "left out of the data looks as if the rule did not reach it."},
        {"範囲に含まれる条項をすべて `cites` に挙げる。範囲が実際の項の数より広いなら、条文の誤りなので正誤に書く。",
         "List each provision of the range; where the range is wider than what is there the text is wrong, and an "
         "erratum says so."},
        "- { to: '#24.1', printed: 前3項 }\n- { to: '#24.3', printed: 前3項 }   # 第2項がない"},
    FindingPage{"citation/known-misprint",
                {"引用の誤植で、正誤に書かれているもの。発行者の原本で確かめるまでは、どちらとも読める余地が残る。",
                 "A misprint in a citation that an erratum tells of: until somebody has looked at the publisher's copy "
                 "it can still be read either way."},
                {"原本を確かめ、正誤に `checked` と `standing` を書く。",
                 "Look at the publisher's copy and say so in the erratum."},
                "errata:\n  - { id: e-25-3, at: '#25.3', printed: 第23条（廃止）, meant: 第23条（種別の廃止）, … }"},
    FindingPage{
        "definition/conflict",
        {"一つの語に二つの意味を与えると、その語を使う条項のすべてで、どちらの意味かを争える。定型約款の疑いは作った側"
         "の不利に解される。",
         "A term with two meanings can be argued about wherever it is used, and doubts fall on whoever wrote the "
         "terms."},
        {"語を分けるか、一方を「本条において」に限る。", "Use two words, or limit one of them to its article."},
        "defines: [{ term: 終了日, means: 提供を終える日 }]\n# …\ndefines: [{ term: 終了日, means: 契約が終わる日 }]"},
    FindingPage{
        "definition/missing",
        {"定義が消えた語は、残った条項の中では普通の言葉として読まれる。「利用不能時間」が24時間以上に限られなくなれば"
         "、減額の範囲がまるで変わる。卸元が定義の条を改め、除外し、又は移したときに起きる。",
         "A term that lost its definition is read as an ordinary word where it is still used: a credit once tied to "
         "twenty-four hours is not tied to anything any more. It happens when the base drops, moves or loses the "
         "provision that defined it."},
        {"定義を `defines` に戻すか、その語を使う条項の側で定める。定義のある文書を借りるなら `adopts` に加える。",
         "Put the definition back, or define the word where it is used; where another document has it, adopt that."},
        "text: '…時間（以下「利用不能時間」）…'   # defines に利用不能時間がない"},
    FindingPage{
        "definition/near-miss",
        {"「サービス種など」と定義して、以後は「サービス種別など」と書く。別の語だと言い張られれば、廃止や変更の条がど"
         "こまで及ぶかが揺らぐ。",
         "One spelling is defined and another used: whoever says they are two things puts in doubt how far the "
         "provision reaches."},
        {"同じものなら正誤に書き、次の版でどちらかに揃える。別のものなら、使われている語を定義する。",
         "An erratum says they are one, and the next version uses one of them; if they are two, define the other."},
        "defines: [{ term: サービス種など, means: … }]\ntext: 'サービス種別などを廃止したときは…'"},
    FindingPage{"definition/unused",
                {"定義だけが残った語。多くは害がないが、「営業日」のように、使う条項のほうが消えたために期間の計算から"
                 "休日の扱いが抜け落ちていることがある。",
                 "A term that is only defined: mostly harmless, but sometimes what used it has gone, and with it a "
                 "rule (such as which days count)."},
                {"使うはずの条項がないかを見る。なければそのままでよい。",
                 "See whether something was meant to use it; if not it can stay."},
                "defines: [{ term: 営業日, means: 休日でない日 }]   # 期間の条はどれも「日」で数える"},
};

}  // namespace

std::span<const FindingPage> of_citations() { return texts; }

}  // namespace yomikae::pages
