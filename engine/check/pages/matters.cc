#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array family{
    FindingPage{
        "matter/conflict",
        {"二つの条項が同じことを違うように定め、どちらも優先しないと、契約の内容が決まらない。契約者は自分に有利な方を"
         "主張でき、"
         "約款を作った側はそれを覆しにくい（定型約款の不明確さは作成者の負担になる）。この指摘は、契約に何が書かれてい"
         "ても"
         "食い違いが起こるときにだけ出る。答えは「抵触」となり、期日も金額も出ない。",
         "Where two provisions say different things of one question and neither goes first, the contract does not say "
         "what "
         "holds. The customer may rely on whichever suits them, and doubt falls on the party that drafted the terms. "
         "This is "
         "reported only where every contract meets the conflict, whatever it states: the answer is then `conflict`, "
         "without a "
         "date or an amount."},
        {"別の文書の定めなら、順位を定める条項を `precedence` に書く。同じ文書なら、特別の場合だけを `scope` か `when` "
         "に書き、"
         "「…の規定にかかわらず」とあれば `notwithstanding` を書く。文言がどちらにも読めるなら `readings` にする。"
         "争いを承知で残すなら、その条項に `open-points` を書く。",
         "For two documents, write the provision that ranks them under `precedence`. Within one, give the special rule "
         "its "
         "`scope` or `when`, or `notwithstanding` where the words say so. Where the text can be read either way, write "
         "`readings`. A conflict that is known and left is an `open-points` entry at that provision."},
        R"(- { at: '#2.1', matter: repair-days, value: '5' }
- { at: '#4.2', matter: repair-days, value: '7' }   # 第2条第1項と食い違う
# → - { at: '#4.2', matter: repair-days, notwithstanding: '#2.1', value: '7' }
)"},
    FindingPage{
        "matter/conflict-on-condition",
        {"条件（`when`"
         "）が揃ったときにだけ食い違う。例えば、成立日による経過措置と本則が同じ日に両方とも当たる、単価のある契約と"
         "ない契約の条件が重なる、など。多くの契約では気づかれず、当たった契約で初めて請求や解約日が決まらなくなる。",
         "The two disagree only where their conditions meet: a transitional rule and the ordinary one on the same day "
         "of "
         "formation, a condition on metered contracts that overlaps the one on flat fees. Most contracts never show "
         "it; the one "
         "that does has no bill and no end date."},
        {"二つの条件が互いに排し合うように書く（一方が `given(accounts)` なら他方は `not "
         "given(accounts)`）。特則が常に勝つなら"
         "`notwithstanding` を書く。起こり得ない組合せなら、起こり得ないことを条件に書き足す。",
         "Make the conditions exclude each other (`given(accounts)` here, `not given(accounts)` there), or write "
         "`notwithstanding` where the special rule always wins. A combination that cannot occur is best said in the "
         "condition."},
        R"(- { at: '#4.1', matter: deposit, when: bikes > 5, value: '9000' }
- { at: '#4.2', matter: deposit, when: bikes > 3, value: '7000' }   # 6台ではどちらも当たる
)"},
    FindingPage{
        "matter/unregulated",
        {"期日や金額の事項について、契約を構成するどの文書も何も言わない。民法などの任意規定か、当事者のその都度の合意"
         "によるほかない。"
         "再販では、元の約款が知っている事項（中止の予告、端数、オプションの最低利用期間など）を自社の約款が黙って落と"
         "すと、"
         "仕入れでは縛られ、販売では縛れない。",
         "No text of the contract says anything on a matter of days or money: what is left is statute, or what the "
         "parties agree "
         "as the case arises. A reseller who silently drops what the wholesaler's terms regulate (notice of works, "
         "rounding, a "
         "minimum term of options) is bound where it buys and cannot bind where it sells."},
        {"決めていることなら約款と `rules` に書く。決めないでおくなら、そのとき何によるのかを理由に書いて了承する。",
         "Write it into the terms and the rules; where it is left open on purpose, accept the finding and "
         "say what holds instead."},
        R"(note[matter/unregulated]: チャネル `seller`（mail）のどの文書も「端数処理」を定めていない
)"},
    FindingPage{
        "matter/unused",
        {"語彙に宣言されているのに、どの文書も定めていない事項は、表に「定めなし」の行を増やすだけで、誰の契約にも関わ"
         "らない。"
         "名前の違う二つの事項に同じことが分かれていることも多く、そのときは比べるべき定めが比べられない。",
         "A matter that is declared and that no document regulates adds lines of silence to every table. Often the "
         "same thing "
         "stands under two names, and rules that should meet never do."},
        {"定めるつもりの事項なら定めを書く。別の事項と同じならまとめ、要らないなら宣言を消す。",
         "Write the rule it was meant for, merge it with the matter that says the same, or take the declaration away."},
        R"(matters:
  return-hours: { label: 返却の時間, type: words }   # どの `rules` にもない
)"},
    FindingPage{"matter/unreachable",
                {"この定めが当てはまる契約は一つもない。売っていないサービスや種類に及ぶ、条件が成り立たない、同じ文書"
                 "の特則がすべての場合を"
                 "引き受けている、のどれかである。約款にはその権利や義務が書かれているのに、契約には現れないので、"
                 "読んだ契約者と計算とが食い違う。",
                 "No contract ever falls under this rule: it speaks of a service or kind nobody sells, its condition "
                 "cannot hold, or "
                 "special rules of its own document take every case. The provision promises something the computed "
                 "terms never show."},
                {"`scope` の名前が今も売られているか、`when` の向きが逆でないか、特則の `scope` "
                 "が広すぎないかを、条項の文言と照らす。"
                 "役目を終えた定めなら消す。",
                 "Hold `scope`, `when` and the special rule against the words of the provision: a name no longer sold, "
                 "a comparison the "
                 "wrong way round, a scope too wide. Take away what has served its time."},
                R"(- { at: '#4.2', matter: repair-days, when: 'as-of < 2020-01-01', value: '9' }   # この版は2020年から
)"},
    FindingPage{"matter/always-displaced",
                {"どのチャネルでも、順位の高い別の文書が違うことを定めるので、この定めは一度も契約の内容にならない。基"
                 "本規程の一般の定めなら"
                 "それが役目だが、高い文書が改められて消えると、突然この定めが効き出す。",
                 "In every channel a higher document says otherwise, so this never becomes part of a contract. That is "
                 "the part a general "
                 "rule plays behind special ones; but should the higher one be repealed, this is what suddenly holds."},
                {"一般の定めとして残すなら、その旨を書いて了承する。効くはずの定めなら、順位（`precedence`"
                 "）と高い文書の `scope` を確かめる。",
                 "Accept it where it stands behind special rules on purpose. Where it was meant to hold, look at the "
                 "order of the layers "
                 "and at the scope of what displaces it."},
                R"(note[matter/always-displaced]: この定め（contract-unit）は、どの契約でも個別規程 第1条に退けられる
)"},
    FindingPage{"matter/same-as-base",
                {"自社の約款が、借りている約款と同じことを定めている。今は何も変わらないが、元の約款が改められても自社"
                 "の定めだけが残り、"
                 "仕入れと販売の条件がそこで分かれる。元に合わせているつもりなら、気づかないうちにずれる。",
                 "The overlay says what the borrowed terms say anyway. Nothing changes today; but when the base is "
                 "amended this rule "
                 "stays, and what is bought and what is sold part ways unnoticed."},
                {"元に従うつもりなら自社の定めを消す。元が変わっても守る約束なら、その理由とともに了承する。",
                 "Take it away where the base is to be followed; accept it, with the reason, where it is a promise of "
                 "your own."},
                R"(- { at: '#20.1', matter: governing-law, value: '"日本法"' }   # 元の約款も日本法
)"},
    FindingPage{"matter/no-reason",
                {"読み方が分かれるとき、契約者に示せるのは理由だけである。理由のない読み方は、推奨とした根拠も、退けた"
                 "根拠も残らず、"
                 "後から誰も確かめられない。要件の `because` は、解約の申出を断るときに示される言葉になる。",
                 "Where a text can be read in two ways, the reason is all that can be shown to the customer: without "
                 "it nobody can later "
                 "tell why one reading was preferred. The `because` of a requirement is what a customer is told whose "
                 "notice is refused."},
                {"条文のどの言葉から、どの条との釣合いからそう読むのかを一文で書く。",
                 "Say in one sentence from which words, or from which other provision, it follows."},
                R"(- { id: clear-days, value: 'before(effect, 14 days) - 1', because: 通知と中止の日の間に丸14日を置く }
)"},
    FindingPage{"matter/same-reading",
                {"二つの読み方の式が同じなら、答えは決して分かれない。争いがあるように見えて何も比べられておらず、"
                 "本当の対立（月末か応当日か、など）が書き落とされていることが多い。",
                 "Two readings with one expression never come to different answers. A dispute is announced and nothing "
                 "is compared; "
                 "usually the reading that does differ was copied and not changed."},
                {"写し間違いなら式を直す。本当に同じなら一つにし、`value` に書く。",
                 "Correct the expression that was copied, or keep one and write it as `value`."},
                R"(readings:
  - { id: end-of-month, value: 'last-of-month(effect, -2)', because: … }
  - { id: clear-months, value: 'last-of-month(effect, -2)', because: … }   # last-of-month(effect, -3) のはず
)"},
    FindingPage{"matter/same-id",
                {"読み方や未決の点の名前は、答え・期待・了承がそれを指すための名である。同じ名が二つあると、どちらを了"
                 "承したのか、"
                 "どちらによった額なのかが分からない。",
                 "Answers, expectations and acceptances point to a reading or an open point by its name. Where two "
                 "bear one name, nobody "
                 "can tell which was accepted, or which an amount rests on."},
                {"それぞれの中身を表す名前に改める。", "Name each for what it says."},
                R"(open-points:
  - { id: rounding, at: '#7.1', text: … }
  - { id: rounding, at: '#9.1', text: … }   # settlement-rounding など
)"},
    FindingPage{
        "matter/later-notice-ends-earlier",
        {"早く解約を申し出た契約者の方が遅く終わるのでは、通知の定めとして働いていない。月の途中を境に期限を切り替える"
         "定めで、"
         "不等号の向きや月のずらし方を取り違えると起こる。契約者は遅い方の通知をやり直せば早く終われることになる。",
         "A customer who gives notice earlier must not be bound longer. Rules that switch inside a month do this when "
         "a comparison "
         "or the number of months is the wrong way round; the customer need only give notice again to get out sooner."},
        {"示された二つの日を条文に当て、`requires` の式（比べる向き、`last-of-month` の月数）を直す。",
         "Try the two days shown against the text and correct `requires`: the way it compares, the months it moves."},
        R"(requires:
  - that: 'effect >= (if notice <= first-of-month(notice, 0) + 14 then last-of-month(notice, 2) else last-of-month(notice, 1))'
    because: 15日までの通知は翌々月末、16日からは翌月末
)"},
    FindingPage{"matter/ending-impossible",
                {"どの日に通知しても要件が満たされず、契約は終わらない。契約者の解約の権利を奪う定めになってしまい、"
                 "期間の定めのない継続的な契約で解約を一切許さない条項は、それ自体の効力が争われる。多くは `requires` "
                 "の書き誤りである。",
                 "No notice meets the requirements, so the contract never ends. A term that shuts the customer in for "
                 "good would hardly be "
                 "upheld; nearly always `requires` was written the wrong way round."},
                {"通知と効力の発生日のどちらが先かを確かめる（`notice <= before(effect, 30 days)`、`effect >= "
                 "elapses(notice, 30 days)`）。"
                 "二つの要件が両立するか、`falls` の日に要件を満たす日があるかも見る。",
                 "See which of the two days comes first (`notice <= before(effect, 30 days)`), whether two "
                 "requirements can hold together, "
                 "and whether any day of `falls` can meet them."},
                R"(requires:
  - { that: 'notice > effect', because: 通知の後に終了する }   # effect > notice
)"},
    FindingPage{
        "matter/deadline-after-effect",
        {"予告の期限が、予告すべきことの日より後に来る。期限どおりに知らせても、契約者は後から知らされるだけで、予告の"
         "意味がない。",
         "The last day for giving notice lies after what notice is given of: whoever keeps the time limit tells the "
         "customer "
         "afterwards."},
        {"さかのぼる期間は `before(effect, 3 months)`、`last-of-month(effect, -1)` のように書く。`elapses` と "
         "`last-day` は先へ数える。",
         "A period that runs backwards is `before(effect, 3 months)` or `last-of-month(effect, -1)`; `elapses` and "
         "`last-day` run "
         "onward."},
        R"(- { at: '#26.2', matter: discontinuation-notice, value: 'elapses(effect, 3 months)' }   # before(effect, 3 months)
)"},
    FindingPage{
        "matter/carve-out-missing",
        {"契約本体の解約金は、提供者側の事情（廃止、利用不能）で終わるときに取らないとしながら、オプションの解約金の定"
         "めにはその例外がない。"
         "文言どおりなら、提供者がサービスを廃止しても、オプションの残期間の料金だけは契約者に請求できることになる。"
         "落としたのか、そう決めたのかは文言からは分からない。",
         "The charge for the contract is not due where the provider's side brought the end about; the rule on options "
         "has no such "
         "exception. Read as printed, a customer whose service is discontinued still owes the rest of every option. "
         "Whether it "
         "was left out or meant, the words do not say."},
        {"類推する読み方も成り立つなら `readings` "
         "に並べ、どちらを推奨とするかと理由を書く。自社の約款なら、オプションの項にも例外を書く。",
         "Write both readings, with the preferred one first and the reasons; in terms of your own, put the exception "
         "into the "
         "paragraph on options too."},
        R"(- at: '#11.1'   # if ground in [customer-special, discontinuation] then 0 …
- at: '#11.2'   # オプション：どの終了でも残期間の額
)"},
    FindingPage{
        "matter/counted-twice",
        {"契約の解約金の基礎に「月額費用」の全部（オプションを含む）をとり、別の項がオプションの解約金をさらに課すと、"
         "オプションの料金が二度数えられる。契約者に多く請求すれば返還の問題になり、少なく読む余地も残る。",
         "The charge for the contract is reckoned from the whole monthly fee, options included, and another paragraph "
         "charges the "
         "options again: their fees count twice. Whoever bills both will be asked for one of them back."},
        {"本体の式を品目で限る（`fee.monthly[item = base]`）。文言が広いなら、全部を含む読み方と本体だけの読み方を "
         "`readings` に分け、"
         "オプションを別に数えるかどうかもそれに従わせる。",
         "Limit the first to its item (`fee.monthly[item = base]`). Where the words are wider, write both readings and "
         "let whether "
         "options are charged beside it follow the one that is taken."},
        R"(value: fee.monthly[on = end] * rest                    # 契約：オプションも入る
value: fee.monthly[item = option, on = end] * rest    # オプション：もう一度
)"},
    FindingPage{
        "matter/marked-idle",
        {"`nothing-computable` "
         "は条項についての覚え書きで、そこに書かれた定めを止めない。印と定めが並んでいると、読む人は条項が何も"
         "定めないと思い、計算はその定めを用いる。条項を改めて定めを書き加えたときに、古い印が残ったものが多い。",
         "`nothing-computable` is a remark on a provision; it stops no rule. Where both stand, a reader takes the "
         "provision for "
         "empty and every computation uses it. Mostly the mark is left from before the rule was written."},
        {"定めが条項の言葉に合っているなら印を消し、そうでなければ定めを消す。",
         "Take the mark away where the rule says what the provision does; otherwise the rule."},
        R"(rules:
  - { at: '#4.2', matter: repair-days, value: '5' }
nothing-computable:
  - { at: '#4.2', because: 柱書 }
)"},
    FindingPage{"matter/spent",
                {"経過措置などの期限を過ぎ、この先は誰の契約にも当たらない。残っていても答えは変わらないが、条文を読む"
                 "人は今も生きていると思い、"
                 "改定のたびに確かめ直すことになる。",
                 "The time of this rule is over and no contract will meet it again. It changes no answer, but "
                 "everybody who reads the terms "
                 "has to find that out once more."},
                {"過去の日についても答える必要がなければ消し、条項を `not-in-force` に挙げる。",
                 "Unless past days are asked about, take it away and list the provision under `not-in-force`."},
                R"(- { at: '#4.2', matter: repair-days, when: as-of <= 2024-03-31, value: '9' }
)"},
    FindingPage{"matter/unfillable",
                {"「別途示す」とされた値は、申込書か見積書に書かれて初めて決まる。書ける場所がなければ、その契約ではい"
                 "つまでも決まらず、"
                 "約束した期間や額がないのと同じになる。",
                 "What is left to be stated apart is settled only when an order form states it. Where none can, it "
                 "stays open for every "
                 "contract, as if nothing had been agreed."},
                {"約款に値を書く。別の文書にあるなら `left-to` でその文書を示す。料金なら `fee.` "
                 "の事項に移すと、品目毎に見積に書ける。",
                 "Lay the value down, or name by `left-to` the document that does; a price belongs to a matter of "
                 "fees, which a quote "
                 "states item by item."},
                R"(- { at: '#9.2', matter: minimum-term.length, scope: { option: any }, value: quoted }
)"},
    FindingPage{"matter/unused-assumption",
                {"前提は、約款が当事者に委ねたことを契約に書くためのもの。どの定めも用いなければ、利用者が書いた値は黙"
                 "って無視される。",
                 "An assumption is where a contract states what the terms leave to a party. Where no rule asks for it, "
                 "what the user wrote "
                 "is passed over in silence."},
                {"用いるはずの定めが `assumption.名前` と書いているかを確かめ、要らなければ宣言を消す。",
                 "See that the rule meant to use it says `assumption.NAME`, or take the declaration away."},
                R"(assumptions:
  grace: { label: 猶予, type: rounding, otherwise: truncate }   # assumption.grace がどこにもない
)"},
};

}  // namespace

std::span<const FindingPage> of_matters() { return family; }

}  // namespace yomikae::pages
