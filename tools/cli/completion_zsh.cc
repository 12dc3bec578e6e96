// The script for zsh: the specifications its own `_arguments` goes by.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion.h"

namespace yomikae::cli {
namespace {

constexpr std::string_view script = R"sh(#compdef yomikae
# Completion of yomikae for zsh, written by `yomikae completion zsh`.

# The names of one kind that `yomikae list` has, by the terms the line names.
_yomikae_names() {
  local -a names terms expl
  local i
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
      (%TERMS_OPTIONS%) terms+=($words[i] ${(Q)words[i + 1]}) ;;
      (%TERMS_OPTIONS_WITH_VALUE%) terms+=(${(Q)words[i]}) ;;
    esac
  done
  names=(${(f)"$($program list $1 --names $terms 2>/dev/null)"})
  _wanted names expl $1 compadd -a names
}

_yomikae() {
  local program=${(Q)words[1]} curcontext=$curcontext state line
  local -A opt_args
  local -a commands=(
%COMMANDS%
  )
  _arguments -C \
    %PROGRAM% \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    (command) _describe -t commands command commands ;;
    (rest)
      case $words[1] in
%CASES%      esac
      ;;
  esac
}

if [[ $funcstack[1] == _yomikae ]]; then
  _yomikae "$@" # the file is loaded as the function, at its first use
else
  compdef _yomikae yomikae
fi
)sh";

std::string in_quotes(std::string_view text) { return fmt::format("'{}'", filled(text, {{"'", "'\\''"}})); }

/// What `_arguments` does there; a blank for something nobody can name.
std::string action(const Offer& offer) {
  if (!offer.words.empty()) return fmt::format("({})", fmt::join(offer.words, " "));
  std::vector<std::string> actions;
  if (offer.files || offer.folders) actions.emplace_back(offer.files ? "_files" : "_files -/");
  // The blank keeps `_arguments` from putting words of its own between the function and the kind.
  for (const std::string& kind : offer.kinds) actions.push_back(" _yomikae_names " + kind);
  if (actions.empty()) return " ";
  return actions.size() == 1 ? actions.front() : fmt::format("{{ {} }}", fmt::join(actions, ";"));
}

std::vector<std::string> options(const CommandSyntax& command) {
  std::vector<std::string> specs;
  for (const OptionSyntax& option : command.options) {
    const std::string once = option.names.size() > 1 ? fmt::format("({})", fmt::join(option.names, " ")) : "";
    for (const std::string& name : option.names) {
      std::string spec = (option.repeats ? "*" : once) + name;
      if (option.value) spec += name.starts_with("--") ? "=" : "+";
      spec += fmt::format("[{}]", escaped(option.help, "[]:\\"));
      if (option.value) spec += fmt::format(":{}:{}", name, action(*option.value));
      specs.push_back(in_quotes(spec));
    }
  }
  return specs;
}

std::vector<std::string> places(const CommandSyntax& command) {
  std::vector<std::string> specs;
  for (const PlaceSyntax& place : command.places) {
    const std::string here = place.repeats ? "*" : std::to_string(specs.size() + 1);
    specs.push_back(in_quotes(fmt::format("{}:{}:{}", here, place.name, action(place.offer))));
  }
  return specs;
}

}  // namespace

std::string zsh_script(const Syntax& syntax) {
  std::vector<std::string> commands;
  std::string cases;
  for (const CommandSyntax& command : syntax.commands) {
    commands.push_back("    " + in_quotes(command.name + ":" + escaped(command.help, ":\\")));
    std::vector<std::string> specs = options(command);
    for (std::string& place : places(command)) specs.push_back(std::move(place));
    cases += fmt::format("        ({})\n          _arguments \\\n            {}\n          ;;\n", command.name,
                         fmt::join(specs, " \\\n            "));
  }
  return filled(script, {{"%COMMANDS%", fmt::format("{}", fmt::join(commands, "\n"))},
                         {"%PROGRAM%", fmt::format("{}", fmt::join(options(syntax.program), " \\\n    "))},
                         {"%CASES%", cases},
                         {"%TERMS_OPTIONS%", fmt::format("{}", fmt::join(syntax.terms_options, "|"))},
                         {"%TERMS_OPTIONS_WITH_VALUE%", fmt::format("{}=*", fmt::join(syntax.terms_options, "=*|"))}});
}

}  // namespace yomikae::cli
