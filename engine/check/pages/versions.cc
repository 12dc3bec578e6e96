#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array version_pages{
    FindingPage{
        "version/overlay-older",
        {"再販事業者の約款は、借りる約款のある版を見て書かれる。その後に元が改定されると、除外したはずの号が別の号にな"
         "り、読替えの字句が"
         "当たらなくなり、優先させたつもりの定めの相手が変わる。元の約款を「施行中のもの」として借りる（動的な取込み）"
         "なら、契約者との契約は"
         "改定の日から新しい文言で動いており、古い適用のしかたで説明していれば、説明と契約が食い違う。書かれた当時の版"
         "に固定する（静的な取込み）"
         "つもりなら、その旨が約款になければならない。定型約款の変更として契約者に及ぶか（民法548条の4）も、再販事業者"
         "が自分で備えることになる。",
         "A reseller writes its terms with one version of the base in view. After a change there, what it excluded may "
         "be "
         "another item, what it renames may no longer occur, and what it overrides may say something else. If the base "
         "applies as it stands from time to time, the customer's contract has moved already; if it was meant to be "
         "frozen, "
         "the terms have to say so."},
        {"その間の改定（版を保有していれば変わった条項、なければ改定の日）を一つずつ見て、適用除外・読替え・置換えが同"
         "じものを指すかを確かめる。"
         "確かめたら `version` を進めた版を足す。見直せない間は、理由と期限をつけて了承しておく。",
         "Go through what changed (the provisions, where both versions are held, else the days), see that exclusions, "
         "substitutions and replacements still hit the same things, then add a version of the overlay. Until then "
         "accept it "
         "with a reason and a day."},
        R"(channel: seller
version: 2024-10-30
adopts:
  - { document: maker/mail, as: full }   # maker/mail has a version of 2025-04-01)"},
    FindingPage{"version/reference-older",
                {"契約には入らないが、仕様や前提として引いている約款が、引いた後に改定されている。自社の約款に書き写し"
                 "た要件（オプションの前提など）は"
                 "写した時のまま残るので、卸元がもう求めていないことを契約者に求め、又は卸元が新たに求めることを求めず"
                 "に売ることになる。",
                 "Terms that are no part of the contract, but whose specification is relied on, have changed since. "
                 "What was copied "
                 "from them stays as it was: customers are asked for what the wholesaler no longer asks, or not for "
                 "what it does."},
                {"引いている条項と、そこから写した要件・限定を新しい版と見比べる。",
                 "Compare what was copied with the newer version."},
                R"(adopts:
  - { document: maker/mail, as: specification, because: 'seller/terms#6.3' })"},
    FindingPage{"version/gap",
                {"契約は複数の文書でできている。そのうち一つでも、その日に施行されている版を持っていなければ、何が優先"
                 "し何が補うかは決められない。"
                 "新しい版で代えれば、まだ効力のない定めを契約者に当てることになるので、答えは「版がない」になる。",
                 "A contract is made of several texts. Where the version of one of them in force on the day is not "
                 "held, nothing "
                 "can be said of what prevails; another version would apply terms that were not in force."},
                {"その日に施行されていた版を `kind: document` と `kind: rules` "
                 "のファイルとして足す。チャネルがその日にはまだ始まっていなかったのなら、"
                 "`version` を改める。",
                 "Add the version of that day, or let the channel begin later where it did."},
                R"(channel: seller
version: 2026-04-01
services:
  - { service: mail, layers: [seller/terms, maker/mail] }   # maker/mail is held from 2026-07-01 on)"},
    FindingPage{
        "version/past-gap",
        {"過去のある期間について、文書の版が揃っていない。当時に起きたこと（その間に成立した契約、その間の請求や事故）"
         "についての問いには"
         "答えられない。いまの契約には影響しない。",
         "For a time in the past not all versions are held: questions about what happened then have no answer. "
         "Contracts "
         "of today are not touched."},
        {"争いや精算がその期間に及ぶなら、当時の版を公表元から得て足す。そうでなければ、知ったうえでそのままでよい。",
         "Get the versions of then where a dispute or an account reaches back; otherwise it can stay."},
        R"(channel: seller
version: 2020-04-01      # maker/general is held from 2026-02-01 on)"},
    FindingPage{
        "version/no-rules",
        {"版の文はあるが、それが何を定めるかを誰も書いていない。その版が施行される日から、すべての事項が「定めなし」に"
         "なり、前の版が定めていた"
         "期間や料金が、なくなったように見える。",
         "The text is there and nobody has said what it lays down: from its day on every matter comes out silent, as "
         "if "
         "what the version before it laid down were gone."},
        {"前の版の定めのファイルを写し、`version` を改め、変わった条項を直す。日付を書き誤ったファイルがないかも見る。",
         "Copy the rules of the version before it, change `version` and what the new text changes. Look for a file "
         "with "
         "the wrong day."},
        R"(kind: rules
document: maker/mail
version: 2027-04-01)"},
    FindingPage{
        "version/history",
        {"附則は、約款がいつから効力を持つかを定める。版の日付が一覧になく、順序が乱れ、又は附則の日付が一覧にないとき"
         "は、版の日付か附則の写しの"
         "どちらかが誤っている。どの版が契約に当たるかは、この日付だけで決まる。",
         "Supplementary provisions say from when the text holds. A list that does not fit the day of the version, or a "
         "supplementary provision it does not name, means that one of them is copied wrong; and which version governs "
         "a "
         "contract is decided by that day alone."},
        {"公表されている附則と見比べ、版の日付・`history`・附則の日付を揃える。",
         "Hold all three against the published text."},
        R"(version: 2026-04-01
history: [2020-03-01, 2025-04-01]   # 2026-04-01 is missing)"},
    FindingPage{"version/periods-overlap",
                {"一つの品目に、同じ日に当たる二つの定めがあり、額などが違う。優先順位で決まらない（同じ文書の中にある"
                 "）ので、請求できる額が"
                 "決まらない。改定の前後の行で、末日と初日が重なったときに起きる。",
                 "Two rules on one question hold on the same day and disagree. No order of rank decides between rows "
                 "of one text, "
                 "so nobody can say what is owed. It happens where the row before a change ends after the one behind "
                 "it begins."},
                {"先の行の `through` を、次の行の `from` の前日にする。",
                 "End the earlier row the day before the later one begins."},
                R"(prices:
  - { at: '#4.1(1)', item: base, monthly: 800, valid: { through: 2026-10-01 } }
  - { at: '#4.1(2)', item: base, monthly: 850, valid: { from: 2026-10-01 } })"},
    FindingPage{
        "version/periods-gap",
        {"二つの行の期間の間に、どの行も当たらない日がある。その間の料金は定めがないことになり、請求の根拠がない。",
         "Between two rows lie days on which neither holds: nothing says what is owed for them."},
        {"行をつなげる。その間は本当に定めがないのなら、そう書いて了承する。",
         "Let the rows meet, or accept it where there is truly none."},
        R"(prices:
  - { at: '#4.1(1)', item: base, monthly: 800, valid: { through: 2026-08-31 } }
  - { at: '#4.1(2)', item: base, monthly: 850, valid: { from: 2026-10-01 } })"},
    FindingPage{"version/address-not-held",
                {"番地が版を名指しているが、その版を持っていない。プログラムは基準日に施行されている版の同じ番号を読む"
                 "ので、書いた人が見ていた条項とは"
                 "別のものを根拠として示すおそれがある。",
                 "The address names a version that is not there. What is read instead is the provision of that number "
                 "in force on "
                 "the day, which may be another than its author had in view."},
                {"その版を足すか、版に限らない引用なら日付を消す。",
                 "Add that version, or take the day away where none is meant."},
                R"(because: 'seller/terms@2023-04-01#3.1')"},
    FindingPage{"version/address-not-newest",
                {"番地が古い版を名指している。新しい版では番号が動いていることがあり、引用や根拠が一つずれて読まれる。",
                 "The address names an older version; numbers may have moved since, and the citation be off by one."},
                {"新しい版の同じ条項の番地に改める。古い版を指すことに意味があるなら、そのままでよい。",
                 "Give it the address in the newer version; where the older one is meant it can stay."},
                R"(cites: [{ to: 'maker/mail@2025-04-01#7.2(3)', printed: 第7条第2項第3号 }])"},
    FindingPage{"version/extends-older",
                {"再販の再販では、元の再販事業者の適用除外・読替え・順位を引き継ぐ。引き継ぐのは自分の `version` "
                 "の日に施行されていた版なので、その後に"
                 "元が改めた除外や読替えは、こちらの契約者には及ばない。元の再販事業者との契約では新しいものが働くので"
                 "、間に立つ者だけが旧い条件を負う。",
                 "A reseller of a reseller takes over exclusions, names and rank as they were on its own day. What the "
                 "other has "
                 "changed since works between the two of them and not towards the customer: whoever stands between "
                 "keeps the old "
                 "terms alone."},
                {"元の新しい版に照らして見直し、その日以後の `version` を持つ版を足す。",
                 "Look it through and add a version of that day or later."},
                R"(channel: third
version: 2026-05-01
extends: seller          # seller has a version of 2026-10-01)"},
    FindingPage{
        "version/channel-older",
        {"自社の約款は改めたが、それを実行する適用のしかた（除外・読替え・置換え）は前の版のために書かれている。新しい"
         "約款が番号を動かし、又は"
         "除外をやめていれば、もう約款にない除外が働き続ける。",
         "The terms were changed and the overlay that carries them out was not: an exclusion the new terms no longer "
         "make "
         "goes on working, by a number that may be another provision's."},
        {"新しい約款の日付で、適用のしかたの版を足す。", "Add a version of the overlay for the day of the new terms."},
        R"(channel: seller
version: 2026-04-01      # seller/terms has a version of 2026-10-01)"},
    FindingPage{"version/amended-twice",
                {"一つの適用のしかたが、同じ条項に二つの文言を与えている。どちらが契約の文言かを決めるものがない。",
                 "One overlay gives one provision words twice, and nothing says which are the contract's."},
                {"一つにまとめる。", "Make them one."},
                R"(amends:
  - { at: 'seller/terms#1.4', provision: 'maker/mail#9.1', text: '月末に解約できる。' }
  - { at: 'seller/terms#1.5', provision: 'maker/mail#9.1', text: '解約には2ヶ月前の通知が要る。' })"},
    FindingPage{"version/amendment-hits-other",
                {"置換え・追加は番号で相手を指す。元の約款が号を挿入すると、番号の指すものが入れ替わり、無関係な条項の"
                 "文言と定めを消して別の文言に"
                 "してしまう。契約者は、失うはずのない定めを失う。",
                 "A replacement names its target by number. Where the base inserts an item the number is another's, "
                 "whose words and "
                 "rules are taken away: customers lose what nobody meant to take."},
                {"示された番地に改める。", "Use the address that is shown."},
                R"(amends:
  - { at: 'seller/terms#1.4', provision: 'maker/mail#7.2(3)', text: '…' }   # (3) is (4) now)"},
    FindingPage{
        "version/amendment-stale",
        {"置き換えた条項が、新しい版では消えている。与えた文言は、相手のない追加として契約に残り、元の約款がやめたこと"
         "を約束し続ける。",
         "The provision it replaced is gone. The words stay in the contract as an addition, and go on promising what "
         "the "
         "base has given up."},
        {"移った先があればその番地に改め、要らなくなったなら消す。", "Give it the new address, or take it away."},
        R"(amends:
  - { at: 'seller/terms#1.4', provision: 'maker/mail#12.2', text: '…' }     # there is no #12.2 any more)"},
    FindingPage{
        "version/amendment-base-changed",
        {"置き換えた文言は、元の約款の前の文言を土台にしている。元が改めた点（期間、対象、ただし書）は、置き換えた文言"
         "に入っていない。"
         "`rules: stay` なら、定めは新しい文言から、文言は古いものからという食い違いになる。",
         "The replacement was written from words the base has changed since. What it changed is not in it; with "
         "`rules: stay` the rules are those of the newer words and the words those of the older."},
        {"新しい文言と見比べ、取り入れるか、取り入れないと決める。", "Take over what changed, or decide not to."},
        R"(amends:
  - { at: 'seller/terms#1.4', provision: 'maker/mail#12.2', rules: stay, text: '…' })"},
    FindingPage{"version/not-in-force-ruled",
                {"効力のない（使い終わった、まだ始まらない、条件の成就が分からない）とされた条項に、条件のない定めが書"
                 "かれている。表示では「効力なし」、"
                 "計算では効力があることになる。",
                 "A provision is said not to be in force and carries a rule without a condition: it is shown as spent "
                 "and computed "
                 "as law."},
                {"定めに `when` を付けて、効力のある場合だけに限る。",
                 "Give the rule a `when`, so that it holds only where it is in force."},
                R"(not-in-force: [{ at: '#suppl-2012-09-01.2', because: 経過措置の対象が終わった }]
rules: [{ at: '#suppl-2012-09-01.2', matter: option-held, value: 'true' }])"},
    FindingPage{"version/calendar-passed",
                {"春分の日と秋分の日は、前年の官報で公表されて決まる。公表された末日より後は、計算した見込みと、いまの"
                 "法律が続くという仮定でしかない。"
                 "営業日で動く期限（休業日なら前営業日）が一日ずれるおそれがある。",
                 "The equinoxes are fixed by the gazette of the year before. After the last announced day they are "
                 "computed, and the "
                 "law is taken to stay: a deadline that moves with business days may be one day off."},
                {"暦要項と国民の祝日に関する法律の改正を見て、`official-through` を進める。",
                 "Look at the gazette and the law, then move `official-through` on."},
                R"(kind: calendar
official-through: 2027-12-31)"},
    FindingPage{
        "version/example-before-set",
        {"例の基準日に、契約を構成する文書の版が揃っていない。答えはどれも「版がない」になり、例は何も守らない。",
         "On the day of the example not all texts are held: every answer is that one is missing, and the example "
         "guards "
         "nothing."},
        {"版が揃う日を `as-of` にする。版がないことそのものを確かめる例なら、`finding: version/none-in-force` "
         "を期待として書く。",
         "Let `as-of` be a day with all texts, or expect `finding: version/none-in-force`."},
        R"(kind: answers
contract: standard.yaml
as-of: 2025-01-01)"},
    FindingPage{
        "erratum/unverified",
        {"誤植とみた箇所を、まだ公表元のもので確かめていない。写し（抽出・改頁）の誤りなら契約には何の影響もなく、印刷"
         "がそのとおりなら、"
         "文言として契約になる。どちらかは公表元を見なければ分からない。示された数件は、期日や金額を導く条項の数字に関"
         "わる。",
         "Nobody has looked at the publisher's copy yet. If only our source was wrong nothing follows; if it is "
         "printed so, "
         "it is the wording of the contract. Those shown stand in provisions days or amounts follow from."},
        {"公表元と照らし、`standing: verified` か `refuted` と、見た日 `checked` を書く。期日や金額を導くものから。",
         "Write `standing` and `checked`, beginning with those that are shown."},
        R"(- id: e-25-1
  at: '#25.1'
  printed: 翌日以後に限りません
  meant: 翌日以後に限ります
  noticed: 2026-11-24
  standing: verified
  checked: 2026-12-01)"},
    FindingPage{
        "erratum/leaned-on",
        {"「誤植とみる」ことを前提にした読み方が、答えを左右している。誤植でなければその読み方は消え、印刷のとおりの読"
         "み方だけが残る。"
         "定型約款の疑わしい文言は作成者に不利に読まれやすく、提供者がこの読み方に頼って解約を断れば、負けるおそれがあ"
         "る。",
         "An answer depends on taking words for a misprint. If they are none, that reading is gone. Doubtful words of "
         "standard terms tend to be read against whoever drew them up: a provider that refuses a customer by this "
         "reading "
         "may lose."},
        {"公表元で確かめる。それまでは、どの読み方でも安全な日（`safe`）によって行動する。",
         "Verify it; until then act on the day that is safe under every reading."},
        R"(readings:
  - { id: as-meant, value: …, because: 誤記とみる, erratum: e-25-1 }
  - { id: as-printed, value: …, because: 印刷のとおり })"},
    FindingPage{
        "erratum/refuted",
        {"公表元を見て否定された正誤に、なお読み方が拠っている。その読み方は契約のどこにも根拠がない。",
         "The publisher's copy reads otherwise, and a reading still leans on the misprint: it rests on nothing."},
        {"その読み方を消す。残る一つを `value` にする。",
         "Take the reading away and make the one that is left the `value`."},
        R"(- { id: e-25-1, at: '#25.1', …, standing: refuted, checked: 2026-12-01 })"},
    FindingPage{"erratum/words-not-there",
                {"約款の字句は印刷のとおりに写し、誤りは正誤に書く。見出し・名称・表の欄・引用に直した字句が写されてい"
                 "ると、番号や名称の照合"
                 "（適用除外、読替え）が、契約にない文言で行われる。",
                 "What is printed stays printed. Where a caption, a cell or a citation quotes the corrected words, "
                 "exclusions and "
                 "substitutions are matched against words the contract does not have."},
                {"写した字句を印刷のとおりに戻す。正誤の `printed` が違うなら、そちらを改める。",
                 "Quote what is printed, or mend the erratum."},
                R"(- { item: 4, name: スペアメール }          # printed: スパイメール)"},
    FindingPage{"erratum/older-than-version",
                {"正誤を確かめた日が、この版の日付より前である。見たのは前の版で、この版の印刷を確かめたことにならない"
                 "。版を重ねるときに写したまま"
                 "残りやすい。",
                 "It was looked up before this version was there: what was seen is another one. It happens where "
                 "errata are copied "
                 "along with a new version."},
                {"この版の公表されたもので確かめ直し、`checked` を改める。", "Look again and change `checked`."},
                R"(version: 2026-04-01
errata: [{ id: e-1, at: '#1.1', …, standing: verified, checked: 2024-01-15 }])"},
};

}  // namespace

std::span<const FindingPage> of_versions() { return version_pages; }

}  // namespace yomikae::pages
