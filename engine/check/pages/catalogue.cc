#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array texts{
    FindingPage{
        "offer/without-terms",
        {"一覧に名前だけがあるオプション。内容も最低利用期間も料金も定めがなければ、売った後の争いは見積書と申込書だけ"
         "で決まる。卸元が廃止したオプションを、再販事業者の一覧が抱え続けているときに多い。",
         "An option that is only named in a list: what it is, how long it binds and what it costs then follow from the "
         "order form alone. Often the wholesaler has given it up and the reseller's list has not."},
        {"卸元の今の版で別の名になっていないかを見る。なければ自ら定めるか、一覧から除く。",
         "See whether the base has it under another name; if not lay it down, or take it off the list."},
        "catalogue:\n  - { at: '#12.1(4)', option: antivirus, offered: true }   # どの文書にも antivirus の定めがない"},
    FindingPage{
        "offer/undescribed",
        {"共に売られるオプションには内容の定めがあるのに、これだけにない。何を提供する義務を負うのかが約款から分からず"
         "、保証の限定も及ばない。",
         "The others offered with it are described and this one is not: what is owed for the price is nowhere said, "
         "and the limits of warranty do not reach it."},
        {"内容を定める条項を加える。名称の誤植で別の行に見えているだけのこともある。",
         "Add a provision that describes it; sometimes a misprinted name only makes it look so."},
        "rules:\n  - { at: '#table-3.6(7)', matter: option-spec, scope: { option: spare }, value: as-written, … }"},
    FindingPage{"offer/wrong-row",
                {"定めの `at` "
                 "が指す号は別のオプションのもの。提供・要件・内容の根拠として、契約者に違う号を示すことになる。表の行"
                 "が入れ替わったか、号が一つ増えたときに起きる。",
                 "The item a rule stands at is about something else: a customer is shown the wrong provision for what "
                 "is offered or asked. It happens when rows change places or an item is put in."},
                {"示した番号に `at` を改める。", "Put `at` right, as shown."},
                "catalogue:\n  - { at: '#7.2(2)', option: audit, offered: true }   # 第2号は連携、監査は第3号"},
    FindingPage{"offer/prerequisite-not-sold",
                {"要件とされるオプションをこのチャネルが売っていない。文言どおりなら誰も申し込めず、売れば要件を欠いた"
                 "契約になる。",
                 "What an option needs is not sold in this channel: read as written nobody can take it, and whoever "
                 "sells it makes a contract that fails its own requirement."},
                {"要件の条項を適用除外にするか、前提のオプションも一覧に加える。",
                 "Exclude the requirement, or list what it asks for."},
                "catalogue:\n  - { at: '#2(1)', option: list, offered: true, needs: 'option-held[option = box]' }   # "
                "box を売らない"},
    FindingPage{"offer/prerequisite-circle",
                {"互いに相手を要件とするので、どちらも先に申し込めない。",
                 "Each needs the other first, so nobody can take either."},
                {"同時の申込みで足りるとするか、要件の一つを除く。",
                 "Say that both may be taken at once, or drop one of the requirements."},
                "- { at: '#2(1)', option: a, needs: 'option-held[option = b]', … }\n- { at: '#2(2)', option: b, needs: "
                "'option-held[option = a]', … }"},
    FindingPage{"offer/cascade-partial",
                {"前提が終わると共に終わるオプションを名指しで挙げると、挙げなかったものは終わらないと読める。要件を欠"
                 "いたまま料金だけが続き、契約者から返還を求められる。",
                 "Naming some options that end with what they need says that the others do not: they go on, and are "
                 "billed, without what they need."},
                {"「指定サービスに対応するオプション」のように、要件と同じ範囲で定める。",
                 "Speak of all options that need something, in the words of the requirement."},
                "# 要件は4つのオプションに、終了は2つにしか定めがない\n- { at: '#9.2', matter: option-cascade, scope: "
                "{ option: [a, b] }, … }"},
    FindingPage{"offer/cascade-missing",
                {"前提が終わった後のことを誰も定めていない。自動では終わらず、要件を欠いた契約として解除するほかないと"
                 "読むのが普通である。",
                 "Nothing is laid down for the loss of what is needed: usually the contract then goes on, and can only "
                 "be ended for failing its requirement."},
                {"共に終わると定めるか、続くことを明らかにする。", "Say that it ends too, or that it goes on."},
                "open-points:\n  - { id: prerequisite-lost, at: '#6.1', text: 前提の契約が終わったときの定めがない }"},
    FindingPage{
        "offer/ended",
        {"終了「予定」の日が過ぎたのに、終わったとも延びたともどこにも書かれないまま料金表に載っている。申込みを受けて"
         "よいか、請求を続けてよいかが、約款からは分からない。",
         "A day announced for the end has passed, nothing says that it ended or was put off, and the price list still "
         "has it: whether it may be sold or billed cannot be told from the terms."},
        {"発行者に確かめ、終わったなら除いた版を、続くなら予定を改めた版を加える。それまでは `open-points` に書く。",
         "Ask the publisher; then hold the version that drops it or puts the day off, and until then an open point."},
        "- { at: '#5.1(6)', item: base, scope: { service: mini }, ends-after: 2024-03-30 }"},
    FindingPage{
        "offer/closed",
        {"新規受付を終えたものの料金が残っている。既存の契約者には要るが、料金表だけを見た者は申し込めると思う。",
         "The price of something closed to new applications: those who have it need it, others may think they can "
         "apply."},
        {"受付終了の注が料金表の行から参照されているかを見る。",
         "See that the note on its closing is referred to from its row."},
        "- { at: '#5.1(2)', option: list-server, option-closed-after: 2023-04-30 }"},
    FindingPage{"price/missing",
                {"内容は定めて、料金を定めていない。0円とは書かれていないので、無料だとも、相当額を請求できるとも言える"
                 "。卸元の0円を借りてきてよい理由もない。",
                 "Described and not priced: it is not said to be free, and not what it costs either; a wholesaler's 0 "
                 "is no part of terms that do not adopt it."},
                {"料金の行を加える。見積書によるなら `quoted`、無料なら 0 と書く。",
                 "Add the row; `quoted` where the order form says it, 0 where it is free."},
                "prices:\n  - { at: '#t.6(2)', item: link, initial: quoted, monthly: quoted }"},
    FindingPage{
        "price/not-offered",
        {"料金だけが残り、提供の定めがない。申込みを断ってよいのかが分からない。",
         "A price is left, and nothing offers what it is for: whether an application may be refused cannot be told."},
        {"提供の行を加えるか、料金の行を除く。", "Add the row that offers it, or take the price out."},
        "prices:\n  - { at: '#t.2(3)', item: ftp, monthly: 1000 }   # catalogue に ftp がない"},
    FindingPage{
        "price/wrong-row",
        {"価格の行が指す表の行は別のもの。額が同じうちは気づかれず、一方だけが改定されたときに誤った請求になる。",
         "The table row a price stands at is about something else: nobody notices while the amounts agree, and the "
         "first revision of one of them bills the wrong one."},
        {"示した番号に `at` を改め、額も確かめる。",
         "Put `at` right, as shown, and see that the amount is that row's."},
        "prices:\n  - { at: '#t.1(2)', item: base, scope: { service: mail }, monthly: 4500 }   # 第2号は web"},
    FindingPage{
        "price/cell-differs",
        {"表に印刷された額と、計算に使う額が違う。そのまま請求すれば、多すぎる分は返還し、少なすぎる分は請求し損なう。",
         "The amount printed and the amount computed with are not the same: billed so, one side has to give back, or "
         "goes without."},
        {"原本を見て、写し違いのほうを直す。改定なら、新しい版のファイルに両方を書く。",
         "Look at what is printed and put the copy right; a revision belongs, in both places, into the file of a new "
         "version."},
        "cells: ['メール', '4,500円']\nprices:\n  - { at: '#t.1(1)', item: base, monthly: 5400 }"},
    FindingPage{"price/blank-cell",
                {"空欄は0円ではない。上の行から続く欄（結合されたセル）か、別に示す額か、単に書き忘れである。0円として"
                 "請求しなければ、後から請求できない。",
                 "A blank is not 0: the cell above may reach down to it, the amount may be shown apart, or somebody "
                 "forgot it. What was treated as free can hardly be billed later."},
                {"印刷の罫線を見て、結合された欄なら上の額を、別に示されるなら `quoted` を書く。",
                 "Look at the rules of the printed table: the amount above, or `quoted`."},
                "cells: ['監査', '', '']\nprices:\n  - { at: '#t.5(3)', item: audit, monthly: 0 }"},
    FindingPage{"price/unread-cell",
                {"表に額があるのに、どの価格の行もそれを定めていない。請求から漏れる。",
                 "A printed amount no row of prices states: it will not be billed."},
                {"その号に `at` を置いた行を加える。", "Add a row that stands at that item."},
                "cells: ['名義変更', '3,000円/回']   # prices に at: '#t.8(6)' の行がない"},
    FindingPage{
        "note/gap",
        {"※4の次が※6になっている。※5が失われたのなら、受付の終了や従量課金のような、額そのものより重い条件が抜けている"
         "ことがある。",
         "A note is missing between two others: what is lost may weigh more than a price, such as an end of sale."},
        {"前の版や原本で失われた注を探す。番号の誤りなら正誤に書く。",
         "Look for it in the publisher's copy or an older version; if only the number is wrong an erratum says so."},
        "- { item: note-4, label: ※4, text: … }\n- { item: note-6, label: ※6, text: … }"},
    FindingPage{
        "note/twice",
        {"一つの番号に内容の違う注が二つあるので、参照した行にどちらが及ぶか分からない。",
         "Two notes of one number say different things: which of them reaches the row that refers to it cannot be "
         "told."},
        {"番号を分けるか、それぞれがどの表の注かを明らかにする。",
         "Number them apart, or say which table each belongs to."},
        "- { item: note-2, label: ※2, text: 受付を終えた }\n# 別の表\n- { item: note-2, label: ※2, text: 1個まで }"},
    FindingPage{"note/repeated",
                {"同じ番号で同じ内容の注が繰り返されている。今は害がないが、一方だけを改めると食い違う。",
                 "The same note in several places: harmless until only one of them is changed."},
                {"改めるときはすべてを改める。", "Change all of them together."},
                "- { item: note-16, label: ※16, text: 社名の変更に要る }   # 三つの表に同じ注"},
    FindingPage{"note/missing",
                {"行が参照する注がない。その行の料金や受付の条件を、読む者が知るすべがない。",
                 "A row refers to a note that is not there: its condition cannot be known."},
                {"注を加えるか、参照の番号を改める。", "Add the note, or put the number right."},
                "cells: ['ミニ ※4', '5,000円']   # ※4 の注がない"},
    FindingPage{
        "note/numbering",
        {"号が一つ飛んでいる、又は入れ替わっている。欠けた号を引く条項は宙に浮き、番号で除外する再販事業者は別の号を除"
         "外する。",
         "An item is missing or two changed places: what cites the missing one hangs in the air, and a reseller that "
         "excludes by number excludes another."},
        {"原本と照らす。削除された号なら「削除」と書いた号を残す。",
         "Hold it against the publisher's copy; an item that was deleted keeps its number, with the word 削除."},
        "items:\n  - { item: 1, … }\n  - { item: 3, … }"},
    FindingPage{"name/variant",
                {"一つのものが二つの名で呼ばれている。除外・読替え・提供の一覧は名称で働くので、綴りが一字違うだけで効"
                 "かなくなる。",
                 "One thing under two names: exclusions, renamings and lists of offers work by the name, and one "
                 "letter is enough for them to miss."},
                {"同じものなら正誤に書く。語彙の名称のほうが誤りなら `names.yaml` を直す。",
                 "An erratum says they are one; where the name of the vocabulary is wrong, put that right."},
                "option: { archive: アドバンストアーカイブ }\n# 表: 'アドバンスドアーカイブ'"},
    FindingPage{"name/unprinted",
                {"語彙の名称が、どの文書にも印刷されていない。契約者に示す名が、約款の名と違うことになる。",
                 "The name shown to people is not what any text prints."},
                {"印刷された名称に直す。", "Write it as it is printed."},
                "sets:\n  option: { audit: メール監視 }   # 約款はメール監査"},
    FindingPage{
        "name/known-misprint",
        {"名称の誤植で、正誤に書かれているもの。読み方は変わらないが、原本で確かめるまでは疑いが残る。",
         "A misprinted name an erratum tells of: it is read as meant, and stays in doubt until somebody has looked."},
        {"原本を確かめ、正誤に `checked` と `standing` を書く。",
         "Look at the publisher's copy and say so in the erratum."},
        "errata:\n  - { id: e-t1, at: '#t.1(3)', printed: バック, meant: パック, … }"},
};

}  // namespace

std::span<const FindingPage> of_catalogue() { return texts; }

}  // namespace yomikae::pages
