#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "check/state.h"
#include "resolve/resolution.h"

namespace yomikae {

/// One question that can be asked of every contract of a state, and how it comes out: once for each way in which the
/// conditions of the rules that speak of it can come out together.
struct Case {
  const State* state = nullptr;
  const Matter* matter = nullptr;
  Dimensions dimensions;
  std::vector<const Rule*> speaking;  ///< whatever their conditions
  std::vector<Resolution> outcomes;   ///< none where there are too many ways to look at
  bool differ_by_day_only = false;    ///< nothing but the day asked about tells the outcomes apart
};

/// Every case some rule speaks of, by state, matter and the values of the dimensions the rules name: of an option the
/// options the service sells, of a kind of contract the kinds it has.
std::vector<Case> cases_of(const Checked& checked);

/// Whether any text of a state says which options its service sells.
bool says_what_is_sold(const State& state);
/// The options a service sells, in the order in which they are declared; all of them where nothing says what is sold.
std::vector<std::string> options_sold(const State& state);

}  // namespace yomikae
