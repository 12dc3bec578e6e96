#pragma once

#include <set>
#include <string>
#include <vector>

#include "rules/expression.h"
#include "terms/ontology.h"

namespace yomikae {

/// What is certain of a contract nobody has made yet.
struct Sold {
  const Ontology& ontology;
  const std::string& service;
  const std::set<std::string>& options;  ///< those that can be held
};

/// Whether a requirement can be met: by some customer, with the options that are sold. Facts, quantities and contracts
/// held elsewhere may be anything.
bool can_hold(const Expr& requirement, const Sold& sold);

/// The options a requirement asks for (`option-held[option = …]`).
std::vector<std::string> options_in(const Expr& requirement, const Ontology& ontology);

}  // namespace yomikae
