#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array all{
    FindingPage{
        "substitution/source-not-found",
        {"読み替える元の名称が卸元の約款のどこにもない行は働かない。一字の誤りなら、そのサービスは卸元の名のまま残り、"
         "契約者から見て誰が何を売っているのかが分からなくなる。古い版の名称なら、改定に読替え表が付いていっていない。",
         "A row whose source is nowhere in the wholesaler's terms does nothing: with one letter wrong the service "
         "keeps the wholesaler's name and the customer cannot tell who sells what; with a name of an older version the "
         "table has not followed an amendment."},
        {"約款に印刷されている名称を書く（空白と全角・半角の違いは問わない）。元の約款からなくなったものなら行を消す。",
         "Write the name as it is printed (spaces and width count for nothing); drop the row where the base no longer "
         "has it."},
        "substitutions:\n"
        "  - at: 'machi/cycle#1.2'\n"
        "    label: 別表\n"
        "    rows: [[輪屋自転者, まち自転車]]  # 約款は「輪屋自転車」"},
    FindingPage{"substitution/hidden",
                {"短い名称が、より長い名称の一部としてしか出てこない。長い方の行が先に働くので、短い方の行は一度も働か"
                 "ない。短い名称の方も読み替わると思って作った表なら、思った読替えは起きていない。",
                 "A short name stands only as part of a longer one; the row of the longer applies first, and that of "
                 "the short one never does: whoever drew up the table may expect otherwise."},
                {"要らない行を消す。", "Drop the row that is not needed."},
                "rows:\n"
                "  - [自転車, 二輪車]  # 約款には「輪屋自転車」しか出てこない\n"
                "  - [輪屋自転車, まち自転車]"},
    FindingPage{"substitution/inside-word",
                {"名称が英数字の語の途中に出てくるときは別の語かもしれないので読み替えない。卸元の約款の誤植（同じ字の"
                 "重複など）であれば、その一か所だけ卸元の名称が残る。",
                 "A name inside a longer Latin word may be another word and is left alone; where the wholesaler "
                 "misprinted it, one place keeps the old name."},
                {"誤植なら正誤（`errata`）に書き、卸元に知らせる。別の語なら受け入れる。",
                 "Record a misprint among the errata and tell the wholesaler; accept it where it is another word."},
                "rows: [[RINサイクル, まちサイクル]]  # 約款の一か所が「RRINサイクル」"},
    FindingPage{
        "substitution/misprint-left",
        {"約款の誤植（正誤に書かれたもの）のため、その一か所は読み替わらない。読替え表は印刷されたとおりの名称に働くも"
         "ので、誤植を直して当てはめるとまでは書いていない。正誤が確かめられるまで、卸元の名称の残る条項として扱う。",
         "One place is not renamed because it is misprinted, as the errata note: a table works on names as they are "
         "printed and does not say that misprints are read as what was meant; until the erratum is verified the old "
         "name stays there."},
        {"正誤を発行者の原本で確かめ、卸元に知らせる。", "Verify the erratum and tell the publisher."},
        "# 正誤: printed: RRINサイクル  meant: RINサイクル\n"
        "rows: [[RINサイクル, まちサイクル]]"},
    FindingPage{"substitution/protected",
                {"読み替える名称が、別のものの名称の一部になっている。読み替えると存在しないものの名ができるので、その"
                 "ままにしている。約款の文言だけを見て置き換える人は、そこも置き換える。",
                 "The name is part of what something else is called; renaming it would make up a thing that does not "
                 "exist, so it is left alone, but somebody who replaces words by hand will replace it there too."},
                {"そのままでよければ受け入れる。その別のものも読み替えるなら、その名称の行を加える。",
                 "Accept it, or add a row for the longer name where that is to be renamed as well."},
                "rows: [[かご, まちかご]]  # 「大かご」は別の付属品で、「大まちかご」にはしない"},
    FindingPage{"substitution/two-targets",
                {"同じ名称に二通りの読替えがある。契約者に示すサービス名が決まらず、どちらの定め（料金、期間）によるの"
                 "かも決まらない。どちらと読むかを決める条項はない。",
                 "One name is renamed two ways: which service is sold is not settled, nor whose price or period holds, "
                 "and no provision says which row goes first."},
                {"一方を消す。二つのものを指すなら、元の名称を区別できる長さで書く。",
                 "Drop one; where two things are meant, write sources long enough to tell them apart."},
                "rows:\n"
                "  - [輪屋自転車, まち自転車]\n"
                "  - [輪屋 自転車, まちサイクル]  # 空白は区別しない"},
    FindingPage{"substitution/repeated",
                {"同じ読替えが二度ある。結果は変わらないが、一方だけを直した改定は食い違いになる。",
                 "The same renaming stands twice; nothing changes, until somebody amends one of the two."},
                {"一方を消す。", "Drop one."},
                "rows:\n"
                "  - [輪屋自転車, まち自転車]\n"
                "  - [輪屋　自転車, まち自転車]"},
    FindingPage{
        "substitution/swapped",
        {"二つの名称を互いに読み替えている。一度だけ読めば入れ替わるが、順に読む人には片方だけになる。二つのサービスの"
         "料金や期間が入れ替わるので、意図したものかを確かめる。",
         "Two names are each read as the other: read once they change places, read one after the other only one is "
         "left; price and period of two services change places with them."},
        {"意図したものなら受け入れる。誤りなら一方の行を直す。", "Accept it where it is meant, else correct a row."},
        "rows:\n"
        "  - [かご, 荷台]\n"
        "  - [荷台, かご]"},
    FindingPage{"substitution/chained",
                {"ある行の読み替えた名称が、別の行の元の名称になっている。読替えは約款の文言に対して一度だけするものと"
                 "読むので、二段目は働かない。二度読む人とは別の契約になる。",
                 "What one row puts in another row would rename again; a table is read once, over the words as "
                 "printed, so the second step does not happen, and whoever reads it twice reads another contract."},
                {"最後に読みたい名称を初めの行に書く。", "Write the final name in the first row."},
                "rows:\n"
                "  - [輪屋自転車, まち自転車]\n"
                "  - [まち自転車, まちサイクル]"},
    FindingPage{"substitution/reads-twice",
                {"読み替えた名称が約款にすでに印刷されている。その中にある元の名称も読み替わるので、接頭語が重なった名"
                 "称になり、何を指すのか分からなくなる。",
                 "The target is printed in the terms already; the source inside it is renamed too, and the name comes "
                 "out with its prefix doubled."},
                {"すでに印刷されている名称の行（同じ名称への読替えではなく、正しい名称への行）を加えるか、元の約款の文"
                 "言を置き換える（`amends`）。",
                 "Add a row for the longer name, or put other words in the place of those (`amends`)."},
                "rows: [[自転車, まち自転車]]  # 約款にすでに「まち自転車」とある → まちまち自転車"},
    FindingPage{"substitution/target-holds-source",
                {"読み替えた名称が元の名称を含む。一度だけ読めば問題はない。できあがった文書をもう一度置換にかける作業"
                 "（版の更新など）では、接頭語が重なる。",
                 "Targets hold their source; read once that does no harm, but running a replacement over the finished "
                 "text again, as when a version is renewed, doubles the prefix."},
                {"読替えは元の約款から行う。そうしていれば受け入れてよい。",
                 "Always rename from the base; where that is done this can be accepted."},
                "rows: [[自転車, まち自転車]]"},
    FindingPage{"substitution/target-collides",
                {"読み替えた名称が、約款の用語や別のオプションの名称と同じになる。その用語の定義や、別のオプションの料"
                 "金・期間が、読み替えたものにも及ぶと読まれる。",
                 "The target is what a defined term or another option is called: the definition, or the price and "
                 "period of the other option, will be read as those of what was renamed."},
                {"別の名称にする。", "Choose another name."},
                "rows: [[子ども席, かご]]  # 「かご」は別の付属品"},
    FindingPage{
        "substitution/unchanged",
        {"元と同じ名称への読替えは何も変えない。読み替えた後の名称を書き忘れた行とみられ、卸元の名称がそのまま残る。",
         "A name read as itself changes nothing; the new name was probably forgotten, and the wholesaler's stays."},
        {"読み替えた名称を書くか、行を消す。", "Write the new name, or drop the row."},
        "rows: [[輪屋自転車, 輪屋自転車]]"},
    FindingPage{
        "substitution/empty-cell",
        {"読替えの一方が空である。元が空なら何も読み替えず、先が空なら名称が消えて、主語や目的物のない文になる。",
         "One cell of the row is empty: without a source nothing is renamed, without a target the name disappears and "
         "sentences lose their subject or object."},
        {"名称を書くか、行を消す。条項を除くつもりなら適用除外に書く。",
         "Write the name or drop the row; to cut a provision, exclude it."},
        "rows: [[輪屋自転車, '']]"},
    FindingPage{
        "substitution/name-left",
        {"読み替えた後も卸元の社名・サービス名・卸元の文書の題名が残っている。契約者に対して義務を負うのが誰か、卸元の"
         "別の約款まで契約の一部なのかが分からなくなる。不明な条項は、これを作った再販事業者の不利に解される。",
         "A name of the wholesaler, its service or a document of its own is left after renaming: who owes the "
         "customer, and whether the wholesaler's other terms are part of the contract, is in doubt, and the doubt is "
         "read against the reseller."},
        {"読替え表に行を加える。卸元そのものを指す箇所なら、そう書いて受け入れる。",
         "Add a row; where the wholesaler itself is meant, say so and accept it."},
        "# 約款は「輪屋自転車」のほか「合名会社輪屋」を名指すが、社名の行がない\n"
        "rows: [[輪屋自転車, まち自転車]]"},
    FindingPage{
        "substitution/option-unmapped",
        {"元の約款が定めるオプションのうち、自社の一覧にも読替え表にも適用除外にもないものがある。契約者は元の約款によ"
         "って申し込めると言え、再販事業者は扱っていないと言う。",
         "The base describes an option of which the overlay says nothing, neither listing, renaming nor excluding it: "
         "the customer may say it can be ordered under the base, the reseller that it does not sell it."},
        {"売るなら一覧と読替え表に、売らないなら適用除外に加える。",
         "List and rename it where it is sold, exclude it where it is not."},
        "rows: [[かご, まちかご]]  # 元の約款の「子ども席」をどうするか書いていない"},
};

}  // namespace

std::span<const FindingPage> of_substitutions() { return all; }

}  // namespace yomikae::pages
