#pragma once

#include <vector>

#include "rules/rule.h"
#include "terms/contract.h"

namespace yomikae {

/// The id under which the order form stands among the layers of a contract.
inline constexpr const char* order_form_layer = "order-form";

/// A contract with what its order form lays down, written as rules: they stand against those of the documents.
struct Agreement {
  Contract contract;
  std::vector<Rule> order_form;
};

}  // namespace yomikae
