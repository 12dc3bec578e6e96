#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array files{
    FindingPage{
        "yaml/unreadable",
        {"読めないファイルの定めは、ないのと同じである。一つ欠けたまま答えを出すと、適用されるはずの条項が黙って落ちる"
         "ので、"
         "何も答えない。",
         "What stands in a file that cannot be read is as good as not written. An answer without it would drop "
         "provisions in "
         "silence, so none is given."},
        {"ファイルの名前、権限、置き場を確かめる。フォルダやパイプは読まない。書き出しの場合は、その先に書けるかを確か"
         "める。",
         "Check its name, its permissions and where it lies; folders and pipes are not read. Where something was to be "
         "written, check that this can be."},
        R"($ yomikae effective contrct.yaml
contrct.yaml:1:1: 読めない [yaml/unreadable])"},
    FindingPage{"yaml/size",
                {"約款とその定めは数百キロバイトに収まる。それを超えるものは、別のファイルを取り違えたか、壊れている。",
                 "Terms and their rules fit into some hundred kilobytes. What is larger is another file by mistake, or "
                 "broken."},
                {"置いたファイルが約款の YAML かを確かめる。本当に大きいなら、同じ版の `kind: rules` "
                 "を幾つかのファイルに分ける。",
                 "Check that it is the YAML of the terms. If it is truly that large, divide the rules of the version "
                 "into several "
                 "files of `kind: rules`."},
                R"(seller/terms.yaml: 1048577 バイトある。上限は 1048576 バイト [yaml/size])"},
    FindingPage{
        "yaml/encoding",
        {"名称の一致は文字で決まる。文字が化けた「アーカイブ」はどの名称とも一致せず、適用除外も読替えも空振りする。",
         "Names agree by their letters. A garbled name agrees with nothing: exclusions and substitutions would miss."},
        {"UTF-8 で保存し直す。表計算ソフトやメールから写したときは Shift_JIS になっていることが多い。",
         "Save it as UTF-8. What was copied from a spreadsheet or a mail is often Shift_JIS."},
        R"(seller/names.yaml:5:14: UTF-8として正しくない [yaml/encoding])"},
    FindingPage{
        "yaml/syntax",
        {"字下げや引用符が一つ違うと、条項が隣の条項の一部になる。推測で読めば、書いた人の意図と違う約款になる。",
         "One indentation or quote astray and a provision becomes part of its neighbour. Guessing would make terms "
         "nobody "
         "wrote."},
        {"示された行とその前の行を見る。`[ ] { } , : #` を含む文言は `'…'` で囲む。字下げに全角空白やタブを使わない。",
         "Look at the line that is shown and at the one before. Words with `[ ] { } , : #` stand in quotes; indent "
         "with "
         "spaces only."},
        R"(text: 次のとおり: 別表による        # 「: 」で値が切れる
text: '次のとおり: 別表による'      # 正しい)"},
    FindingPage{"yaml/depth",
                {"条・項・号の入れ子は数段である。三十段を超えるものは、字下げの誤りか、読む者を困らせるために作られた"
                 "ものである。",
                 "Articles, paragraphs and items nest a few levels deep. More than thirty is an indentation gone "
                 "wrong, or a file "
                 "made to exhaust its reader."},
                {"示された場所の字下げを直す。要素が多すぎるなら、ファイルを分ける。",
                 "Mend the indentation there. Where there are too many values, divide the file."},
                R"(provisions: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ … ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]])"},
    FindingPage{
        "yaml/anchor",
        {"離れた行を指すだけの条項は、その行だけを読んでも何が定められたか分からず、参照先の改定が別の条項まで変える。",
         "A provision that only points to a distant line cannot be read where it stands, and whoever amends that line "
         "amends "
         "both."},
        {"同じ文言を両方に書く。準ずる定めは `like: '#3.1'` と書けば、根拠として示される。",
         "Write the words in both places. A rule that follows another is written `like: '#3.1'` and shown with its "
         "source."},
        R"(- { at: '#3.1', value: &half 6 months }
- { at: '#5.1', value: *half }        # 読めない
- { at: '#5.1', value: 6 months }     # 正しい)"},
    FindingPage{
        "yaml/tag",
        {"タグは値の型を変える。`!!str 2026-04-01` は日付でなくなり、施行日の比較から漏れる。型はキーが決める。",
         "A tag changes the type of a value: `!!str 2026-04-01` would be no date and fall out of every comparison of "
         "days. "
         "The key decides the type."},
        {"`!` で始まる語を消す。文字列にしたいなら `'…'` で囲む。",
         "Take away what begins with `!`; quotes make a text."},
        R"(version: !!str 2026-04-01   # 読めない
version: 2026-04-01         # 正しい)"},
    FindingPage{
        "yaml/duplicate-key",
        {"二つのうちどちらが定めか、誰にも言えない。後のものが黙って勝つ読み方では、消し忘れた古い価格が請求される。",
         "Nobody can say which of the two is meant. Were the later to win in silence, a price somebody forgot to "
         "delete would "
         "be billed."},
        {"一つを消す。二つとも要るなら、一覧の別の項目にする。",
         "Delete one. If both are meant, make them two entries of a list."},
        R"(- { at: '#4.1(1)', item: base, monthly: 800, monthly: 850 })"},
    FindingPage{
        "yaml/multiple-documents",
        {"一つのファイルは一つの版・一つの適用のしかたを言う。二つ目の文書は、読む者に見落とされる。",
         "A file speaks of one version or one overlay. A second document in it is overlooked by whoever reads."},
        {"`---` で二つに分かれたところで、ファイルを分ける。",
         "Divide the file where `---` begins the second document."},
        R"(kind: document
…
---
kind: document      # 別のファイルへ)"},
    FindingPage{"json/syntax",
                {"`compute --batch` "
                 "は一行に一つの質問を読む。読めない行には答えず、ほかの行は続けるので、行ごとの結果を見ないと抜けに"
                 "気付かない。",
                 "`compute --batch` reads a question a line. A line that is no JSON gets no answer while the others "
                 "do: look at the "
                 "`errors` of each line."},
                {"一行に一つの JSON の対応表を書く。キーと文字列は `\"…\"` で囲み、末尾の `,` を置かない。",
                 "One JSON object a line, keys and texts in double quotes, no comma at the end."},
                R"({"contract": "c.yaml", "question": 'minimum-term.end'}
{"contract": "c.yaml", "question": "minimum-term.end"})"},
    FindingPage{
        "format/unsupported",
        {"後の版の書式には、この版のプログラムが知らない意味があり得る。知らないまま読めば、その分だけ約款が欠ける。",
         "A later format may mean what this program does not know; to read on would leave that part of the terms out."},
        {"`format: 1` と書く。新しい書式のファイルなら、プログラムを新しくする。",
         "Write `format: 1`. If the file is of a newer format, use a newer program."},
        R"(format: 2
  = このプログラムが読むのは 1)"},
    FindingPage{
        "format/unknown-key",
        {"知らないキーを読み飛ばすと、綴りを一字誤った例外や期限が、初めから無かったことになる。",
         "Were unknown keys passed over, an exception or a last day with one letter wrong would never have been "
         "written."},
        {"示された名前に直すか、消す。書けるキーはエディタの補完（`overlays/schema`）に出る。",
         "Correct it to the name that is shown, or delete it. An editor shows the keys there are (`overlays/schema`)."},
        R"(- { at: '#5.1', option: archive, close-after: 2026-03-31 }
                                 ^^^^^^^^^^^
  = `closed-after` のことか)"},
    FindingPage{"format/missing-key",
                {"欠けた項目は推測しない。施行日のない版はどの日に適用されるか決まらず、根拠の番地のない定めは誰の約束"
                 "か言えない。",
                 "What is missing is not guessed: a version without its day applies on no day anybody could name, and "
                 "a rule without "
                 "its provision is nobody's promise."},
                {"示されたキーを、約款のとおりに書く。", "Write the key that is named, as the terms have it."},
                R"(- { matter: minimum-term.length, value: 6 months }            # `at` がない
- { at: '#2.1', matter: minimum-term.length, value: 6 months }  # 正しい)"},
    FindingPage{"format/wrong-kind",
                {"一覧のつもりの一つの値、対応表のつもりの文字列は、半分しか読まれない。半分の約款は別の約款である。",
                 "One value where a list is meant, a text where a mapping is: half of it would be read, and half a "
                 "text is another "
                 "text."},
                {"一覧は `- ` の行か `[ ]`、対応表は `キー: 値` の行か `{ }` で書く。",
                 "Lists are lines of `- ` or `[ ]`, mappings lines of "
                 "`key: value` or `{ }`."},
                R"(excludes: { at: 'seller/terms#1.3', … }      # 一覧でない
excludes: [{ at: 'seller/terms#1.3', … }]    # 正しい)"},
    FindingPage{
        "format/bad-value",
        {"2026-02-30 "
         "に終わる期間は、月末に終わるのか翌月に食い込むのか、人によって違う。一日の違いで更新や違約金が変わる。",
         "A term that ends on 2026-02-30 ends at the end of the month for one and in the next for another; a day "
         "decides "
         "renewals and charges."},
        {"日付は 2026-04-15、2026/4/15、2026年4月15日、令和8年4月15日、期間は 6 months、30 days "
         "のように、ある値を書く。"
         "約款そのものが誤植なら、直さずに正誤（`kind: errata`）に書く。",
         "Write what exists: days as 2026-04-15 or 令和8年4月15日, periods as 6 months or 30 days. Where the terms "
         "themselves "
         "are misprinted, leave them and describe it in a file of `kind: errata`."},
        R"(dates: { service-start: 2026-02-30 }
                        ^^^^^^^^^^ 存在する日付ではない)"},
    FindingPage{"format/unknown-name",
                {"名称が一字違えば別のものである。知らないオプションの価格は誰にも請求されず、知らないチャネルの契約に"
                 "は適用される約款がない。",
                 "One letter makes another thing: a price of an option nobody knows is billed to nobody, a contract "
                 "with a channel "
                 "nobody knows has no terms."},
                {"示された近い名前に直すか、新しいものなら `kind: ontology` の `sets` に加える。ある名前は `yomikae "
                 "list` で見られる。",
                 "Correct it to the near name, or add it to the `sets` of a file of `kind: ontology`. `yomikae list` "
                 "shows what "
                 "there is."},
                R"(options: [{ option: archve }]
                    ^^^^^^ `archive` のことか)"},
    FindingPage{
        "format/duplicate",
        {"同じ日の同じ文書が二つあれば、どちらが契約の内容か決まらない。当事者はそれぞれ自分に有利な方を示すことになる"
         "。",
         "With two texts of one document and day, nobody can say which the contract holds: each party will point to "
         "the one "
         "that suits it."},
        {"一つを消す。改定なら `version` を施行日に改める。もう一つの場所も示される。",
         "Delete one. If it is an amendment, its `version` is the day it takes effect. The other place is shown too."},
        R"(seller/2026.yaml:     { document: seller/terms, version: 2026-04-01 }
seller/2026-new.yaml: { document: seller/terms, version: 2026-04-01 })"},
    FindingPage{
        "terms/outside",
        {"置き場の外のファイルは、審査した約款の一部ではない。リンク先を書き換えれば、版を変えずに約款が変わる。",
         "A file outside the folder is no part of the terms that were reviewed: whoever writes to the link's target "
         "changes "
         "them without a new version."},
        {"リンクをやめ、ファイルそのものを置き場に置く。別の置き場は `--terms` で加える。",
         "Put the file itself there; add another folder with `--terms`."},
        R"(terms/prices.yaml -> ../../elsewhere/prices.yaml)"},
    FindingPage{"terms/unknown-provision",
                {"存在しない条項を引く定めは、何も準用せず、何も除外しない。再販事業者は「適用しない」と書いたつもりの"
                 "条項に縛られる。",
                 "What points to no provision borrows nothing and excludes nothing: the reseller stays bound by what "
                 "it meant to "
                 "cut."},
                {"今の版での番号に直す。元の約款の改定で動いたなら、見出しと名称で行き先を探す。約款自体が誤って引いて"
                 "いるなら、"
                 "印刷のまま残して正誤に書く。",
                 "Correct it to the number of the version in force; where the base moved it, find it by heading and "
                 "name. Where the "
                 "terms themselves cite wrongly, leave the print and describe it as an erratum."},
                R"(cites: [{ to: 'maker/mail#7.9', printed: 第7条第9項 }]
               ^^^^^^^^^^^^^^^^ `maker/mail` に `#7.9` はない)"},
    FindingPage{
        "terms/unknown-document",
        {"約款が名指す文書を持たないまま計算すると、その文書が定める額や期限は「定めなし」と見える。定めがないのと、"
         "手元にないのとは違う。",
         "Without a document the terms name, what it lays down looks as though nobody had. Nothing agreed and nothing "
         "at hand "
         "are not the same."},
        {"名前を直す。手元にないだけなら、`kind: known-documents` のファイルで題名と何を定めるかを宣言する。",
         "Correct the name. If it is only not at hand, declare its title and what it governs in a file of "
         "`kind: known-documents`."},
        R"(documents:
  - { document: maker/price-list, title: 料金表, governs: 料金の額 })"},
    FindingPage{
        "terms/unknown-erratum",
        {"誤植を理由にする読み方は、その誤植が確かめられて初めて言える。指す正誤がなければ、理由のない読み替えになる。",
         "A reading that rests on a misprint stands or falls with it. Without the erratum it is a change nobody has a "
         "reason "
         "for."},
        {"`kind: errata` のファイルに、印刷された字句・意味・気付いた日を書くか、名前を直す。",
         "Describe the misprint in a file of `kind: errata`, or correct the name."},
        R"(readings:
  - { id: as-meant, value: 30 days, erratum: fee-days, because: … }   # errata に `fee-days` がない)"},
};

}  // namespace

std::span<const FindingPage> of_files() { return files; }

}  // namespace yomikae::pages
