#include "rules/value.h"

namespace yomikae {
namespace {

struct Printer {
  std::string operator()(const None&) const { return "none"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const Rational& value) const { return value.to_string(); }
  std::string operator()(Date value) const { return to_string(value); }
  std::string operator()(Month value) const { return to_string(value); }
  std::string operator()(Period value) const { return to_string(value); }
  std::string operator()(const Symbol& value) const { return value.name; }
  std::string operator()(const Words& value) const { return value.text; }
  std::string operator()(const SymbolList& value) const { return joined(value); }
  std::string operator()(const DateList& value) const { return joined(value); }
  std::string operator()(const WordList& value) const { return joined(value); }

  template <class List>
  std::string joined(const List& list) const {
    std::string out;
    for (const auto& each : list) {
      if (!out.empty()) out += ", ";
      out += (*this)(each);
    }
    return out;
  }
};

}  // namespace

std::string to_string(const Value& value) { return std::visit(Printer{}, value); }

}  // namespace yomikae
