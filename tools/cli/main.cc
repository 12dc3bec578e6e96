// The command-line program: reads the arguments and hands over to one command.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/completion.h"

namespace {

using namespace yomikae;       // NOLINT(google-build-using-namespace)
using namespace yomikae::cli;  // NOLINT(google-build-using-namespace)

Exit dispatch(const CLI::App& app, const Arguments& arguments) {
  if (app.got_subcommand("effective"))
    return run_effective(arguments.common, arguments.contract, arguments.section, arguments.against);
  if (app.got_subcommand("compute")) {
    if (!arguments.batch.empty()) return run_compute_batch(arguments.common, arguments.batch);
    return run_compute(arguments.common, arguments.contract, arguments.question, arguments.facts);
  }
  if (app.got_subcommand("explain")) return run_explain(arguments.common, arguments.contract, arguments.subject);
  if (app.got_subcommand("new")) return run_new_overlay(arguments.common, arguments.overlay);
  if (app.got_subcommand("check")) return run_check(arguments.common, arguments.paths, arguments.fix);
  if (app.got_subcommand("diff")) return run_diff(arguments.common, arguments.diff);
  if (app.got_subcommand("completion")) return run_completion(arguments.common, arguments.shell, app);
  return run_list(arguments.common, arguments.what, arguments.listing);
}

void print_failure(const char* words) { fmt::print(stderr, "yomikae: {}\n", words); }

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  try {
    CLI::App app{"yomikae（読替え）— 約款の適用条件 / effective terms of contracts", "yomikae"};
    describe(app, arguments);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::failed);
    }
    return static_cast<int>(dispatch(app, arguments));
  } catch (const std::exception& error) {
    print_failure(error.what());
  }
  return static_cast<int>(Exit::failed);
}
