#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array all{
    FindingPage{"exclusion/number-of-another",
                {"適用除外は番号と名称で相手の約款の一部を切り取る。番号だけを追う人（裁判所、卸元の担当者、契約者）は"
                 "、いまその番号にある別の定めが除かれたと読む。売っているオプションの定めが消え、消したかった定めが残"
                 "る。作成者の不利に解されるのは、約款を作った再販事業者である。",
                 "An exclusion cuts a piece out of somebody else's terms by number and label; whoever goes by the "
                 "number takes what bears it now to be gone: the terms of an option that is sold fall away and those "
                 "meant to go stay, and the doubt is read against the reseller, who drew it up."},
                {"名称のものの番号を書く。約款に印刷した番号が違うなら、約款も直して版を改める。版の改定で番号がずれた"
                 "ものは `check --fix` が直す。",
                 "Write the number of what bears the label; where the printed terms have the wrong number, amend them "
                 "too; a number that moved with a version is put right by `check --fix`."},
                "excludes:\n"
                "  # 第3条第2号は「一人乗り」。「夜の灯火」は第3号に移っている\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3', item: '2', name: 夜の灯火 }"},
    FindingPage{
        "exclusion/label-mismatch",
        {"番号の所には何もなく、名称のものは別の番号にある。何を除くのかは名称から分かるが、番号と名称のどちらによるか"
         "を約款は書いていない。争いになれば、番号が空振りだから何も除かれていないと言われうる。",
         "Nothing stands at the number, and what bears the label stands elsewhere; the label says what is meant, but "
         "no provision says that the label decides, and the other side may hold that nothing is excluded."},
        {"名称のものの番号を書く。", "Write the number of what bears the label."},
        "excludes:\n"
        "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3', item: '9', name: 夜の灯火 }  # 第2号にある"},
    FindingPage{"exclusion/not-found",
                {"切り取る相手がない適用除外は何も除かない。除いたつもりの定めは契約の一部のままで、契約者はそれによる"
                 "権利を言え、再販事業者は売っていないものの提供を求められる。似た名称のものを除いたとは読めない。",
                 "An exclusion of what is not there cuts nothing: what was meant to go stays part of the contract, the "
                 "customer may rely on it, and the reseller may be asked for what it does not sell; a name that merely "
                 "looks alike is not cut."},
                {"除くものの今の名称と番号を書く。元の約款から消えたものなら行を消す。",
                 "Write its present label and number; drop the line where the base no longer has it."},
                "excludes:\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3', item: '2', name: 灯火 }  # "
                "名称は「夜の灯火」"},
    FindingPage{"exclusion/moved",
                {"元の約款の改定で条項が別の番号に移った。名称があれば除外は続いているが、約款に印刷した番号は次の改定"
                 "で別の定めの番号になりうる。番号だけの適用除外は、いまその番号にあるものを除いており、除きたかったも"
                 "のは契約の一部に戻っている。",
                 "An amendment of the base moved the provision. With a label the exclusion still works, but the next "
                 "amendment may put something else at the number that is printed; without one it cuts what bears the "
                 "number now, and what was meant to go is part of the contract again."},
                {"新しい番号を書く。名称のあるものは `check --fix` "
                 "が直す。番号だけのもので、すでに直してあるなら、チャネルの `version` を元の約款の版より新しくする。",
                 "Write the new number; where there is a label `check --fix` does. Where the number alone has been "
                 "corrected already, give the channel a `version` newer than that of the base."},
                "# 2027-04-01 版で第3条第2号が第3条第4号になった\n"
                "excludes:\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3', item: '2', name: 夜の灯火 }"},
    FindingPage{
        "exclusion/ambiguous",
        {"条の中の二つの項に同じ番号の号があり、どちらを除くのか書いていない。契約者は狭く、再販事業者は広く読む。",
         "Two paragraphs of the article have an item with that number and nothing says which is meant; each side will "
         "read it its own way."},
        {"`paragraph` を書く。約款にも項の番号を書く。", "Write `paragraph`, and print it in the terms."},
        "excludes:\n"
        "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3', item: '1' }  # 第1項にも第2項にも第1号がある"},
    FindingPage{"exclusion/redundant",
                {"条ごと除いているのに、その中の号をもう一度除いている。結果は変わらないが、条の除外をやめる改定をした"
                 "とき、この行だけが残って効きはじめる。",
                 "An item is excluded whose whole article is excluded already; nothing changes now, but a later "
                 "amendment that takes the article back leaves this line in force."},
                {"どちらか一方を消す。", "Drop one of the two."},
                "excludes:\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3' }\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '3', item: '2', name: 夜の灯火 }"},
    FindingPage{"exclusion/still-cited",
                {"残る条項が、除いた条項を引用し、準じ、又はその結果から計算している。引用の先がなくなった条項は、読み"
                 "手によって空文にも、除いたはずの条項の復活にも読める。前提となるオプションを除けば、それを要件とする"
                 "定めは誰にも満たせない。",
                 "A provision that stands cites the one that is cut, follows it or computes from it; with its other "
                 "half gone it reads as empty to one and as bringing the cut provision back to another, and a "
                 "requirement of an option that is excluded can be met by nobody."},
                {"引用する条項も除くか、代わりの定めを自社の約款に置く（`amends`）。",
                 "Exclude what cites it too, or put words of your own in its place (`amends`)."},
                "# 第2条第1項を除くと、これに準ずる第2条第3項が宙に浮く\n"
                "excludes:\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '2', paragraph: '1' }"},
    FindingPage{"exclusion/still-named",
                {"除いたものの名が、残る条項の列挙や表に残っている。その部分は意味を失うだけだが、名がある以上は売って"
                 "いるのだと契約者が読むことがある。",
                 "Lists and tables that stand still name what is excluded; that part of them is moot, but a customer "
                 "may take the name for something that is sold."},
                {"一覧などの明文で、売っているものだけを示す。そうしていれば受け入れてよい。",
                 "Say in a list of your own what is sold; where that is done this can be accepted."},
                "excludes:  # 料金表にはなお「子ども席」の行がある\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '4', item: '2', name: 子ども席 }"},
    FindingPage{"exclusion/definition-lost",
                {"用語の定義は、それを置いた条項と一緒に除かれる。残る条項の同じ言葉は普通の意味で読まれ、定義が広げ又"
                 "は狭めていた範囲が変わる。責任の限定や期間の起算に用いる言葉なら金額が変わる。",
                 "A definition goes with the provision it stands in; what stands reads the word in its ordinary sense, "
                 "and what the definition widened or narrowed changes: where liability or a period hangs on the word, "
                 "so does the amount."},
                {"自社の約款で定義し直すか、定義のある部分を除外に含めない。",
                 "Define the word in your own terms, or leave the part that defines it in place."},
                "# 第1条が「使用開始日」を定義し、第6条がこれを用いる\n"
                "excludes:\n"
                "  - { at: 'machi/cycle#1.2', document: rin/cycle, article: '1', heading: 期間 }"},
};

}  // namespace

std::span<const FindingPage> of_exclusions() { return all; }

}  // namespace yomikae::pages
