#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"

namespace CLI {
class App;
}

namespace yomikae::cli {

/// What was written behind the program's name, of all commands together.
struct Arguments {
  CommonOptions common;
  std::string contract;
  std::string question;
  std::vector<std::string> facts;
  std::filesystem::path batch;
  std::string subject;
  std::string what;
  std::vector<std::filesystem::path> paths;
  NewOverlayRequest overlay;
  DiffRequest diff;
  std::string against;
  Fix fix = Fix::none;
  Section section = Section::all;
  Listing listing = Listing::described;
  Shell shell = Shell::bash;
};

/// Describes the commands and what each takes; once `app` has parsed, `arguments` holds what was written. Nothing else
/// in the program knows the names of options, and whoever needs them asks the app.
void describe(CLI::App& app, Arguments& arguments);

}  // namespace yomikae::cli
