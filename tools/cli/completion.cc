#include "cli/completion.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

namespace yomikae::cli {
namespace {

/// What the words stand for by which the help calls values and places. Several (`CONTRACT|FINDING`) stand for all they
/// name; a word that is not here stands for something no shell can know.
struct Placeholder {
  enum class Stands { for_file, for_folder, for_name };
  std::string_view word;
  Stands stands;
  std::string_view kind = {};  ///< of `list`, for a name
};
constexpr std::array placeholders{
    Placeholder{"FILE", Placeholder::Stands::for_file},
    Placeholder{"PATH", Placeholder::Stands::for_file},
    Placeholder{"CONTRACT", Placeholder::Stands::for_file},
    Placeholder{"OLD", Placeholder::Stands::for_folder},
    Placeholder{"NEW", Placeholder::Stands::for_folder},
    Placeholder{"DIR", Placeholder::Stands::for_folder},
    Placeholder{"QUESTION", Placeholder::Stands::for_name, "questions"},
    Placeholder{"MATTER", Placeholder::Stands::for_name, "matters"},
    Placeholder{"SUBJECT", Placeholder::Stands::for_name, "matters"},
    Placeholder{"CHANNEL", Placeholder::Stands::for_name, "channels"},
    Placeholder{"SERVICE", Placeholder::Stands::for_name, "services"},
    Placeholder{"FINDING", Placeholder::Stands::for_name, "findings"},
};

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// The words a value is chosen from, where the help shows them: `TEXT:{a,b}` or `ENUM:value in {a->0,b->1} OR {0,1}`.
std::vector<std::string> choices(std::string_view type) {
  const std::size_t open = type.find('{');
  if (open == std::string_view::npos) return {};
  std::vector<std::string> words = split(type.substr(open + 1, type.find('}', open) - open - 1), ",");
  for (std::string& word : words) word.erase(std::min(word.find("->"), word.size()));
  return words;
}

Offer offer_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  Offer offer;
  offer.words = choices(type);
  for (const std::string& word : split(option.get_positional() ? option.get_name(true) : type, "|:")) {
    const auto* known = std::find_if(placeholders.begin(), placeholders.end(),
                                     [&](const Placeholder& each) { return each.word == word; });
    if (known == placeholders.end()) continue;
    switch (known->stands) {
      case Placeholder::Stands::for_file: offer.files = true; break;
      case Placeholder::Stands::for_folder: offer.folders = true; break;
      case Placeholder::Stands::for_name: offer.kinds.emplace_back(known->kind); break;
    }
  }
  return offer;
}

/// Whether the help shows a command or an option.
constexpr auto shown = [](const auto* each) { return !each->get_group().empty(); };

CommandSyntax command_of(const CLI::App& app) {
  CommandSyntax command{app.get_name(), app.get_description(), {}, {}};
  for (const CLI::Option* option : app.get_options(shown)) {
    const bool repeats = option->get_items_expected_max() > 1;
    if (option->get_positional()) {
      command.places.push_back({option->get_name(true), offer_of(*option), repeats});
      continue;
    }
    OptionSyntax syntax{{}, option->get_description(), {}, repeats};
    for (const std::string& name : option->get_snames()) syntax.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) syntax.names.push_back("--" + name);
    if (option->get_items_expected_max() > 0) syntax.value = offer_of(*option);
    command.options.push_back(std::move(syntax));
  }
  return command;
}

}  // namespace

Syntax syntax_of(const CLI::App& app) {
  Syntax syntax{command_of(app), {}, {}};
  syntax.program.name.clear();
  for (const CLI::App* command : app.get_subcommands(shown)) {
    syntax.commands.push_back(command_of(*command));
    if (command->get_name() != "list") continue;
    for (const OptionSyntax& option : syntax.commands.back().options) {
      if (option.value && option.value->folders) syntax.terms_options.push_back(option.names.back());
    }
  }
  return syntax;
}

std::string filled(std::string_view script, std::initializer_list<std::pair<std::string_view, std::string>> marks) {
  std::string result(script);
  for (const auto& [mark, text] : marks) {
    for (std::size_t at = 0; (at = result.find(mark, at)) != std::string::npos; at += text.size()) {
      result.replace(at, mark.size(), text);
    }
  }
  return result;
}

std::string escaped(std::string_view text, std::string_view letters) {
  std::string result;
  for (const char letter : text) {
    if (letters.find(letter) != std::string_view::npos) result += '\\';
    result += letter;
  }
  return result;
}

Exit run_completion(const CommonOptions& options, Shell shell, const CLI::App& app) {
  const Syntax syntax = syntax_of(app);
  const std::string script = shell == Shell::bash  ? bash_script(syntax)
                             : shell == Shell::zsh ? zsh_script(syntax)
                                                   : fish_script(syntax);
  return Session(options).write(script, Exit::done);
}

}  // namespace yomikae::cli
