#include "base/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "base/text.h"

namespace yomikae {
namespace {

constexpr std::array registry{
    FindingRule{"yaml/unreadable", Severity::error, "ファイルが読めない", "a file cannot be read"},
    FindingRule{"yaml/size", Severity::error, "ファイルが1 MiBを超える", "a file is larger than 1 MiB"},
    FindingRule{"yaml/encoding", Severity::error, "UTF-8として正しくない", "a file is not valid UTF-8"},
    FindingRule{"yaml/syntax", Severity::error, "YAMLとして読めない", "a file is not YAML"},
    FindingRule{"yaml/depth", Severity::error, "入れ子が深すぎるか要素が多すぎる",
                "a file nests too deeply or holds too many nodes"},
    FindingRule{"yaml/anchor", Severity::error, "アンカー・エイリアスは使えない",
                "anchors and aliases are not allowed"},
    FindingRule{"yaml/tag", Severity::error, "タグは使えない", "tags are not allowed"},
    FindingRule{"yaml/duplicate-key", Severity::error, "同じキーが二度ある", "a key stands twice in one mapping"},
    FindingRule{"yaml/multiple-documents", Severity::error, "一つのファイルに複数の文書がある",
                "a file holds more than one YAML document"},
    FindingRule{"json/syntax", Severity::error, "JSONとして読めない", "a line of a batch is not JSON"},
    FindingRule{"format/unsupported", Severity::error, "この版のプログラムが知らない format",
                "a format number this program does not know"},
    FindingRule{"format/unknown-key", Severity::error, "知らないキー", "a key nobody knows"},
    FindingRule{"format/missing-key", Severity::error, "必要なキーがない", "a key that must be there is not"},
    FindingRule{"format/wrong-kind", Severity::error, "値の形が違う（一覧・対応表・文字列）",
                "a list, a mapping or a single value stands where another belongs"},
    FindingRule{"format/bad-value", Severity::error, "値が読めない（日付・数・期間など）",
                "a value that cannot be read as what it should be"},
    FindingRule{"format/unknown-name", Severity::error, "知らない名前", "a name nobody declares"},
    FindingRule{"format/duplicate", Severity::error, "同じものが二度定められている",
                "the same thing is declared twice"},
    FindingRule{"terms/outside", Severity::error, "規程の置き場の外を指すファイル",
                "a file that leads out of the terms directory"},
    FindingRule{"terms/unknown-provision", Severity::error, "存在しない条項を指している",
                "an address that leads to no provision"},
    FindingRule{"terms/unknown-document", Severity::error, "保有も宣言もされていない文書を指している",
                "a document that is neither held nor declared"},
    FindingRule{"terms/unknown-erratum", Severity::error, "存在しない正誤を指している", "an erratum that is not there"},
    FindingRule{"rule/syntax", Severity::error, "式が読めない", "an expression that cannot be parsed"},
    FindingRule{"rule/type", Severity::error, "式の型が合わない", "an expression whose types do not fit"},
    FindingRule{"rule/unknown-name", Severity::error, "式に知らない名前がある",
                "an expression names something nobody knows"},
    FindingRule{"rule/circle", Severity::error, "定めが互いを参照して終わらない",
                "rules that refer to each other without end"},
    FindingRule{"rule/overflow", Severity::error, "計算が扱える桁を超える",
                "a computation that leaves the range of exact numbers"},
    FindingRule{"precedence/circle", Severity::error, "優先順位が循環している",
                "an order of precedence that runs in a circle"},
    FindingRule{"version/none-in-force", Severity::error, "基準日に施行されている版を保有していない",
                "no version in force on the day is held"},
    FindingRule{"catalogue/not-offered", Severity::error, "このチャネルが提供しないオプション",
                "an option the channel does not sell"},
    FindingRule{"catalogue/closed", Severity::error, "申込日に新規受付が終わっているプラン",
                "a plan closed to new applications"},
    FindingRule{"catalogue/ended", Severity::warning, "提供終了（予定）日を過ぎたプラン",
                "a plan whose announced end has passed"},
    FindingRule{"prerequisite/not-held", Severity::error, "前提となる契約・オプションがない",
                "a prerequisite the contract lacks"},
    FindingRule{"quantity/below-minimum", Severity::error, "数量が最小単位を下回る", "a quantity below the minimum"},
    FindingRule{"check/undecided", Severity::warning, "事実が足りず、要件を判定できない",
                "a requirement that cannot be decided for want of a fact"},
    FindingRule{"exclusion/label-mismatch", Severity::warning, "適用除外の番号と名称が食い違う",
                "number and label of an exclusion disagree"},
    FindingRule{"exclusion/not-found", Severity::warning, "適用除外の対象が見つからない",
                "an exclusion that names nothing in the base"},
    FindingRule{"coverage/unmarked", Severity::warning, "何を定めるか誰も書いていない条項",
                "a provision of which nobody says what it lays down"},
    FindingRule{"diff/no-such-state", Severity::error, "比べる状態がない（フォルダ・リビジョン）",
                "a state to compare that is neither a directory nor a revision"},
    FindingRule{"change/worse", Severity::error, "契約者に不利になる変更", "a change that is worse for the customer"},
    FindingRule{"change/better", Severity::note, "契約者に有利になる変更", "a change that is better for the customer"},
    FindingRule{"change/undirected", Severity::warning, "有利・不利をいえない適用条件の変更",
                "a change of the effective terms of which nobody can say which way it goes"},
    FindingRule{"change/wording", Severity::warning, "適用される定めの文言の変更",
                "a change of words that are themselves the terms"},
    FindingRule{"change/masked", Severity::note, "変わったが、ほかの定めに退けられていて効かない定め",
                "a rule that changed where other terms hold it back"},
    FindingRule{"change/exclusion-target", Severity::warning, "同じ適用除外が別の条項に当たるようになった",
                "an exclusion that stayed the same and reaches another provision"},
    FindingRule{"change/substitution-stopped", Severity::warning, "同じ読替えが当たらなくなった",
                "a substitution that stayed the same and applies nowhere any more"},
    FindingRule{"change/finding-new", Severity::warning, "検査の指摘が新しく出た",
                "something `check` finds that it did not find before"},
    FindingRule{"change/finding-gone", Severity::note, "検査の指摘がなくなった", "something `check` no longer finds"},
    FindingRule{"change/service-added", Severity::note, "サービスの追加", "a service that is new"},
    FindingRule{"change/service-removed", Severity::error, "サービスの廃止", "a service that is gone"},
    FindingRule{"change/version-new", Severity::note, "文書の新しい版", "a version of a document that is new"},
    FindingRule{"change/version-withdrawn", Severity::warning, "文書の版がなくなった",
                "a version of a document that is gone"},
    FindingRule{"change/provision-added", Severity::note, "条項の追加", "a provision that is new"},
    FindingRule{"change/provision-removed", Severity::note, "条項の削除", "a provision that is gone"},
    FindingRule{"change/provision-moved", Severity::note, "条項の移動",
                "a provision that has another number and the same words"},
    FindingRule{"change/provision-renamed", Severity::note, "条項の改称", "a provision that is called otherwise"},
    FindingRule{"change/provision-reworded", Severity::note, "条項の文言の変更",
                "a provision that is worded otherwise"},
    FindingRule{"change/figures", Severity::warning, "条項の文言の数字だけの変更",
                "a provision in whose words nothing but figures is different"},
    FindingRule{"change/spelling", Severity::note, "表記だけの変更（幅・空白・句読点）",
                "a provision that is only spelled otherwise"},
    FindingRule{"change/notice-due", Severity::note, "新しい版の前に約款の変更を知らせる期限",
                "by when a version that is new must be told"},
    FindingRule{"change/notice-late", Severity::warning, "約款の変更を知らせる期限が過ぎている",
                "a version that is new and can no longer be told in time"},
    FindingRule{"change/old-unreadable", Severity::warning, "前の状態が読めない", "an old state that cannot be read"},
    FindingRule{"approval/unused", Severity::warning, "どの変更にも当たらない承認",
                "an approval of no change there is"},
    FindingRule{"answers/differ", Severity::error, "契約の例から期待と異なる答えが出た",
                "an example contract that does not come out as expected"},
    FindingRule{"acceptance/unused", Severity::warning, "了承されている指摘がない",
                "an acceptance of something that is not found"},
    FindingRule{"acceptance/expired", Severity::warning, "了承の期限が過ぎた", "an acceptance that has run out"},
    FindingRule{"acceptance/far-off", Severity::note, "了承の期限が五年より先にある",
                "an acceptance that holds for more than five years"},
    FindingRule{"version/overlay-older", Severity::warning, "適用のしかたより後に、借りる約款が改定されている",
                "an overlay older than a version it takes over"},
    FindingRule{"version/reference-older", Severity::note, "参照するだけの約款が、その後に改定されている",
                "an overlay older than a version it only points to"},
    FindingRule{"version/gap", Severity::error, "契約を構成する文書の版が揃わない日がある",
                "a day, now or later, on which a channel has no complete set of versions"},
    FindingRule{"version/past-gap", Severity::note, "過去に、契約を構成する文書の版が揃わない日がある",
                "a day in the past on which a channel had no complete set of versions"},
    FindingRule{"version/no-rules", Severity::error, "契約を構成する版に定めのファイルがない",
                "a version a contract is made of that has no rules"},
    FindingRule{"version/history", Severity::warning, "施行日の一覧が版の日付や附則と合わない",
                "a history that does not fit the day of the version or its supplementary provisions"},
    FindingRule{"version/periods-overlap", Severity::error, "有効期間の重なる二つの定めが食い違う",
                "two rules whose periods overlap and that disagree"},
    FindingRule{"version/periods-gap", Severity::warning, "定めの有効期間の間に切れ目がある",
                "days between the periods of two rules on which neither holds"},
    FindingRule{"version/address-not-held", Severity::warning, "番地が名指す版を保有していない",
                "an address that names a version nobody holds"},
    FindingRule{"version/address-not-newest", Severity::note, "番地が名指す版より新しい版がある",
                "an address that names a version with a newer one beside it"},
    FindingRule{"version/extends-older", Severity::warning, "元にするチャネルに新しい版がある",
                "a channel that extends an older version of another"},
    FindingRule{"version/channel-older", Severity::warning, "自社の約款の新しい版に、適用のしかたが追いついていない",
                "an overlay older than the version of its own terms"},
    FindingRule{"version/amended-twice", Severity::error, "一つの条項に二つの文言を与えている",
                "one provision that one overlay words twice"},
    FindingRule{"version/amendment-hits-other", Severity::error, "置き換え・追加する番号が、別の条項の番号になった",
                "a replaced or added number that is another provision's now"},
    FindingRule{"version/amendment-stale", Severity::warning, "置き換える条項が新しい版にない",
                "a replaced provision the newer version does not have"},
    FindingRule{"version/amendment-base-changed", Severity::warning, "置き換えた条項の元の文言が改定された",
                "a replaced provision whose own words have changed since"},
    FindingRule{"version/not-in-force-ruled", Severity::warning, "効力のないとされた条項に、働く定めがある",
                "a provision said not to be in force that has rules all the same"},
    FindingRule{"version/calendar-passed", Severity::warning, "公表済みの祝日の末日を過ぎた",
                "a day after the last for which holidays are announced"},
    FindingRule{"version/example-before-set", Severity::warning, "契約の例の基準日に、文書の版が揃っていない",
                "an example on a day without a complete set of versions"},
    FindingRule{"erratum/unverified", Severity::note, "公表元で確かめていない正誤がある", "errata nobody has verified"},
    FindingRule{"erratum/leaned-on", Severity::warning, "確かめていない正誤に読み方が拠っている",
                "a reading that leans on an unverified erratum"},
    FindingRule{"erratum/refuted", Severity::error, "否定された正誤に読み方が拠っている",
                "a reading that leans on an erratum that was refuted"},
    FindingRule{"erratum/words-not-there", Severity::warning, "正誤が印刷された字句とするものが、写した字句にない",
                "an erratum whose printed words are not among those quoted"},
    FindingRule{"erratum/older-than-version", Severity::warning, "正誤を確かめた日が版の日付より前である",
                "an erratum that was looked up before the version was there"},
    FindingRule{"resale/owes-more", Severity::warning, "契約者に負うことが、卸元から得ることを上回る",
                "a reseller that owes its customer more than the wholesaler owes it"},
    FindingRule{"resale/unbound", Severity::note, "卸元に縛られ、契約者を縛る定めがない",
                "a reseller bound by the wholesaler where nothing binds its customer"},
    FindingRule{"resale/no-room", Severity::note, "契約者との期限と卸元との期限が同じ日である",
                "a day towards the customer that is the same as towards the wholesaler"},
    FindingRule{"resale/open", Severity::note, "卸元と同じ割合だが、数える事実が契約ごとに別に決まる",
                "a share that is the wholesaler's, of what each contract counts apart"},
};

}  // namespace

std::span<const FindingRule> finding_rules() { return registry; }

const FindingRule* find_finding_rule(std::string_view id) {
  const auto* found = std::find_if(registry.begin(), registry.end(), [&](const auto& rule) { return rule.id == id; });
  return found == registry.end() ? nullptr : found;
}

Finding& Findings::add(std::string_view rule_id, Place place, Message message, Message help) {
  const FindingRule* rule = find_finding_rule(rule_id);
  if (rule == nullptr) throw std::logic_error(fmt::format("no such finding rule: {}", rule_id));
  findings_.push_back({rule, place, std::move(message), std::move(help), {}, {}, {}});
  return findings_.back();
}

bool Findings::has_errors() const {
  return std::any_of(findings_.begin(), findings_.end(),
                     [](const Finding& finding) { return finding.rule->severity == Severity::error; });
}

void Findings::append(const Findings& other) {
  findings_.insert(findings_.end(), other.findings_.begin(), other.findings_.end());
}

Message nearest_help(std::string_view wanted, std::span<const std::string_view> names) {
  const auto near = nearest_name(wanted, names);
  if (!near) return {};
  return {fmt::format("`{}` のことか", *near), fmt::format("did you mean `{}`?", *near)};
}

}  // namespace yomikae
