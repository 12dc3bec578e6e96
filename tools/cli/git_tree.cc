#include "cli/git_tree.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/text.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

/// Far more than the terms of anybody need.
constexpr std::chrono::seconds longest{60};
constexpr std::chrono::milliseconds pause{5};
constexpr std::uintmax_t largest_archive = std::uintmax_t{256} << 20U;
constexpr int not_found = 127;

struct Done {
  int status = 0;
  std::string out;
  std::string err;
};

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  std::string all = text.str();
  while (!all.empty() && (all.back() == '\n' || all.back() == '\r')) all.pop_back();
  return all;
}

int wait_for(pid_t child) {
  const auto end = std::chrono::steady_clock::now() + longest;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      return SIGKILL;
    }
    std::this_thread::sleep_for(pause);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : not_found;
}

/// Runs a program with an argument vector, no shell between; what it writes goes through files in `scratch`.
Done run(std::vector<std::string> words, const fs::path& scratch) {
  const std::string out = scratch / "out";
  const std::string err = scratch / "err";
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  constexpr int mode = 0600;
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, mode);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, mode);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, words.front().c_str(), &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return {not_found, {}, {}};
  Done done;
  done.status = wait_for(child);
  done.out = text_of(out);
  done.err = text_of(err);
  return done;
}

Message failed(std::string_view ja, std::string_view en, const Done& done) {
  const std::string said = single_line(std::string_view(done.err).substr(0, done.err.find('\n')));
  if (said.empty()) return {std::string(ja), std::string(en)};
  return {fmt::format("{}（{}）", ja, said), fmt::format("{}: {}", en, said)};
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = fs::temp_directory_path() / "yomikae-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::optional<Message> unpack(const GitState& state, const fs::path& into) {
  const TemporaryFolder scratch;
  const std::string shown = single_line(state.revision);
  const Done top = run({"git", "rev-parse", "--show-toplevel"}, scratch.path());
  if (top.status == not_found) return Message{"git がない", "there is no git to ask"};
  if (top.status != 0) return failed("git のリポジトリではない", "this is no git repository", top);
  const std::vector<std::string> git{"git", "-C", top.out};
  const auto with = [&](std::vector<std::string> words) {
    words.insert(words.begin(), git.begin(), git.end());
    return run(std::move(words), scratch.path());
  };
  const Done commit = with({"rev-parse", "--verify", "--quiet", "--end-of-options", state.revision + "^{commit}"});
  if (commit.status != 0) {
    return failed(fmt::format("リビジョン `{}` はない", shown), fmt::format("there is no revision `{}`", shown),
                  commit);
  }
  const std::string tree = state.folder.empty() ? commit.out : commit.out + ":" + state.folder;
  const std::string archive = scratch.path() / "archive.tar";
  const Done archived = with({"archive", "--format=tar", "--output=" + archive, tree, "--", ":(glob)**/*.yaml"});
  if (archived.status != 0) {
    return failed(fmt::format("`{}` に規程のファイルはない", shown), fmt::format("`{}` holds no files of terms", shown),
                  archived);
  }
  std::error_code error;
  if (fs::file_size(archive, error) > largest_archive) return Message{"大きすぎる", "it is too large"};
  const Done unpacked = run({"tar", "-xf", archive, "-C", into}, scratch.path());
  if (unpacked.status != 0) return failed("展開できない", "it cannot be unpacked", unpacked);
  return std::nullopt;
}

}  // namespace yomikae::cli
