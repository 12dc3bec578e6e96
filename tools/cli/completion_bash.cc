// The script for bash: a table of what can be offered where, and the walk over the line that finds out where it is.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/completion.h"

namespace yomikae::cli {
namespace {

constexpr std::string_view script = R"sh(# Completion of yomikae for bash, written by `yomikae completion bash`.

# What can stand behind an option of a command, or at a place of it: words, or what is to be looked up (@).
_yomikae_offer() {
  case $1 in
%OFFERS%    *) return 1 ;;
  esac
}

_yomikae_options() {
  case $1 in
%OPTIONS%  esac
}

# Adds those of the lines it reads that go on with the word at the cursor.
_yomikae_match() {
  local line
  while IFS= read -r line; do
    if [[ $line == "$current"* ]]; then COMPREPLY+=("$line"); fi
  done
}

_yomikae() {
  local IFS=$' \t\n' command='' option='' place=1 word offer each current=${COMP_WORDS[COMP_CWORD]}
  local -a terms=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ $word == = ]]; then
      continue # --option=value comes as three words
    elif [[ -n $option ]]; then
      case $option in %TERMS_OPTIONS%) terms+=("$option" "$word") ;; esac
      option=
    elif [[ $word == -* ]]; then
      if _yomikae_offer "$command $word" >/dev/null; then option=$word; fi
    elif [[ -z $command ]]; then
      command=$word
    else
      ((++place))
    fi
  done
  if [[ $current == = ]]; then current=; fi
  if [[ -z $option && $current == -* ]]; then
    offer=$(_yomikae_options "$command")
  else
    offer=$(_yomikae_offer "$command ${option:-$place}")
  fi
  COMPREPLY=()
  for each in $offer; do
    case $each in
      @file | @directory)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -A "${each#@}" -- "$current")
        ;;
      @*) _yomikae_match < <("$1" list "${each#@}" --names "${terms[@]}" 2>/dev/null) ;;
      *) _yomikae_match <<<"$each" ;;
    esac
  done
}

complete -F _yomikae yomikae
)sh";

/// Files come first: the others are added to them.
std::string words_of(const Offer& offer) {
  std::vector<std::string> words;
  if (offer.files || offer.folders) words.emplace_back(offer.files ? "@file" : "@directory");
  for (const std::string& kind : offer.kinds) words.push_back("@" + kind);
  words.insert(words.end(), offer.words.begin(), offer.words.end());
  return fmt::format("{}", fmt::join(words, " "));
}

std::string offers(const CommandSyntax& command) {
  std::string lines;
  for (const OptionSyntax& option : command.options) {
    if (!option.value) continue;
    for (const std::string& name : option.names) {
      lines += fmt::format("    '{} {}') echo '{}' ;;\n", command.name, name, words_of(*option.value));
    }
  }
  std::size_t number = 0;
  for (const PlaceSyntax& place : command.places) {
    // Any number may stand for one that repeats: those before it are caught before it.
    const std::string here = place.repeats ? "'[0-9]*" : fmt::format("{}'", ++number);
    lines += fmt::format("    '{} {}) echo '{}' ;;\n", command.name, here, words_of(place.offer));
  }
  return lines;
}

std::string options(const CommandSyntax& command) {
  std::vector<std::string> names;
  for (const OptionSyntax& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return fmt::format("    '{}') echo '{}' ;;\n", command.name, fmt::join(names, " "));
}

}  // namespace

std::string bash_script(const Syntax& syntax) {
  std::vector<std::string> commands;
  std::string all_offers;
  std::string all_options = options(syntax.program);
  for (const CommandSyntax& command : syntax.commands) {
    commands.push_back(command.name);
    all_offers += offers(command);
    all_options += options(command);
  }
  const std::string first = fmt::format("    ' 1') echo '{}' ;;\n", fmt::join(commands, " "));
  return filled(script, {{"%OFFERS%", offers(syntax.program) + first + all_offers},
                         {"%OPTIONS%", all_options},
                         {"%TERMS_OPTIONS%", fmt::format("{}", fmt::join(syntax.terms_options, " | "))}});
}

}  // namespace yomikae::cli
