#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array resale_pages{
    FindingPage{"resale/owes-more",
                {"再販事業者は、契約者には自分の約款で、卸元には卸元の約款で縛られる。契約者に有利な条件を、卸元から得"
                 "ないまま約束していれば、その差は"
                 "再販事業者の負担になる：契約者が先に終わり、卸元への支払が残る。廃止を早く知らせる義務があり、卸元か"
                 "らはその後に知らされる。"
                 "契約者には減額し、卸元からは減額されない。卸元は再販事業者と契約者の間の事情を知らないので、求償の根"
                 "拠もない。"
                 "ここでは、同じ日に始まる二つの契約について、同じ問いを両方の約款に尋ね、その値を比べている（推奨の読"
                 "み方による）。",
                 "A reseller is bound to its customer by its own terms and to the wholesaler by the wholesaler's. What "
                 "it promises "
                 "and does not get it pays for: the customer is gone and the wholesaler still charges; notice is due "
                 "before the "
                 "wholesaler gives it; a credit is granted and none received. Both sets of terms are asked the same, "
                 "for contracts "
                 "that begin on the same day, by the preferred readings."},
                {"期日・期間・額を卸元に合わせて約款を改めるか、卸元から同じ条件を個別に得る。差が小さく、事業の判断と"
                 "して負うなら、理由と期限を"
                 "つけて了承する。どの事項を比べるかは、事項の `back-to-back` と `better` が決める。",
                 "Bring the terms into line or get the same from the wholesaler; where the difference is carried on "
                 "purpose, accept "
                 "it with a reason. Which matters are compared their `back-to-back` and `better` say."},
                R"(# the wholesaler: at the earliest 30 days after notice; the reseller: by the end of the month before
falls: last-of-month
requires:
  - { that: notice <= last-of-month(effect, -1), because: … }   # 31 January to 28 February: 28 days)"},
    FindingPage{
        "resale/unbound",
        {"卸元の約款は再販事業者を縛る（最低利用期間、減らせない数量、申請の期限）が、契約者との約款には同じ定めがない"
         "。契約者は縛られないので、"
         "契約者が途中でやめれば、卸元に負う残りの期間の料金を、契約者に求めることができない。",
         "The wholesaler's terms bind the reseller (a minimum term, a quantity that cannot shrink, a deadline), and "
         "its own "
         "say nothing of the kind: a customer may leave, and what is still owed upstream cannot be passed on."},
        {"約款に同じ定めを置く。約款を動かさないなら、申込書で契約ごとに定める（定型約款に優先する個別の合意になる）。",
         "Lay down the same, or agree on it in the order form of each contract."},
        R"(# the wholesaler's option has a minimum term of one year, the reseller's terms none
- { at: '#7.3', matter: minimum-term.length, scope: { option: archive }, value: 1 year })"},
    FindingPage{
        "resale/no-room",
        {"契約者への期限と卸元からの期限が同じ日である。卸元が最後の日に知らせれば、再販事業者はその日のうちに契約者へ"
         "知らせなければ約款に"
         "反する。契約者が最後の日に請求すれば、その日のうちに卸元へ請求しなければ権利を失う。休日や郵便の時間は考えら"
         "れていない"
         "（意思表示は到達した時に効力を生ずる：民法97条1項）。",
         "Both days are the same. If the wholesaler gives notice on its last day, the reseller breaks its terms unless "
         "it "
         "does so the same day; if a customer claims on the last day, so must the reseller. Notice takes effect on "
         "arrival "
         "(Civil Code 97(1)), and no time is left for it to arrive."},
        {"契約者への予告を短くするか、卸元からの予告を長くして、取り次ぐ日数を置く。実務で足りるなら、理由をつけて了承"
         "する。",
         "Leave some days between the two; where practice copes, accept it with the reason."},
        R"(- { at: '#23.2', matter: discontinuation-notice, value: 'before(effect, 3 months)' }   # and so upstream)"},
    FindingPage{
        "resale/open",
        {"減額の割合は卸元と同じだが、何時間・何個と数える事実は、契約ごとに、その契約の相手方の事情（知った時、帰責、"
         "請求の時）で決まる。再販事業者が"
         "障害を先に知り、又は契約者の請求だけが期限に間に合えば、契約者に減額した分を卸元から取り戻せない。どちらの認"
         "定によるかが約款に書かれて"
         "いなければ、契約者に有利な方で読まれるおそれがある。",
         "The share is the same, but the hours it is a share for are found for each contract by what its own parties "
         "knew "
         "and did. Where the reseller knew first, or only the customer claimed in time, the credit it grants is not "
         "one "
         "it gets."},
        {"約款に、卸元が認めた時間による、などと定める。契約者の請求の期限を卸元への期限より短くする。",
         "Say that what the wholesaler grants decides, and let customers claim earlier than the reseller must."},
        R"(- { at: '#13.1', matter: outage-credit, value: 'units-completed(hours, 24) * fee.monthly / 30' }   # and so upstream)"},
};

}  // namespace

std::span<const FindingPage> of_resale() { return resale_pages; }

}  // namespace yomikae::pages
