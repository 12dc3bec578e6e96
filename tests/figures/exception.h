#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "figures/figure.h"

namespace yomikae::figures {

/// A figure that does not do what every figure should, and why that is right or known.
struct Exception {
  enum class Lacks {
    effect,    ///< it changes no answer
    citation,  ///< an answer that it changes does not cite its provision
  };
  std::string owner;   ///< the provision, or the file where none holds it
  std::string within;  ///< the expression it stands in
  std::string figure;
  Lacks lacks = Lacks::effect;
  bool needed = false;  ///< some figure is this one, and lacks that
  bool tried = false;   ///< some figure is this one

  [[nodiscard]] bool is_of(const Figure& other, const Sources& sources) const;
};

/// Throws where the file cannot be read.
std::vector<Exception> read_exceptions(const std::filesystem::path& file);

}  // namespace yomikae::figures
