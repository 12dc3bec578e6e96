#include "cli/fix.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <sstream>

#include "check/cure.h"
#include "cli/report_file.h"
#include "render/output.h"

namespace yomikae::cli {
namespace {

namespace fs = std::filesystem;

/// Writes cured files back where they were read from: below the root of the terms whose name begins theirs. A file that
/// has changed since it was read is left alone.
class Healer {
 public:
  Healer(Session& session, const std::vector<fs::path>& roots) : session_(session), roots_(roots) {}

  bool heal(const CuredFile& file) {
    const auto path = path_of(file.source);
    if (!path) {
      return complain(file.source, "読んだ後に変わったか、書き込めない場所にある",
                      "it has changed since it was read, or lies where nothing can be written");
    }
    ReportFile out(*path);
    const bool written = out.write(file.text);
    if (out.finish() && written) return true;
    return complain(file.source, "書き込めない", "it cannot be written");
  }

 private:
  std::optional<fs::path> path_of(SourceId source) {
    const fs::path shown(std::string(session_.sources().name(source)));
    for (const fs::path& root : roots_) {
      const fs::path canonical = fs::weakly_canonical(root);
      const fs::path path = canonical.parent_path() / shown;
      std::error_code error;
      if (shown.begin() == shown.end() || *shown.begin() != canonical.filename() || !fs::is_regular_file(path, error))
        continue;
      std::ifstream in(path, std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      if (text.str() == session_.sources().text(source)) return path;
    }
    return std::nullopt;
  }

  bool complain(SourceId source, const char* ja, const char* en) {
    session_.findings().add("yaml/unreadable", {source, 0, 0},
                            {fmt::format("直せない（{}）", ja), fmt::format("cannot be cured: {}", en)});
    return false;
  }

  Session& session_;
  const std::vector<fs::path>& roots_;
};

}  // namespace

Exit run_fix(const CheckReport& report, const std::vector<fs::path>& roots, Fix fix, Session& session) {
  const std::vector<CuredFile> files = cured_files(report, session.sources());
  const Exit written = session.write(render_text(files, session.sources(), session.options().style(false)), Exit::done);
  if (fix == Fix::show || written != Exit::done) return written;
  Healer healer(session, roots);
  bool all = true;
  for (const CuredFile& each : files) all = (each.findings.empty() || healer.heal(each)) && all;
  return all ? Exit::done : session.failed();
}

}  // namespace yomikae::cli
