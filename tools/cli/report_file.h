#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

namespace yomikae::cli {

/// Where a report goes: a file, which it reaches whole or not at all, or standard output, which shows each piece when
/// it is written.
class ReportFile {
 public:
  /// No path is standard output.
  explicit ReportFile(std::filesystem::path path);
  ~ReportFile();
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  /// False where nothing more can be written.
  bool write(std::string_view piece);
  /// Puts the report in place; false where it, or a piece of it, cannot be written.
  bool finish();

 private:
  std::filesystem::path path_;
  std::filesystem::path fresh_;
  std::ofstream out_;
  bool good_ = true;
};

}  // namespace yomikae::cli
