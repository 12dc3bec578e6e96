// The script for fish: one `complete` for each thing that can be offered, with the condition under which it is.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/completion.h"

namespace yomikae::cli {
namespace {

constexpr std::string_view script = R"sh(# Completion of yomikae for fish, written by `yomikae completion fish`.

# The words before the cursor but for options and their values: the command, then what stands at its places.
function __yomikae_words
    set -l option no
    for word in (commandline -opc)[2..]
        if test $option = yes
            set option no
        else if contains -- $word %VALUED%
            set option yes
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether the cursor is behind that command, and at that place of it (`2`; `2+` for every one from there on).
function __yomikae_at --argument-names command place
    set -l words (__yomikae_words)
    test "$words[1]" = "$command"; or return
    switch "$place"
        case ''
        case '*+'
            test (count $words) -ge (string trim -c + $place)
        case '*'
            test (count $words) -eq $place
    end
end

# The names of one kind that `yomikae list` has, by the terms the line names.
function __yomikae_names --argument-names kind
    set -l terms
    set -l option
    for word in (commandline -opc)
        if contains -- "$option" %TERMS_OPTIONS%
            set -a terms $option $word
        else if contains -- (string replace -r '=.*' = -- $word) %TERMS_OPTIONS_WITH_VALUE%
            set -a terms $word
        end
        set option $word
    end
    set -l program (commandline -opc)[1]
    $program list $kind --names $terms 2>/dev/null
end

complete -c yomikae -f
%COMPLETE%)sh";

std::string in_quotes(std::string_view text) { return fmt::format("'{}'", escaped(text, "'\\")); }

/// The words of `complete` that offer it; none where there is nothing.
std::string words_of(const Offer& offer) {
  std::vector<std::string> words = offer.words;
  if (offer.folders) words.emplace_back("(__fish_complete_directories)");
  for (const std::string& kind : offer.kinds) words.push_back(fmt::format("(__yomikae_names {})", kind));
  std::string result = offer.files ? " -F" : "";
  if (!words.empty()) result += fmt::format(" -a {}", in_quotes(fmt::format("{}", fmt::join(words, " "))));
  return result;
}

std::string complete(std::string_view condition, std::string_view words, std::string_view help) {
  return fmt::format("complete -c yomikae -n {}{} -d {}\n", in_quotes(condition), words, in_quotes(help));
}

std::string options(const CommandSyntax& command) {
  std::string lines;
  for (const OptionSyntax& option : command.options) {
    std::string words;
    for (const std::string& name : option.names) {
      words += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (option.value) words += (option.value->files ? " -r" : " -x") + words_of(*option.value);
    lines += complete(fmt::format("__yomikae_at \"{}\"", command.name), words, option.help);
  }
  return lines;
}

std::string places(const CommandSyntax& command) {
  std::string lines;
  std::size_t number = 0;
  for (const PlaceSyntax& place : command.places) {
    const std::string words = words_of(place.offer);
    const std::string here = fmt::format("{}{}", ++number, place.repeats ? "+" : "");
    if (!words.empty()) lines += complete(fmt::format("__yomikae_at \"{}\" {}", command.name, here), words, place.name);
  }
  return lines;
}

/// Every option of any command that takes a value, once.
std::vector<std::string> valued(const Syntax& syntax) {
  std::vector<std::string> names;
  for (const CommandSyntax& command : syntax.commands) {
    for (const OptionSyntax& option : command.options) {
      if (option.value) names.insert(names.end(), option.names.begin(), option.names.end());
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

std::string fish_script(const Syntax& syntax) {
  std::string lines = options(syntax.program);
  for (const CommandSyntax& command : syntax.commands) {
    lines += complete("__yomikae_at \"\"", " -a " + command.name, command.help);
  }
  for (const CommandSyntax& command : syntax.commands) lines += options(command) + places(command);
  return filled(script, {{"%VALUED%", fmt::format("{}", fmt::join(valued(syntax), " "))},
                         {"%TERMS_OPTIONS%", fmt::format("{}", fmt::join(syntax.terms_options, " "))},
                         {"%TERMS_OPTIONS_WITH_VALUE%", fmt::format("{}=", fmt::join(syntax.terms_options, "= "))},
                         {"%COMPLETE%", lines}});
}

}  // namespace yomikae::cli
