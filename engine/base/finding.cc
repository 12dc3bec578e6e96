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
    FindingRule{"answers/differ", Severity::error, "契約の例から期待と異なる答えが出た",
                "an example contract that does not come out as expected"},
    FindingRule{"acceptance/unused", Severity::warning, "了承されている指摘がない",
                "an acceptance of something that is not found"},
    FindingRule{"acceptance/expired", Severity::warning, "了承の期限が過ぎた", "an acceptance that has run out"},
    FindingRule{"acceptance/far-off", Severity::note, "了承の期限が五年より先にある",
                "an acceptance that holds for more than five years"},
    FindingRule{"citation/wrong-number", Severity::error, "引用の番号と名称が別の条項を指す",
                "number and label of a citation lead to different provisions"},
    FindingRule{"citation/number-mismatch", Severity::error, "引用の字句と `to` が別の条項を指す",
                "the printed number of a citation and its `to` disagree"},
    FindingRule{"citation/moved", Severity::error, "引用された番号が、新しい版では別の条項のもの",
                "a cited number that a newer version gave to something else"},
    FindingRule{"citation/not-found", Severity::error, "引用された条項が、新しい版にない",
                "a cited provision that a newer version does not have"},
    FindingRule{"citation/other-matter", Severity::error, "引用された目的のことを、別の条項が定める",
                "what a citation is for is laid down by another provision"},
    FindingRule{"citation/label-mismatch", Severity::warning, "引用の名称が引く先の見出しと違う",
                "the label of a citation is not the heading of what it cites"},
    FindingRule{"citation/stale-number", Severity::warning, "引用の名称は合うが、番号が違う",
                "a citation whose label fits and whose number does not"},
    FindingRule{"citation/range", Severity::warning, "前2項・各号などに含まれるはずの条項がない",
                "a range of provisions of which some are missing"},
    FindingRule{"citation/known-misprint", Severity::note, "引用の誤植（正誤がある）",
                "a misprinted citation an erratum tells of"},
    FindingRule{"definition/conflict", Severity::warning, "一つの語が二通りに定義されている",
                "a term defined twice in different ways"},
    FindingRule{"definition/missing", Severity::warning, "定義のない語が定義された語として使われている",
                "a term that is used as a defined one and not defined"},
    FindingRule{"definition/near-miss", Severity::warning, "定義された語と違う綴りが使われている",
                "a defined term nobody uses, beside words that are nearly it"},
    FindingRule{"definition/unused", Severity::note, "定義されたが使われていない語",
                "a term that is defined and used nowhere"},
    FindingRule{"offer/without-terms", Severity::warning, "提供するとあるが、定めがどこにもないオプション",
                "an option that is offered and that no document speaks of"},
    FindingRule{"offer/undescribed", Severity::warning, "提供と料金の定めがあり、内容の定めがないオプション",
                "an option that is offered and priced and not described"},
    FindingRule{"offer/wrong-row", Severity::error, "定めの番号の行が、別のもののものである",
                "a rule at a row that is about something else"},
    FindingRule{"offer/prerequisite-not-sold", Severity::warning, "要件となるオプションが提供されない",
                "a requirement that nothing sold can meet"},
    FindingRule{"offer/prerequisite-circle", Severity::error, "要件が循環している",
                "requirements that run in a circle"},
    FindingRule{"offer/cascade-partial", Severity::warning, "前提を失ったときの定めが一部のオプションだけに及ぶ",
                "only some of the options that need something are said to end with it"},
    FindingRule{"offer/cascade-missing", Severity::note, "前提を失ったときの定めがない",
                "nothing says what becomes of an option that loses what it needs"},
    FindingRule{"offer/ended", Severity::warning, "終了予定日を過ぎたものに料金の定めがある",
                "something whose announced end has passed is still priced"},
    FindingRule{"offer/closed", Severity::note, "新規受付を終えたものに料金の定めがある",
                "something closed to new applications is still priced"},
    FindingRule{"price/missing", Severity::warning, "提供されるが料金の定めがないオプション",
                "an option that is offered and not priced"},
    FindingRule{"price/not-offered", Severity::warning, "料金があり、提供の定めがないオプション",
                "an option that is priced and offered nowhere"},
    FindingRule{"price/wrong-row", Severity::error, "価格の行の番号が、別のもののものである",
                "a price at a row that is about something else"},
    FindingRule{"price/cell-differs", Severity::error, "価格の行の額が、表の欄の額と違う",
                "a price that is not the amount its cell prints"},
    FindingRule{"price/blank-cell", Severity::warning, "空欄に額を定めている",
                "a blank cell to which a rule gives an amount"},
    FindingRule{"price/unread-cell", Severity::warning, "表の額を、どの価格の行も定めていない",
                "a figure of a table that no row of prices states"},
    FindingRule{"note/gap", Severity::warning, "注の番号が飛んでいる", "a gap in the numbers of notes"},
    FindingRule{"note/twice", Severity::warning, "一つの番号に違う注が二つある", "two different notes of one number"},
    FindingRule{"note/repeated", Severity::note, "同じ注が繰り返されている", "a note that is repeated"},
    FindingRule{"note/missing", Severity::warning, "参照された注がない", "a note that is referred to and not there"},
    FindingRule{"note/numbering", Severity::warning, "条・項・号の番号が続いていない",
                "articles, paragraphs or items that do not run on"},
    FindingRule{"name/variant", Severity::warning, "同じものが別の名称で印刷されている", "one thing under two names"},
    FindingRule{"name/unprinted", Severity::warning, "どの文書にも印刷されていない名称", "a name that no text prints"},
    FindingRule{"name/known-misprint", Severity::note, "名称の誤植（正誤がある）",
                "a misprinted name an erratum tells of"},
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
