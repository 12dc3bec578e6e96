#include "cli/report_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <system_error>
#include <utility>

namespace yomikae::cli {

ReportFile::ReportFile(std::filesystem::path path) : path_(std::move(path)) {
  if (path_.empty()) return;
  fresh_ = path_;
  fresh_ += fmt::format(".{}.tmp", getpid());
  out_.open(fresh_, std::ios::binary);
  good_ = out_.is_open();
}

ReportFile::~ReportFile() {
  std::error_code error;
  if (!fresh_.empty()) std::filesystem::remove(fresh_, error);
}

bool ReportFile::write(std::string_view piece) {
  if (!good_) return false;
  if (path_.empty()) {
    good_ = std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size() && std::fflush(stdout) == 0;
  } else {
    good_ = static_cast<bool>(out_.write(piece.data(), static_cast<std::streamsize>(piece.size())));
  }
  return good_;
}

bool ReportFile::finish() {
  if (path_.empty()) return good_;
  out_.close();
  std::error_code error;
  if (good_ && out_) std::filesystem::rename(fresh_, path_, error);
  if (!good_ || !out_ || error) return false;
  fresh_.clear();
  return true;
}

}  // namespace yomikae::cli
