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
    FindingRule{"exclusion/number-of-another", Severity::error, "適用除外の番号が別の定めのものになっている",
                "the number of an exclusion is that of another provision"},
    FindingRule{"exclusion/moved", Severity::warning, "適用除外の対象が版の改定で別の番号に移った",
                "what an exclusion names has moved to another number"},
    FindingRule{"exclusion/ambiguous", Severity::warning, "適用除外の番号が二つ以上の定めに当たる",
                "the number of an exclusion fits several provisions"},
    FindingRule{"exclusion/redundant", Severity::note, "すでに除外されているものの適用除外",
                "an exclusion of what is excluded already"},
    FindingRule{"exclusion/still-cited", Severity::warning, "除外したものを残る定めが引用し、又は前提としている",
                "what is excluded is still cited or rested on"},
    FindingRule{"exclusion/still-named", Severity::note, "除外したものの名が残る条項に出てくる",
                "what is excluded is still named in provisions that stand"},
    FindingRule{"exclusion/definition-lost", Severity::warning, "除外した条項が定義していた用語を残る条項が用いている",
                "a term is used whose definition is excluded"},
    FindingRule{"substitution/source-not-found", Severity::warning, "読替え元の名称が約款のどこにもない",
                "a row whose source is nowhere in the documents"},
    FindingRule{"substitution/hidden", Severity::warning, "より長い名称の行に隠れて働かない読替え",
                "a row hidden by a longer source"},
    FindingRule{"substitution/inside-word", Severity::warning, "英数字の語の途中にあるため読み替えない名称",
                "a source left alone inside a longer Latin word"},
    FindingRule{"substitution/misprint-left", Severity::note, "正誤のある誤植のため読み替えない名称",
                "a source left alone in what is noted as a misprint of it"},
    FindingRule{"substitution/protected", Severity::note, "別のものの名称に含まれるため読み替えない名称",
                "a source left alone inside the name of something else"},
    FindingRule{"substitution/two-targets", Severity::error, "一つの名称に二通りの読替え",
                "one source renamed two ways"},
    FindingRule{"substitution/repeated", Severity::note, "同じ読替えが二度ある", "the same renaming twice"},
    FindingRule{"substitution/swapped", Severity::warning, "二つの名称を互いに読み替える",
                "two names each read as the other"},
    FindingRule{"substitution/chained", Severity::warning, "読み替えた名称を別の行がさらに読み替える",
                "a target another row would rename again"},
    FindingRule{"substitution/reads-twice", Severity::warning, "読み替えた名称が約款にすでにあり、重ねて読み替わる",
                "a target that stands in the text already and is renamed in itself"},
    FindingRule{"substitution/target-holds-source", Severity::note, "読み替えた名称が元の名称を含む",
                "a target that holds its source"},
    FindingRule{"substitution/target-collides", Severity::warning, "読み替えた名称が別のものの名称・用語でもある",
                "a target that names something else already"},
    FindingRule{"substitution/unchanged", Severity::warning, "元と同じ名称への読替え", "a name renamed as itself"},
    FindingRule{"substitution/empty-cell", Severity::warning, "名称のない読替えの行", "a row with an empty cell"},
    FindingRule{"substitution/name-left", Severity::warning, "読み替えた後も卸元の名称が残る",
                "a name of the wholesaler left after renaming"},
    FindingRule{"substitution/option-unmapped", Severity::warning,
                "元の約款のオプションが一覧・読替え表・適用除外のどれにもない",
                "an option of the base neither listed, renamed nor excluded"},
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
