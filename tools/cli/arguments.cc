#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <map>

namespace yomikae::cli {
namespace {

void add_output(CLI::App& command, CommonOptions& options) {
  command.add_option("--output", options.output, "書き出すファイル / a file to write to")->type_name("FILE");
}

using Formats = std::map<std::string, Format>;

Formats formats_of(const CLI::App& command) {
  Formats formats{{"text", Format::text}, {"json", Format::json}};
  if (command.get_name() == "diff") formats["markdown"] = Format::markdown;  // for a pull request
  if (command.get_name() == "compute") formats["csv"] = Format::csv;         // a statement, for a spreadsheet
  const bool finds = command.get_name() == "check" || command.get_name() == "diff";
  if (finds) formats.insert({{"sarif", Format::sarif}, {"github", Format::github}});
  if (command.get_name() == "check") formats["junit"] = Format::junit;
  return formats;
}

/// `text | json | …`, those of every command first.
std::string words_of(const Formats& formats) {
  std::string words = "text | json";
  for (const auto& [name, format] : formats) {
    if (format != Format::text && format != Format::json) words += " | " + name;
  }
  return words;
}

void add_common(CLI::App& command, CommonOptions& options) {
  command.add_option("--terms", options.terms, "規程の置き場を加える / a directory of terms to add")->type_name("DIR");
  command
      .add_option("--only-terms", options.only_terms,
                  "同梱の規程に代える / a directory of terms that replaces those shipped")
      ->type_name("DIR");
  command
      .add_option("--as-of", options.as_of, "基準日 / the day in question (2026-04-15, 2026年4月15日, 令和8年4月15日)")
      ->type_name("DATE");
  const Formats formats = formats_of(command);
  command.add_option("--format", options.format, words_of(formats))->transform(CLI::CheckedTransformer(formats));
  command.add_option("--lang", options.language, "ja | en")
      ->transform(CLI::CheckedTransformer(std::map<std::string, Language>{{"ja", Language::ja}, {"en", Language::en}}));
  command.add_option("--color", options.color, "auto | always | never")
      ->transform(CLI::CheckedTransformer(std::map<std::string, Color>{
          {"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}}));
  add_output(command, options);
  command.add_flag("--strict", options.strict, "警告も終了状態1とする / warnings count too");
}

void describe_compute(CLI::App& compute, Arguments& arguments) {
  auto* contract = compute.add_option("CONTRACT", arguments.contract, "契約ファイル / contract file");
  auto* question = compute.add_option("QUESTION", arguments.question, "質問 / a matter or an aspect of one");
  auto* facts = compute.add_option("FACTS", arguments.facts, "名前=値 / name=value");
  compute
      .add_option(
          "--batch", arguments.batch,
          "一行に一つの質問（JSON）を読むファイル、`-` は標準入力 / a file with a question on each line (JSON), `-` is "
          "standard input")
      ->type_name("FILE")
      ->excludes(contract, question, facts);
}

void describe_diff(CLI::App& diff, DiffRequest& request) {
  const auto* state = "フォルダ、git:REV、又は git:REV:フォルダ / a directory, git:REV or git:REV:FOLDER";
  diff.add_option("OLD", request.before, state)->required();
  diff.add_option("NEW", request.after, state)->required();
  diff.add_option("--contracts", request.contracts, "契約ファイルのフォルダ / a folder of contracts to compare for")
      ->type_name("DIR");
  diff.add_option("--gate", request.gate, "変更の種類ごとの重さ / how grave each kind of change is")->type_name("FILE");
  diff.add_option("--approvals", request.approvals, "承認された変更 / the changes that have been agreed to")
      ->type_name("FILE");
  auto* because = diff.add_option("--because", request.because, "承認の理由 / why it is agreed to")->type_name("TEXT");
  diff.add_option("--by", request.by, "承認する人 / who agrees to it")->type_name("NAME");
  diff.add_flag("--approve", request.approve, "変更を承認として記録する / records that the changes are agreed to")
      ->needs(because);
}

/// What one question needs and many do not, and the other way round.
void demand_question(CLI::App& compute, Arguments& arguments) {
  compute.parse_complete_callback([&compute, &arguments] {
    if (compute.count("--batch") == 0) {
      for (const auto* name : {"CONTRACT", "QUESTION"}) {
        if (compute.count(name) == 0) throw CLI::RequiredError(name);
      }
      return;
    }
    if (compute.count("--format") > 0 && arguments.common.format != Format::json) {
      throw CLI::ValidationError("--format", "--batch writes json and nothing else");
    }
  });
}

}  // namespace

void describe(CLI::App& app, Arguments& arguments) {
  app.require_subcommand(1);
  app.set_version_flag("--version", "yomikae " YOMIKAE_VERSION);
  auto* effective = app.add_subcommand("effective", "契約の適用条件 / the effective terms of a contract");
  effective->add_option("CONTRACT", arguments.contract, "契約ファイル / contract file")->required();
  effective->add_option("--only", arguments.section, "matters | dates | provisions | open")
      ->transform(CLI::CheckedTransformer(std::map<std::string, Section>{{"matters", Section::matters},
                                                                         {"dates", Section::dates},
                                                                         {"provisions", Section::provisions},
                                                                         {"open", Section::open}}));
  effective
      ->add_option("--against", arguments.against,
                   "別の日と比べ、その契約について変わったことを示す / what is different on another day")
      ->type_name("DATE");
  auto* compute = app.add_subcommand("compute", "日付・金額を一つ計算する / one date or amount, with its steps");
  describe_compute(*compute, arguments);
  auto* explain = app.add_subcommand("explain", "事項・条項がそうなった理由 / why a matter or provision came out so");
  explain
      ->add_option(
          "CONTRACT|MATTER|FINDING", arguments.contract,
          "契約ファイル、又は（単独で）事項・番地・指摘 / contract file, or a matter, address or finding alone")
      ->required();
  explain->add_option("SUBJECT", arguments.subject, "事項又は番地 / a matter or an address");
  auto* check = app.add_subcommand("check", "規程と適用のしかたを検査する / validates terms and overlays");
  check->add_option("PATH", arguments.paths, "検査するフォルダ（既定はすべて） / folders to check, all by default");
  auto* fix = check->add_flag_callback(
      "--fix",
      [&arguments] {
        if (arguments.fix == Fix::none) arguments.fix = Fix::apply;
      },
      "確かに直せるものを直す / applies the cures that are certain");
  check
      ->add_flag_callback(
          "--dry-run", [&arguments] { arguments.fix = Fix::show; },
          "直すところを示すだけ / only shows what --fix would do")
      ->needs(fix);
  auto* diff = app.add_subcommand("diff", "規程の二つの状態の違い / what changed between two states of the terms");
  describe_diff(*diff, arguments.diff);
  auto* make = app.add_subcommand("new", "新しい再販事業者の雛形を作る / a new reseller's folder, ready to fill");
  make->add_option("KIND", arguments.what, "overlay")->required()->check(CLI::IsMember({"overlay"}));
  make->add_option("NAME", arguments.overlay.name, "再販事業者の名前 / a name for the reseller")->required();
  make->add_option("--on", arguments.overlay.base, "約款を借りるチャネル / the channel whose terms are borrowed")
      ->type_name("CHANNEL");
  make->add_option("--service", arguments.overlay.service, "そのサービス / a service of that channel")
      ->type_name("SERVICE");
  make->add_option("--into", arguments.overlay.into, "作るフォルダ / the folder to make")->type_name("DIR");
  auto* list = app.add_subcommand("list", "あるもの / what there is");
  list->add_option("WHAT", arguments.what,
                   "documents | channels | services | options | matters | questions | definitions | errata | holidays "
                   "| findings")
      ->required()
      ->check(CLI::IsMember({"documents", "channels", "services", "options", "matters", "questions", "definitions",
                             "errata", "holidays", "findings"}));
  auto* names = list->add_flag_callback(
      "--names", [&arguments] { arguments.listing = Listing::names; }, "名前だけ、一行に一つ / bare names, one a line");
  for (CLI::App* command : {effective, compute, explain, check, diff, make, list})
    add_common(*command, arguments.common);
  diff->remove_option(diff->get_option("--only-terms"));  // each side says where its terms are
  demand_question(*compute, arguments);
  names->excludes(list->get_option("--format"));
  auto* completion = app.add_subcommand("completion", "シェルの補完 / a completion script for a shell");
  completion->add_option("SHELL", arguments.shell, "bash | zsh | fish")
      ->required()
      ->transform(CLI::CheckedTransformer(
          std::map<std::string, Shell>{{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}}));
  add_output(*completion, arguments.common);
}

}  // namespace yomikae::cli
