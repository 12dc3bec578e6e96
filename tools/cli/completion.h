#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"

namespace CLI {
class App;
}

namespace yomikae::cli {

/// What a shell can offer at one point of the line; all of it may be empty (a date, `name=value`).
struct Offer {
  std::vector<std::string> words;
  std::vector<std::string> kinds;  ///< kinds of `list`: their names are asked for while the line is typed
  bool files = false;
  bool folders = false;
};

struct OptionSyntax {
  std::vector<std::string> names;  ///< `-h`, `--help`
  std::string help;
  std::optional<Offer> value;  ///< nothing for a flag
  bool repeats = false;
};

/// One of the words behind a command, by their order.
struct PlaceSyntax {
  std::string name;
  Offer offer;
  bool repeats = false;  ///< only the last one: every further word stands at it too
};

struct CommandSyntax {
  std::string name;
  std::string help;
  std::vector<OptionSyntax> options;
  std::vector<PlaceSyntax> places;
};

/// What the program takes, as far as a shell has to know it.
struct Syntax {
  CommandSyntax program;  ///< without a name and without places: what stands at its first is a command
  std::vector<CommandSyntax> commands;
  std::vector<std::string> terms_options;  ///< those that decide which terms names come from; each takes a folder
};

/// Reads it off the description of the arguments, so that a new command or option is completed by being there.
Syntax syntax_of(const CLI::App& app);

/// The script for a shell; the same syntax gives the same bytes.
std::string bash_script(const Syntax& syntax);
std::string zsh_script(const Syntax& syntax);
std::string fish_script(const Syntax& syntax);

/// A script with its marks (`%OPTIONS%`) replaced, each wherever it stands.
std::string filled(std::string_view script, std::initializer_list<std::pair<std::string_view, std::string>> marks);
/// The text with a backslash in front of each of those letters.
std::string escaped(std::string_view text, std::string_view letters);

Exit run_completion(const CommonOptions& options, Shell shell, const CLI::App& app);

}  // namespace yomikae::cli
