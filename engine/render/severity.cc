#include "render/severity.h"

namespace yomikae {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: break;
  }
  return "note";
}

std::string_view severity_word(Severity severity, Language language) {
  if (language == Language::en) return to_string(severity);
  switch (severity) {
    case Severity::error: return "エラー";
    case Severity::warning: return "警告";
    case Severity::note: break;
  }
  return "注記";
}

std::string_view color_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "1;31";
    case Severity::warning: return "1;33";
    case Severity::note: break;
  }
  return "1;36";
}

}  // namespace yomikae
