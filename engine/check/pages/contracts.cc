#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array contracts{
    FindingPage{"catalogue/not-offered",
                {"このチャネルが売っていない、又は適用除外にしたオプションである。契約書に載せれば、再販事業者は卸元か"
                 "ら仕入れられないものの"
                 "提供義務を負い、できなければ債務不履行になる（民法415条）。",
                 "The channel does not sell the option, or has cut it out. A contract that lists it binds the reseller "
                 "to supply what "
                 "it cannot buy (Civil Code, art. 415)."},
                {"契約からオプションを外すか、近い名前のものに改める。チャネルが売ることにしたなら、`catalogue:` に "
                 "`offered: true` を"
                 "加え、適用除外を見直す。",
                 "Take the option out of the contract, or name the one that is meant. If the channel sells it now, add "
                 "a row with "
                 "`offered: true` and look at the exclusions."},
                R"(options: [{ option: archive }]
            ^ オプションの提供を満たさない…。適用除外とされている [catalogue/not-offered])"},
    FindingPage{
        "catalogue/closed",
        {"申込日には新規受付が終わっていた。約款によれば承諾できない申込みで、承諾していれば約款にない特約をしたことに"
         "なり、"
         "料金も終了の予告もどの定めによるかが争いになる。",
         "On the day of application the plan took no more customers. Whoever accepted made an agreement outside the "
         "terms, "
         "and its price and its end will be disputed."},
        {"申込日（`dates: application`、オプションは自身の日付）を確かめる。別に合意したなら、見積書・申込書の値を "
         "`order-form:` に書く。",
         "Check the day of application, of the option its own. If it was agreed apart, state that under "
         "`order-form:`."},
        R"(catalogue: [{ at: '#5.1', option: archive, closed-after: 2026-03-31 }]
dates: { application: 2026-04-20 })"},
    FindingPage{"catalogue/ended",
                {"告知された提供終了日を過ぎている。契約が残っていても、提供されないものの料金を請求すれば返還の問題に"
                 "なり、終了の通知が"
                 "期限までに届いていなければ終了そのものが争われる。",
                 "The announced end has passed. Fees for what is no longer supplied must be given back, and if notice "
                 "did not arrive in "
                 "time the end itself is open to dispute."},
                {"後継のプランに改めるか、`end` を書く。終了が延びたなら、約款の `ends-after` を新しい版で改める。",
                 "Move the contract to what follows it, or state its `end`. If the end was put off, amend `ends-after` "
                 "in a new "
                 "version."},
                R"(catalogue: [{ at: '#annex-1.2', option: old-plan, ends-after: 2026-09-30 }]
as-of: 2026-11-24)"},
    FindingPage{
        "prerequisite/not-held",
        {"前提となる契約やオプションがなければ、卸元は開通を断れる。再販事業者だけが顧客に対して提供義務を負って残る。",
         "Without what it presupposes the wholesaler may refuse to supply, and the reseller alone remains bound to the "
         "customer."},
        {"前提を契約に加える：他の契約は `holds`、オプションは "
         "`options`。前提の要らないチャネルなら、その条項を除外しているかを見る。",
         "Add it: other contracts under `holds`, options under `options`. If the channel asks for none, see whether it "
         "has "
         "excluded the provision."},
        R"(needs: holds(gateway)      # 定め
holds: [gateway]           # 契約に加える)"},
    FindingPage{
        "quantity/below-minimum",
        {"最小の数に足りない申込みは承諾されない。少ない数で請求すれば、再販事業者は卸元に最小数分を払い、差額を負う。",
         "An order below the minimum is not accepted. Billed by the smaller number, the reseller pays the wholesaler "
         "for the "
         "minimum and bears the difference."},
        {"数量を最小以上にする。途中で減らしたなら、減らせる下限を定める条項（`at-least`）を確かめる。",
         "Raise the quantity. If it was reduced later, see what the terms say on how far it can be (`at-least`)."},
        R"(catalogue: [{ at: '#3.2', item: base, at-least: accounts >= 10 }]
quantities: { accounts: 5 })"},
};

}  // namespace

std::span<const FindingPage> of_contracts() { return contracts; }

}  // namespace yomikae::pages
