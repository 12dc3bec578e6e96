#include "cli/overlay_templates.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>

namespace yomikae::cli {
namespace {

constexpr std::string_view overlay_file = R"(# yaml-language-server: $schema={schemas}/channel.schema.json
format: 1
kind: channel
channel: {name}
version: {version}
name: '{name}（再販）'
order-form: 御見積書・御申込書
{extends}
# 誰が契約の相手方で、誰が設備を運用するか。
roles:
{roles}
# 売るサービスと、その契約をつくる文書。自社の文書を先に書く。
services:
  - service: {service}
    name: '{base_service_name}（{name}）'
    layers: [{name}/terms, {layers}]
{types}
# 借りる文書。full は全部、specification は仕様を参照するだけ（契約の内容にならない）。
adopts:
{adopts}
# 読替え表：文書の中の表（table）か、ここに書く行（at と rows）。
substitutions:
  - {{ table: '{name}/terms#annex-1.1', label: 別紙 }}

# 適用除外：番号と名称の両方を、約款に書いたとおりに。名称が食い違えば名称が決める。
# excludes:
#   - {{ at: '{name}/terms#2.1', document: {first_document}, article: '7', heading: オプションサービス, item: '1', name: （名称） }}

# 条項の置換え・追加：at は自社の約款のどこがそう定めるか。
# amends:
#   - {{ at: '{name}/terms#2.2', provision: '{first_document}#1.1', text: （置き換えた文言） }}
)";

constexpr std::string_view terms_file = R"(# yaml-language-server: $schema={schemas_up}/document.schema.json
format: 1
kind: document
document: {name}/terms
version: {version}
title: '{name} 約款'
short-title: '{name}約款'
publisher: （社名）
provisions:
  - article: 1
    heading: 適用
    paragraphs:
      - paragraph: 1
        text: 'この約款に定めのない事項は、別紙により読み替えた次の約款による。'
        items:
{adopted_items}
      - paragraph: 2
        text: '御見積書・御申込書、この約款、前項の約款の順に優先する。'
        cites:
          - {{ to: '#1.1', printed: 前項 }}
  - article: 2
    heading: 最低利用期間
    paragraphs:
      - paragraph: 1
        text: '最低利用期間は、提供開始日から6ヶ月とする。'
  - article: 3
    heading: 解約
    paragraphs:
      - paragraph: 1
        text: '契約者は、前々月の末日までに通知して、月の末日に解約できる。'
  - article: 4
    heading: 料金
    paragraphs:
      - paragraph: 1
        text: '料金は、次の表による（消費税別）。'
        columns: [品目, 月額]
        items:
          - {{ item: 1, cells: [基本料金, '10,000円'] }}
  - annex: 1
    label: 別紙
    heading: 読替え表
    paragraphs:
      - paragraph: 1
        columns: [元の字句, 読み替えた字句]
        items:
          - {{ item: 1, cells: ['{base_service_name}', '{base_service_name}（{name}）'] }}
)";

constexpr std::string_view rules_file = R"(# yaml-language-server: $schema={schemas_up}/rules.schema.json
format: 1
kind: rules
document: {name}/terms
version: {version}

# 優先順位：上にあるものが勝つ。[ ] の中どうしの順位は元の約款が決める。
precedence:
  - at: '#1.2'
    order: [order-form, {name}/terms, [{layers}]]

rules:
  - at: '#1.1'
    matter: incorporation
    value: as-written
  - at: '#2.1'
    matter: minimum-term.length
    value: 6 months
  - at: '#2.1'
    matter: minimum-term.start
    value: service-start
  - at: '#3.1'
    matter: customer-termination
    scope: {{ ground: customer-notice }}
    says: 月の末日に、前々月の末日までの通知で
    falls: last-of-month
    requires:
      - that: notice <= last-of-month(effect, -2)
        because: 前々月の末日までに通知が到達していない

prices:
  - {{ at: '#4.1(1)', item: base, monthly: 10000 }}

