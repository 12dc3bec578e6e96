#include <array>

#include "check/page.h"

namespace yomikae::pages {
namespace {

constexpr std::array family{
    FindingPage{"order/unranked",
                {"申込書・見積書、自社の約款、元の約款、料金表。契約を構成する文書の優劣が書かれていないと、食い違った"
                 "ときに決め手がない。"
                 "個別の合意が約款に勝つというのは解釈であって、条項ではない。再販では、見積書に書いた条件（最低利用期"
                 "間など）が"
                 "約款に負けると主張される余地が残る。食い違い得る事項を一つ例に挙げて示す。",
                 "Order form, own terms, borrowed terms, price list: where nothing says which goes first, nothing "
                 "decides when they differ. "
                 "That what was agreed individually prevails is an argument, not a clause, and a reseller's quote may "
                 "be said to give way "
                 "to the standard terms. One matter on which the two can collide is named."},
                {"順位を定める条項があるなら、その条項の `precedence` に加える。なければチャネルの `precedence` "
                 "に、根拠を `because`、"
                 "争いの余地を `open: true` として書く。文書が「優先する」とだけ言う料金表は、何に優先するのかを書く。",
                 "Add it to the `precedence` of the provision that ranks the others. Where no provision does, write it "
                 "in the channel with "
                 "`because` and `open: true`. Of a price list that merely \"prevails\", say over what."},
                R"(precedence:
  - order: [order-form, seller/terms]
    because: 個別に合意した条件は約款に優先する
    open: true
)"},
    FindingPage{
        "order/stated-twice",
        {"同じ二つの文書の順位が二箇所にある。今は一致していても、一方だけが改められると食い違い、循環になるか、古い順"
         "位が残る。",
         "Two places rank the same two texts. They agree today; when one is amended the other keeps the old order, or "
         "the two run "
         "in a circle."},
        {"条項による順位があるなら、チャネルの `precedence` は消す。両方の文書が自ら順位を定めているなら了承する。",
         "Take the channel's own `precedence` away where a provision says it; accept it where both documents say so "
         "themselves."},
        R"(# 約款第4条第1項による順位があるのに、チャネルにもう一度
precedence: [{ order: [order-form, seller/terms], because: … }]
)"},
    FindingPage{"order/contradictory",
                {"一部の場合についての順位（`scope` のある "
                 "`precedence`）が二つ、逆を向いている。どちらの場合にも当たる契約では、"
                 "どちらも狭いとは言えず、順位がないのと同じになる。",
                 "Two orders for some cases point opposite ways. For a contract that falls under both, neither is the "
                 "narrower, and the "
                 "texts are not ranked at all."},
                {"一方の `scope` を他方の内側に収めるか、重なる場合だけの順位をもう一つ書く。",
                 "Put one scope inside the other, or write a third order for the questions that fall under both."},
                R"(precedence:
  - { at: '#1.3', order: [b, a], scope: { option: basket } }
  - { at: '#4.1', order: [a, b], scope: { reason: theft } }   # かごの盗難は？
)"},
    FindingPage{"order/no-layer",
                {"順位に挙げた文書が、その順位の及ぶどの契約にも入っていない。名前を書き誤ると、意図した文書の順位はど"
                 "こにもなくなり、"
                 "食い違いが初めて起きたときに気づく。",
                 "An order names a document no contract under it is made of. With a name mistaken, the document that "
                 "was meant has no rank "
                 "anywhere, and that shows only when the two first disagree."},
                {"サービスの `layers` に加えるか、名前を直すか、順位から外す。",
                 "Add it to `layers`, correct the name, or leave it out of the order."},
                R"(services: [{ service: mail, layers: [seller/terms, base/mail] }]
precedence: [{ order: [order-form, seller/term-sheet, base/mail] }]
)"},
    FindingPage{"order/idle-sub-terms",
                {"個別の規約（`sub-terms`"
                 "）は、そのオプションについて他の文書に優先する。オプションを売っていないか、規約の中身が"
                 "どこにもないと、優先するものがないのに、その名の下に答えが「規約による」とされるか、何も起こらない。",
                 "Terms of their own go before everything else for one option. Where the option is not sold, or "
                 "nothing is known of those "
                 "terms, there is nothing to go before: answers are left to a title, or nothing happens."},
                {"売らないオプションの行は消す。文書は保有するか、`kind: known-documents` "
                 "に何を定めるか（`governs`）とともに挙げる。",
                 "Take the line of an unsold option away. Hold the document, or declare it in a file of `kind: "
                 "known-documents` with what "
                 "it `governs`."},
                R"(sub-terms:
  - { option: lamp, document: seller/lamp, title: 灯火規約, because: 'seller/terms#5.1' }   # lamp は売られていない
)"},
};

}  // namespace

std::span<const FindingPage> of_order() { return family; }

}  // namespace yomikae::pages