# 何も計算されない条項は、その理由とともに挙げる。
# nothing-computable:
#   - {{ at: '#5.1', because: 定義 }}
)";

constexpr std::string_view contract_file = R"(# yaml-language-server: $schema={schemas_up}/contract.schema.json
contract: EXAMPLE-1
channel: {name}
service: {service}
{type_line}as-of: {version}
dates:
  application: {version}
  formation: {version}
  service-start: {version}
  billing-start: {version}
)";

constexpr std::string_view answers_file = R"(# yaml-language-server: $schema={schemas_up}/answers.schema.json
format: 1
kind: answers
contract: standard.yaml

# 期待する答え。yomikae check が契約の例に照らして確かめる。
answers:
  - {{ question: minimum-term.length, status: effective, value: 6 months, winners: ['{name}/terms#2.1'] }}
  - {{ question: minimum-term.start, value: {version} }}
)";

std::string joined_documents(const OverlayTemplateValues& values) {
  std::string text;
  for (const auto& [id, title] : values.documents) text += fmt::format("{}{}", text.empty() ? "" : ", ", id);
  return text;
}

/// The provider is the new reseller; every other role stays with whoever has it at the base.
std::string role_lines(const OverlayTemplateValues& values) {
  std::string text;
  for (const auto& [role, label] : values.role_labels) {
    const auto found = std::find_if(values.base_roles.begin(), values.base_roles.end(),
                                    [&](const auto& each) { return each.first == role; });
    const bool own = &role == &values.role_labels.front().first || found == values.base_roles.end();
    text += fmt::format("  {}: {}  # {}\n", role, own ? "（社名）" : found->second, label);
  }
  return text;
}

}  // namespace

std::vector<std::string> overlay_template_matters() {
  return {"incorporation", "minimum-term.length", "minimum-term.start", "customer-termination", "fee.monthly"};
}

std::vector<OverlayTemplateFile> overlay_template(const OverlayTemplateValues& values) {
  std::string adopts;
  std::string items;
  int number = 0;
  for (const auto& [id, title] : values.documents) {
    adopts += fmt::format("  - {{ document: {}, as: full, because: '{}/terms#1.1' }}\n", id, values.name);
    items += fmt::format("          - {{ item: {}, text: '{}', cites: [{{ to: '{}', printed: '{}' }}] }}\n", ++number,
                         title, id, title);
  }
  items.pop_back();
  std::string types;
  for (const std::string& each : values.types) types += fmt::format("{}{}", types.empty() ? "" : ", ", each);
  const std::string version = to_string(values.version);
  const auto fill = [&](std::string_view pattern) {
    return fmt::format(
        fmt::runtime(pattern), fmt::arg("name", values.name), fmt::arg("version", version),
        fmt::arg("schemas", values.schemas), fmt::arg("schemas_up", "../" + values.schemas),
        fmt::arg(
            "extends",
            values.extends
                ? fmt::format("\n# 元の再販事業者の読替え・適用除外・優先順位を引き継ぐ。\nextends: {}\n", values.base)
                : std::string{}),
        fmt::arg("roles", role_lines(values)), fmt::arg("service", values.service),
        fmt::arg("base_service_name", values.base_service_name), fmt::arg("layers", joined_documents(values)),
        fmt::arg("types", types.empty() ? std::string{} : fmt::format("    types: [{}]\n", types)),
        fmt::arg("type_line", values.types.empty() ? std::string{} : fmt::format("type: {}\n", values.types.front())),
        fmt::arg("adopts", adopts), fmt::arg("adopted_items", items),
        fmt::arg("first_document", values.documents.front().first));
  };
  return {{"overlay.yaml", fill(overlay_file)},
          {fmt::format("terms/{}.yaml", version), fill(terms_file)},
          {fmt::format("terms/{}.rules.yaml", version), fill(rules_file)},
          {"examples/standard.yaml", fill(contract_file)},
          {"examples/standard.answers.yaml", fill(answers_file)}};
}

}  // namespace yomikae::cli
